"""The entries as the page shows them, newest first, by month, each with what its filters ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.reflection import Finding, PatternFinding, Reflection, TriggerFinding, by_place, kind, visible
from analyzer.reflection.questions import FELT, MATCHED, NO_FEELING_STANDS_OUT, match_in_words
from analyzer.report.passages import Piece, found_in, pieces
from analyzer.report.words import (
    SKIPPED,
    UNSURE,
    count_of,
    day_in_words,
    day_of,
    how,
    label_in_words,
    month_in_words,
    pattern_names,
    shortened,
)

GIST = 110  # characters of an entry's beginning in its line of the list


@dataclass(frozen=True, slots=True)
class Note:
    """One finding beside the text: its number there, its name, and how it was. ``quote`` only where no text stands."""

    number: int
    name: str
    kind: str
    how: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of the list.

    Attributes:
        anchor: Its place on the page, such as ``e12``. Made by counting: an id of the export may hold words.
        short: The day within its month, such as ``Mon 3``.
        keys: What the filters ask for, such as ``you:shutdown``, ``t:anger``, ``w:partner``, ``f:hurt``.
        kinds: Kind and name of what was found, each once, for the line in the list.
        meta: What stands beneath the text: feelings, intensity against severity, topics.
    """

    anchor: str
    short: str
    keys: str
    kinds: tuple[tuple[str, str], ...]
    feelings: tuple[str, ...]
    gist: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    meta: tuple[tuple[str, str], ...]
    skipped: str


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month. ``key`` is ``2025-03``, "" for the undated."""

    key: str
    name: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class EntryList:
    """All entries. ``anchors`` leads from an id to its place; ``shortened``: passages stand for whole texts."""

    months: tuple[Month, ...]
    anchors: dict[str, str]
    days: dict[str, str]
    shortened: bool
    has_text: bool


def entry_list(reflections: Sequence[Reflection], *, quotes: bool, window: int | None = None) -> EntryList:
    """Return the entries newest first, the undated last; without ``quotes`` none of their words is in it.

    ``window`` is as in ``passages.pieces``.
    """
    newest = sorted(
        enumerate(reflections), key=lambda row: (day_of(row[1]) or date.min, _clock(row[1]), row[0]), reverse=True
    )
    months: dict[str, list[EntryView]] = {}
    anchors, days, names = {}, {}, {}
    for place, reflection in newest:
        day = day_of(reflection)
        key = f"{day:%Y-%m}" if day else ""
        anchors[reflection.id] = f"e{place + 1}"
        days[reflection.id] = day_in_words(day)
        names[key] = month_in_words(day)
        months.setdefault(key, []).append(_view(reflection, anchors[reflection.id], window, quotes))
    return EntryList(
        months=tuple(Month(key, names[key], tuple(entries)) for key, entries in months.items()),
        anchors=anchors,
        days=days,
        shortened=quotes and window is not None,
        has_text=quotes and any(reflection.text for reflection in reflections),
    )


def _clock(reflection: Reflection) -> str:
    """Return what orders the entries of one day; an aware and a naive time cannot be compared, their text can."""
    return reflection.date.isoformat()[10:16] if reflection.date else ""


def _view(reflection: Reflection, anchor: str, window: int | None, quotes: bool) -> EntryView:
    names, day = pattern_names(), day_of(reflection)
    found = by_place(found_in(reflection))
    number_of = {id(finding): number for number, finding in enumerate(found, start=1)}
    in_order = [number_of[id(finding)] for finding in found_in(reflection)]
    show_text = quotes and bool(reflection.text)
    chips = dict.fromkeys((kind(f), _name(f, names)) for f in found)
    return EntryView(
        anchor=anchor,
        short=f"{day:%a} {day.day}" if day else "undated",
        keys=" ".join(dict.fromkeys(_keys(reflection))),
        kinds=tuple(sorted(chips, key=lambda chip: chip[0] == "trigger")),
        feelings=reflection.feelings_present,
        gist=_gist(reflection.text) if show_text and not chips else "",
        pieces=pieces(reflection, in_order, window) if show_text else (),
        notes=tuple(
            Note(number, _name(f, names), kind(f), how(f), _quote(f) if quotes and not show_text else "")
            for number, f in enumerate(found, start=1)
        ),
        meta=tuple(_meta(reflection)),
        skipped=SKIPPED.get(reflection.skipped, UNSURE) if reflection.skipped else "",
    )


def _keys(reflection: Reflection) -> list[str]:
    """Return an entry's keys: ``t:`` for a trigger, ``w:`` its source, ``f:`` a feeling, ``o:`` a topic.

    A pattern's says who did it: ``you`` (also where both did), ``others``, ``held`` where the writer overcame the
    urge, ``thought`` where they only wanted or imagined it, ``not`` where nobody did.
    """
    keys = []
    for found in reflection.patterns:
        if found.agent != "other":
            does = _does(found)
            keys.append(f"{does}:{found.pattern}")
        if found.agent != "self" and found.status == "done":
            keys.append(f"others:{found.pattern}")
        if found.agent == "other" and found.status != "done":
            keys.append(f"not:{found.pattern}")
    keys += [key for trigger in reflection.triggers for key in (f"t:{trigger.theme}", f"w:{trigger.who}")]
    keys += [f"f:{label}" for label in reflection.feelings_present]
    keys += [f"o:{label}" for label in reflection.topics_present]
    keys += ["cycle"] if reflection.cycle else []
    return keys


def _does(found: PatternFinding) -> str:
    """Say what the writer does; a secure move that was not made is nothing held back."""
    if found.status == "resisted":
        return "held" if found.family != "secure" else "not"
    return "you" if found.status == "done" else "thought"


def _meta(reflection: Reflection) -> list[tuple[str, str]]:
    if reflection.skipped:
        return []
    feelings = ", ".join(reflection.feelings_present)
    rows = [(FELT, f"{feelings[0].upper()}{feelings[1:]}." if feelings else NO_FEELING_STANDS_OUT)]
    rows += [(MATCHED, match_in_words(reflection))] if reflection.match else []
    rows += [("Between you", "One pursues while the other withdraws.")] if reflection.cycle else []
    about = f"{', '.join(reflection.topics_present)}; " if reflection.topics_present else ""
    return [*rows, ("About", f"{about}{count_of(reflection.words, 'word')}")]


def _name(found: Finding, names: dict[str, str]) -> str:
    return label_in_words(found.theme).capitalize() if isinstance(found, TriggerFinding) else names[found.pattern]


def _quote(found: Finding) -> str:
    return " ".join(visible(found.quote).split())


def _gist(text: str) -> str:
    return shortened(" ".join(visible(text[: 3 * GIST]).split()), GIST)
