"""Counts over a journal, as plain data. Every number counts entries: a wordy day weighs as much as a short one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, TypeVar

from analyzer.reflection import PatternFinding, Reflection, Status

TOGETHER_LEAST, TOGETHER_MOST = 4, 5
UNSURE = "could not be made out"
SKIPPED_REASONS = ("no text", "no words", "not English")

Doing = Literal["did", "held back", "imagined", "others did"]
Halves = tuple[int, int]
Key = TypeVar("Key")
_DOING: Mapping[Status, Doing] = {
    "done": "did",
    "resisted": "held back",
    "urge": "imagined",
    "imagined": "imagined",
}


@dataclass(frozen=True, slots=True)
class Example:
    """The writer's own words from the newest entry that has some, with its day."""

    quote: str
    day: date | None


@dataclass(frozen=True, slots=True)
class FeltIn:
    """In how many entries a feeling is present."""

    label: str
    entries: int


@dataclass(frozen=True, slots=True)
class SetOff:
    """In how many entries a theme set the writer off, and the source that most of them name."""

    label: str
    entries: int
    who: str
    example: Example


@dataclass(frozen=True, slots=True)
class Reaction:
    """In how many entries a pattern is told of the entry's own time.

    Attributes:
        did: The writer did it; ``held_back``: felt the urge and did otherwise; ``imagined``: only thought of it.
        halves: Entries where the writer did it, in the first and the second half of the time.
    """

    label: str
    family: str
    did: int
    held_back: int
    imagined: int
    others_did: int
    halves: Halves
    example: Example


