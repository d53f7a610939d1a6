"""Which trigger the writer answers with which reaction, more or less often than otherwise. No claim of a cause."""

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

from analyzer.trends.exact import fisher, lift, lift_interval
from analyzer.trends.schema import ANYONE, Verdict, pairs_schema, shaped
from analyzer.trends.select import analysed, reactions, triggers

LEAST = 5  # entries with the trigger, without it, and with the reaction, below which no pair is asked
RATE = 0.05  # of the pairs that are told to differ, the expected share that do not
_CELLS = ["together", "with_trigger", "with_reaction", "entries"]
_FIGURES = ["share", "otherwise", "lift", "low", "high", "p", "q"]


def pairs(entries: pd.DataFrame, findings: pd.DataFrame, *, least: int = LEAST, rate: float = RATE) -> pd.DataFrame:
    """Return every pair of a trigger and a reaction in the journal, of ``pairs_schema()``.

    Each trigger is asked for all sources together (``who == "anyone"``) and for each source alone. A pair is asked
    where at least ``least`` entries hold the trigger, as many do not, and as many hold the reaction; these counts say
    nothing of how the two go together, so that the choice does not bend the test. ``p`` is Fisher's exact test,
    ``q`` is ``p`` after Benjamini and Hochberg (1995) over all pairs asked, and a pair differs where q <= ``rate``.
    Entries count as independent of one another; a long quarrel told on ten days looks ten times as sure as it is.
    """
    table = ask(entries, findings, least=least, rate=rate)
    asked = table["p"].notna()
    ends = [lift_interval(*map(int, row)) for row in table.loc[asked, _CELLS].to_numpy()]
    table.loc[asked, ["low", "high"]] = np.array(ends, dtype=float).reshape(-1, 2)
    return table


def ask(entries: pd.DataFrame, findings: pd.DataFrame, *, least: int = LEAST, rate: float = RATE) -> pd.DataFrame:
    """Return ``pairs`` without the intervals of the lift, which take the time: ``low`` and ``high`` are NaN."""
    table = _together(entries, findings)
    if table.empty:
        return shaped(None, pairs_schema())
    without = table["entries"] - table["with_trigger"]
    asked = (table["with_trigger"] >= least) & (table["with_reaction"] >= least) & (without >= least)
    table[_FIGURES] = np.nan
    cells = [tuple(map(int, row)) for row in table.loc[asked, _CELLS].to_numpy()]
    if cells:
        table.loc[asked, "share"] = table["together"] / table["with_trigger"]
        table.loc[asked, "otherwise"] = (table["with_reaction"] - table["together"]) / without
        table.loc[asked, "lift"] = [lift(*row) for row in cells]
        table.loc[asked, "p"] = [fisher(*row) for row in cells]
        table.loc[asked, "q"] = false_discovery_control(table.loc[asked, "p"], method="bh")
    table["verdict"] = [_verdict(q, times, rate) for q, times in zip(table["q"], table["lift"], strict=True)]
    return shaped(table, pairs_schema())


def _verdict(q: float, times: float, rate: float) -> Verdict:
    if np.isnan(q):
        return "not enough entries"
    if q > rate:
        return "no clear difference"
    return "more often" if times > 1 else "less often"


def _together(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Count, for every trigger and reaction, the entries with the one, the other and both."""
    ids = pd.Index(analysed(entries)["id"])
    set_off = triggers(findings)[["entry", "label", "who"]].fillna({"who": "none"})
    set_off = pd.concat([set_off.assign(who=ANYONE), set_off]).drop_duplicates()
    did = reactions(findings)[["entry", "label"]].drop_duplicates()
    starts, left = _present(set_off, ["label", "who"], ids)
    answers, right = _present(did, ["label"], ids)
    both = left.T @ right
    rows = [
        {
            "trigger": theme,
            "who": who,
            "reaction": label,
            "together": both[i, j],
            "with_trigger": left[:, i].sum(),
            "with_reaction": right[:, j].sum(),
            "entries": len(ids),
        }
        for i, (theme, who) in enumerate(starts)
        for j, (label,) in enumerate(answers)
    ]
    return pd.DataFrame(rows)


def _present(found: pd.DataFrame, by: list[str], ids: pd.Index) -> tuple[list[tuple[str, ...]], np.ndarray]:
    """Return the groups in order, and ones of shape (entries, groups) where an entry holds a group."""
    found = found[found["entry"].isin(ids)]
    groups = sorted(set(found[by].itertuples(index=False, name=None)))
    places = {group: column for column, group in enumerate(groups)}
    ones = np.zeros((len(ids), len(groups)), dtype=np.int64)
    columns = [places[group] for group in found[by].itertuples(index=False, name=None)]
    ones[ids.get_indexer(pd.Index(found["entry"])), columns] = 1
    return groups, ones
