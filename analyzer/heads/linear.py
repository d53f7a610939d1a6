"""Linear heads over sparse vectors. They know no spaCy and no journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from scipy.special import expit, softmax
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]
# A weight this small moves no probability by more than about 0.001; without these a head is a third as large.
NEGLIGIBLE = 0.02


@dataclass(frozen=True)
class LinearHead:
    """Several yes-or-no labels, each a calibrated logistic regression.

    Attributes:
        labels: The columns of every result, in this order.
        weights: Float32 of shape (n_labels, d).
        intercepts: Shape (n_labels,).
        calibration: Slope and offset of each label's Platt scaling, shape (n_labels, 2).
        thresholds: The probability from which a label counts as present, by label; chosen on data that
            the weights were not fitted to.
    """

    labels: tuple[str, ...]
    weights: csr_matrix
    intercepts: Floats
    calibration: Floats
    thresholds: Mapping[str, float]

    def margins(self, vectors: csr_matrix) -> Floats:
        """Return the uncalibrated log odds, shape (n, n_labels)."""
        return np.asarray((vectors @ self.weights.T).toarray() + self.intercepts, dtype=np.float64)

    def probabilities(self, vectors: csr_matrix) -> Floats:
        """Return calibrated probabilities of shape (n, n_labels); no rows gives (0, n_labels)."""
        return calibrate(self.margins(vectors), self.calibration)

    def present(self, probabilities: Floats) -> list[tuple[str, ...]]:
        """Return for each row the labels at or above their thresholds, the most probable first."""
        bars = np.array([self.thresholds[label] for label in self.labels])
        found = []
        for row in probabilities:
            columns = [column for column in np.argsort(-row) if row[column] >= bars[column]]
            found.append(tuple(self.labels[column] for column in columns))
        return found


@dataclass(frozen=True)
class LinearScale:
    """A graded reading, such as severity: a ridge regression clipped to its range.

    Attributes:
        weights: Float32 of shape (1, d).
        low: The least value; ``high`` the greatest.
    """

    weights: csr_matrix
    intercept: float
    low: float = 0.0
    high: float = 3.0

    def values(self, vectors: csr_matrix) -> Floats:
        """Return one value a row, shape (n,)."""
        raw = (vectors @ self.weights.T).toarray()[:, 0] + self.intercept
        return np.clip(np.asarray(raw, dtype=np.float64), self.low, self.high)


def calibrate(margins: Floats, calibration: Floats) -> Floats:
    """Return probabilities out of log odds by each column's slope and offset (Platt 1999)."""
    return np.asarray(expit(margins * calibration[:, 0] + calibration[:, 1]), dtype=np.float64)


def fit_label(
    vectors: csr_matrix, truth: NDArray[np.bool_], *, strength: float, weights: Floats | None = None
) -> tuple[csr_matrix, float]:
    """Fit one label; return its weights, shape (1, d), and its intercept."""
    # The dual form gives the same margins to two decimals in a third of the time.
    model = LogisticRegression(
        solver="liblinear", dual=True, tol=0.01, C=strength, intercept_scaling=3.0, max_iter=2000, random_state=0
    )
    model.fit(vectors, truth, sample_weight=weights)
    return sparse_weights(model.coef_), float(model.intercept_[0])


def fit_calibration(margins: Floats, truth: NDArray[np.bool_]) -> Floats:
    """Return each label's Platt slope and offset, shape (n_labels, 2), fitted to margins not trained on."""
    rows = []
    for column in range(margins.shape[1]):
        model = LogisticRegression(C=1e3).fit(margins[:, [column]], truth[:, column])
        rows.append((float(model.coef_[0, 0]), float(model.intercept_[0])))
    return np.array(rows)


def best_threshold(scores: Floats, truth: NDArray[np.bool_]) -> float:
    """Return the score from which calling everything present gives the highest F1."""
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    # A threshold between two neighbours is less of an accident than one that sits on an example.
    best = int(np.argmax(np.convolve(f1, np.ones(5) / 5, mode="same")))
    return float(np.clip(scores[order][best], 0.02, 0.98))


def micro_thresholds(labels: Sequence[str], best: Floats, truth: NDArray[np.bool_]) -> dict[str, float]:
    """Choose the thresholds that together give the best micro F1 over entries.

    At the best micro F1 every label's marginal precision equals half that F1 (Lipton et al. 2014), so a
    calibrated probability has one bar for all labels; a label may then move its bar where its own F1 gains.
    """
    grid = np.linspace(0.05, 0.9, 86)
    micro = [2 * (truth & (best >= bar)).sum() / (truth.sum() + (best >= bar).sum()) for bar in grid]
    common = float(grid[int(np.argmax(micro))])
    chosen = {}
    for column, label in enumerate(labels):
        near = grid[np.abs(grid - common) <= 0.12]
        each = [
            2
            * (truth[:, column] & (best[:, column] >= bar)).sum()
            / (truth[:, column].sum() + (best[:, column] >= bar).sum())
            for bar in near
        ]
        chosen[label] = float((near[int(np.argmax(each))] + common) / 2)
    return chosen


def assemble(
    labels: Sequence[str],
    fitted: Sequence[tuple[csr_matrix, float]],
    calibration: Floats,
    thresholds: Mapping[str, float],
) -> LinearHead:
    """Put single labels together to one head."""
    return LinearHead(
        labels=tuple(labels),
        weights=vstack([weights for weights, _ in fitted], format="csr"),
        intercepts=np.array([intercept for _, intercept in fitted]),
        calibration=calibration,
        thresholds=dict(thresholds),
    )


def sparse_weights(dense: Floats) -> csr_matrix:
    """Return float32 weights, shape (1, d), without the negligible ones."""
    flat = np.asarray(dense, dtype=np.float32).reshape(1, -1)
    return csr_matrix(np.where(np.abs(flat) < NEGLIGIBLE, 0, flat))


@dataclass(frozen=True)
class LinearChoice:
    """One label out of several, such as who did it: a softmax over linear scores.

    Attributes:
        labels: The columns of every result, in this order.
        weights: Float32 of shape (n_labels, d).
        intercepts: Shape (n_labels,).
    """

    labels: tuple[str, ...]
    weights: csr_matrix
    intercepts: Floats

    def probabilities(self, vectors: csr_matrix) -> Floats:
        """Return rows that sum to 1, shape (n, n_labels)."""
        return np.asarray(softmax((vectors @ self.weights.T).toarray() + self.intercepts, axis=1), dtype=np.float64)


def fit_choice(vectors: csr_matrix, truth: Sequence[str], labels: Sequence[str], *, strength: float) -> LinearChoice:
    """Fit a choice; labels without an example keep a probability near zero."""
    fitted = [
        fit_label(vectors, np.array([t == label for t in truth]), strength=strength) if label in truth else None
        for label in labels
    ]
    empty = csr_matrix((1, vectors.shape[1]), dtype=np.float32)
    return LinearChoice(
        labels=tuple(labels),
        weights=vstack([pair[0] if pair else empty for pair in fitted], format="csr"),
        intercepts=np.array([pair[1] if pair else -9.0 for pair in fitted]),
    )
