"""A text cut into segments with the findings that lie over each: what a page, a notebook and a terminal mark.

Findings may lie over one another, cross or repeat; a segment knows all that cover it. The segments joined are the text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from analyzer.reflection.data import PatternFinding, TriggerFinding

Finding = PatternFinding | TriggerFinding
Placed = TypeVar("Placed", bound=Finding)

TRIGGER = "trigger"  # the kind of mark for what set the writer off; a pattern's is its family
# They turn the direction of what follows, so that a line reads otherwise than it was written; the words stay.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# No characters of a page: controls but tab and line ends, halves of a character, and what is none.
_NO_CHARACTERS = (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_VISIBLE = {ord(mark): None for mark in _TURNING} | dict.fromkeys(_NO_CHARACTERS, "\ufffd")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text over which the same findings lie.

    Attributes:
        start: Offset in characters of the text; ``end`` likewise, exclusive.
        text: The exact words. Pass them through ``visible`` before they are shown.
        findings: Those that lie over it, the widest first; none for plain text.
        begins: Those of them that begin here; ``ends`` those that end here. A finding begins and ends once.
    """

    start: int
    end: int
    text: str
    findings: tuple[Finding, ...] = ()
    begins: tuple[Finding, ...] = ()
    ends: tuple[Finding, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The families of the patterns over it, the narrowest first, then ``trigger``; each once."""
        kinds = dict.fromkeys(kind(found) for found in reversed(self.findings))
        return tuple(sorted(kinds, key=TRIGGER.__eq__))


def segments(text: str, findings: Iterable[Finding]) -> tuple[Segment, ...]:
    """Cut a text at every border of a finding; an empty text gives none.

    What lies beyond the text is cut off, and a finding without words in it is left out.
    """
    size = len(text)
    placed = [(max(0, f.start), min(size, f.end), f) for f in by_place(findings)]
    placed = [row for row in placed if row[0] < row[1]]
    borders = sorted({0, size, *(start for start, _, _ in placed), *(end for _, end, _ in placed)})
    found = []
    for start, end in pairwise(borders):
        over = sorted(
            (row for row in placed if row[0] < end and row[1] > start), key=lambda row: row[0] - row[1]
        )  # stable: of the same width the earlier stays first
        found.append(
            Segment(
                start,
                end,
                text[start:end],
                tuple(f for _, _, f in over),
                tuple(f for first, _, f in over if first == start),
                tuple(f for _, last, f in over if last == end),
            )
        )
    return tuple(found)


def by_place(findings: Iterable[Placed]) -> list[Placed]:
    """Return findings as they stand in the text, the wider first where two begin together."""
    return sorted(findings, key=lambda found: (found.start, -found.end))


def kind(found: Finding) -> str:
    """Return the family of a pattern; ``trigger`` for a trigger."""
    return TRIGGER if isinstance(found, TriggerFinding) else found.family


def visible(text: str) -> str:
    """Return words as they can stand on a page: without marks that turn the direction, and with no broken character.

    It does not escape: a template or ``markupsafe.escape`` does.
    """
    return text.translate(_VISIBLE)
