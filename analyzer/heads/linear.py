"""Linear heads over a sentence's vector. They know no spaCy and no journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class LinearHead:
    """Several yes-or-no labels of a sentence, each calibrated.

    Attributes:
        labels: The columns of every result, in this order.
        weights: Shape (n_labels, d).
        intercepts: Shape (n_labels,).
        calibration: Slope and offset of each label's Platt scaling, shape (n_labels, 2).
        thresholds: The probability from which a label counts as present, by label; chosen on data that
            the weights were not fitted to.
    """

    labels: tuple[str, ...]
    weights: Vectors
    intercepts: Vectors
    calibration: Floats
    thresholds: Mapping[str, float]

    def margins(self, vectors: Vectors) -> Floats:
        """Return the uncalibrated log odds, shape (n, n_labels)."""
        return np.asarray(vectors @ self.weights.T + self.intercepts, dtype=np.float64)

    def probabilities(self, vectors: Vectors) -> Floats:
        """Return calibrated probabilities of shape (n, n_labels); no rows gives (0, n_labels)."""
        return calibrate(self.margins(vectors), self.calibration)


@dataclass(frozen=True)
class LinearChoice:
    """One label out of several, such as who did it: a softmax over linear scores.

    Attributes:
        labels: The columns of every result, in this order.
        asked: The labels that the question is about, such as the patterns; each stands as a column after the vectors.
        weights: Shape (n_labels, d + n_asked).
        intercepts: Shape (n_labels,).
    """

    labels: tuple[str, ...]
    asked: tuple[str, ...]
    weights: Vectors
    intercepts: Vectors

    def probabilities(self, vectors: Vectors, about: Sequence[str]) -> Floats:
        """Return rows that sum to 1, shape (n, n_labels); ``about`` names what is asked of each vector."""
        width = vectors.shape[1]
        columns = [width + self.asked.index(label) for label in about]
        scores = vectors @ self.weights[:, :width].T + self.weights[:, columns].T + self.intercepts
        return np.asarray(softmax(scores, axis=1), dtype=np.float64)


def calibrate(margins: Floats, calibration: Floats) -> Floats:
    """Return probabilities out of log odds by each column's slope and offset (Platt 1999)."""
    return np.asarray(expit(margins * calibration[:, 0] + calibration[:, 1]), dtype=np.float64)
