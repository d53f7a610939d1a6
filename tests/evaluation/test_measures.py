import numpy as np
import pytest

from analyzer.evaluation.measures import (
    calibration_error,
    each_f1,
    interval,
    macro_f1,
    micro_f1,
    rank_correlation,
    reliability,
)

FOUND = np.array([[1, 0], [1, 1], [0, 0]], dtype=bool)
TRUTH = np.array([[1, 0], [0, 1], [1, 0]], dtype=bool)


def test_f1_of_each_label_by_hand():
    np.testing.assert_allclose(each_f1(FOUND, TRUTH), [2 * 1 / (2 + 2), 1.0])


def test_macro_is_the_mean_of_labels_and_micro_that_of_cells():
    assert macro_f1(FOUND, TRUTH) == pytest.approx(0.75)
    assert micro_f1(FOUND, TRUTH) == pytest.approx(2 * 2 / (3 + 3))


def test_a_label_that_is_nowhere_counts_as_zero():
    assert each_f1(np.zeros((2, 1), bool), np.zeros((2, 1), bool)).tolist() == [0.0]


def test_nothing_found_where_nothing_is_there_is_right():
    assert micro_f1(np.zeros((2, 1), bool), np.zeros((2, 1), bool)) == 1.0


def test_ranks_decide_the_correlation():
    assert rank_correlation(np.array([1.0, 2.0, 30.0]), np.array([0.1, 0.2, 0.3])) == pytest.approx(1.0)


def test_an_interval_holds_the_value_and_narrows_with_more_texts():
    random = np.random.default_rng(0)
    few, many = random.random((40, 1)) < 0.5, random.random((4000, 1)) < 0.5
    ranges = [interval(lambda x: float(x.mean()), sample) for sample in (few, many)]
    for (low, high), sample in zip(ranges, (few, many), strict=True):
        assert low <= sample.mean() <= high
    assert ranges[1][1] - ranges[1][0] < (ranges[0][1] - ranges[0][0]) / 4


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error():
    probabilities = np.full((10, 1), 0.3)
    truth = np.arange(10).reshape(-1, 1) < 3
    assert calibration_error(probabilities, truth) == pytest.approx(0.0)
    assert reliability(probabilities, truth) == [(pytest.approx(0.3), pytest.approx(0.3), 10)]


def test_too_sure_is_an_error_of_the_difference():
    assert calibration_error(np.full((4, 1), 0.95), np.array([[1], [1], [0], [0]], bool)) == pytest.approx(0.45)
