"""What a sentence learns from those beside it: who "he" is often stands one line earlier."""

from dataclasses import dataclass, replace

import numpy as np

from analyzer.encoder.entry_vectors import EntryVectors, Vectors


@dataclass(frozen=True)
class Neighbours:
    """One hidden layer over the sentence before, the sentence itself and the one after; trained with the encoder.

    Attributes:
        weights: Shape (hidden, 3 d).
        bias: Shape (hidden,).
    """

    weights: Vectors
    bias: Vectors

    def around(self, entry: EntryVectors) -> EntryVectors:
        """Return the entry with each sentence's vector beside what its neighbours tell of it."""
        here = entry.sentences
        return replace(entry, sentences=np.concatenate([here, self.mixed(here, *beside(here))], axis=1))

    def mixed(self, here: Vectors, before: Vectors, after: Vectors) -> Vectors:
        """Return what is told of rows by those before and after them, shape (n, hidden)."""
        return gelu(np.concatenate([before, here, after], axis=1) @ self.weights.T + self.bias)


def beside(here: Vectors) -> tuple[Vectors, Vectors]:
    """Return for each sentence of an entry the one before and the one after it; zeros where there is none."""
    before, after = np.zeros_like(here), np.zeros_like(here)
    before[1:], after[:-1] = here[:-1], here[1:]
    return before, after


def gelu(x: Vectors) -> Vectors:
    """Return the Gaussian error linear unit by its tanh form (Hendrycks & Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))), dtype=np.float32)