@dataclass(frozen=True, slots=True)
class Together:
    """In how many of the entries with a trigger (``of``) the writer also did a pattern. No claim of a cause."""

    trigger: str
    pattern: str
    entries: int
    of: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a journal holds, most frequent first.

    Attributes:
        skipped: Why entries were not analysed, and how many.
        middle: Last day of the first half of the time between the first and the last entry; None without dates.
        halves: Analysed entries in each half.
        match: How many entries feel ``higher`` than the situation, ``fits``, or ``lower``.
    """

    entries: int
    analysed: int
    words: int
    first: date | None
    last: date | None
    undated: int
    skipped: Mapping[str, int]
    middle: date | None
    halves: Halves
    feelings: tuple[FeltIn, ...]
    triggers: tuple[SetOff, ...]
    reactions: tuple[Reaction, ...]
    together: tuple[Together, ...]
    match: Mapping[str, int]
    cycles: int
    care: int


@dataclass
class Tally:
    """Counts reflections one by one; what it holds grows with labels and days, not with text."""

    entries: int = 0
    words: int = 0
    undated: int = 0
    cycles: int = 0
    care: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    days: Counter[date] = field(default_factory=Counter)
    feelings: Counter[str] = field(default_factory=Counter)
    triggers: Counter[str] = field(default_factory=Counter)
    sources: Counter[tuple[str, str]] = field(default_factory=Counter)
    reactions: Counter[tuple[str, Doing]] = field(default_factory=Counter)
    done_on: Counter[tuple[str, date]] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    match: Counter[str] = field(default_factory=Counter)
    families: dict[str, str] = field(default_factory=dict)
    examples: dict[tuple[str, str], Example] = field(default_factory=dict)

    def add(self, reflection: Reflection) -> None:
        """Count one entry."""
        self.entries += 1
        self.words += reflection.words
        self.care += reflection.care
        if reflection.skipped:
            self.skipped[reflection.skipped if reflection.skipped in SKIPPED_REASONS else UNSURE] += 1
            return
        day = _day(reflection)
        self.undated += day is None
        self.cycles += reflection.cycle
        self.feelings.update(set(reflection.feelings_present))
        if day:
            self.days[day] += 1
        if reflection.match:
            self.match[reflection.match] += 1
        self._add_triggers(reflection, day)
        self._add_reactions(reflection, day)

    def summary(self) -> Summary:
        """Return what was counted so far."""
        first, last = min(self.days, default=None), max(self.days, default=None)
        middle = first + timedelta(days=(last - first).days // 2) if first and last else None
        return Summary(
            entries=self.entries,
            analysed=self.entries - self.skipped.total(),
            words=self.words,
            first=first,
            last=last,
            undated=self.undated,
            skipped=dict(self.skipped.most_common()),
            middle=middle,
            halves=_halves(self.days, middle),
            feelings=tuple(FeltIn(label, count) for label, count in _ranked(self.feelings)),
            triggers=tuple(self._set_off(label, count) for label, count in _ranked(self.triggers)),
            reactions=self._reactions(middle),
            together=self._together(),
            match=dict(self.match),
            cycles=self.cycles,
            care=self.care,
        )

    def _add_triggers(self, reflection: Reflection, day: date | None) -> None:
        self.triggers.update({found.theme for found in reflection.triggers})
        self.sources.update({(found.theme, found.who) for found in reflection.triggers})
        for found in reflection.triggers:
            self._keep_newest(("trigger", found.theme), Example(found.quote, day))

    def _add_reactions(self, reflection: Reflection, day: date | None) -> None:
        present = [found for found in reflection.patterns if found.when == "now"]
        self.families.update({found.pattern: found.family for found in present})
        self.reactions.update({(found.pattern, doing) for found in present for doing in _doings(found)})
        done = {found.pattern for found in present if "did" in _doings(found)}
        if day:
            self.done_on.update((label, day) for label in done)
        self.pairs.update((found, label) for found in {t.theme for t in reflection.triggers} for label in done)
        for found in present:
            if "did" in _doings(found):
                self._keep_newest(("pattern", found.pattern), Example(found.quote, day))

    def _keep_newest(self, key: tuple[str, str], example: Example) -> None:
        """An undated example gives way to any other; of two on one day the first stays."""
        known = self.examples.get(key)
        if known is None or (example.day and (known.day is None or example.day > known.day)):
            self.examples[key] = example

    def _set_off(self, label: str, count: int) -> SetOff:
        sources = Counter({who: n for (theme, who), n in self.sources.items() if theme == label})
        return SetOff(label, count, _ranked(sources)[0][0], self.examples["trigger", label])

    def _reactions(self, middle: date | None) -> tuple[Reaction, ...]:
        rows = []
        for label, family in self.families.items():
            on = Counter({day: count for (name, day), count in self.done_on.items() if name == label})
            rows.append(
                Reaction(
                    label,
                    family,
                    did=self.reactions[label, "did"],
                    held_back=self.reactions[label, "held back"],
                    imagined=self.reactions[label, "imagined"],
                    others_did=self.reactions[label, "others did"],
                    halves=_halves(on, middle),
                    example=self.examples.get(("pattern", label), Example("", None)),
                )
            )
        return tuple(sorted(rows, key=lambda row: (-row.did, -row.others_did, row.label)))

    def _together(self) -> tuple[Together, ...]:
        rows = [(pair, count) for pair, count in _ranked(self.pairs) if count >= TOGETHER_LEAST][:TOGETHER_MOST]
        return tuple(Together(trigger, label, count, self.triggers[trigger]) for (trigger, label), count in rows)


def _doings(found: PatternFinding) -> set[Doing]:
    """Say who did it and whether it happened; what others only thought of doing is not counted."""
    doings: set[Doing] = set()
    if found.agent != "other":
        doings.add(_DOING[found.status])
    if found.agent != "self" and found.status == "done":
        doings.add("others did")
    return doings


def _halves(days: Mapping[date, int], middle: date | None) -> Halves:
    early = sum(count for day, count in days.items() if middle and day <= middle)
    return early, sum(days.values()) - early


def _ranked(counts: Counter[Key]) -> list[tuple[Key, int]]:
    """Most frequent first; of the same count in the order of their names, so that a run looks the same again."""
    return sorted(counts.items(), key=lambda row: (-row[1], str(row[0])))


def _day(reflection: Reflection) -> date | None:
    return reflection.date.date() if isinstance(reflection.date, datetime) else reflection.date
