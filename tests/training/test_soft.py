"""Soft labels are kept in bytes, in the order of the texts, and refused where the texts are others."""

import numpy as np
import pytest

from analyzer.corpora import Item, label_names
from analyzer.messages import AnalyzerError
from analyzer.training.soft import add_soft, write_soft


def items(soft=True):
    first = Item("journals", "One. Two.", ["One.", "Two."], False, {}, {"patterns": [[{}], [{}]], "triggers": [[], []]})
    second = Item("journals", "Three.", ["Three."], False, {}, {"patterns": [[]], "triggers": [[]]})
    if soft:
        first.soft = {
            "levels": np.array([2.5, 0.0]),
            "patterns": np.array([[0.2, 0.4], [0.6, 1.0]]),
            "agent": np.array([[1.0, 0.0], [0.0, 1.0]]),
        }
        second.soft = {"levels": np.array([1.0, 3.0]), "patterns": np.array([[0.0, 0.8]]), "agent": np.zeros((0, 2))}
    return [first, second]


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "teacher" / "soft.npz"
    write_soft({"journals": items()}, path)
    return path


def test_every_item_gets_its_own_back(kept):
    read = items(soft=False)
    add_soft({"journals": read}, kept)
    for item, told in zip(read, items(), strict=True):
        for head, values in told.soft.items():
            np.testing.assert_allclose(item.soft[head], values, atol=1 / 64)


def test_a_row_a_sentence_or_mention_however_many(kept):
    read = items(soft=False)
    add_soft({"journals": read}, kept)
    assert [len(item.soft["patterns"]) for item in read] == [2, 1]
    assert [len(item.soft["agent"]) for item in read] == [2, 0]


def test_other_texts_are_refused(kept):
    read = items(soft=False)
    read[1].text = "Four."
    with pytest.raises(AnalyzerError, match="soft labels of other texts"):
        add_soft({"journals": read}, kept)


def test_an_entry_that_nobody_judged_counts_as_people_labelled_it(kept):
    mention = {"pattern": "repair", "agent": "other", "status": "done", "when": "past"}
    late = Item(
        "journals",
        "Late. He said sorry.",
        ["Late.", "He said sorry."],
        False,
        {"feelings": np.zeros(28, dtype=np.float32), "levels": np.array([1.0, 0.0])},
        {"patterns": [[], [mention]], "triggers": [[], []]},
    )
    first, second = items(soft=False)
    assert add_soft({"journals": [first, late, second]}, kept) == 1
    labels = label_names()
    assert late.soft["patterns"].shape == (2, len(labels["patterns"]))
    assert late.soft["patterns"].sum() == late.soft["patterns"][1, labels["patterns"].index("repair")] == 1
    assert late.soft["agent"].tolist() == [[float(agent == "other") for agent in labels["agent"]]]
    assert late.soft["who"].shape == (0, len(labels["who"]))
    np.testing.assert_allclose(second.soft["levels"], [1.0, 3.0], atol=1 / 64)


def test_a_text_that_fell_out_of_the_corpus_is_refused(kept):
    with pytest.raises(AnalyzerError, match="soft labels of other texts"):
        add_soft({"journals": items(soft=False)[:1]}, kept)
