"""Exact figures of a table of two by two: Fisher's test, and the interval of the lift that belongs to it."""

from functools import cache

import numpy as np
from scipy.stats import fisher_exact, nchypergeom_fisher
from scipy.stats.contingency import odds_ratio

CONFIDENCE = 0.95


@cache
def fisher(together: int, with_trigger: int, with_reaction: int, entries: int) -> float:
    """Return the two-sided p of Fisher's exact test that trigger and reaction stand together as by chance.

    Fisher (1922); computed by ``scipy.stats.fisher_exact``.
    """
    return float(fisher_exact(_table(together, with_trigger, with_reaction, entries)).pvalue)


def lift(together: int, with_trigger: int, with_reaction: int, entries: int) -> float:
    """Return (together / with_trigger) / ((with_reaction - together) / (entries - with_trigger)).

    Infinite where the reaction stands only with the trigger; NaN where a share has no entries, or both are 0.
    """
    without = entries - with_trigger
    if not with_trigger or not without or not with_reaction:
        return float("nan")
    share, otherwise = together / with_trigger, (with_reaction - together) / without
    return share / otherwise if otherwise else float("inf")


@cache
def lift_interval(together: int, with_trigger: int, with_reaction: int, entries: int) -> tuple[float, float]:
    """Return the exact 95 % interval of the lift, given how often trigger and reaction occur at all.

    The ends of the exact conditional interval of the odds ratio (Cornfield 1956; ``scipy``'s ``odds_ratio``) are told
    as lifts: an odds ratio fixes, with the margins, the mean of Fisher's noncentral hypergeometric distribution, and
    that mean is the expected number together. The observed lift is the lift of the conditional estimate, so interval
    and test never speak of different things. NaN where the reaction stands in no entry, or in all.
    """
    if not 0 < with_reaction < entries or not 0 < with_trigger < entries:
        return float("nan"), float("nan")
    result = odds_ratio(_table(together, with_trigger, with_reaction, entries), kind="conditional")
    ends = result.confidence_interval(CONFIDENCE)
    low, high = (_lift_at(float(odds), with_trigger, with_reaction, entries) for odds in (ends.low, ends.high))
    return low, high


def _lift_at(odds: float, with_trigger: int, with_reaction: int, entries: int) -> float:
    if odds == 0:
        mean = float(max(0, with_trigger + with_reaction - entries))
    elif np.isinf(odds):
        mean = float(min(with_trigger, with_reaction))
    else:
        mean = float(nchypergeom_fisher.mean(entries, with_reaction, with_trigger, odds))
    share, otherwise = mean / with_trigger, (with_reaction - mean) / (entries - with_trigger)
    return share / otherwise if otherwise > 0 else float("inf")


def _table(together: int, with_trigger: int, with_reaction: int, entries: int) -> list[list[int]]:
    only_trigger, only_reaction = with_trigger - together, with_reaction - together
    return [[together, only_trigger], [only_reaction, entries - with_trigger - only_reaction]]
