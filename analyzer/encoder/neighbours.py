"""What a sentence learns from those beside it: who "he" is often stands one line earlier."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Neighbours:
    """One hidden layer over the sentence before, the sentence itself and the one after; trained with the encoder.

    Attributes:
        weights: Shape (hidden, 3 d).
        bias: Shape (hidden,).
    """

    weights: Vectors
    bias: Vectors

    def around(self, vectors: Vectors, lengths: Iterable[int]) -> Vectors:
        """Return each sentence's vector beside what its neighbours tell of it, shape (n, d + hidden).

        ``lengths`` counts the sentences of each entry, in the order of the rows.
        """
        sizes = np.fromiter(lengths, dtype=np.int64)
        entry = np.repeat(np.arange(len(sizes)), sizes)
        linked = np.flatnonzero(entry[:-1] == entry[1:])
        before, after = np.zeros_like(vectors), np.zeros_like(vectors)
        before[linked + 1] = vectors[linked]
        after[linked] = vectors[linked + 1]
        mixed = gelu(np.concatenate([before, vectors, after], axis=1) @ self.weights.T + self.bias)
        return np.concatenate([vectors, mixed], axis=1)


def gelu(x: Vectors) -> Vectors:
    """Return the Gaussian error linear unit by its tanh form (Hendrycks & Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))), dtype=np.float32)
