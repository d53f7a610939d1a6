"""Heads over a text's parts: every label looks for the parts that speak of it, weighs them, and reads those.

The parts are the sentences of an entry or the tokens of a sentence or of an entry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analyzer.heads.combination import any_of
from analyzer.heads.linear import Floats, Vectors, calibrate

# How many rows each text has.
Lengths = Sequence[int] | NDArray[np.int64]


@dataclass(frozen=True)
class AttentionHead:
    """Several yes-or-no labels of a text, each calibrated.

    Attributes:
        labels: The columns of every result, in this order.
        weights: What a label reads in a part, shape (n_labels, d).
        queries: Which parts it looks at, shape (n_labels, d).
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

    def margins(self, vectors: Vectors, lengths: Lengths) -> Floats:
        """Return the uncalibrated log odds of texts, shape (n_texts, n_labels).

        ``lengths`` counts the parts of each text, in the order of the rows of ``vectors``.
        """
        return attend(vectors, lengths, self.weights, self.queries, self.intercepts)

    def probabilities(self, vectors: Vectors, lengths: Lengths) -> Floats:
        """Return calibrated probabilities of shape (n_texts, n_labels)."""
        return calibrate(self.margins(vectors, lengths), self.calibration)

    def telling(self, vectors: Vectors, label: str, groups: Lengths) -> tuple[int, float]:
        """Return the group of one text's parts that says a label most, and its share of the attention, 0 to 1.

        A part counts by the attention it gets, times what is read in it beyond the least of the text. ``vectors`` has
        a row a part, at least one; ``groups`` counts the parts of each group, such as the tokens of a sentence.
        """
        column = self.labels.index(label)
        looked = (vectors @ self.queries[column]).astype(np.float64)
        shares = np.exp(looked - looked.max())
        shares /= shares.sum()
        read = (vectors @ self.weights[column]).astype(np.float64)
        said = shares * (read - read.min())
        sizes = np.asarray(groups, dtype=np.int64)
        starts = np.cumsum(sizes) - sizes
        best = int(np.argmax(np.add.reduceat(said if said.any() else shares, starts)))
        return best, float(np.add.reduceat(shares, starts)[best])


@dataclass(frozen=True)
class TripleHead(AttentionHead):
    """Labels of an entry, read in three ways: from all its tokens, from its best sentence, and from any sentence.

    Attributes:
        readings: What each of the three counts, shape (3,); calibration and thresholds are of their sum.
    """

    readings: Floats

    def three(self, vectors: Vectors, lengths: Lengths, entries: Lengths) -> Floats:
        """Return the log odds of each reading, shape (n_entries, n_labels, 3).

        Args:
            vectors: The tokens of all entries, shape (n_tokens, d).
            lengths: How many tokens each sentence has, and ``entries`` how many sentences each entry has. An entry
                without a sentence is read whole alone.
        """
        borders = np.cumsum(entries)[:-1]
        seen = look(vectors, self.weights, self.queries)
        whole = pool(*seen, [int(part.sum()) for part in np.split(np.asarray(lengths), borders)], self.intercepts)
        parts = np.split(pool(*seen, lengths, self.intercepts), borders)
        told = [
            np.stack([own, part.max(axis=0), any_of(part)] if len(part) else [own] * 3, axis=-1)
            for own, part in zip(whole, parts, strict=True)
        ]
        return np.stack(told)

    def entry_probabilities(self, vectors: Vectors, lengths: Lengths, entries: Lengths) -> Floats:
        """Return calibrated probabilities of shape (n_entries, n_labels); arguments as for ``three``."""
        return calibrate(self.three(vectors, lengths, entries) @ self.readings, self.calibration)


@dataclass(frozen=True)
class AttentionScale:
    """Graded readings of a text, such as intensity and severity, clipped to their range.

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

    def values(self, vectors: Vectors, lengths: Lengths) -> Floats:
        """Return one row a text, shape (n_texts, n_labels)."""
        return np.clip(attend(vectors, lengths, self.weights, self.queries, self.intercepts), self.low, self.high)


def attend(vectors: Vectors, lengths: Lengths, weights: Vectors, queries: Vectors, intercepts: Vectors) -> Floats:
    """Return each text's scores, weighted over its parts by a softmax of what each label looks for.

    Shape (n_texts, n_labels). A text without parts gets the intercepts.
    """
    return pool(*look(vectors, weights, queries), lengths, intercepts)


def look(vectors: Vectors, weights: Vectors, queries: Vectors) -> tuple[Floats, Floats]:
    """Return how much each label looks at each part, and what it reads there, both of shape (n_parts, n_labels)."""
    return (vectors @ queries.T).astype(np.float64), (vectors @ weights.T).astype(np.float64)


def pool(looked: Floats, read: Floats, lengths: Lengths, intercepts: Vectors) -> Floats:
    """Return each text's scores out of what ``look`` returns; arguments and shape as for ``attend``."""
    found = np.tile(intercepts.astype(np.float64), (len(lengths), 1))
    sizes = np.asarray(lengths, dtype=np.int64)
    filled = sizes[sizes > 0]
    if not len(filled):
        return found
    starts = np.cumsum(filled) - filled
    shares = np.exp(looked - np.repeat(np.maximum.reduceat(looked, starts), filled, axis=0))
    found[sizes > 0] += np.add.reduceat(shares * read, starts) / np.add.reduceat(shares, starts)
    return found
