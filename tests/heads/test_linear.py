import numpy as np

from analyzer.heads import LinearChoice, LinearHead
from analyzer.heads.linear import calibrate


def head():
    return LinearHead(
        labels=("calm", "fear"),
        weights=np.array([[2.0, 0.0], [0.0, 4.0]], dtype=np.float32),
        intercepts=np.array([0.0, -2.0], dtype=np.float32),
        calibration=np.array([[1.0, 0.0], [1.0, 0.0]]),
        thresholds={"calm": 0.5, "fear": 0.5},
    )


def test_probabilities_are_the_logistic_of_the_margins():
    found = head().probabilities(np.array([[1.0, 0.0]], dtype=np.float32))
    np.testing.assert_allclose(found, [[1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2))]])


def test_no_rows_give_no_rows():
    assert head().probabilities(np.zeros((0, 2), np.float32)).shape == (0, 2)


def test_calibration_moves_slope_and_offset():
    np.testing.assert_allclose(calibrate(np.array([[1.0]]), np.array([[2.0, -2.0]])), [[0.5]])


def test_a_choice_reads_the_vector_and_what_it_is_asked_about():
    # Withdrawing speaks for the other here, whatever the sentence says; pursuing leaves the sentence to decide.
    choice = LinearChoice(
        ("self", "other"),
        ("pursuit", "shutdown"),
        np.array([[2.0, 0.0, 0.0], [-2.0, 0.0, 9.0]], dtype=np.float32),
        np.zeros(2, dtype=np.float32),
    )
    found = choice.probabilities(np.array([[1.0], [1.0], [-1.0]], dtype=np.float32), ["pursuit", "shutdown", "pursuit"])
    np.testing.assert_allclose(found.sum(axis=1), 1)
    assert [choice.labels[column] for column in found.argmax(axis=1)] == ["self", "other", "other"]
