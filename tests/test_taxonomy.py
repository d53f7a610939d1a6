import shutil

import pytest

from analyzer import reflection, taxonomy
from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

WORDS = taxonomy.load()


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(shipped("data/taxonomy"), tmp_path / "taxonomy")


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("labels", "count"),
    [
        pytest.param(WORDS.pattern_labels, 19, id="patterns"),
        pytest.param(WORDS.family_labels, 6, id="families"),
        pytest.param(WORDS.trigger_labels, 21, id="triggers"),
        pytest.param(WORDS.sources, 11, id="sources"),
        pytest.param(WORDS.feeling_labels, 28, id="feelings"),
        pytest.param(WORDS.topic_labels, 12, id="topics"),
    ],
)
def test_there_are_as_many_labels_as_the_guide_has(labels, count):
    assert len(labels) == len(set(labels)) == count


def test_patterns_stand_in_the_order_of_the_guide():
    assert WORDS.pattern_labels == (
        "shutdown", "pursuit", "attack", "appease", "defend", "rumination", "taking_personally", "pause",
        "stay_present", "reach_out", "respond", "boundary", "both_truths", "not_personal", "repair",
        "self_compassion", "close_at_distance", "meaning", "childhood_echo",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "family"),
    [
        pytest.param("shutdown", "withdraw", id="withdraw"),
        pytest.param("attack", "pursue", id="pursue"),
        pytest.param("defend", "yield", id="yield"),
        pytest.param("taking_personally", "loop", id="loop"),
        pytest.param("boundary", "secure", id="secure"),
        pytest.param("childhood_echo", "insight", id="insight"),
    ],
)
def test_every_pattern_has_its_family(pattern, family):
    assert WORDS.family_of[pattern] == family


def test_every_family_has_a_pattern():
    assert set(WORDS.family_of.values()) == set(WORDS.family_labels)


@pytest.mark.parametrize(
    ("values", "literal"),
    [
        pytest.param(WORDS.agents, reflection.AGENTS, id="agents"),
        pytest.param(WORDS.statuses, reflection.STATUSES, id="statuses"),
        pytest.param(WORDS.whens, reflection.WHENS, id="whens"),
    ],
)
def test_closed_sets_agree_with_the_types_of_a_reflection(values, literal):
    assert tuple(value.label for value in values) == literal


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{type(row).__name__.lower()}-{row.label}")
        for row in (*WORDS.patterns, *WORDS.triggers, *WORDS.feelings, *WORDS.topics)
    ],
)
def test_every_label_says_what_it_means_and_where_it_comes_from(row):
    assert all(text.strip() for text in (row.definition, row.example, row.source))


def test_examples_are_not_used_twice():
    examples = [r.example for r in (*WORDS.patterns, *WORDS.triggers, *WORDS.feelings, *WORDS.topics)]
    assert len(set(examples)) == len(examples)


def test_a_feeling_is_not_pleasant_and_unpleasant():
    assert not WORDS.pleasant & WORDS.unpleasant
    assert set(WORDS.feeling_labels) - WORDS.pleasant - WORDS.unpleasant == {
        "confusion",
        "surprise",
        "nostalgia",
        "curiosity",
    }


@pytest.mark.parametrize("scale", ["intensity", "severity"])
def test_scales_have_a_word_for_each_step(scale):
    assert len(WORDS.steps[scale]) == 4


def test_the_files_are_read_once():
    assert taxonomy.load() is taxonomy.load()


@pytest.mark.parametrize("name", ["patterns", "triggers", "feelings", "topics", "scales"])
def test_every_file_says_where_it_comes_from(name):
    head = shipped(f"data/taxonomy/{name}.yaml").read_text("utf-8").split("\n\n")[0]
    assert all(word in head for word in ("# Source:", "# Licence:"))


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        pytest.param(
            "patterns.yaml",
            "    family: insight\n",
            "",
            "patterns.yaml, childhood_echo: lacks family",
            id="missing",
        ),
        pytest.param(
            "patterns.yaml",
            "family: insight",
            "family: magic",
            "patterns.yaml, childhood_echo: belongs to a family that is not listed",
            id="no-such-family",
        ),
        pytest.param(
            "triggers.yaml",
            "example: Still no",
            "exampel: Still no",
            "triggers.yaml, uncertainty: lacks example",
            id="misspelt",
        ),
        pytest.param(
            "topics.yaml",
            "name: Sleep",
            "name: Sleep\n    colour: blue",
            "topics.yaml, sleep: has fields that nobody reads: colour",
            id="unknown",
        ),
        pytest.param(
            "feelings.yaml",
            "valence: pleasant",
            "valence: nice",
            "feelings.yaml, joy: has no such valence",
            id="valence",
        ),
        pytest.param("feelings.yaml", "label: fear", "label: anger", "anger: stands twice in feelings", id="twice"),
        pytest.param("topics.yaml", "name: Food", "name: ''", "topics.yaml, food: needs text in name", id="empty"),
        pytest.param("scales.yaml", '"mild", ', "", "scales.yaml, intensity: needs 4 words", id="steps"),
        pytest.param("scales.yaml", "scales:", "scale:", "scales.yaml: 'scales' must be a list", id="section"),
        pytest.param("topics.yaml", "topics:", "topics: [", "topics.yaml, line [0-9]+: this is no", id="yaml"),
    ],
)
def test_a_broken_file_names_itself_and_the_label(folder, name, old, new, message):
    change(folder / name, old, new)
    with pytest.raises(AnalyzerError, match=message):
        taxonomy.read(folder)


def test_a_missing_file_is_named(folder):
    (folder / "topics.yaml").unlink()
    with pytest.raises(AnalyzerError, match=r"topics\.yaml is missing"):
        taxonomy.read(folder)
