import json

import pytest

from analyzer.heads import load_artifact, save_artifact
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


def test_the_card_names_the_hash(folder):
    card = json.loads((folder / "small.json").read_text())
    assert card["kind"] == "test"
    assert card["sha256"] == json.loads((folder / "manifest.json").read_text())["small"]


def test_a_second_model_leaves_the_first_in_the_manifest(folder):
    save_artifact("second", 2, {}, folder)
    assert load_artifact("small", folder) == {"answer": [0, 1]}
    assert load_artifact("second", folder) == 2
