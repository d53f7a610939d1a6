"""From margins to probabilities and bars: calibration and thresholds, always on texts that were not trained on."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from analyzer.heads.linear import Floats, calibrate

Truth = NDArray[np.bool_]
# Takes labels, probabilities, truth and which cells are known.
Bars = Callable[[Sequence[str], Floats, Truth, Truth], dict[str, float]]
# Against this the offsets of rare labels are drawn to the common one.
FREEDOM = 1.0
# So large beside the offsets that the common slope is hardly drawn to zero.
SLOPE_SCALE = 10.0
GRID = np.linspace(0.05, 0.9, 86)
# A bar among good neighbours is less of an accident than one that sits on an example.
NEIGHBOURS = 5


def fit_calibration(margins: Floats, truth: Truth, known: Truth | None = None) -> Floats:
    """Return each label's slope and offset, shape (n_labels, 2).

    One slope for all labels; each label's offset is drawn to the common one as far as it has few examples. Cells that
    are not ``known`` do not count.
    """
    slopes, offsets = _shared_slopes(margins[:, :, None], truth, known)
    return np.column_stack([np.full(len(offsets), slopes[0]), offsets])


def fit_readings(readings: Floats, truth: Truth) -> Floats:
    """Return what each of several readings counts, shape (k,) for readings of shape (n, n_labels, k)."""
    return _shared_slopes(readings, truth, None)[0]


def _shared_slopes(readings: Floats, truth: Truth, known: Truth | None) -> tuple[Floats, Floats]:
    n, count, k = readings.shape
    rows = np.column_stack([SLOPE_SCALE * readings.reshape(-1, k), np.tile(np.eye(count), (n, 1))])
    cells = slice(None) if known is None else known.reshape(-1)
    model = LogisticRegression(C=FREEDOM, max_iter=1000).fit(rows[cells], truth.reshape(-1)[cells])
    return model.coef_[0, :k] * SLOPE_SCALE, model.coef_[0, k:] + model.intercept_[0]


def macro_thresholds(labels: Sequence[str], probabilities: Floats, truth: Truth, known: Truth) -> dict[str, float]:
    """Return for each label the bar of its highest F1 over the texts where it is known."""
    return {
        label: best_threshold(probabilities[known[:, c], c], truth[known[:, c], c]) for c, label in enumerate(labels)
    }


def best_threshold(scores: Floats, truth: Truth) -> float:
    """Return the score from which calling everything present gives the highest F1; 0.5 where nothing is known."""
    if not len(scores):
        return 0.5
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    return float(np.clip(scores[order][_peak(f1)], 0.02, 0.98))


def micro_thresholds(
    labels: Sequence[str], probabilities: Floats, truth: Truth, known: Truth, spare: float = 0.0
) -> dict[str, float]:
    """Return the one bar for all labels that gives the best micro F1 over the known cells.

    With ``spare``, the lowest from which on no bar up to the best gives away more of it than that.

    At the best micro F1 every label's marginal precision equals half that F1 (Lipton et al. 2014), so calibrated
    probabilities share one bar.
    """
    there = truth & known
    found = [known & (probabilities >= bar) for bar in GRID]
    micro = np.array([2 * (there & cells).sum() / max(there.sum() + cells.sum(), 1) for cells in found])
    bar = best = _peak(micro)
    while spare and bar and micro[bar - 1] >= micro[best] - spare:
        bar -= 1
    return dict.fromkeys(labels, float(GRID[bar]))


def _peak(values: Floats) -> int:
    """Return where the mean of neighbouring values is highest."""
    if len(values) < NEIGHBOURS:
        return int(np.argmax(values))
    smooth = np.convolve(values, np.ones(NEIGHBOURS) / NEIGHBOURS, mode="valid")
    return int(np.argmax(smooth)) + NEIGHBOURS // 2


def present(labels: Sequence[str], probabilities: Floats, thresholds: Mapping[str, float]) -> Truth:
    """Return which labels stand at or above their bars, shape (n, n_labels)."""
    return np.asarray(probabilities >= np.array([thresholds[label] for label in labels]))


def crossed(
    labels: Sequence[str], margins: Floats, truth: Truth, bars: Bars, known: Truth | None = None
) -> tuple[Floats, Truth]:
    """Return probabilities and presence where each half's calibration and bars come from the other half.

    Rows are parted by turns. Both of shape (n, n_labels): what may be reported of data that also sets the bars.
    """
    known = np.ones_like(truth) if known is None else known
    probabilities, found = np.zeros(margins.shape), np.zeros(margins.shape, dtype=bool)
    halves = np.arange(len(margins)) % 2 == 0
    for seen in (halves, ~halves):
        calibration = fit_calibration(margins[seen], truth[seen], known[seen])
        chosen = bars(labels, calibrate(margins[seen], calibration), truth[seen], known[seen])
        probabilities[~seen] = calibrate(margins[~seen], calibration)
        found[~seen] = present(labels, probabilities[~seen], chosen)
    return probabilities, found & known
