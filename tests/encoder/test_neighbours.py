import numpy as np
import pytest

from analyzer.encoder import EntryVectors, Neighbours
from analyzer.encoder.neighbours import gelu


@pytest.fixture
def layer():
    # One hidden unit for each of: the sentence before, the sentence itself, the one after.
    weights = np.zeros((3, 6), dtype=np.float32)
    weights[0, 0] = weights[1, 2] = weights[2, 4] = 10.0
    return Neighbours(weights, np.zeros(3, dtype=np.float32))


def entry(*sentences):
    rows = np.array(sentences, dtype=np.float32).reshape(-1, 2)
    return EntryVectors(rows, rows.astype(np.float16), np.ones(len(rows), np.int64), np.zeros((len(rows), 2), np.int32))


def test_a_sentence_keeps_its_own_vector(layer):
    assert layer.around(entry([1, 2], [3, 4])).sentences[:, :2].tolist() == [[1, 2], [3, 4]]


def test_a_sentence_learns_from_the_one_before_and_the_one_after(layer):
    mixed = layer.around(entry([1, 0], [2, 0], [3, 0])).sentences[:, 2:]
    np.testing.assert_allclose(mixed, [[0, 10, 20], [10, 20, 30], [20, 30, 0]])


def test_no_sentences_give_no_rows(layer):
    assert layer.around(entry()).sentences.shape == (0, 5)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (1.0, 0.8412), (-1.0, -0.1588), (5.0, 5.0)])
def test_the_unit_is_that_of_the_literature(x, y):
    assert gelu(np.float32([x]))[0] == pytest.approx(y, abs=1e-3)
