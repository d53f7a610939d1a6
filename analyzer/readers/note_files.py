"""Reads folders and zips of Markdown or text files, a Logseq graph, and single files without date headings."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.readers.dated_text import entry_of, pieces
from analyzer.readers.dates import Found, decide_day_first, find_date, parse_date
from analyzer.readers.headings import Piece, heading, headings
from analyzer.readers.jrnl import is_jrnl, read_jrnl
from analyzer.readers.json_stream import json_shape
from analyzer.readers.notes import front_matter_lines, matter_tags
from analyzer.readers.source import ReadOptions, Source

TEXT_SUFFIXES = (".md", ".markdown", ".txt", ".text")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_LOGSEQ_DAY = re.compile(r"(?:^|/)journals/\d{4}[_-]\d\d[_-]\d\d\.md$")
_NAME_DAY = re.compile(r"(?<!\d)(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})[-_. ]|(?<![^\W_])[A-Za-z]{3,9}[ _.,-]|(?<!\d)\d{8}")
_DAY_PATH = re.compile(r"(?:^|/)(\d{4})/(\d\d?)/(\d\d?)(?=[^\d/]*$)")
_MACHINE = re.compile(r"\s*<(?:\?xml|!doctype|html|plist|svg)\b", re.IGNORECASE)
_DATE_KEYS = ("date", "day", "journal_date", "entry_date")
_CREATED_KEYS = (
    "created",
    "created_at",
    "created-at",
    "creation date",
    "date created",
    "date_created",
    "creation_date",
)


def is_logseq(source: Source) -> bool:
    """Whether a folder or zip is a Logseq graph."""
    members = source.members or ()
    if source.kind == "folder" and source.name == "journals":
        return any(re.fullmatch(r"\d{4}_\d\d_\d\d\.md", member.name) for member in members)
    return any(_LOGSEQ_DAY.search(member.inside) for member in members)


def is_text_folder(source: Source) -> bool:
    """Whether a folder or zip holds Markdown or text files."""
    return any(member.suffix in TEXT_SUFFIXES for member in source.members or ())


def is_note(source: Source) -> bool:
    """Whether a single file holds text."""
    if source.members is not None or source.binary or _MACHINE.match(source.head_text):
        return False
    return not json_shape(source).keys


def read_logseq(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the journal days of a Logseq graph; its pages are no journal."""
    for member in source.members or ():
        if member.suffix == ".md" and (source.name == "journals" or "journals/" in member.inside):
            yield from _read_member(member, options, "logseq")


def read_text_folder(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of all Markdown and text files, in the order of their paths."""
    members = [member for member in source.members or () if member.suffix in TEXT_SUFFIXES]
    if options.day_first is None:
        # Names such as 01-05-2024.md: the folder as a whole decides.
        found = (_name_found(member.inside) for member in members)
        options = replace(options, day_first=decide_day_first(item for item in found if item))
    for member in members:
        yield from _read_member(member, options, "markdown_folder")


def read_note(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Read one file that is one entry."""
    yield from read_note_file(source, options, "plain_text")


def _read_member(member: Source, options: ReadOptions, name: str) -> Iterator[Entry]:
    inside = member.inside
    try:
        if is_jrnl(member):
            for entry in read_jrnl(member, options):
                yield replace(entry, source=name)
        else:
            yield from read_note_file(member, options, name)
    except OSError as error:
        why = error.strerror or "damaged"
        yield Entry(inside, "", source=name, place=member.name, problem=f"{inside} cannot be read: {why}")
    except AnalyzerError as error:
        yield Entry(inside, "", source=name, place=member.name, problem=str(error))


def read_note_file(source: Source, options: ReadOptions, name: str) -> Iterator[Entry]:
    """Read one file: one entry, or several where it holds several date headings."""
    inside = source.inside or source.name
    matter, body = front_matter_lines(source.lines())
    lines = list(body)
    markdown = source.suffix in _MARKDOWN_SUFFIXES
    named = _first_date(matter, _DATE_KEYS) or name_date(inside, options.day_first)
    found = list(headings(lines))
    order = options.day_first
    if order is None:
        order = decide_day_first(piece.found for _, piece in found if piece.found)
    days = {piece.value(order) for _, piece in found}
    tags = matter_tags(matter.get("tags") or matter.get("tag"))
    title = str(matter.get("title") or "")
    starts = bool(found) and found[0][0] == 0
    if (named is None and (starts or len(found) > 1)) or len(days) > 1:
        yield from _several(lines, source, name, order, markdown or any(piece.marked for _, piece in found))
        return
    piece = Piece(0, lines=lines)
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is not None and (day := heading(lines[first])) is not None:
        piece.lines, piece.heading = lines[first + 1 :], day.heading
    text, heading_title, found_tags = entry_of(piece, order, markdown=markdown)
    yield Entry(
        id=inside,
        text=text,
        date=named or _first_date(matter, _CREATED_KEYS),
        title=title or heading_title,
        tags=tuple(dict.fromkeys(tags + found_tags)),
        source=name,
        place=source.name,
    )


def _several(lines: list[str], source: Source, name: str, order: bool | None, markdown: bool) -> Iterator[Entry]:
    inside = source.inside or source.name
    for piece in pieces(lines):
        if piece.found is None and not piece.filled:
            continue
        text, title, tags = entry_of(piece, order, markdown=markdown)
        if piece.found is None and not text:
            continue
        yield Entry(
            id=f"{inside}:{piece.line}",
            text=text,
            date=piece.value(order),
            title=title,
            tags=tuple(tags),
            source=name,
            place=f"{source.name}, line {max(1, piece.line)}",
        )


def name_date(path: str, day_first: bool | None = None) -> date | None:
    """Return the day that a file's path names, such as ``2024-05-01 at mum's.md`` or ``2024/05/01.txt``."""
    found = _name_found(path)
    day = found.value(day_first) if found else None
    if found is None and (parts := _DAY_PATH.search(re.sub(r"\.\w{1,8}$", "", path))):
        day = parse_date("-".join(parts.groups()))
    return day.date() if isinstance(day, datetime) else day


def _name_found(path: str) -> Found | None:
    stem = re.sub(r"\.[A-Za-z]\w{0,7}$", "", path.rpartition("/")[2])
    for start in _NAME_DAY.finditer(stem):
        written = stem[start.start() :]
        found = find_date(written) or find_date(written.replace("_", "-" if written[0].isdigit() else " "))
        if found is not None:
            return found
    return None


def _first_date(matter: dict[str, object], keys: tuple[str, ...]) -> datetime | date | None:
    for key in keys:
        value = matter.get(key)
        text = str(value).strip("[] ") if value is not None else ""
        if found := parse_date(text):
            return found
    return None
