"""Head and cue together: texts made by hand, two labels."""

import numpy as np
import pytest

from analyzer.heads import Combination
from analyzer.training.combine import Told, choose_again, choose_bar, clean, crossed_presence, fit_combination, scores

NO_CUE = np.nan


def noisy(n=2000, seed=0):
    """Texts of one sentence; head and cue each point at the truth two times in three, apart from each other."""
    random = np.random.default_rng(seed)
    right = random.random(n) < 0.3
    head = np.where(random.random(n) < 0.67, right, ~right) * 0.4 + 0.3
    cue = np.where(random.random(n) < 0.67, right, ~right)
    return [
        Told(np.array([[h]]), np.array([[0.6 if c else NO_CUE]]), np.array([[r]]))
        for h, c, r in zip(head, cue, right, strict=True)
    ]


def hinted(n=1500, seed=0):
    """Texts of four sentences: where one holds the label, all four hint at it, and none says it alone."""
    random = np.random.default_rng(seed)
    texts = []
    for _ in range(n):
        held = random.random() < 0.3
        head = np.clip(random.normal(0.3 if held else 0.12, 0.1, (4, 1)), 0.001, 0.999)
        right = np.zeros((4, 1), dtype=bool)
        right[random.integers(4)] = held
        texts.append(Told(head, np.full((4, 1), NO_CUE), right))
    return texts


def test_a_text_scores_as_its_best_sentence():
    text = Told(np.array([[0.5, 0.2], [0.5, 0.7]]), np.full((2, 2), NO_CUE), np.zeros((2, 2), dtype=bool))
    np.testing.assert_allclose(scores([text], Combination(1.0, 1.0, 1.0, 0.0)), [[0.5, 0.7]])


def test_head_and_cue_are_both_believed_as_far_as_they_are_right():
    fitted = fit_combination(noisy())
    assert fitted.head > 0
    both, alone, neither = fitted.odds(np.array([0.7, 0.7, 0.3]), np.array([0.6, NO_CUE, NO_CUE]))
    assert both > alone > neither


def test_what_all_sentences_hint_at_counts_for_the_entry():
    fitted = fit_combination(hinted())
    assert fitted.entry > 0
    once, often = (fitted.probabilities(np.full((n, 1), 0.3), np.full((n, 1), NO_CUE)).max() for n in (1, 4))
    assert often > once


def test_the_bar_leaves_most_texts_without_a_label_clean():
    # Half the texts hold the label at 0.6; the others hold none, and a fifth of those score 0.5.
    best = np.concatenate([np.full(50, 0.6), np.full(10, 0.5), np.full(40, 0.1)]).reshape(-1, 1)
    truth = (np.arange(100) < 50).reshape(-1, 1)
    bar = choose_bar(best, truth, 0.85)
    assert 0.5 < bar <= 0.6
    assert clean(best >= bar, truth) == 1.0


def test_where_no_bar_is_clean_enough_the_highest_is_taken():
    best, truth = np.full((10, 1), 0.95), np.zeros((10, 1), dtype=bool)
    assert choose_bar(best, truth, 0.85) == pytest.approx(0.9)


def test_crossed_presence_of_noise_is_better_than_chance_and_worse_than_perfect():
    told = noisy()
    truth = np.stack([text.holds for text in told])
    best, found = crossed_presence(told, 0.85)
    assert best.shape == found.shape == truth.shape
    assert 0.4 < (found & truth).sum() / truth.sum() < 0.95


def test_a_further_sentence_counts_only_where_such_are_mostly_right():
    # In every text the first sentence holds the label; a second one at 0.4 never does, one at 0.7 always.
    plain = Combination(1.0, 0.0, 0.0, 0.0)
    wrong = Told(np.array([[0.8], [0.4]]), np.full((2, 1), NO_CUE), np.array([[True], [False]]))
    right = Told(np.array([[0.8], [0.7]]), np.full((2, 1), NO_CUE), np.array([[True], [True]]))
    assert 0.4 < choose_again([wrong, right], plain, 0.2) <= 0.7
