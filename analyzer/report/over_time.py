"""What the trends say, ready for the page: sentences with their evidence, and rows whose ids are places on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analyzer import trends
from analyzer.reflection import visible
from analyzer.reflection.questions import source_in_words
from analyzer.report.entries import EntryList
from analyzer.report.months import SPACE, course, feeling_courses, month_rows
from analyzer.report.rows import Chain, Course, Evidence, OverTime, Pair, Quality, Repair, Repairs, Said
from analyzer.report.words import count_of, label_in_words, month_in_words, pattern_names, shortened
from analyzer.taxonomy import load as load_taxonomy

STATEMENTS, EVIDENCE = 3, 3  # on the first screen
MOST_ROWS = 8
QUOTE = 130  # characters of the words beside a finding; the entry has them whole
INFINITE = float("inf")
_SIDES = {"pursues": "you pursue", "withdraws": "you withdraw"}


@dataclass(frozen=True)
class _Words:
    """Leads from an entry's id to its evidence."""

    listed: EntryList
    quotes: bool

    def of(self, entry: Any, quote: Any = "") -> Evidence:
        shown = shortened(" ".join(visible(quote).split()), QUOTE) if self.quotes and isinstance(quote, str) else ""
        return Evidence(self.listed.anchors[str(entry)], self.listed.days[str(entry)], shown)


def over_time(
    entries: pd.DataFrame, findings: pd.DataFrame, listed: EntryList, *, feelings: Sequence[str] = (), quotes: bool
) -> OverTime:
    """Return what the trends say of a journal; of an empty one every row is missing.

    ``feelings`` are the labels whose course over the months is told.
    """
    words, names = _Words(listed, quotes), {row.label: row.name for row in trends.load_qualities()}
    pairs = _rows(trends.pairs(entries, findings))
    known = {(row.trigger, row.who, row.reaction): row for row in pairs}
    asked = [_pair(row) for row in pairs if row.who == trends.ANYONE and row.verdict != "not enough entries"]
    space = trends.space(entries, findings)
    return OverTime(
        statements=tuple(
            _said(row, known, words, course(entries, findings, row.label) if row.kind != "together" else None)
            for row in trends.supported(entries, findings, STATEMENTS)
        ),
        clear=tuple(pair for pair in asked if pair.verdict != "no clear difference"),
        unclear=tuple(pair for pair in asked if pair.verdict == "no clear difference"),
        too_few=sum(row.who == trends.ANYONE for row in pairs) - len(asked),
        chains=_chains(trends.chains(entries, findings), words),
        cycles=_cycles(trends.cycles(entries, findings), words),
        changes=tuple(
            f"Since {month_in_words(row.period)} there is space in {row.after:.0%} of such moments, "
            f"before in {row.before:.0%}."
            for row in _rows(trends.changes(space))
        ),
        repairs=_repairs(trends.repairs(entries, findings), words),
        new_security=_new_security(trends.new_security(entries, findings), words),
        qualities=tuple(
            Quality(
                names[row["quality"]],
                int(row["count"]),
                None if pd.isna(row["newest"]) else words.of(row["newest"], row["quote"]),
            )
            for row in trends.qualities(entries, findings).to_dict("records")
        ),
        echoes=_echoes(trends.echoes(entries, findings), words),
        months=month_rows(trends.intensity(entries, findings), space, findings),
        space=course(entries, findings, SPACE),
        feelings=feeling_courses(entries, feelings),
    )


def _rows(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples(index=False))


def _said(
    statement: trends.Statement, pairs: dict[tuple[str, str, str], Any], words: _Words, months: Course | None
) -> Said:
    row = pairs.get((statement.trigger, statement.who, statement.label))
    asked = {"space": "", "resisted": "by=held"}.get(statement.label, f"pattern={statement.label}&by=you")
    return Said(
        statement.text,
        tuple(words.of(found.entry, found.quote) for found in statement.evidence[:EVIDENCE]),
        len(statement.evidence[EVIDENCE:]),
        None if row is None else _pair(row),
        asked if row is None else _pair(row).filter,
        months,
    )


