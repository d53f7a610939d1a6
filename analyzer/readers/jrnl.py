"""Reads journals of the program jrnl: its text files and its JSON."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from analyzer.entry import Entry
from analyzer.readers.dates import Found, decide_day_first, find_date, parse_date
from analyzer.readers.json_stream import Broken, json_shape, stream_items
from analyzer.readers.source import ReadOptions, Source, clean

_BRACKETS = re.compile(r"\[(?P<date>[^\[\]\n]{8,40})\] ?(?P<title>.*)", re.DOTALL)
_NUMBERS = re.compile(
    r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\d{1,2}(?:[. ]|st|nd|rd|th)? ?[A-Z][a-z]{2,}|[A-Z][a-z]{2,} \d"
)
_TAG = re.compile(r"(?<![\w.@/+-])@(?P<tag>[^\W_][\w-]*)")
_STAR = re.compile(r"^\*(?=[^*]*(?: \*)?$)|(?<= )\*$")


@dataclass(slots=True)
class _Header:
    shape: str
    found: Found | None
    title: str
    line: int = 0
    body: list[str] = field(default_factory=list)


def _header(line: str) -> _Header | None:
    """Read a header: a date in brackets, or one with a time and a title behind it."""
    brackets = _BRACKETS.match(line)
    if brackets is not None:
        written = brackets["date"].strip()
        if not _NUMBERS.search(written):
            return None
        found = find_date(written)
        if found is not None and found.end < len(written):
            found = None
        return _Header(_shape(f"[{written}]"), found, brackets["title"])
    if not line[:1].isalnum():
        return None
    found = find_date(line)
    if found is None or found.clock is None:
        return None
    title = re.match(r" (?P<title>(?![-–—|/:])\S.*)", line[found.end :])
    return _Header(_shape(line[: found.end]), found, title["title"]) if title else None


def _shape(written: str) -> str:
    # A journal writes all its dates in one way: a line in a body that looks a little like a header is none.
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+", "0", written))


def is_jrnl(source: Source) -> bool:
    """Whether the first line with words is a header of jrnl."""
    if source.members is not None:
        return False
    first = next((line for line in source.head_text.split("\n") if line.strip()), "")
    header = _header(first)
    return header is not None and header.found is not None


def is_jrnl_json(source: Source) -> bool:
    """Whether a JSON object lists entries with title and body, as jrnl exports them."""
    shape = json_shape(source)
    if shape.root != "object" or "entries" not in shape.keys:
        return False
    return {"title", "body", "date"} <= set(shape.item_keys) or ("tags" in shape.keys and not shape.item_keys)


def _headers(lines: Iterable[str]) -> Iterator[_Header]:
    current: _Header | None = None
    shape = ""
    for number, line in enumerate(lines, start=1):
        header = _header(line)
        if header is not None and header.shape == (shape or header.shape):
            if current is not None:
                yield current
            shape, header.line, current = header.shape, number, header
        elif current is not None:
            current.body.append(line)
    if current is not None:
        yield current


def read_jrnl(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of a jrnl text file; a date that cannot be read is None, the text stays."""
    day_first = options.day_first
    if day_first is None:
        headers = (_header(line) for line in source.lines())
        day_first = decide_day_first(header.found for header in headers if header and header.found)
    for header in _headers(source.lines()):
        text, tags = _words(_STAR.sub("", header.title.rstrip()).strip(), "\n".join(header.body))
        yield Entry(
            id=f"{source.name}:{header.line}",
            text=text,
            date=header.found.value(day_first) if header.found else None,
            tags=tags,
            source="jrnl",
            place=f"{source.name}, line {header.line}",
        )


def read_jrnl_json(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of a jrnl JSON export."""
    for number, item in enumerate(stream_items(source, "entries.item"), start=1):
        place = f"{source.name}, entry {number}"
        made = f"{source.name}:{number}"
        if isinstance(item, Broken):
            yield Entry(
                made,
                "",
                source="jrnl_json",
                place=place,
                problem=f"{source.name}: {item.what} after entry {number - 1}",
            )
            return
        yield _json_entry(item, made, place, options)


def _json_entry(item: Any, made: str, place: str, options: ReadOptions) -> Entry:
    if not isinstance(item, dict):
        return Entry(made, "", source="jrnl_json", place=place, problem=f"{place} is no JSON object")
    title, body = item.get("title") or "", item.get("body") or ""
    if not isinstance(title, str) or not isinstance(body, str):
        return Entry(made, "", source="jrnl_json", place=place, problem=f"{place}: title or body is no text")
    text, tags = _words(clean(title).strip(), clean(body))
    listed = item.get("tags")
    listed = [tag.lstrip("@#") for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    day = parse_date(f"{item.get('date') or ''} {item.get('time') or ''}".strip(), options.day_first)
    return Entry(made, text, day, "", tuple(dict.fromkeys(listed or tags)), "jrnl_json", place)


def _words(title: str, body: str) -> tuple[str, tuple[str, ...]]:
    text = "\n".join(filter(None, (title, body.rstrip())))
    tags = tuple(dict.fromkeys(match["tag"] for match in _TAG.finditer(text)))
    return _TAG.sub(lambda match: match["tag"], text).strip("\n"), tags
