import json

import pytest

from analyzer.heads import load_artifact, prune, read_artifact, save_artifact, write_artifact
from analyzer.messages import AnalyzerError


@pytest.fixture
def folder(tmp_path):
    save_artifact("small", {"answer": [0, 1]}, {"kind": "test"}, tmp_path)
    return tmp_path


def test_what_is_saved_comes_back_whole(folder):
    assert load_artifact("small", folder) == {"answer": [0, 1]}


def test_a_file_with_one_byte_changed_is_refused(folder):
    path = folder / "small.joblib"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(AnalyzerError, match="small.joblib is not the file that was trained"):
        load_artifact("small", folder)


def test_a_model_that_the_manifest_does_not_name_is_refused(folder):
    with pytest.raises(AnalyzerError, match="other.joblib is not among the models"):
        load_artifact("other", folder)


def test_the_card_stands_beside_the_model(folder):
    assert json.loads((folder / "small.card.json").read_text()) == {"kind": "test"}


def test_a_model_that_was_not_trained_again_is_dropped(folder):
    save_artifact("second", 2, {}, folder)
    prune(folder, ["second"])
    assert {path.name for path in folder.iterdir()} == {"second.joblib", "second.card.json", "manifest.json"}
    with pytest.raises(AnalyzerError, match="small.joblib is not among the models"):
        load_artifact("small", folder)


def test_any_file_is_read_by_its_hash(folder):
    write_artifact("words.txt", b"a b c", folder)
    assert read_artifact("words.txt", folder) == b"a b c"
    (folder / "words.txt").write_bytes(b"a b d")
    with pytest.raises(AnalyzerError, match="words.txt is not the file that was trained"):
        read_artifact("words.txt", folder)


def test_a_second_model_leaves_the_first_in_the_manifest(folder):
    save_artifact("second", 2, {}, folder)
    assert load_artifact("small", folder) == {"answer": [0, 1]}
    assert load_artifact("second", folder) == 2
