"""A cue file is checked row by row, and a broken row names itself."""

import pytest

from analyzer.cues import load_cues, read_cues
from analyzer.cues.load import LEAST_PRECISION, PRIOR_RIGHT, PRIOR_WRONG, load_all
from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy

LABELS = ("shutdown", "repair")


def read(tmp_path, text, **given):
    path = tmp_path / "some.yaml"
    path.write_text(text, encoding="utf-8")
    return read_cues(path, LABELS, **given)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("shotdown: [go away]", "some.yaml: 'shotdown' is no label of the guide", id="unknown label"),
        pytest.param("shutdown: {}", "'shutdown' must hold a list of cues", id="no list"),
        pytest.param("shutdown: [{phrase: go}]", "shutdown, .*: needs a phrase in cue", id="no phrase"),
        pytest.param(
            "shutdown: [{cue: go away, reach: 3}]",
            "shutdown, 'go away': has fields that nobody reads: reach",
            id="field",
        ),
        pytest.param("shutdown: [{cue: go, subject: cat}]", "'go': subject must be person|self", id="subject"),
        pytest.param("shutdown: [go (away]", r"'go \(away': lacks a '\)'", id="open bracket"),
        pytest.param("shutdown: [go away)]", r"has a '\)' too many", id="closed twice"),
        pytest.param("shutdown: [tell~ <cat>]", "'tell~ <cat>': uses the unknown class <cat>", id="class"),
        pytest.param("shutdown: [go/Q]", "'go/Q': has the unknown tag '/Q'", id="tag"),
        pytest.param("shutdown: ['[very] */A']", "can match without a single word of its own", id="no word"),
        pytest.param("shutdown: [go, go]", "shutdown, 'go': stands twice", id="twice"),
        pytest.param("shutdown: [go", "some.yaml, line 2: this is no valid YAML", id="no YAML"),
    ],
)
def test_a_broken_row_names_file_and_cue(text, message, tmp_path):
    with pytest.raises(AnalyzerError, match=message):
        read(tmp_path, text)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(AnalyzerError, match=r"none\.yaml is missing from the cue data"):
        read_cues(tmp_path / "none.yaml", LABELS)


def test_a_row_may_be_a_phrase_or_hold_fields(tmp_path):
    plain, full = read(tmp_path, "shutdown: [go~ away, {cue: hide~, not: seek, subject: self, object: not_thing}]")
    assert (plain.phrase, plain.subject, plain.without) == ("go~ away", "person", ())
    assert (full.phrase, full.subject, full.object, full.without) == ("hide~", "self", "not_thing", ("seek",))


def test_a_reader_sees_the_phrase_without_signs(tmp_path):
    (cue,) = read(tmp_path, "shutdown: [walk~/V  out|off]")
    assert cue.text == "walk out|off"


def test_what_holds_for_all_cues_is_added_to_each(tmp_path):
    cues = read(tmp_path, "everywhere: {not: [film~], any_subject: [repair]}\nshutdown: [hide~]\nrepair: [sorry]")
    assert [(cue.without, cue.subject) for cue in cues] == [(("film~",), "person"), (("film~",), "any")]


def test_precision_comes_from_the_counts_and_is_smoothed(tmp_path):
    seen, unseen = read(tmp_path, "shutdown: [hide~, flee~]", counts={"shutdown: hide~": (6, 5)})
    assert seen.precision == (5 + PRIOR_RIGHT) / (6 + PRIOR_RIGHT + PRIOR_WRONG)
    assert unseen.precision == 0.5


def test_every_label_of_the_guide_has_a_cue():
    taxonomy = load_taxonomy()
    assert {cue.label for cue in load_cues("patterns")} == set(taxonomy.pattern_labels)
    assert {cue.label for cue in load_cues("triggers")} == set(taxonomy.trigger_labels)


@pytest.mark.parametrize("name", ["patterns", "triggers"])
def test_a_cue_that_is_seldom_right_is_kept_in_its_file_and_not_asked(name):
    asked, written = load_cues(name), load_all(name)
    assert len(asked) < len(written)
    assert {cue.id for cue in written} - {cue.id for cue in asked} == {
        cue.id for cue in written if cue.precision < LEAST_PRECISION
    }


@pytest.mark.parametrize("name", ["patterns", "triggers"])
def test_shipped_cues_are_read_once_and_are_frozen(name):
    assert load_cues(name) is load_cues(name)
    with pytest.raises(AttributeError):
        load_cues(name)[0].label = "other"
