import numpy as np
import pytest

from analyzer.evaluation.calibration import (
    best_threshold,
    crossed,
    fit_calibration,
    macro_thresholds,
    micro_thresholds,
)
from analyzer.evaluation.measures import calibration_error
from analyzer.heads.linear import calibrate


def drawn(n, slope, offsets, seed=1):
    """Margins of shape (n, n_labels), and truth that follows them by the slope and offsets."""
    random = np.random.default_rng(seed)
    margins = random.normal(size=(n, len(offsets)))
    return margins, random.random(margins.shape) < 1 / (1 + np.exp(-(slope * margins + np.array(offsets))))


def test_calibration_finds_the_slope_and_offsets_again():
    found = fit_calibration(*drawn(20_000, 2.0, [-1.0, 0.5]))
    np.testing.assert_allclose(found, [[2.0, -1.0], [2.0, 0.5]], atol=0.1)


def test_calibrated_probabilities_come_true_on_new_texts():
    calibration = fit_calibration(*drawn(5000, 0.5, [-2.0, -1.0]))
    margins, truth = drawn(5000, 0.5, [-2.0, -1.0], seed=2)
    assert calibration_error(calibrate(margins, calibration), truth) < 0.02


def test_a_label_without_an_example_stays_improbable_but_finite():
    margins, truth = drawn(500, 1.0, [0.0, 0.0])
    truth[:, 1] = False
    found = fit_calibration(margins, truth)
    assert np.isfinite(found).all()
    assert calibrate(np.zeros((1, 2)), found)[0, 1] < 0.05


def test_the_best_threshold_parts_what_can_be_parted():
    scores = np.linspace(0.01, 0.99, 99)
    assert best_threshold(scores, scores > 0.6) == pytest.approx(0.6, abs=0.03)


def test_macro_bars_are_each_labels_own():
    scores = np.column_stack([np.linspace(0.01, 0.99, 99)] * 2)
    bars = macro_thresholds(["calm", "fear"], scores, scores > [0.3, 0.7], np.ones(scores.shape, bool))
    assert bars["calm"] == pytest.approx(0.3, abs=0.03)
    assert bars["fear"] == pytest.approx(0.7, abs=0.03)


def test_the_micro_bar_is_one_for_all():
    scores = np.column_stack([np.linspace(0.01, 0.99, 99)] * 2)
    bars = micro_thresholds(["calm", "fear"], scores, scores > 0.5, np.ones(scores.shape, bool))
    assert bars["calm"] == bars["fear"] == pytest.approx(0.5, abs=0.04)


def test_of_bars_that_read_as_well_the_lowest_may_be_asked_for():
    margins, truth = drawn(5000, 1.0, [-1.0, 0.0])
    scores, known = 1 / (1 + np.exp(-margins)), np.ones(truth.shape, bool)
    best, lower = (micro_thresholds(["calm", "fear"], scores, truth, known, spare)["calm"] for spare in (0.0, 0.01))
    assert lower < best


def test_cells_of_which_nothing_is_known_do_not_count():
    margins, truth = drawn(5000, 1.0, [0.0, 0.0])
    known = np.ones_like(truth)
    known[::2, 1] = False
    blind = truth.copy()
    blind[::2, 1] = False  # what a corpus that is silent on the label looks like
    np.testing.assert_allclose(fit_calibration(margins, blind, known), [[1, 0], [1, 0]], atol=0.15)
    assert fit_calibration(margins, blind)[1, 1] < -0.5


def test_a_half_is_judged_by_what_the_other_half_teaches():
    # The label is common in even rows and rare in odd ones, so each half learns the opposite of what it is asked.
    random = np.random.default_rng(3)
    even = (np.arange(2000) % 2 == 0).reshape(-1, 1)
    truth = random.random((2000, 1)) < np.where(even, 0.9, 0.1)
    probabilities, _ = crossed(["a"], random.normal(size=(2000, 1)), truth, lambda *_: {"a": 0.5})
    assert probabilities[even].mean() == pytest.approx(0.1, abs=0.03)
    assert probabilities[~even].mean() == pytest.approx(0.9, abs=0.03)
