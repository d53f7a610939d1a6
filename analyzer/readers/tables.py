"""Reads CSV and TSV, and Daylio's export, which is a CSV of its own kind."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.readers.dates import decide_day_first, find_date, parse_date, parse_time
from analyzer.readers.html_text import html_text
from analyzer.readers.records import (
    DATE_NAMES,
    ID_NAMES,
    TAG_NAMES,
    TEXT_NAMES,
    TIME_NAMES,
    TITLE_NAMES,
    date_column,
    find_column,
    tags_of,
    text_column,
)
from analyzer.readers.source import ReadOptions, Source

_DELIMITERS = ",;\t|"
_CELL_LONGEST = 1 << 30  # characters; the csv module's own limit stops at 131,072
_DAYLIO = ({"full_date", "mood", "activities"}, {"year", "date", "weekday", "mood", "note"})

Row = dict[str, str]


def _header(source: Source) -> tuple[list[str], str]:
    """Return the columns and the delimiter of the first line with words."""
    if source.members is not None:
        return [], ","
    best: tuple[list[str], str] = ([], ",")
    head = source.head_text.lstrip("\n\r \ufeff")
    # Excel writes the delimiter into a first line of its own.
    told = re.match(r"sep=(.)\r?\n", head, re.IGNORECASE)
    lines = (head[told.end() :] if told else head).splitlines(keepends=True)
    for delimiter in told[1] if told else _DELIMITERS:
        try:
            cells = next(csv.reader(lines, delimiter=delimiter), [])
        except csv.Error:
            continue
        cells = [cell.strip().removeprefix("\ufeff") for cell in cells]
        if len(cells) > len(best[0]):
            best = cells, delimiter
    return best


def is_daylio(source: Source) -> bool:
    """Whether the header is Daylio's."""
    columns = {column.lower() for column in _header(source)[0]}
    return any(known <= columns for known in _DAYLIO)


def is_csv(source: Source) -> bool:
    """Whether the name says CSV, or the first line names a text column and another that is known."""
    if source.members is not None or not source.head_text.strip():
        return False
    if source.suffix in (".csv", ".tsv"):
        return True
    columns, _ = _header(source)
    if len(columns) < 2 or any(len(column) > 40 for column in columns):
        return False
    others = (find_column(columns, names) for names in (DATE_NAMES, ID_NAMES, TITLE_NAMES, TAG_NAMES))
    text = find_column(columns, TEXT_NAMES)
    return text is not None and any(other not in (None, text) for other in others)


def _rows(source: Source, columns: Sequence[str], delimiter: str) -> Iterator[tuple[int, Row | str]]:
    """Yield the number of every row from 1 and its cells by column, or what is wrong with it."""
    csv.field_size_limit(_CELL_LONGEST)
    rows = csv.reader((line + "\n" for line in source.lines()), delimiter=delimiter)
    number, seen_header = 0, False
    while True:
        try:
            cells = next(rows, None)
        except csv.Error:
            yield number + 1, "is no CSV row"
            return
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not seen_header:
            seen_header = [cell.strip().removeprefix("\ufeff") for cell in cells] == list(columns)
            continue
        number += 1
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            yield number, f"has {len(cells)} cells where the header has {len(columns)}"
        else:
            yield number, dict(zip(columns, cells, strict=False))


def read_csv(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream one entry a row, the text as it stands in the cell."""
    columns, delimiter = _header(source)
    if len(columns) == 1 and options.text_column is None and find_column(columns, TEXT_NAMES) is None:
        raise AnalyzerError(f"{source.name} holds no table with a header line; its first line has one cell")
    text_at = text_column(columns, options, source.name)
    date_at = date_column(columns, options, source.name)
    time_at = find_column(columns, TIME_NAMES)
    id_at, title_at, tags_at = (find_column(columns, names) or "" for names in (ID_NAMES, TITLE_NAMES, TAG_NAMES))
    day_first = options.day_first
    if day_first is None and date_at:
        found = (
            find_date(row.get(date_at, "").strip())
            for _, row in _rows(source, columns, delimiter)
            if isinstance(row, dict)
        )
        day_first = decide_day_first(item for item in found if item)
    for number, row in _rows(source, columns, delimiter):
        place, made = f"{source.name}, row {number}", f"{source.name}:{number}"
        problem = row if isinstance(row, str) else "" if text_at in row else "has fewer cells than the header"
        if problem or isinstance(row, str):
            yield Entry(made, "", source="csv", place=place, problem=f"{place} {problem}")
            continue
        day = parse_date(row.get(date_at or "", ""), day_first)
        clock = row.get(time_at or "", "") if time_at != date_at else ""
        yield Entry(
            id=row.get(id_at, "").strip() or made,
            text=row[text_at].removesuffix("\n"),
            date=_with_clock(day, clock),
            title=row.get(title_at, "").strip() if title_at != text_at else "",
            tags=tags_of(row.get(tags_at, "")),
            source="csv",
            place=place,
        )


def read_daylio(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream Daylio's rows in file order; a row without a note is an entry without text."""
    columns, delimiter = _header(source)
    columns = [column.lower() for column in columns]
    for number, row in _rows_any_case(source, columns, delimiter):
        place, made = f"{source.name}, row {number}", f"{source.name}:{number}"
        if isinstance(row, str):
            yield Entry(made, "", source="daylio", place=place, problem=f"{place} {row}")
            continue
        title = html_text(row.get("note_title") or "")
        note = html_text(row.get("note") or "")
        yield Entry(
            id=made,
            text="\n".join(filter(None, (title, note))),
            date=_daylio_date(row, options.day_first),
            title=title,
            tags=tuple(dict.fromkeys(tag.strip() for tag in (row.get("activities") or "").split("|") if tag.strip())),
            source="daylio",
            place=place,
        )


def _rows_any_case(source: Source, columns: list[str], delimiter: str) -> Iterator[tuple[int, Row | str]]:
    written, _ = _header(source)
    for number, row in _rows(source, written, delimiter):
        yield number, row if isinstance(row, str) else dict(zip(columns, row.values(), strict=False))


def _daylio_date(row: dict[str, Any], day_first: bool | None) -> datetime | date | None:
    day = parse_date(row.get("full_date") or "", day_first)
    if day is None:
        written, year = (row.get("date") or "").strip(), (row.get("year") or "").strip()
        day = parse_date(f"{written} {year}".strip(), day_first)
    return _with_clock(day, row.get("time") or "")


def _with_clock(day: datetime | date | None, clock: str) -> datetime | date | None:
    time = parse_time(clock) if clock else None
    if day is None or isinstance(day, datetime) or time is None:
        return day
    return datetime.combine(day, time)
