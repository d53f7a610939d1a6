"""Head and cues add their log odds; what an entry says as a whole goes to its best sentence."""

import numpy as np
import pytest
from scipy.special import logit

from analyzer.heads import Combination
from analyzer.heads.combination import any_of

NO_CUE = np.nan


def column(*values):
    return np.array(values, dtype=float).reshape(-1, 1)


@pytest.mark.parametrize(
    ("head", "cue", "probability"),
    [
        pytest.param(0.5, NO_CUE, 0.5, id="undecided, no cue"),
        pytest.param(0.8, NO_CUE, 0.8, id="the head alone"),
        pytest.param(0.5, 0.5, 1 / (1 + np.exp(-1.0)), id="a cue that is right half the time"),
        pytest.param(0.5, 0.8, 1 / (1 + np.exp(-1.0 - 2 * np.log(4))), id="a cue that can be trusted"),
    ],
)
def test_head_and_cue_add_their_log_odds(head, cue, probability):
    combination = Combination(head=1.0, cue=1.0, precision=2.0, intercept=0.0)
    assert combination.probabilities(column(head), column(cue))[0, 0] == pytest.approx(probability)


def test_two_independent_sentences_hold_a_label_as_two_coins_show_a_head():
    np.testing.assert_allclose(any_of(logit(column(0.5, 0.5))), [logit(0.75)])
    np.testing.assert_allclose(any_of(logit(column(0.2))), [logit(0.2)])
    assert any_of(column(400.0, 2.0))[0] == pytest.approx(402.0, abs=1.0)


def test_the_best_sentence_gets_what_the_entry_says_and_the_others_do_not():
    combination = Combination(1.0, 0.0, 0.0, 0.0, own=0.5, entry=0.5)
    alone = combination.probabilities(column(0.3), column(NO_CUE))
    among = combination.probabilities(column(0.2, 0.3, 0.2), column(NO_CUE, NO_CUE, NO_CUE))
    assert alone[0, 0] == pytest.approx(0.3)
    assert among[1, 0] > 0.3
    np.testing.assert_allclose(among[[0, 2], 0], 0.2)


def test_by_its_own_words_a_sentence_is_read_as_if_it_were_the_entry():
    combination = Combination(1.0, 0.0, 0.0, 0.1, own=0.5, entry=0.7, offset=-0.2)
    read = column(0.2, 0.3)
    alone = [combination.probabilities(column(value), column(NO_CUE))[0, 0] for value in (0.2, 0.3)]
    np.testing.assert_allclose(combination.alone(read, np.full_like(read, NO_CUE))[:, 0], alone)


def test_an_entry_without_a_sentence_holds_nothing():
    empty = np.zeros((0, 3))
    assert Combination(1.0, 0.0, 0.0, 0.0).probabilities(empty, empty).shape == (0, 3)


def test_beside_the_best_sentence_others_need_a_higher_bar():
    combination = Combination(1.0, 0.0, 0.0, 0.0, again=0.5)
    found = combination.counts(np.array([[0.3, 0.1], [0.4, 0.1], [0.6, 0.05]]), np.array([0.2, 0.2]))
    assert found.tolist() == [[False, False], [False, False], [True, False]]
    assert combination.counts(np.array([[0.6], [0.7], [0.55]]), np.array([0.2])).all()


@pytest.mark.parametrize(
    "combination",
    [
        pytest.param(Combination(0.8, 2.0, 0.4, -0.6, own=0.5, entry=0.7, offset=0.2), id="a cue always helps"),
        pytest.param(
            Combination(0.8, 1.0, 0.8, -0.6, own=0.4, entry=0.8), id="a cue that is seldom right speaks against"
        ),
    ],
)
def test_what_is_within_reach_is_never_less_than_what_comes_of_it(combination):
    random = np.random.default_rng(0)
    for _ in range(50):
        head = random.uniform(0.001, 0.6, (5, 3))
        hoped = np.where(random.random((5, 3)) < 0.5, random.uniform(0.1, 0.9, (5, 3)), NO_CUE)
        matched = np.where(random.random((5, 3)) < 0.5, hoped * random.uniform(0.05, 1, (5, 3)), NO_CUE)
        assert (combination.within_reach(head, hoped) >= combination.probabilities(head, matched) - 1e-12).all()
