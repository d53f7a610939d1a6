"""A sentence is parsed where head and cues together can come to a finding, and nowhere else."""

import numpy as np
import pytest

from analyzer.heads import AttentionHead, Combination
from analyzer.language import load_tokenizer, units
from analyzer.pipeline.candidates import choose, matcher, possible_precision, words_of
from analyzer.pipeline.models import Mentions
from analyzer.taxonomy import load as load_taxonomy

LABELS = load_taxonomy().pattern_labels
SHUTDOWN = LABELS.index("shutdown")
TEXT = "I had soup. He yelled and I went quiet. The bus was late."


@pytest.fixture
def doc():
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    return nlp(TEXT)


def chosen(doc, shutdown, *, entry=0.0):
    """Return the sentences chosen where the head gives ``shutdown`` to each, the bar being 0.5."""
    nothing = np.zeros((len(LABELS), 1), dtype=np.float32)
    head = AttentionHead(LABELS, nothing, nothing, nothing[:, 0], nothing, dict.fromkeys(LABELS, 0.5))
    combination = Combination(head=1.0, cue=3.0, precision=0.0, intercept=0.0, entry=entry)
    read = np.full((3, len(LABELS)), 0.001)
    read[:, SHUTDOWN] = shutdown
    heads = {"patterns": Mentions(head, combination, {}, {})}
    return [sentence.text.split(" ")[0] for sentence in choose(doc, units(doc), heads, {"patterns": read})]


def test_a_cue_that_may_match_is_told_before_the_parse(doc):
    hoped = possible_precision(matcher(doc.vocab, "patterns"), words_of(units(doc)), LABELS)
    assert np.isnan(hoped[[0, 2]]).all()
    assert 0 < hoped[1, SHUTDOWN] < 1


@pytest.mark.parametrize(
    ("shutdown", "expected"),
    [
        pytest.param([0.01, 0.01, 0.01], [], id="nothing to find, cue or not"),
        pytest.param([0.2, 0.2, 0.2], ["He"], id="where a cue would carry it over the bar"),
        pytest.param([0.6, 0.2, 0.01], ["I", "He"], id="where the head alone is over it"),
    ],
)
def test_only_what_can_reach_the_bar_is_parsed(doc, shutdown, expected):
    assert chosen(doc, shutdown) == expected


def test_where_the_entry_counts_its_best_sentence_is_parsed_and_those_whose_cue_may_tell_for_it(doc):
    assert chosen(doc, [0.35, 0.01, 0.34]) == []
    assert chosen(doc, [0.35, 0.01, 0.34], entry=1.5) == ["I", "He"]
