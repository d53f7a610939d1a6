"""What of all this holds, said in a few plain sentences, each with the entries behind it.

Three kinds of question are asked of a journal: which reactions go with which trigger, whether the space before a
reaction has changed over time, and which other reactions have. The rate of false findings is shared out among the
kinds beforehand, and within a kind Benjamini and Hochberg's correction covers all its questions; so a journal whose
labels are random gives no sentence, but for the stated rate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd
from scipy.stats import false_discovery_control

from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends.pairs import LEAST, RATE, ask
from analyzer.trends.periods import all_periods, first_day
from analyzer.trends.phrases import load_phrases
from analyzer.trends.schema import ANYONE, By
from analyzer.trends.select import acts, analysed, closing, newest, order, own, reactions, triggers
from analyzer.trends.space import moments
from analyzer.trends.steps import Step, clearest, steps

Kind = Literal["together", "space", "change"]
# Of the rate, for each kind. The space has its own: it is the first question of the project, and asks three things,
# which would drown among the others.
SHARES: Mapping[Kind, float] = {"together": 0.5, "space": 0.3, "change": 0.2}
MONTHS_FROM = 180  # days between the first and the last entry; a shorter journal is cut into weeks
MOSTLY = 0.8  # of a trigger's entries with the reaction, from which a sentence names their one source
SPACE, RESISTED, PAUSE = "space", "resisted", "pause"
_SPACE = (SPACE, RESISTED, PAUSE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry behind a sentence, and the words in it that tell the reaction; those of the trigger where it is rare."""

    entry: str
    day: date | None
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A finding that holds, in a sentence to the writer.

    Attributes:
        text: The sentence, without any word of the journal.
        evidence: Its entries, the newest first.
        q: Expected share of false findings among those at least as clear, over all that was asked.
        kind: ``together`` for a trigger and a reaction, ``space`` and ``change`` for a change over time.
        label: The pattern it is about; ``space`` or ``resisted`` for those shares.
        trigger: The theme, and ``who`` its source; "" for a change.
    """

    text: str
    evidence: tuple[Evidence, ...]
    q: float
    kind: Kind
    label: str
    trigger: str = ""
    who: str = ""


def supported(entries: pd.DataFrame, findings: pd.DataFrame, n: int = 3, *, rate: float = RATE) -> list[Statement]:
    """Return the ``n`` best supported findings, the clearest first; none where nothing holds.

    The clearest of each kind comes before the second of the other. Journals with random labels give any sentence in
    at most ``rate`` of the cases.
    """
    kinds = [
        _together(entries, findings, rate * SHARES["together"]),
        _changed(entries, findings, "space", rate * SHARES["space"]),
        _changed(entries, findings, "change", rate * SHARES["change"]),
    ]
    first = [found[0] for found in kinds if found]
    rest = sorted((row for found in kinds for row in found[1:]), key=lambda row: row.q)
    return sorted((sorted(first, key=lambda row: row.q) + rest)[:n], key=lambda row: row.q)


def _together(entries: pd.DataFrame, findings: pd.DataFrame, rate: float) -> list[Statement]:
    table = ask(entries, findings, rate=rate)
    holds = table[table["verdict"].isin(("more often", "less often"))].sort_values(["q", "p"], kind="stable")
    kept: dict[tuple[str, str], Any] = {}
    for row in holds.itertuples():
        key = (str(row.trigger), str(row.reaction))
        known = kept.setdefault(key, row)
        # One source that stands behind nearly all of it says more than "someone".
        if known.who == ANYONE and row.who != ANYONE and row.together >= MOSTLY * known.together > 0:
            kept[key] = row
    return [_pair_in_words(row, entries, findings) for row in sorted(kept.values(), key=lambda row: (row.q, row.p))]


def _pair_in_words(row: Any, entries: pd.DataFrame, findings: pd.DataFrame) -> Statement:
    phrases = load_phrases()
    others, elsewhere = row.entries - row.with_trigger, row.with_reaction - row.together
    only = "only " if row.lift < 1 and row.together else ""
    text = (
        f"When {phrases.clauses[row.trigger, row.who]} you {phrases.acts[row.reaction]} in {only}"
        f"{_of(row.together, row.with_trigger)} such entries, elsewhere in {_of(elsewhere, others)}."
    )
    set_off = triggers(findings)
    set_off = set_off[(set_off["label"] == row.trigger) & ((row.who == ANYONE) | (set_off["who"] == row.who))]
    did = reactions(findings)
    did = did[did["label"] == row.reaction]
    both = did[did["entry"].isin(set_off["entry"])]
    if row.lift < 1:  # what is rare shows in the entries without it
        both = set_off[~set_off["entry"].isin(did["entry"])]
    evidence = _evidence(both, entries)
    return Statement(
        text, evidence, min(1.0, row.q / SHARES["together"]), "together", row.reaction, row.trigger, row.who
    )


def _changed(entries: pd.DataFrame, findings: pd.DataFrame, kind: Kind, rate: float) -> list[Statement]:
    base = analysed(entries).dropna(subset="day")
    if base.empty:
        return []
    by: By = "month" if (base["day"].max() - base["day"].min()).days >= MONTHS_FROM else "week"
    series = {label: ids for label, ids in _series(base, findings).items() if (label in _SPACE) == (kind == "space")}
    index = all_periods(pd.DataFrame({"period": first_day(base["day"], by)}), by)
    asked = {}
    for label, (hits, asked_of) in series.items():
        counts = [_by_period(base, ids, by, index) for ids in (hits, asked_of)]
        if (step := clearest(*counts)) is not None:
            asked[label] = (counts, step)
    if not asked:
        return []
    corrected = false_discovery_control([step.p for _, step in asked.values()], method="bh")
    found = []
    for (label, (counts, _)), q in zip(asked.items(), corrected, strict=True):
        if q <= rate:
            last = steps(*counts, rate=rate)[-1]
            told = _telling(findings, label)
            since = first_day(told["day"], by) >= index[last.at]
            evidence = _evidence(told[since.fillna(False)], entries)
            text = _change_in_words(label, last, index, by)
            found.append(Statement(text, evidence, min(1.0, float(q) / SHARES[kind]), kind, label))
    found.sort(key=lambda row: row.q)
    # The space is made of pauses and urges overcome: what grew with one of them is told once.
    return [row for row in found if row.label != SPACE] or found


def _series(base: pd.DataFrame, findings: pd.DataFrame) -> dict[str, tuple[set[str], set[str]]]:
    """Return for each question the entries with what it asks for, and those in which that could have stood."""
    every = set(base["id"])
    did = reactions(findings)
    series = {str(label): (set(rows["entry"]) & every, every) for label, rows in did.groupby("label")}
    flags = moments(base, findings)
    series[SPACE] = (set(flags.loc[flags["with_space"], "id"]), set(flags.loc[flags["moments"], "id"]))
    series[RESISTED] = (set(flags.loc[flags["resisted"], "id"]), every)
    return {label: ids for label, ids in series.items() if len(ids[0]) >= LEAST}


def _by_period(base: pd.DataFrame, ids: set[str], by: By, index: pd.Index) -> Any:
    days = first_day(base.loc[base["id"].isin(ids), "day"], by)
    return days.value_counts().reindex(index, fill_value=0).to_numpy("int64")


def _telling(findings: pd.DataFrame, label: str) -> pd.DataFrame:
    done = reactions(findings)
    overcome = closing(own(acts(findings, status="resisted")))
    if label == RESISTED:
        return overcome
    if label == SPACE:
        return pd.concat([done[done["label"] == PAUSE], overcome])
    return done[done["label"] == label]


def _change_in_words(label: str, step: Step, index: pd.Index, by: By) -> str:
    names = {row.label: row.name for row in load_taxonomy().patterns}
    grown = step.share_after > step.share_before
    if label == SPACE:
        subject, where = "The space between trigger and reaction", " moments, a pause or an urge overcome"
        verb = "has grown" if grown else "has shrunk"
    else:
        subject, where = names.get(label, "Overcoming an urge"), " entries"
        verb = f"has become {'more frequent' if grown else 'rarer'}"
    start = "" if step.start == 0 else f" (from {_period(index[step.start], by)} on)"
    return (
        f"{subject} {verb} since {_period(index[step.at], by)}: in {_of(step.hits_after, step.total_after)}{where}, "
        f"before that{start} in {_of(step.hits_before, step.total_before)}."
    )


def _period(day: pd.Timestamp, by: By) -> str:
    return f"{day:%B %Y}" if by == "month" else f"{day.day} {day:%B %Y}"


def _of(count: int, total: int) -> str:
    return f"{'none' if count == 0 else f'{count:,}'} of {total:,}"


def _evidence(found: pd.DataFrame, entries: pd.DataFrame) -> tuple[Evidence, ...]:
    rows = newest(found, ["entry"], entries)
    rows = rows.assign(place=rows["entry"].map(order(entries))).sort_values("place", ascending=False, kind="stable")
    return tuple(
        Evidence(entry, None if pd.isna(day) else day.date(), quote)
        for entry, day, quote in rows[["entry", "day", "quote"]].itertuples(index=False, name=None)
    )
