"""Heads over an entry: every label looks for the sentences that speak of it, weighs them, and reads those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.heads.linear import Floats, Vectors, calibrate


@dataclass(frozen=True)
class AttentionHead:
    """Several yes-or-no labels of an entry, each calibrated.

    Attributes:
        labels: The columns of every result, in this order.
        weights: What a label reads in a sentence, shape (n_labels, d).
        queries: Which sentences it looks at, shape (n_labels, d).
        intercepts: Shape (n_labels,).
        calibration: Slope and offset of each label's Platt scaling, shape (n_labels, 2).
        thresholds: The probability from which a label counts as present, by label; chosen on data that
            the weights were not fitted to.
    """

    labels: tuple[str, ...]
    weights: Vectors
    queries: Vectors
    intercepts: Vectors
    calibration: Floats
    thresholds: Mapping[str, float]

    def margins(self, vectors: Vectors, lengths: Sequence[int]) -> Floats:
        """Return the uncalibrated log odds of entries, shape (n_entries, n_labels).

        ``lengths`` counts the sentences of each entry, in the order of the rows of ``vectors``.
        """
        return attend(vectors, lengths, self.weights, self.queries, self.intercepts)

    def probabilities(self, vectors: Vectors, lengths: Sequence[int]) -> Floats:
        """Return calibrated probabilities of shape (n_entries, n_labels)."""
        return calibrate(self.margins(vectors, lengths), self.calibration)

    def telling(self, vectors: Vectors, label: str) -> tuple[int, float]:
        """Return the sentence of one entry that says a label most, and its share of the whole reading, 0 to 1.

        A sentence counts by the attention it gets, times what is read in it beyond the least of the entry.
        ``vectors`` has a row a sentence, at least one.
        """
        column = self.labels.index(label)
        looked = (vectors @ self.queries[column]).astype(np.float64)
        shares = np.exp(looked - looked.max())
        shares /= shares.sum()
        read = (vectors @ self.weights[column]).astype(np.float64)
        said = shares * (read - read.min())
        best = int(np.argmax(said if said.any() else shares))
        return best, float(shares[best])


@dataclass(frozen=True)
class AttentionScale:
    """Graded readings of an entry, such as intensity and severity, clipped to their range.

    Attributes:
        labels: The columns of every result, in this order.
        weights: Shape (n_labels, d); ``queries`` likewise.
        low: The least value; ``high`` the greatest.
    """

    labels: tuple[str, ...]
    weights: Vectors
    queries: Vectors
    intercepts: Vectors
    low: float = 0.0
    high: float = 3.0

    def values(self, vectors: Vectors, lengths: Sequence[int]) -> Floats:
        """Return one row an entry, shape (n_entries, n_labels)."""
        return np.clip(attend(vectors, lengths, self.weights, self.queries, self.intercepts), self.low, self.high)


def attend(vectors: Vectors, lengths: Sequence[int], weights: Vectors, queries: Vectors, intercepts: Vectors) -> Floats:
    """Return each entry's scores, weighted over its sentences by a softmax of what each label looks for.

    Shape (n_entries, n_labels). An entry without sentences gets the intercepts.
    """
    found = np.tile(intercepts.astype(np.float64), (len(lengths), 1))
    sizes = np.asarray(lengths, dtype=np.int64)
    filled = sizes[sizes > 0]
    if not len(filled):
        return found
    starts = np.cumsum(filled) - filled
    looked = (vectors @ queries.T).astype(np.float64)
    shares = np.exp(looked - np.repeat(np.maximum.reduceat(looked, starts), filled, axis=0))
    read = shares * (vectors @ weights.T)
    found[sizes > 0] += np.add.reduceat(read, starts) / np.add.reduceat(shares, starts)
    return found
