"""The body of ``analyzer trends``: what a kept run says over time, to read; every line fits 80 columns."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from analyzer.cli.style import HEADING, QUIET, console, day_in_words, entries_in_words, printable
from analyzer.cli.trends_over_time import ZERO, rows_of, show_reactions, show_space
from analyzer.frames import read_frames
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import (
    ANYONE,
    LEAST,
    REPAIR_DAYS,
    Statement,
    Trends,
    about,
    load_phrases,
    load_qualities,
)
from analyzer.trends.schema import By
from analyzer.trends.select import analysed

PAIRS, CHAINS, ROWS, QUOTES = 8, 5, 5, 2  # rows shown
INDENT = (0, 0, 0, 3)


def run(folder: Path, by: By, persons: Sequence[str] = ()) -> None:
    """Print the trends of a kept run.

    Args:
        folder: What ``analyze -o`` wrote.
        by: The period of what is shown over time.
        persons: Roles, such as ``partner``; only entries in which one of them set something off. None for all.

    Raises:
        AnalyzerError: no tables are in the folder, or a person is no role.
    """
    persons = [person.rpartition("=")[2].strip() for person in persons]  # ``Sam=partner``, as ``analyze`` takes it
    entries, findings = about(*read_frames(folder), persons)
    trends, out = Trends(entries, findings, by=by), console()
    show(out, trends, analysed(entries), persons)
    out.print()
    out.print("A mirror, not a diagnosis: these are counts of what entries tell, no causes.", style=QUIET)
    out.print(
        f"analyzer entries {folder} --pattern LABEL --trigger THEME leads to the words.", style=QUIET, soft_wrap=True
    )


def show(out: Console, trends: Trends, entries: pd.DataFrame, persons: Sequence[str] = ()) -> None:
    """Print every section that has something to say."""
    out.print(_title(entries, persons), style=HEADING)
    if entries.empty:
        return
    _heading(out, "What holds")
    _show_statements(out, trends.supported())
    if trends["pairs"]["p"].isna().all():
        out.print(f"No trigger and reaction stand in enough entries to be asked: at least {LEAST} each.", style=QUIET)
    show_reactions(out, trends)
    show_space(out, trends)
    for heading, note, make in _SECTIONS:
        rows = make(trends, {row["id"]: row["day"] for row in entries[["id", "day"]].to_dict("records")})
        if rows is not None:
            _heading(out, heading, note)
            out.print(rows)


def _title(entries: pd.DataFrame, persons: Sequence[str]) -> str:
    days = entries["day"].dropna()
    span = dict.fromkeys(day_in_words(day.date()) for day in (days.min(), days.max())) if len(days) else {}
    parts = [entries_in_words(len(entries)), *([" – ".join(span)] if span else [])]
    if undated := int(entries["day"].isna().sum()):
        parts.append(f"{undated:,} undated")
    who = load_phrases().people
    of = f" in which {' or '.join(who[name] for name in persons)} set something off" if persons else ""
    return f"{parts[0]}{of}" + "".join(f", {part}" for part in parts[1:])


def _show_statements(out: Console, statements: Sequence[Statement]) -> None:
    if not statements:
        out.print("Nothing stands out clearly from chance. More entries may tell more.")
    for number, found in enumerate(statements, start=1):
        sentence = Table.grid(padding=(0, 1, 0, 0))
        sentence.add_row(f"{number}.", found.text)
        out.print(sentence)
        for row in found.evidence[:QUOTES]:
            line = Text.assemble((f"{day_in_words(row.day)}  ", QUIET), (_quoted(row.quote), "italic"))
            line.no_wrap, line.overflow = True, "ellipsis"
            out.print(Padding(line, INDENT))
        if (more := len(found.evidence) - QUOTES) > 0:
            out.print(Padding(Text(f"and {more:,} more", QUIET), INDENT))


def _pairs(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["pairs"]
    clear = found["verdict"].isin(("more often", "less often"))
    asked = found[found["p"].notna() & (found["who"] == ANYONE) & (clear | (found["together"] > 1))]
    asked = asked.sort_values(["q", "p", "together"], ascending=[True, True, False], kind="stable")
    if asked.empty:
        return None
    names = ("trigger", "reaction", "with it", "without", "times", "")
    table = _table(*((name, name in names[2:5]) for name in names), gives_way=names.index("reaction"))
    for row in rows_of(asked.head(PAIRS)):
        elsewhere = row.with_reaction - row.together
        table.add_row(
            _noun(row.trigger),
            _name(row.reaction),
            f"{row.together}/{row.with_trigger}",
            f"{elsewhere}/{row.entries - row.with_trigger}",
            f"{_times(row.lift)} ({_times(row.low)}–{_times(row.high)})",
            Text(row.verdict if row.verdict != "no clear difference" else "not clear", QUIET),
        )
    return table


def _chains(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["chains"]
    found = found[(found["count"] > 1) & found["feeling"].notna()].head(CHAINS)
    if found.empty:
        return None
    table = _table(("", True), ("", False), ("", False))
    for row in rows_of(found):
        chain = f"{_noun(row.trigger)} → {row.feeling} → {_name(row.reaction)}"
        table.add_row(f"{row.count:,}", _newest(row.newest, days), chain)
    return table


def _cycles(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["cycles"]
    if found.empty:
        return None
    table = _table(("with", False), ("you pursue", True), ("you withdraw", True), ("entries", True), ("", False))
    for person, rows in found.fillna({"person": ""}).groupby("person", sort=False):
        counts = dict(zip(rows["side"], rows["count"], strict=True))
        newest = max(rows["newest"], key=lambda name: days.get(name, pd.NaT) if name in days else pd.NaT)
        table.add_row(
            str(person) or "someone not named",
            *(f"{counts[side]:,}" if side in counts else ZERO for side in ("pursues", "withdraws")),
            f"{rows['entries'].iloc[0]:,}",
            _newest(newest, days),
        )
    return table


def _repairs(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["repairs"]
    if found.empty:
        return None
    table = _table(("with", False), ("ruptures", True), ("repaired", True), ("typical days", True))
    for person, rows in found.fillna({"person": ""}).groupby("person", sort=False):
        middle = rows["days"].dropna().astype("float64").median()
        table.add_row(
            str(person) or "someone not named",
            f"{len(rows):,}",
            f"{rows['repair_entry'].notna().sum():,}",
            ZERO if pd.isna(middle) else f"{middle:.0f}",
        )
    return table


def _new_security(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["new_security"]
    if found.empty:
        return None
    table = _table(("", False), ("", False), ("", False))
    for row in rows_of(found.iloc[::-1].head(ROWS)):
        what = f"{_noun(row.trigger)}: {_name(row.pattern)}"
        earlier = f"in {row.before} earlier: {_name(row.old)}"
        table.add_row(Text(day_in_words(row.day.date()), QUIET), what, _one_line(earlier, QUIET))
    return table


def _qualities(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    names = {row.label: row.name for row in load_qualities()}
    table = _table(("", False), ("", True), ("", False), ("", False))
    for row in rows_of(trends["qualities"]):
        quote = _one_line(_quoted(row.quote), "italic") if row.count else Text("")
        table.add_row(names[row.quality], f"{row.count:,}" if row.count else ZERO, _newest(row.newest, days), quote)
    return table


def _echoes(trends: Trends, days: dict[str, pd.Timestamp]) -> Table | None:
    found = trends["echoes"].head(ROWS)
    if found.empty:
        return None
    table = _table(("", False), ("", False), ("", False))
    for row in rows_of(found):
        table.add_row(_noun(row.trigger), f"in {row.childhood} of {row.now}", _newest(row.newest_childhood, days))
    return table


_SECTIONS: tuple[tuple[str, str, Callable[[Trends, dict[str, pd.Timestamp]], Table | None]], ...] = (
    ("Triggers and reactions", f"asked from {LEAST} entries on; times with 95 % interval", _pairs),
    ("One after the other in the text", "entries, and the newest", _chains),
    ("One pursues, the other withdraws", "entries, and the newest", _cycles),
    ("Ruptures and repairs", f"repairs told within {REPAIR_DAYS} days", _repairs),
    ("New experiences of security", "a secure move where another reaction was", _new_security),
    ("Secure qualities", "entries, and the newest words", _qualities),
    ("Echoes of childhood", "entries that tie a trigger of now to it", _echoes),
)


def _heading(out: Console, text: str, note: str = "") -> None:
    out.print()
    out.print(Text.assemble((text, HEADING), (f"  {note}" if note else "", QUIET)))


def _table(*columns: tuple[str, bool], gives_way: int | None = None) -> Table:
    """Return a table: columns by heading, and whether they hold numbers; one gives way, or the last text."""
    if gives_way is None:
        gives_way = max(place for place, (_, number) in enumerate(columns) if not number)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(name for name, _ in columns))
    for place, (name, number) in enumerate(columns):
        justify: Literal["left", "right"] = "right" if number else "left"
        table.add_column(name, justify=justify, header_style=QUIET, no_wrap=place != gives_way)
    return table


def _noun(theme: str) -> str:
    return load_phrases().nouns[theme]


def _name(label: str) -> str:
    return next(row.name for row in load_taxonomy().patterns if row.label == label)


def _times(value: float) -> str:
    return "∞" if value == float("inf") else f"{value:.1f}" if value < 10 else f"{value:.0f}"


def _newest(entry: Any, days: dict[str, pd.Timestamp]) -> Text:
    day = days.get(str(entry), pd.NaT) if pd.notna(entry) else None
    if day is None:
        return Text("")
    return Text(day_in_words(None if pd.isna(day) else day.date()), QUIET)


def _quoted(quote: str) -> str:
    return f"“{' '.join(printable(quote).split())}”"


def _one_line(text: str, style: str) -> Text:
    return Text(text, style, no_wrap=True, overflow="ellipsis")
