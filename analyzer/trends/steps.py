"""Where a share steps up or down over time, and whether chance alone would show as clear a step."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

RATE = 0.05
FIRST_DRAWS, DRAWS = 999, 9999
UNCLEAR = 0.03  # a p above this after the first shuffles is kept; only a smaller one is worth the rest of them
SEED = 20250301  # the same journal gives the same answer
LEAST_EACH_SIDE = 10  # entries before and after, below which no step is looked for

Counts = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a share: between which periods, and how clear it is.

    Attributes:
        at: Place of the first period after it; ``start`` and ``end`` bound the stretch on both sides, end exclusive.
        hits_before: Hits from ``start`` to the step; the other three likewise.
        p: Share of shuffles with as clear a step, between 0 and 1.
    """

    start: int
    at: int
    end: int
    hits_before: int
    total_before: int
    hits_after: int
    total_after: int
    p: float

    @property
    def share_before(self) -> float:
        """Hits a total before the step."""
        return self.hits_before / self.total_before

    @property
    def share_after(self) -> float:
        """Hits a total after it."""
        return self.hits_after / self.total_after


def steps(hits: Counts, totals: Counts, *, rate: float = RATE, draws: int = DRAWS) -> list[Step]:
    """Return the steps in the order of time: the clearest, then the clearest on each side of it, while p <= ``rate``.

    Args:
        hits: Whole numbers of shape (periods,): entries with what is asked about.
        totals: Entries it could have stood in, at least ``hits``; a period may have none.
        rate: Share of series without a step in which one may be claimed.
        draws: Shuffles behind each p; see ``clearest``.
    """
    found: list[Step] = []
    open_stretches = [(0, len(hits))]
    while open_stretches:
        start, end = open_stretches.pop()
        step = clearest(hits, totals, start, end, draws=draws)
        if step and step.p <= rate:
            found.append(step)
            open_stretches += [(start, step.at), (step.at, end)]
    places = sorted(step.at for step in found)
    bounds = [0, *places, len(hits)]
    by_place = {step.at: step.p for step in found}
    return [
        _step(hits, totals, before, at, after, by_place[at])
        for before, at, after in zip(bounds, places, bounds[2:], strict=False)
    ]


def clearest(
    hits: Counts, totals: Counts, start: int = 0, end: int | None = None, *, draws: int = DRAWS
) -> Step | None:
    """Return the place where two shares explain the hits best, or None where there is too little to ask.

    The place is found by ``ruptures`` with the binomial likelihood as its cost. ``p`` is by permutation: the hits are
    dealt anew over all entries, each period keeping its entries (multivariate hypergeometric), and
    p = (1 + shuffles with as great a gain) / (1 + shuffles), which holds for the best of all places at once. Entries
    count as independent of one another. The shuffles are the same at every call.
    """
    end = len(hits) if end is None else end
    own_hits, own_totals = hits[start:end], totals[start:end]
    splits = _splits(own_totals)
    if not splits.any() or not 0 < own_hits.sum() < own_totals.sum():
        return None
    at = _best_place(own_hits, own_totals)
    gain, lot = _gains(own_hits[None, :], own_totals)[:, splits].max(), np.random.default_rng(SEED)
    as_clear, done, p = 0, 0, 0.0
    for wanted in (min(FIRST_DRAWS, draws), draws):
        if p > UNCLEAR or wanted == done:
            break
        shuffled = lot.multivariate_hypergeometric(
            own_totals, int(own_hits.sum()), size=wanted - done, method="marginals"
        )
        # Sums of the same terms in another order differ in their last digits.
        as_clear += int((_gains(shuffled, own_totals)[:, splits].max(axis=1) >= gain - 1e-9).sum())
        done, p = wanted, (1 + as_clear) / (1 + wanted)
    return _step(hits, totals, start, start + at, end, p)


def _step(hits: Counts, totals: Counts, start: int, at: int, end: int, p: float) -> Step:
    return Step(
        start=start,
        at=at,
        end=end,
        hits_before=int(hits[start:at].sum()),
        total_before=int(totals[start:at].sum()),
        hits_after=int(hits[at:end].sum()),
        total_after=int(totals[at:end].sum()),
        p=p,
    )


def _splits(totals: Counts) -> NDArray[np.bool_]:
    """Tell for each place from 1 on whether both sides hold enough entries to compare."""
    before = np.cumsum(totals)[:-1]
    enough: NDArray[np.bool_] = (before >= LEAST_EACH_SIDE) & (totals.sum() - before >= LEAST_EACH_SIDE)
    return enough


def _gains(hits: Counts, totals: Counts) -> Real:
    """Return the gain in log likelihood of a step at each place from 1 on, of shape (series, periods - 1)."""
    before, all_before = np.cumsum(hits, axis=1)[:, :-1], np.cumsum(totals)[:-1]
    every, whole = hits.sum(axis=1, keepdims=True), totals.sum()
    parts = _log_likelihood(before, all_before) + _log_likelihood(every - before, whole - all_before)
    return parts - _log_likelihood(every, whole)


def _log_likelihood(hits: Any, totals: Any) -> Real:
    """Return the log likelihood of hits at their own share, without the term that no share changes."""
    misses, some = totals - hits, np.maximum(totals, 1)
    return np.asarray(xlogy(hits, hits / some) + xlogy(misses, misses / some), dtype=np.float64)


def _best_place(hits: Counts, totals: Counts) -> int:
    import ruptures  # type: ignore[import-untyped]

    class Binomial(ruptures.base.BaseCost):  # type: ignore[misc]
        """Minus the log likelihood of a stretch at one share; infinite where it holds too few entries."""

        model, min_size = "binomial", 1

        def fit(self, signal: Counts) -> "Binomial":
            self.signal = signal
            self.sums = np.vstack([[0, 0], np.cumsum(signal, axis=0)])
            return self

        def error(self, start: int, end: int) -> float:
            stretch = self.sums[end] - self.sums[start]
            return float("inf") if stretch[1] < LEAST_EACH_SIDE else -float(_log_likelihood(*stretch))

    search = ruptures.Dynp(custom_cost=Binomial(), min_size=1, jump=1)
    return int(search.fit_predict(np.column_stack([hits, totals]), 1)[0])
