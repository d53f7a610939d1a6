"""Head and cue together: cells made by hand, texts 0 to n, two labels."""

import numpy as np
import pytest

from analyzer.heads import Combination
from analyzer.training.combine import Cells, choose_bar, clean, crossed_presence, fit_combination, scores

NO_CUE = np.nan


def cells(*rows):
    """Rows of (text, column, head, precision, right)."""
    return Cells(*np.array(rows, dtype=float).T)


def noisy(n=2000, seed=0):
    """Head and cue each point at the truth two times in three, apart from each other."""
    random = np.random.default_rng(seed)
    right = random.random(n) < 0.3
    head = np.where(random.random(n) < 0.67, right, ~right) * 0.4 + 0.3
    cue = np.where(random.random(n) < 0.67, right, ~right)
    return Cells(np.arange(n), np.zeros(n), head, np.where(cue, 0.6, NO_CUE), right.astype(float)), right.reshape(-1, 1)


def test_a_text_scores_as_its_best_sentence():
    found = scores(cells((0, 1, 0.2, NO_CUE, 0), (0, 1, 0.7, NO_CUE, 1)), Combination(1.0, 1.0, 1.0, 0.0), (2, 2))
    np.testing.assert_allclose(found, [[0, 0.7], [0, 0]])


def test_head_and_cue_are_both_believed_as_far_as_they_are_right():
    fitted = fit_combination(noisy()[0])
    assert fitted.head > 0
    assert fitted.probability(0.7, 0.6) > fitted.probability(0.7, None) > fitted.probability(0.3, None)


def test_texts_can_be_parted():
    part = cells((0, 0, 0.2, NO_CUE, 0), (1, 0, 0.7, NO_CUE, 1)).of(np.array([False, True]))
    assert part.head.tolist() == [0.7]


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
    found_cells, truth = noisy()
    best, found = crossed_presence(found_cells, truth, 0.85)
    assert best.shape == found.shape == truth.shape
    assert 0.4 < (found & truth).sum() / truth.sum() < 0.95
