"""A sentence's vector beside that of the sentences around it: who "he" is often stands one line earlier."""

from collections.abc import Iterable

import numpy as np
from scipy.sparse import csr_matrix, hstack

# How much the sentence before and the one after count against the sentence itself.
BEFORE = 0.4
AFTER = 0.2


def with_neighbours(vectors: csr_matrix, lengths: Iterable[int]) -> csr_matrix:
    """Return rows of shape (n, 2 d): the sentence's own vector, then its neighbours' in the same entry.

    ``lengths`` counts the sentences of each entry, in the order of the rows.
    """
    sizes = np.fromiter(lengths, dtype=np.int64)
    n = vectors.shape[0]
    entry = np.repeat(np.arange(len(sizes)), sizes)
    here = np.arange(n - 1)
    linked = here[entry[:-1] == entry[1:]]
    shape = (n, n)
    before = csr_matrix((np.full(len(linked), BEFORE, dtype=np.float32), (linked + 1, linked)), shape=shape)
    after = csr_matrix((np.full(len(linked), AFTER, dtype=np.float32), (linked, linked + 1)), shape=shape)
    return hstack([vectors, (before + after) @ vectors], format="csr", dtype=np.float32)
