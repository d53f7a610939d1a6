"""What hints are worth is learnt from mentions: made by hand here, three values and two hints."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra train is not installed")

from analyzer.corpora import Item
from analyzer.language import load_tokenizer, units
from analyzer.training.weigh import Asked, _placed, crossed_accuracy, fit_weighing

NOTHING = np.zeros(2)


@pytest.fixture
def asked(n=900, seed=0):
    """The head is right half the time, the first hint nine times in ten, the second never to be trusted."""
    random = np.random.default_rng(seed)
    truth = random.integers(3, size=n)
    read, said = (np.where(random.random(n) < share, truth, random.integers(3, size=n)) for share in (0.5, 0.9))
    head, hints = np.full((n, 3), 0.2), np.zeros((n, 3, 2))
    head[np.arange(n), read] = 0.6
    hints[np.arange(n), said, 0] = 1
    hints[np.arange(n), random.integers(3, size=n), 1] = 1
    return Asked(head, hints, truth)


def test_a_hint_weighs_as_much_as_it_is_right(asked):
    weighing = fit_weighing(asked, NOTHING)
    assert weighing.hints[0] > 2
    assert abs(weighing.hints[1]) < 0.5
    assert weighing.head > 0.5


def test_head_and_hint_together_are_right_more_often_than_the_head(asked):
    alone = float((asked.head.argmax(axis=1) == asked.truth).mean())
    assert crossed_accuracy(asked, NOTHING) > alone + 0.15


def test_hints_that_were_seldom_seen_keep_what_they_started_with(asked):
    prior = np.array([2.0, 4.0])
    few = fit_weighing(asked.of(np.arange(len(asked.truth)) < 1), prior, ridge=100.0)
    assert few.head == pytest.approx(1, abs=0.05)
    np.testing.assert_allclose(few.hints, prior, atol=0.05)


def test_a_mention_is_placed_on_its_own_words_in_its_own_sentence():
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    text = "Soup again. He shouted, so I went quiet."
    doc = nlp(text)
    mention = {"pattern": "shutdown", "at": (text.index("I went") - 12, text.index("quiet") + 5 - 12)}
    item = Item(
        "journals", text, ["Soup again.", "He shouted, so I went quiet."], True, {}, {"patterns": [[], [mention]]}
    )
    ((candidate, found),) = _placed(doc, units(doc), item, "patterns")
    assert doc[candidate.start : candidate.end].text == "I went quiet"
    assert (candidate.sentence, candidate.label, found) == (1, "shutdown", mention)
