import numpy as np
import pytest

from analyzer.encoder import Neighbours
from analyzer.encoder.neighbours import gelu


@pytest.fixture
def layer():
    # One hidden unit for each of: the sentence before, the sentence itself, the one after.
    weights = np.zeros((3, 6), dtype=np.float32)
    weights[0, 0] = weights[1, 2] = weights[2, 4] = 10.0
    return Neighbours(weights, np.zeros(3, dtype=np.float32))


def test_a_sentence_keeps_its_own_vector(layer):
    vectors = np.array([[1, 2], [3, 4]], dtype=np.float32)
    np.testing.assert_array_equal(layer.around(vectors, [2])[:, :2], vectors)


def test_neighbours_stay_within_the_entry(layer):
    vectors = np.array([[1, 0], [2, 0], [3, 0]], dtype=np.float32)
    mixed = layer.around(vectors, [2, 1])[:, 2:]
    np.testing.assert_allclose(mixed, [[0, 10, 20], [10, 20, 0], [0, 30, 0]])


def test_no_sentences_give_no_rows(layer):
    assert layer.around(np.zeros((0, 2), np.float32), []).shape == (0, 5)


def test_an_empty_entry_takes_no_row(layer):
    vectors = np.array([[1, 0], [2, 0]], dtype=np.float32)
    np.testing.assert_allclose(layer.around(vectors, [1, 0, 1])[:, 2:], [[0, 10, 0], [0, 20, 0]])


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (1.0, 0.8412), (-1.0, -0.1588), (5.0, 5.0)])
def test_the_unit_is_that_of_the_literature(x, y):
    assert gelu(np.float32([x]))[0] == pytest.approx(y, abs=1e-3)
