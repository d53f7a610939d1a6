"""Reads one text with date headings: OhLife, Daygram, Momento, Diarium, Markdown headings and the like."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from analyzer.entry import Entry
from analyzer.readers.dates import decide_day_first, parse_time
from analyzer.readers.headings import OUTER, UNDERLINE, Finder, Piece, headings
from analyzer.readers.markdown import plain
from analyzer.readers.notes import front_matter_lines, matter_tags, without_note_marks
from analyzer.readers.source import ReadOptions, Source

_CLOCK_LINE = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:\*\*)?(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?)(?:\*\*)?:?\s*", re.I
)
_LABEL = re.compile(
    r"\s*(?P<name>with|at|tags?|media|people|tracker|photos?|location|weather|places?)\s*:(?:\s+(?P<value>.*))?", re.I
)
_TITLE_LONGEST = 80


def pieces(lines: Iterable[str], *, yearless: bool = False) -> Iterator[Piece]:
    """Cut lines at their headings, as ``headings`` finds them, and at lines that hold a time alone."""
    piece, finder, blank = Piece(0), Finder(yearless), True
    labels, year_at = False, 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            blank, labels = True, False
            piece.lines.append("")
            continue
        found = finder.read(line, blank)
        if finder.on_year:
            year_at = len(piece.lines)
        if found is not None:
            if found.yearless and finder.under_year:
                del piece.lines[year_at:]
            yield piece
            piece, found.line = found, number
            labels = bool(re.match(r"\s*date\s*:", line, re.IGNORECASE))
        elif piece.found and (clock := _CLOCK_LINE.fullmatch(line)) and (time_ := parse_time(clock["clock"])):
            if piece.filled or piece.clock:
                yield piece
                piece = Piece(number, piece.found, marked=piece.marked)
            piece.clock = time_
        elif labels and re.match(r"\s*\w[\w ]{0,20}:(\s|$)", line):
            pass  # the app's own lines under "Date:", such as Weather: and Location:
        elif OUTER.fullmatch(line) or (UNDERLINE.fullmatch(line) and not piece.filled):
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
        if line.strip() and label is None and not UNDERLINE.fullmatch(line):
            break
        if label and label["name"].lower().startswith("tag"):
            tags = [tag for tag in re.split(r"[,;]\s*|\s+(?=#)", label["value"] or "") if tag.strip(" #")]
        end -= 1
    return lines[:end], [tag.strip(" #") for tag in tags]


def is_dated(source: Source) -> bool:
    """Whether a text begins with a date heading or holds two or more."""
    if source.members is not None or source.binary:
        return False
    found = (at for at, _ in headings(front_matter_lines(source.lines())[1], yearless=True))
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
    kinds = Counter((piece.yearless, piece.marked) for _, piece in headings(body, yearless=True))
    # Where most headings name their year, a day without one is spoken of, not begun.
    yearless = kinds[True, True] + kinds[True, False] >= kinds[False, True] + kinds[False, False]
    markdown = markdown or kinds[False, True] > 0 or (yearless and kinds[True, True] > 0)
    _, body = front_matter_lines(source.lines())
    for piece in pieces(body, yearless=yearless):
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
    lines = [line for line in piece.lines if line.strip() and not UNDERLINE.fullmatch(line)]
    return len(lines) > 1 or (len(lines) == 1 and len(lines[0]) > _TITLE_LONGEST)
