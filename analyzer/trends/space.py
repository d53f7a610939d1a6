"""The space between a trigger and a reaction: pauses and urges overcome, as shares over time."""

import pandas as pd
from scipy.stats import binomtest

from analyzer.trends.periods import all_periods, spread
from analyzer.trends.schema import By, changes_schema, shaped, space_schema
from analyzer.trends.select import acts, closing, own, reactions
from analyzer.trends.steps import DRAWS, RATE, steps

CONFIDENCE = 0.95
_TOLD = ["reactions", "pauses", "resisted"]


def space(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By = "month") -> pd.DataFrame:
    """Return how often there was a space before a reaction, of ``space_schema(by)``.

    A moment is an entry in which the writer reacted (with no secure move and no insight), paused, or overcame an
    urge to react, in the entry's own time; ``share`` = moments with a pause or an urge overcome / moments. The
    interval is Wilson's (1927), by ``scipy.stats.binomtest``. Periods without moments have no share.

    Raises:
        AnalyzerError: ``by`` is no period.
    """
    places = spread(entries, findings, by)
    flags = moments(entries, findings)
    placed = places.merge(flags, left_on="entry", right_on="id", how="left")
    columns = [*_TOLD, "with_space", "moments"]
    counts = placed.groupby("period")[columns].sum()
    table = counts.reindex(all_periods(places, by), fill_value=0).rename_axis("period").reset_index()
    pairs = list(zip(table["with_space"].astype(int), table["moments"].astype(int), strict=True))
    table["share"] = [hits / total if total else float("nan") for hits, total in pairs]
    ends = [_wilson(hits, total) for hits, total in pairs]
    table["low"], table["high"] = [low for low, _ in ends], [high for _, high in ends]
    return shaped(table, space_schema(by))


def changes(space: pd.DataFrame, *, rate: float = RATE, draws: int = DRAWS) -> pd.DataFrame:
    """Return when the share of a table of ``space`` by day, week or month changed, of ``changes_schema()``.

    Args:
        space: Periods in order of time, with ``period``, ``with_space`` and ``moments``.
        rate: Share of journals without any change in which one may be claimed.
        draws: Shuffles behind each p; see ``steps``.
    """
    hits, totals = space["with_space"].to_numpy("int64"), space["moments"].to_numpy("int64")
    found = steps(hits, totals, rate=rate, draws=draws)
    rows = [
        {"period": space["period"].iloc[step.at], "before": step.share_before, "after": step.share_after, "p": step.p}
        for step in found
    ]
    return shaped(rows, changes_schema())


def moments(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return id and yes or no of every entry: reactions, pauses, resisted, with_space, moments."""
    done = reactions(findings)
    told = {
        "reactions": closing(done)["entry"],
        "pauses": done.loc[done["label"] == "pause", "entry"],
        "resisted": closing(own(acts(findings, status="resisted")))["entry"],
    }
    flags = pd.DataFrame({"id": entries["id"], **{name: entries["id"].isin(ids) for name, ids in told.items()}})
    flags["with_space"] = flags["pauses"] | flags["resisted"]
    flags["moments"] = flags["with_space"] | flags["reactions"]
    return flags


def _wilson(hits: int, total: int) -> tuple[float, float]:
    if not total:
        return float("nan"), float("nan")
    ends = binomtest(hits, total).proportion_ci(CONFIDENCE, method="wilson")
    return float(ends.low), float(ends.high)
