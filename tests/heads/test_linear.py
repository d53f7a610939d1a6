import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analyzer.heads import LinearHead, LinearScale, best_threshold
from analyzer.heads.linear import calibrate, fit_choice, fit_label


def head(thresholds=(0.5, 0.5)):
    return LinearHead(
        labels=("calm", "fear"),
        weights=csr_matrix(np.array([[2.0, 0.0], [0.0, 4.0]], dtype=np.float32)),
        intercepts=np.array([0.0, -2.0]),
        calibration=np.array([[1.0, 0.0], [1.0, 0.0]]),
        thresholds=dict(zip(("calm", "fear"), thresholds, strict=True)),
    )


def test_probabilities_are_the_logistic_of_the_margins():
    found = head().probabilities(csr_matrix([[1.0, 0.0]]))
    np.testing.assert_allclose(found, [[1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2))]])


def test_no_rows_give_no_rows():
    assert head().probabilities(csr_matrix((0, 2))).shape == (0, 2)


def test_present_lists_the_most_probable_first():
    assert head().present(np.array([[0.6, 0.9], [0.1, 0.2]])) == [("fear", "calm"), ()]


def test_a_label_counts_from_its_own_threshold():
    assert head((0.7, 0.2)).present(np.array([[0.6, 0.3]])) == [("fear",)]


def test_calibration_moves_slope_and_offset():
    np.testing.assert_allclose(calibrate(np.array([[1.0]]), np.array([[2.0, -2.0]])), [[0.5]])


@pytest.mark.parametrize("value", [pytest.param(-9.0, id="below"), pytest.param(9.0, id="above")])
def test_a_scale_stays_within_its_range(value):
    scale = LinearScale(csr_matrix(np.array([[1.0]], dtype=np.float32)), 0.0)
    assert 0.0 <= scale.values(csr_matrix([[value]]))[0] <= 3.0


def test_the_best_threshold_parts_what_can_be_parted():
    scores = np.linspace(0.01, 0.99, 99)
    assert best_threshold(scores, scores > 0.6) == pytest.approx(0.6, abs=0.03)


def test_a_fitted_label_finds_its_column_again():
    vectors = csr_matrix(np.tile(np.eye(2), (20, 1)))
    weights, _ = fit_label(vectors, np.tile([True, False], 20), strength=10.0)
    assert weights[0, 0] > 0 > weights[0, 1]


def test_a_choice_without_examples_of_a_label_hardly_ever_takes_it():
    vectors = csr_matrix(np.tile(np.eye(2), (20, 1)))
    choice = fit_choice(vectors, ["self", "other"] * 20, ("self", "other", "both"), strength=10.0)
    found = choice.probabilities(csr_matrix([[1.0, 0.0]]))[0]
    assert found.argmax() == 0
    assert found[2] < 0.01
