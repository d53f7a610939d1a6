"""Finds the headings of one text: lines that hold a date and little else."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from analyzer.readers.dates import Found, find_date, find_yearless
from analyzer.readers.years import Years, year_line

_DATE_IN_FRONT = re.compile(
    r"\s*(?P<mark>#{1,6}\s+|[-*+]\s+(?=\*\*|\d{4}-)|[=~—–-]{2,}\s*)?(?P<open>\*\*|__|\[\[|\[|\()?"
    r"(?P<label>(?:date|entry|day|created)\s*:\s*)?",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"\s*(?:\*\*|__|\]\]|\]|\))?\s*")
_REST = re.compile(r"\s*(?:[-–—|/]+\s+|[:：]\s*|\s[-–—|/]\s*)(?P<words>\S.*)")
_ORNAMENT = re.compile(r"[\s.,:;=~*_#—–-]*")
UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
OUTER = re.compile(
    r"\s*#{1,6}\s+(?:\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?)\s*#*\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """What stands under one heading.

    Attributes:
        line: Number of the heading's line, from 1; 0 for what comes before the first heading.
        found: The heading's date, None before the first heading.
        clock: From a line that holds a time alone, else None.
        heading: Words behind the date in the heading.
        marked: The heading is a Markdown one.
        inline: The words behind the date are no title but begin the entry, as Daygram writes them.
        yearless: The heading names no year: the date has that of a line before it.
    """

    line: int
    found: Found | None = None
    clock: time | None = None
    heading: str = ""
    marked: bool = False
    inline: bool = False
    yearless: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether any word stands in it."""
        return bool(self.heading) or any(line.strip() for line in self.lines)

    def value(self, day_first: bool | None) -> datetime | date | None:
        """The date and time."""
        day = self.found.value(day_first) if self.found else None
        if self.clock is None or day is None:
            return day
        return datetime.combine(day.date() if isinstance(day, datetime) else day, self.clock)


def heading(line: str, find: Callable[[str], Found | None] = find_date) -> Piece | None:
    """Read a line as a heading: a date and nothing else but a weekday, a time and a title set apart."""
    front = _DATE_IN_FRONT.match(line)
    if front is None or not any(sign.isdigit() for sign in line[: front.end() + 40]):
        return None
    rest = line[front.end() :]
    found = find(rest)
    if found is None:
        return None
    mark = (front["mark"] or "").strip()
    hashed = mark.startswith("#")
    after = rest[found.end :]
    if front["open"]:
        close = _CLOSE.match(after)
        after = after[close.end() :] if close else after
    piece = Piece(0, found, marked=hashed or front["open"] in ("**", "__", "[["))
    if _ORNAMENT.fullmatch(after):
        return piece
    words = _REST.fullmatch(after)
    if words is not None:
        piece.heading = words["words"].rstrip("#* ") if hashed or front["open"] else words["words"]
        piece.inline = after.lstrip().startswith("/")
        return piece
    if hashed and after[:1] in " ,":
        piece.heading = after.strip(" ,#")
        return piece
    return None


class Finder:
    """Tells line by line which are headings. Blank lines are not shown to it.

    Attributes:
        on_year: The line shown last names a year.
        under_year: The heading found last stands right under such a line and takes its year from it.
    """

    def __init__(self, yearless: bool) -> None:
        self.on_year = self.under_year = False
        self._yearless, self._years = yearless, Years()
        self._first: Piece | None = None
        self._begun = self._headed = False
        self._named: tuple[int, int | None] | None = None

    def read(self, line: str, after_blank: bool) -> Piece | None:
        """Return the heading that a line is."""
        found = heading(line)
        if found is not None and found.found is not None and _fits(found, self._first, after_blank):
            self._first = self._first or found
            self._years.see(found.found)
        else:
            found = None
        if not self._yearless:
            return found
        self.under_year = self._named is not None
        found = found or self._without_year(line, after_blank)
        self._note_year(line, after_blank, found)
        return found

    def _without_year(self, line: str, after_blank: bool) -> Piece | None:
        if not (self._years.known or self._named):
            return None
        piece = heading(line, find_yearless)
        if piece is None or piece.found is None or line.rstrip()[-1] in ".,;":
            return None
        # Words behind such a day are a list of the writer's more often than a title.
        titled = bool(piece.heading) and (not line.lstrip().startswith("#") or piece.heading[0].isdigit())
        apart = after_blank or piece.marked or piece.found.weekday is not None or self.under_year
        if titled or not apart:
            return None
        if self._named:
            self._years.name(*self._named)
        day = self._years.settle(piece.found)
        if day is None:
            return None
        piece.found, piece.yearless = replace(piece.found, day=day), True
        return piece

    def _note_year(self, line: str, after_blank: bool, found: Piece | None) -> None:
        named = None if found else year_line(line)
        self.on_year = False
        self._headed = self._headed or found is not None
        if named is not None:
            year, month, marked = named
            # The title of the text and a Markdown heading name it for all that follows, any other line only for a day
            # right below it.
            if marked or not self._begun:
                self._years.name(year, month)
            self.on_year = marked or after_blank or not self._headed
            self._named = (year, month) if self.on_year else None
        elif found or not (OUTER.fullmatch(line) or UNDERLINE.fullmatch(line)):
            self._named = None
        self._begun = True


def headings(lines: Iterable[str], *, yearless: bool = False) -> Iterator[tuple[int, Piece]]:
    """Yield the headings of a text with the number of their line among the lines that hold words, from 0.

    With ``yearless`` also days without a year, where a line before them names it.
    """
    finder = Finder(yearless)
    blank, at = True, -1
    for line in lines:
        if not line.strip():
            blank = True
            continue
        at += 1
        found = finder.read(line, blank)
        if found is not None:
            yield at, found
        blank = False


def _fits(found: Piece, first: Piece | None, after_blank: bool) -> bool:
    # "12/05/2024 - dentist" in the middle of a paragraph is a list the writer made, not the next day.
    return after_blank or found.marked or not found.heading or bool(first and first.heading)
