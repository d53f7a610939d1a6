"""What the trends say, ready for the page: sentences with their evidence, and rows whose ids are places on the page."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analyzer import trends
from analyzer.reflection import visible
from analyzer.report.entries import EntryList
from analyzer.report.words import count_of, label_in_words, month_in_words, pattern_names, source_in_words

STATEMENTS, EVIDENCE = 3, 3  # on the first screen
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry that something rests on: its place on the page, its day, and its words where they may be shown."""

    anchor: str
    day: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what it rests on.

    Attributes:
        more: Number of entries behind it that are not named.
        pair: What it compares, where it is of a trigger and a reaction.
        filter: What the entries' filter asks for to show them all.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    more: int = 0
    pair: "Pair | None" = None
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A trigger and a reaction of the writer: how often together, against how often otherwise; shares in percent."""

    trigger: str
    reaction: str
    family: str
    together: int
    with_trigger: int
    rest: int
    rest_of: int
    share: float
    otherwise: float
    lift: str
    verdict: str
    filter: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A trigger, the feeling of the entry, and the reaction that follows in the text."""

    trigger: str
    feeling: str
    reaction: str
    family: str
    count: int
    newest: Evidence


@dataclass(frozen=True, slots=True)
class Quality:
    """A secure quality: in how many entries the writer shows it, and the newest of them."""

    name: str
    count: int
    newest: Evidence | None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The figures of a month; None where there is nothing to tell them from."""

    key: str
    name: str
    entries: int
    intensity: float | None
    severity: float | None
    moments: int
    with_space: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """All that the page says of the whole time."""

    statements: tuple[Said, ...]
    clear: tuple[Pair, ...]
    unclear: tuple[Pair, ...]
    too_few: int
    chains: tuple[Chain, ...]
    cycles: dict[str, tuple[Said, ...]]
    changes: tuple[str, ...]
    repairs: tuple[Said, ...]
    new_security: tuple[Said, ...]
    qualities: tuple[Quality, ...]
    echoes: tuple[Said, ...]
    months: tuple[MonthRow, ...]


@dataclass(frozen=True)
class _Words:
    """Leads from an entry's id to its evidence."""

    listed: EntryList
    quotes: bool

    def of(self, entry: Any, quote: Any = "") -> Evidence:
        shown = " ".join(visible(str(quote)).split()) if self.quotes and isinstance(quote, str) else ""
        return Evidence(self.listed.anchors[str(entry)], self.listed.days[str(entry)], shown)


def over_time(entries: pd.DataFrame, findings: pd.DataFrame, listed: EntryList, *, quotes: bool) -> OverTime:
    """Return what the trends say of a journal; of an empty one every row is missing."""
    words, names = _Words(listed, quotes), {row.label: row.name for row in trends.load_qualities()}
    pairs = _rows(trends.pairs(entries, findings))
    known = {(row.trigger, row.who, row.reaction): row for row in pairs}
    asked = [_pair(row) for row in pairs if row.who == trends.ANYONE and row.verdict != "not enough entries"]
    space = trends.space(entries, findings)
    return OverTime(
        statements=tuple(_said(statement, known, words) for statement in trends.supported(entries, findings, STATEMENTS)),
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
        months=_months(trends.intensity(entries, findings), space),
    )


def _rows(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples(index=False))


def _said(statement: trends.Statement, pairs: dict[tuple[str, str, str], Any], words: _Words) -> Said:
    row = pairs.get((statement.trigger, statement.who, statement.label))
    if row is None:
        asked = "by=held" if statement.label == "space" else f"pattern={statement.label}&by=you"
    return Said(
        statement.text,
        tuple(words.of(found.entry, found.quote) for found in statement.evidence[:EVIDENCE]),
        len(statement.evidence[EVIDENCE:]),
        None if row is None else _pair(row),
        asked if row is None else _pair(row).filter,
    )


def _pair(row: Any) -> Pair:
    name, family = _reaction(row.reaction)
    person = "" if row.who == trends.ANYONE else f"&person=w:{row.who}"
    lift = f"{row.lift:.1f} times as often" if row.lift < 100 else "only there"
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
    from analyzer.taxonomy import load as load_taxonomy

    return pattern_names()[label], load_taxonomy().family_of[label]


def _chains(frame: pd.DataFrame, words: _Words) -> tuple[Chain, ...]:
    return tuple(
        Chain(
            label_in_words(row["trigger"]),
            "" if pd.isna(row["feeling"]) else str(row["feeling"]),
            *_reaction(row["reaction"]),
            int(row["count"]),
            words.of(row["newest"]),
        )
        for row in frame.head(MOST_ROWS).to_dict("records")
    )


def _cycles(frame: pd.DataFrame, words: _Words) -> dict[str, tuple[Said, ...]]:
    """Return the sides that the writer takes, by person; "" where the entries name none."""
    told: dict[str, list[Said]] = {}
    for row in frame.to_dict("records"):
        person = "" if pd.isna(row["person"]) else str(row["person"])
        side = {"pursues": "you pursue", "withdraws": "you withdraw"}[row["side"]]
        of = count_of(int(row["entries"]), "entry that tells a cycle", "entries that tell a cycle")
        told.setdefault(person, []).append(Said(f"{side} in {int(row['count'])} of {of}", (words.of(row["newest"]),)))
    return {person: tuple(rows) for person, rows in told.items()}


def _repairs(frame: pd.DataFrame, words: _Words) -> tuple[Said, ...]:
    rows = []
    for row in frame.dropna(subset=["repair_entry"]).sort_values("repair_day", ascending=False).to_dict("records"):
        who = "" if pd.isna(row["person"]) else f", with {source_in_words(row['person'])}"
        days = "" if pd.isna(row["days"]) else _after(int(row["days"]))
        evidence = tuple(words.of(entry) for entry in dict.fromkeys((row["rupture_entry"], row["repair_entry"])))
        rows.append(Said(f"{days}{who}", evidence))
    return tuple(rows)


def _after(days: int) -> str:
    return "on the same day" if days == 0 else f"after {count_of(days, 'day')}"


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
            f"{label_in_words(row['trigger']).capitalize()}: {int(row['childhood'])} of "
            f"{count_of(int(row['now']), 'entry', 'entries')} with this trigger also look back to childhood.",
            (words.of(row["newest_childhood"]),),
        )
        for row in frame.to_dict("records")
        if row["childhood"]
    )


def _months(intensity: pd.DataFrame, space: pd.DataFrame) -> tuple[MonthRow, ...]:
    both = intensity.merge(space[["period", "moments", "with_space"]], on="period", how="left")
    both = both[both.period.notna()]
    return tuple(
        MonthRow(
            f"{row['period']:%Y-%m}",
            month_in_words(row["period"]),
            int(row["entries"]),
            None if pd.isna(row["intensity"]) else float(row["intensity"]),
            None if pd.isna(row["severity"]) else float(row["severity"]),
            0 if pd.isna(row["moments"]) else int(row["moments"]),
            0 if pd.isna(row["with_space"]) else int(row["with_space"]),
        )
        for row in both.to_dict("records")
    )
