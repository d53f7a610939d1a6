"""How much of each entry the page shows: all of it where the page stays small, else the passages around the marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from analyzer.reflection import Finding, Reflection, Segment, segments, visible

WINDOWS: tuple[int | None, ...] = (None, 600, 300, 140, 60, 0)  # characters kept on each side; None keeps all
GAP = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an entry as the page shows it.

    Attributes:
        kinds: Families of the patterns over it, then ``trigger``; none for plain text.
        ends: Numbers of the notes whose words end here.
    """

    text: str
    kinds: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()


def found_in(reflection: Reflection) -> tuple[Finding, ...]:
    """Return all findings of an entry, the triggers first."""
    return (*reflection.triggers, *reflection.patterns)


def fitting_windows(reflections: Iterable[Reflection], budget: int) -> tuple[int | None, ...]:
    """Return those of ``WINDOWS`` with which all texts together stay within a budget of bytes, the widest first.

    The narrowest is always among them: where even that is too much, the words of the findings alone are shown.
    """
    reflections = tuple(reflections)
    for place, window in enumerate(WINDOWS[:-1]):
        total = 0
        for reflection in reflections:
            total += sum(_size(reflection.text[start:end]) for start, end in _kept(reflection, window))
            if total > budget:
                break
        else:
            return WINDOWS[place:]
    return WINDOWS[-1:]


def pieces(reflection: Reflection, numbers: Sequence[int], window: int | None) -> tuple[Piece, ...]:
    """Return an entry's text as pieces, the findings' numbers at the ends of their words.

    Args:
        numbers: The number of each note, in the order of ``found_in``.
        window: Characters kept on each side of a finding; None keeps all.
    """
    found = found_in(reflection)
    number_of = {id(finding): number for finding, number in zip(found, numbers, strict=True)}
    kept, shown = _kept(reflection, window), []
    for place, (start, end) in enumerate(kept):
        if start and not place:
            shown.append(Piece("… "))
        if place:
            shown.append(Piece(GAP))
        for segment in segments(reflection.text, found):
            if segment.start < end and segment.end > start:
                shown.append(_piece(segment, start, end, number_of))
    if kept and kept[-1][1] < len(reflection.text):
        shown.append(Piece(" …"))
    return tuple(shown)


def _piece(segment: Segment, start: int, end: int, number_of: dict[int, int]) -> Piece:
    first, last = max(segment.start, start), min(segment.end, end)
    words = visible(segment.text[first - segment.start : last - segment.start])
    ends = tuple(number_of[id(found)] for found in segment.ends) if last == segment.end else ()
    return Piece(words, segment.kinds, ends)


def _kept(reflection: Reflection, window: int | None) -> list[tuple[int, int]]:
    """Return the stretches that are shown, in order and apart from each other."""
    text = reflection.text
    if window is None or not text:
        return [(0, len(text))] if text else []
    found = sorted((f.start, f.end) for f in found_in(reflection))
    if not found:
        beginning = text[: _word_border(text, window, 1)].rstrip()
        return [(0, len(beginning))] if beginning else []
    kept: list[tuple[int, int]] = []
    for first, last in found:
        before = text[_word_border(text, first - window, -1) : first].lstrip()
        after = text[last : _word_border(text, last + window, 1)].rstrip()
        start, end = first - len(before), last + len(after)
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def _word_border(text: str, place: int, step: int) -> int:
    """Move a place outward to the next space, so that no word is cut; within the text."""
    place = min(max(place, 0), len(text))
    edge, border = (0, place) if step < 0 else (len(text), place)
    reach = 0
    while border != edge and reach < 30 and not text[border - 1 if step < 0 else border].isspace():
        border, reach = border + step, reach + 1
    return border


def _size(text: str) -> int:
    return len(str(escape(text)).encode("utf-8", "replace"))
