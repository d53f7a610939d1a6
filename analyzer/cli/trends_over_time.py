"""The tables of ``analyzer trends`` that go by period: what the writer did, and the space before it."""

from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from analyzer.cli.style import FAMILY_STYLES, HEADING, QUIET
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import Trends

NEWEST = 24  # periods shown
NONE, ZERO = "–", "·"


def show_reactions(out: Console, trends: Trends) -> None:
    """Print how often the writer's acts of each family stand in the entries of each period."""
    guide, table = load_taxonomy(), trends["rates"]
    if table.empty:
        return
    _heading(out, f"What you did, by {trends.by}", f"acts told; {NONE} without entries")
    mine = table[(table["kind"] == "pattern") & table["agent"].isin(("self", "both"))]
    mine = mine.assign(family=mine["label"].map(guide.family_of))
    counts = mine.groupby(["period", "family"])["count"].sum()
    entries = table.drop_duplicates("period").set_index("period")["entries"]
    rows = _table("", "entries")
    for family in guide.family_labels:
        rows.add_column(family, justify="right", header_style=FAMILY_STYLES.get(family, ""), no_wrap=True)
    for period, number in entries.tail(NEWEST).items():
        cells = [_count(counts.get((period, family), 0), number) for family in guide.family_labels]
        rows.add_row(period_in_words(period, trends.by), _count(number, number), *cells)
    out.print(rows)
    _note_older(out, len(entries), trends.by)


def show_space(out: Console, trends: Trends) -> None:
    """Print the space of each period beside its intensity and severity, and where the space changed."""
    space, levels = trends["space"], trends["intensity"]
    if space.empty:
        return
    _heading(out, f"The space before a reaction, by {trends.by}", "in entries")
    rows = _table("", "reacted", "paused", "urge\novercome", "space", "95 %\ninterval", "inten-\nsity", "sever-\nity")
    both = space.merge(levels, on="period", how="left").tail(NEWEST)
    for row in rows_of(both):
        told = [_count(count, row.entries) for count in (row.reactions, row.pauses, row.resisted)]
        share = f"{row.with_space} of {row.moments}" if row.moments else NONE
        ends = f"{row.low:.0%}–{row.high:.0%}".replace("%", " %") if row.moments else NONE
        strength = [NONE if pd.isna(level) else f"{level:.1f}" for level in (row.intensity, row.severity)]
        rows.add_row(period_in_words(row.period, trends.by), *told, share, ends, *strength)
    out.print(rows)
    _note_older(out, len(space), trends.by)
    changes = trends["changes"]
    for change in rows_of(changes):
        since = period_in_words(change.period, trends.by)
        out.print(
            f"Since {since} there is a space in {change.after:.0%} of the moments, before in {change.before:.0%}."
        )
    if changes.empty:
        out.print("No clear change of the space over time.", style=QUIET)


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Return the rows with a column as an attribute."""
    return list(frame.itertuples())


def period_in_words(period: object, by: str) -> str:
    """Return ``Mar 2025`` for a month, ``3 Mar 2025`` for a day or a week, ``21 h`` for an hour; else its name."""
    if isinstance(period, pd.Timestamp):
        return f"{period:%b %Y}" if by == "month" else f"{period.day} {period:%b %Y}"
    return f"{period} h" if by == "hour" else str(period)


def _count(count: Any, entries: Any) -> str:
    if not entries or pd.isna(count):
        return NONE
    return f"{count:,}" if count else ZERO


def _note_older(out: Console, periods: int, by: str) -> None:
    if periods > NEWEST and by in ("day", "week", "month"):
        out.print(f"the newest {NEWEST} {by}s of {periods:,}", style=QUIET)


def _heading(out: Console, text: str, note: str) -> None:
    out.print()
    out.print(Text.assemble((text, HEADING), (f"  {note}", QUIET)))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for place, name in enumerate(columns):
        table.add_column(name, justify="right" if place else "left", header_style=QUIET, no_wrap=True)
    return table
