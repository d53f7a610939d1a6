"""Cues are counted on texts that nobody labelled, as right as a larger network finds them."""

import numpy as np
import pytest

from analyzer.corpora import Item, label_names
from analyzer.training.sparse import count_sparse

pytestmark = pytest.mark.model


def judged(text, **found):
    soft = {}
    for name in ("patterns", "triggers"):
        labels = label_names()[name]
        soft[name] = np.array([[found.get(label, 0.0) for label in labels]])
    return Item("goemotions", text, [text], False, soft=soft)


def test_a_match_is_as_right_as_the_text_holds_the_label():
    counts = count_sparse([judged("My bad.", repair=0.25), judged("my bad, he said", repair=0.5), judged("Soup.")])
    assert counts["repair: my bad"] == (2, 0.75)


def test_where_no_cue_matches_nothing_is_counted():
    assert count_sparse([judged("Soup for tea.", repair=1.0)]) == {}
