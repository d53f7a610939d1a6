import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analyzer.encoder import TfidfEncoder, pool, with_neighbours


@pytest.fixture(scope="module")
def encoder():
    return TfidfEncoder().fit(["i went quiet and he left", "he went home and i ate"] * 6)


def test_rows_have_unit_length(encoder):
    rows = encoder.encode(["he went quiet"])
    np.testing.assert_allclose(np.linalg.norm(rows.toarray(), axis=1), 1, rtol=1e-5)


def test_no_sentences_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, encoder.size)


def test_curly_and_straight_apostrophes_read_the_same(encoder):
    straight, curly = encoder.encode(["didn't he"]), encoder.encode(["didn’t he"])
    assert (straight != curly).nnz == 0


def test_a_row_does_not_depend_on_its_neighbours(encoder):
    alone, second = encoder.encode(["he left"]), encoder.encode(["i ate", "he left"])
    np.testing.assert_allclose(alone.toarray()[0], second.toarray()[1])


def test_pooling_sums_the_sentences_of_an_entry():
    vectors = csr_matrix(np.array([[1, 0], [0, 1], [0, 1]], dtype=np.float32))
    np.testing.assert_allclose(pool(vectors, [1, 2, 0]).toarray(), [[1, 0], [0, 1], [0, 0]])


def test_neighbours_stay_within_the_entry():
    vectors = csr_matrix(np.eye(3, dtype=np.float32))
    found = with_neighbours(vectors, [2, 1]).toarray()
    np.testing.assert_allclose(found[0, 3:], [0, 0.2, 0])  # the one after
    np.testing.assert_allclose(found[1, 3:], [0.4, 0, 0])  # the one before
    np.testing.assert_allclose(found[2, 3:], [0, 0, 0])  # another entry
