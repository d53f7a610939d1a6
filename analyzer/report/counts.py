"""What the page counts itself: plain numbers of entries, which stand whether or not anything is beyond chance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analyzer.frames import BETWEEN
from analyzer.reflection.questions import source_in_words
from analyzer.report.words import SKIPPED, UNSURE, count_of, days_in_words, label_in_words
from analyzer.taxonomy import load as load_taxonomy

MOST_LABELS = 3  # named beside a person


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a list: in how many entries something is, and how long its bar is, 0 to 100.

    Attributes:
        kind: What colours it: a family, the valence of a feeling, or "".
        key: What the entries' filter asks for.
        who: The source that most entries name, in words.
    """

    label: str
    count: int
    width: float
    kind: str = ""
    note: str = ""
    key: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Reaction:
    """In how many entries a pattern is told of the entry's own time; ``width`` is of ``did``, 0 to 100."""

    label: str
    name: str
    family: str
    did: int
    held_back: int
    imagined: int
    others: int
    width: float


@dataclass(frozen=True, slots=True)
class Person:
    """What the entries in which someone sets the writer off hold."""

    who: str
    name: str
    entries: int
    triggers: tuple[tuple[str, int], ...]
    reactions: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal is: its length, its time, and what was left out, in words."""

    entries: int
    analysed: int
    words: int
    span: str
    left_out: str
    care: int


def facts(entries: pd.DataFrame) -> Facts:
    """Return what the whole journal is."""
    days = entries.day.dropna()
    reasons = Counter(SKIPPED.get(why, UNSURE) for why in entries.skipped if why)
    undated = int(entries.day.isna().sum())
    left = [f"{count:,} {why}" for why, count in reasons.most_common()]
    left += [f"{undated:,} undated"] if undated else []
    first, last = (_date(days.min()), _date(days.max())) if len(days) else (None, None)
    analysed = int((entries.skipped == "").sum())
    span, care = days_in_words(first, last), int(entries.care.sum())
    return Facts(len(entries), analysed, int(entries.words.sum()), span, ", ".join(left), care)


def felt(entries: pd.DataFrame) -> tuple[Bar, ...]:
    """Return the feelings by how many entries they are present in."""
    guide = load_taxonomy()
    valence = {row.label: row.valence for row in guide.feelings}
    counts = _present(entries.feelings_present)
    most = max((n for _, n in counts), default=1)
    return tuple(
        Bar(label.capitalize(), n, 100 * n / most, valence.get(label, ""), key=f"f:{label}") for label, n in counts
    )


def about(entries: pd.DataFrame) -> tuple[Bar, ...]:
    """Return the topics likewise."""
    names = {row.label: row.name for row in load_taxonomy().topics}
    counts = _present(entries.topics_present)
    most = max((n for _, n in counts), default=1)
    return tuple(Bar(names.get(label, label), n, 100 * n / most, key=f"o:{label}") for label, n in counts)


def set_off(findings: pd.DataFrame) -> tuple[Bar, ...]:
    """Return the triggers likewise, each with its meaning and the source that most entries name."""
    triggers = findings[findings.kind == "trigger"]
    meaning = {row.label: row.definition for row in load_taxonomy().triggers}
    counts = _ranked(triggers.drop_duplicates(["entry", "label"]).label)
    mostly = {}
    for label, rows in triggers.drop_duplicates(["entry", "label", "who"]).groupby("label"):
        mostly[str(label)] = _ranked(rows.who)[0][0]
    most = max((n for _, n in counts), default=1)
    return tuple(
        Bar(
            label_in_words(label).capitalize(),
            n,
            100 * n / most,
            note=meaning.get(label, ""),
            key=f"t:{label}",
            who=source_in_words(mostly[label]),
        )
        for label, n in counts
    )


def reactions(findings: pd.DataFrame) -> tuple[Reaction, ...]:
    """Return the patterns by how many entries the writer did them in; each entry counts once a column."""
    guide = load_taxonomy()
    now = findings[(findings.kind == "pattern") & (findings.when == "now")]
    mine, done = now.agent != "other", now.status == "done"
    columns = {
        "did": now[mine & done],
        "held_back": now[mine & (now.status == "resisted") & (now.family != "secure")],  # else it is a move not made
        "imagined": now[mine & now.status.isin(["urge", "imagined"])],
        "others": now[(now.agent != "self") & done],
    }
    counts = {name: Counter(rows.drop_duplicates(["entry", "label"]).label) for name, rows in columns.items()}
    most = max(counts["did"].values(), default=1)
    rows = [
        Reaction(
            pattern.label,
            pattern.name,
            pattern.family,
            **{name: counted[pattern.label] for name, counted in counts.items()},
            width=100 * counts["did"][pattern.label] / most,
        )
        for pattern in guide.patterns
        if any(counted[pattern.label] for counted in counts.values())
    ]
    return tuple(sorted(rows, key=lambda row: (-row.did, -row.others, row.name)))


def people(findings: pd.DataFrame) -> tuple[Person, ...]:
    """Return everyone who sets the writer off, by the number of entries, with what stands in those entries."""
    guide = load_taxonomy()
    names = {row.label: (row.name, row.family) for row in guide.patterns}
    triggers = findings[(findings.kind == "trigger") & ~findings.who.isin(["none", "self"])]
    done = findings[(findings.agent.isin(["self", "both"])) & (findings.status == "done") & (findings.when == "now")]
    rows = []
    for who, count in _ranked(triggers.drop_duplicates(["entry", "who"]).who):
        of_them = triggers[triggers.who == who].drop_duplicates(["entry", "label"])
        acts = done[done.entry.isin(of_them.entry)].drop_duplicates(["entry", "label"])
        rows.append(
            Person(
                who,
                source_in_words(who).capitalize(),
                count,
                tuple((label_in_words(label), n) for label, n in _ranked(of_them.label)[:MOST_LABELS]),
                tuple((label, *names[label], n) for label, n in _ranked(acts.label)[:MOST_LABELS]),
            )
        )
    return tuple(rows)


def match(entries: pd.DataFrame) -> str:
    """Return in a sentence how often the intensity matches the situation; "" without a feeling."""
    counts = Counter(entries.match.dropna())
    if not (total := counts.total()):
        return ""
    fits, higher, lower = (counts[name] for name in ("fits", "higher", "lower"))
    of = f"Of {count_of(total, 'entry', 'entries')} with a feeling, "
    return f"{of}it fits the situation in {fits:,}, is stronger in {higher:,} and weaker in {lower:,}."


def _present(cells: pd.Series) -> list[tuple[str, int]]:
    return _ranked(label for cell in cells for label in str(cell).split(BETWEEN) if label)


def _ranked(labels: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(labels).items(), key=lambda row: (-row[1], row[0]))


def _date(day: pd.Timestamp) -> date:
    return day.date()
