"""Reads one text with date headings: OhLife, Daygram, Momento, Diarium, Markdown headings and the like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from analyzer.entry import Entry
from analyzer.readers.dates import Found, decide_day_first, find_date, parse_time
from analyzer.readers.markdown import plain
from analyzer.readers.notes import front_matter_lines, matter_tags, without_note_marks
from analyzer.readers.source import ReadOptions, Source

_DATE_IN_FRONT = re.compile(
    r"\s*(?P<mark>#{1,6}\s+|[-*+]\s+(?=\*\*|\d{4}-)|[=~—–-]{2,}\s*)?(?P<open>\*\*|__|\[\[|\[|\()?"
    r"(?P<label>(?:date|entry|day|created)\s*:\s*)?",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"\s*(?:\*\*|__|\]\]|\]|\))?\s*")
_REST = re.compile(r"\s*(?:[-–—|/]+\s+|[:：]\s*|\s[-–—|/]\s*)(?P<words>\S.*)")
_ORNAMENT = re.compile(r"[\s.,:;=~*_#—–-]*")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
_OUTER = re.compile(
    r"\s*#{1,6}\s+(?:\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?)\s*#*\s*",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:\*\*)?(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?)(?:\*\*)?:?\s*", re.I
)
_LABEL = re.compile(
    r"\s*(?P<name>with|at|tags?|media|people|tracker|photos?|location|weather|places?)\s*:(?:\s+(?P<value>.*))?", re.I
)
_TITLE_LONGEST = 80


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
    """

    line: int
    found: Found | None = None
    clock: time | None = None
    heading: str = ""
    marked: bool = False
    inline: bool = False
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


def heading(line: str) -> Piece | None:
    """Read a line as a heading: a date and nothing else but a weekday, a time and a title set apart."""
    front = _DATE_IN_FRONT.match(line)
    if front is None or not any(sign.isdigit() for sign in line[: front.end() + 40]):
        return None
    rest = line[front.end() :]
    found = find_date(rest)
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


def headings(lines: Iterable[str]) -> Iterator[tuple[int, Piece]]:
    """Yield the headings of a text with the number of their line among the lines that hold words, from 0."""
    first: Piece | None = None
    blank, at = True, -1
    for line in lines:
        if not line.strip():
            blank = True
            continue
        at += 1
        found = heading(line)
        if found is not None and _fits(found, first, blank):
            first = first or found
            yield at, found
        blank = False


def _fits(found: Piece, first: Piece | None, after_blank: bool) -> bool:
    # "12/05/2024 - dentist" in the middle of a paragraph is a list the writer made, not the next day.
    return after_blank or found.marked or not found.heading or bool(first and first.heading)


def pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """Cut lines at their headings and at lines that hold a time alone."""
    piece, first, blank = Piece(0), None, True
    labels = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            blank, labels = True, False
            piece.lines.append("")
            continue
        found = heading(line)
        if found is not None and _fits(found, first, blank):
            yield piece
            first = first or found
            piece, found.line = found, number
            labels = bool(re.match(r"\s*date\s*:", line, re.IGNORECASE))
        elif piece.found and (clock := _CLOCK_LINE.fullmatch(line)) and (time_ := parse_time(clock["clock"])):
            if piece.filled or piece.clock:
                yield piece
                piece = Piece(number, piece.found, marked=piece.marked)
            piece.clock = time_
        elif labels and re.match(r"\s*\w[\w ]{0,20}:(\s|$)", line):
            pass  # the app's own lines under "Date:", such as Weather: and Location:
        elif _OUTER.fullmatch(line) or (_UNDERLINE.fullmatch(line) and not piece.filled):
            pass
        else:
            piece.lines.append(line)
        blank = False
    yield piece


def entry_of(piece: Piece, day_first: bool | None, *, markdown: bool) -> tuple[str, str, list[str]]:
    """Return text, title and tags of a piece."""
    lines, tags = _without_labels(piece.lines)
    if piece.heading:
        lines = [piece.heading, *lines]
    body = "\n".join(lines)
    title = "" if piece.inline or len(piece.heading) > _TITLE_LONGEST else piece.heading
    if markdown:
        body, found = without_note_marks(body)
        tags += found
        title, body = plain(title), plain(body)
    else:
        body = re.sub(r"\n{3,}", "\n\n", body).strip()
    return body, title, tags


def _without_labels(lines: list[str]) -> tuple[list[str], list[str]]:
    end, tags = len(lines), []
    while end:
        line = lines[end - 1]
        label = _LABEL.fullmatch(line)
        if line.strip() and label is None and not _UNDERLINE.fullmatch(line):
            break
        if label and label["name"].lower().startswith("tag"):
            tags = [tag for tag in re.split(r"[,;]\s*|\s+(?=#)", label["value"] or "") if tag.strip(" #")]
        end -= 1
    return lines[:end], [tag.strip(" #") for tag in tags]


def is_dated(source: Source) -> bool:
    """Whether a text begins with a date heading or holds two or more."""
    if source.members is not None or source.binary:
        return False
    found = (at for at, _ in headings(front_matter_lines(source.lines())[1]))
    first = next(found, None)
    return first == 0 or (first is not None and next(found, None) is not None)


def read_dated_text(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of one text with date headings."""
    day_first = options.day_first
    markdown = source.suffix in (".md", ".markdown")
    matter, body = front_matter_lines(source.lines())
    if day_first is None:
        day_first = decide_day_first(piece.found for _, piece in headings(body) if piece.found)
    _, body = front_matter_lines(source.lines())
    markdown = markdown or any(piece.marked for _, piece in headings(body))
    _, body = front_matter_lines(source.lines())
    for piece in pieces(body):
        if piece.found is None and not _is_preamble_entry(piece):
            continue
        text, title, tags = entry_of(piece, day_first, markdown=markdown)
        yield Entry(
            id=f"{source.name}:{piece.line}",
            text=text,
            date=piece.value(day_first),
            title=title,
            tags=tuple(dict.fromkeys(matter_tags(matter.get("tags")) + tags)),
            source="dated_text",
            place=f"{source.name}, line {max(1, piece.line)}",
        )


def _is_preamble_entry(piece: Piece) -> bool:
    # One short line before the first date is the journal's own title.
    lines = [line for line in piece.lines if line.strip() and not _UNDERLINE.fullmatch(line)]
    return len(lines) > 1 or (len(lines) == 1 and len(lines[0]) > _TITLE_LONGEST)