def _pair(row: Any) -> Pair:
    name, family = _reaction(row.reaction)
    person = "" if row.who == trends.ANYONE else f"&person=w:{row.who}"
    lift = f"{row.lift:.1f} times as often as in the other entries" if row.lift < INFINITE else "only in these entries"
    if row.high < INFINITE:
        lift += f" (95 % interval {row.low:.1f} to {row.high:.1f})"
    return Pair(
        label_in_words(row.trigger),
        name,
        family,
        int(row.together),
        int(row.with_trigger),
        int(row.with_reaction - row.together),
        int(row.entries - row.with_trigger),
        100 * row.share,
        100 * row.otherwise,
        lift,
        str(row.verdict),
        f"pattern={row.reaction}&by=you&trigger=t:{row.trigger}{person}",
    )


def _reaction(label: str) -> tuple[str, str]:
    return pattern_names()[label], load_taxonomy().family_of[label]


def _chains(frame: pd.DataFrame, words: _Words) -> tuple[Chain, ...]:
    often = frame[frame["count"] > 1]
    return tuple(
        Chain(
            label_in_words(row["trigger"]),
            "" if pd.isna(row["feeling"]) else str(row["feeling"]),
            *_reaction(row["reaction"]),
            int(row["count"]),
            words.of(row["newest"]),
        )
        for row in (often if len(often) else frame).head(MOST_ROWS).to_dict("records")
    )


def _cycles(frame: pd.DataFrame, words: _Words) -> dict[str, Said]:
    """Return the sides that the writer takes, by person; "" where the entries name none."""
    told = {}
    for person, rows in frame.assign(person=frame["person"].fillna("")).groupby("person", sort=False):
        sides = [f"{_SIDES[row['side']]} in {int(row['count']):,}" for row in rows.to_dict("records")]
        of = count_of(int(rows["entries"].max()), "entry", "entries")
        text = f"{' and '.join(sides)} of {of} in which one pursues while the other withdraws"
        told[str(person)] = Said(text, tuple(words.of(entry) for entry in dict.fromkeys(rows["newest"])))
    return told


def _repairs(frame: pd.DataFrame, words: _Words) -> Repairs:
    repaired = frame.dropna(subset=["repair_entry"])
    days = repaired["days"].dropna()
    rows = repaired.sort_values(["repair_day", "rupture_day"], ascending=False).to_dict("records")
    return Repairs(
        len(frame),
        len(repaired),
        _within(int(days.median())) if len(days) else "",
        tuple(
            Repair(
                words.of(row["rupture_entry"]),
                words.of(row["repair_entry"]),
                "" if pd.isna(row["days"]) else _after(int(row["days"])),
                "" if pd.isna(row["person"]) else source_in_words(row["person"]),
            )
            for row in rows
        ),
    )


def _within(days: int) -> str:
    return "on the same day" if days == 0 else f"within {count_of(days, 'day')}"


def _after(days: int) -> str:
    return "the same day" if days == 0 else count_of(days, "day")


def _new_security(frame: pd.DataFrame, words: _Words) -> tuple[Said, ...]:
    rows = frame.sort_values("day", ascending=False, kind="stable").to_dict("records")
    return tuple(
        Said(
            f"{_reaction(row['pattern'])[0]}, where {label_in_words(row['trigger'])} met "
            f"{_reaction(row['old'])[0].lower()} {_times(int(row['before']))} before",
            (words.of(row["entry"], row["quote"]),),
        )
        for row in rows
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _echoes(frame: pd.DataFrame, words: _Words) -> tuple[Said, ...]:
    return tuple(
        Said(
            f"{label_in_words(row['trigger']).capitalize()}: childhood comes up too in {int(row['childhood']):,} of "
            f"{count_of(int(row['now']), 'entry', 'entries')}.",
            (words.of(row["newest_childhood"]),),
        )
        for row in frame.to_dict("records")
        if row["childhood"]
    )
