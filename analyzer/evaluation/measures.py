"""Measures with their intervals. Rows are texts: a bootstrap draws whole texts again."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
DRAWS = 500
BINS = 10


def each_f1(found: Truth, truth: Truth) -> Floats:
    """Return each column's F1, shape (n_labels,); 0 where a label is neither found nor there."""
    return np.asarray(2 * (found & truth).sum(axis=0) / np.maximum(found.sum(axis=0) + truth.sum(axis=0), 1))


def macro_f1(found: Truth, truth: Truth) -> float:
    """Return the mean of the columns' F1."""
    return float(each_f1(found, truth).mean())


def micro_f1(found: Truth, truth: Truth) -> float:
    """Return the F1 of all cells together; 1 where nothing is found and nothing there."""
    total = int(found.sum() + truth.sum())
    return 1.0 if total == 0 else float(2 * (found & truth).sum() / total)


def rank_correlation(values: Floats, truth: Floats) -> float:
    """Return Spearman's correlation."""
    return float(spearmanr(values, truth).statistic)


def interval(measure: Callable[..., float], *columns: NDArray[np.generic], draws: int = DRAWS) -> tuple[float, float]:
    """Return the 95 % percentile interval of a measure over bootstrap samples of the rows.

    ``columns`` are arrays with one row a text, handed to ``measure`` in their order.
    """
    random = np.random.default_rng(2026)
    n = len(columns[0])
    values = []
    for _ in range(draws):
        rows = random.integers(0, n, n)
        values.append(measure(*(column[rows] for column in columns)))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def reliability(probabilities: Floats, truth: Truth) -> list[tuple[float, float, int]]:
    """Return (mean probability, share that is true, count) of each tenth of the range that holds a cell."""
    bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    return [
        (float(probabilities[here].mean()), float(truth[here].mean()), int(here.sum()))
        for here in (bins == b for b in range(BINS))
        if here.any()
    ]


def calibration_error(probabilities: Floats, truth: Truth) -> float:
    """Return the expected calibration error over ten bins of equal width (Guo et al. 2017), all cells together."""
    bins = reliability(probabilities, truth)
    return sum(count * abs(mean - share) for mean, share, count in bins) / sum(count for *_, count in bins)
