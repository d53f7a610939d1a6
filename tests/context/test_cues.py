"""The cue data is refused where it is wrong, with its file and line."""

import pytest

from analyzer.context.cues import load_cues, read_cues
from analyzer.context.words import read_words
from analyzer.messages import AnalyzerError

HEAD = "defaults: {window: 5, stop: [but]}\ncues:\n"
GOOD = '  - {words: "used to", attribute: when, value: past, reach: right}\n'

WRONG = [
    pytest.param('{words: "a", attribute: mood, value: past, reach: right}', "no attribute", id="attribute"),
    pytest.param('{words: "a", attribute: when, value: done, reach: right}', "'done' is no when", id="value"),
    pytest.param('{words: "a", attribute: when, value: past, reach: up}', "'up' is no reach", id="reach"),
    pytest.param('{words: "A", attribute: when, value: past, reach: right}', "lower-case text", id="capital"),
    pytest.param('{words: "a", attribute: when, value: past}', "a cue has attribute", id="missing key"),
    pytest.param(
        '{words: "a", attribute: when, value: past, reach: right, far: 1}', "a cue has attribute", id="unknown key"
    ),
    pytest.param(
        '{words: "a", attribute: when, value: past, reach: right, window: 0}', "at least 1", id="empty window"
    ),
    pytest.param(
        '{words: "a", attribute: when, value: past, reach: right, carries: -1}',
        "number of sentences",
        id="carries backward",
    ),
]


def write(tmp_path, text):
    path = tmp_path / "context.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("row", "problem"), WRONG)
def test_a_wrong_cue_is_refused_with_its_line(tmp_path, row, problem):
    with pytest.raises(AnalyzerError, match=f"context.yaml, line 4: .*{problem}"):
        read_cues(write(tmp_path, GOOD + f"  - {row}\n"))


def test_a_file_without_its_parts_is_refused(tmp_path):
    path = tmp_path / "context.yaml"
    path.write_text("[]\n", encoding="utf-8")
    with pytest.raises(AnalyzerError, match="expected the parts defaults and cues"):
        read_cues(path)


def test_an_optional_word_makes_two_cues(tmp_path):
    text = '  - {words: "as a little|small? kid", attribute: when, value: childhood, reach: sentence}\n'
    lengths = [len(cue.words) for cue in read_cues(write(tmp_path, text))]
    assert lengths == [4, 3]


def test_a_file_without_a_list_of_words_is_refused(tmp_path):
    with pytest.raises(AnalyzerError, match="context.yaml, words: expected the lists saying, thinking"):
        read_words(write(tmp_path, GOOD))


@pytest.mark.model
def test_the_longest_of_overlapping_cues_holds():
    from analyzer.language import load_tokenizer

    doc = load_tokenizer()("I could n't stop calling.")
    assert [hit.text for hit in load_cues().find(list(doc)) if hit.cue.attribute == "status"] == ["couldn't stop"]
