"""Reads Day One exports: the JSON of one journal, or a zip or folder of journals with their photos."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from analyzer.entry import Entry
from analyzer.readers.dates import local, parse_date
from analyzer.readers.json_stream import Broken, json_shape, stream_items
from analyzer.readers.markdown import plain
from analyzer.readers.source import ReadOptions, Source, clean

_ENTRY_KEYS = frozenset({"creationDate", "richText", "modifiedDate", "timeZone", "isAllDay", "creationDevice"})
_PLACEHOLDER = re.compile(r"!?\[[^\]\n]*\]\(\s*dayone-moment:[^)\n]*\)|dayone-moment:/+[^\s)\]]*")
_HEADING = re.compile(r"\s*#{1,6}[ \t]+(?P<title>[^\n]+)")


def is_day_one(source: Source) -> bool:
    """Whether a file, or a file in a zip or folder, is a Day One journal."""
    if source.members is not None:
        return any(_is_journal(member) for member in source.members if member.suffix == ".json")
    return _is_journal(source)


def _is_journal(source: Source) -> bool:
    try:
        shape = json_shape(source)
    except OSError:
        return False
    if "entries" not in shape.keys or shape.root != "object":
        return False
    return bool(_ENTRY_KEYS & set(shape.item_keys)) or ("metadata" in shape.keys and not shape.item_keys)


def read_day_one(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of every journal in the export, in file order."""
    for journal in source.members if source.members is not None else (source,):
        if journal is source or (journal.suffix == ".json" and _is_journal(journal)):
            yield from _read_journal(journal)


def _read_journal(journal: Source) -> Iterator[Entry]:
    for number, item in enumerate(stream_items(journal, "entries.item"), start=1):
        place = f"{journal.name}, entry {number}"
        made = f"{journal.name}:{number}"
        if isinstance(item, Broken):
            problem = f"{journal.name}: {item.what} after entry {number - 1}"
            yield Entry(made, "", source="day_one", place=place, problem=problem)
            return
        yield _entry(item, made, place)


def _entry(item: Any, made: str, place: str) -> Entry:
    if not isinstance(item, dict):
        return Entry(made, "", source="day_one", place=place, problem=f"{place} is no JSON object")
    uuid = item.get("uuid")
    entry_id = uuid if isinstance(uuid, str) and uuid else made
    text = item.get("text")
    if text is not None and not isinstance(text, str):
        return Entry(entry_id, "", _date(item), source="day_one", place=place, problem=f"{place}: its text is no text")
    written = clean(text or "")
    title = ""
    if written.strip():
        bare = _PLACEHOLDER.sub("", written).replace("\u200b", "")
        heading = _HEADING.match(bare)
        title = plain(heading["title"]) if heading else ""
        words = plain(bare)
    else:
        words, title = _rich_text(item.get("richText"))
    tags = item.get("tags")
    return Entry(
        id=entry_id,
        text=words,
        date=_date(item),
        title=title,
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        source="day_one",
        place=place,
    )


def _date(item: dict[str, Any]) -> datetime | date | None:
    moment = parse_date(item.get("creationDate"))
    if not isinstance(moment, datetime):
        return moment
    zone = item.get("timeZone")
    here = local(moment if moment.tzinfo else moment.replace(tzinfo=UTC), zone if isinstance(zone, str) else "")
    return here.date() if item.get("isAllDay") is True else here


def _rich_text(rich: Any) -> tuple[str, str]:
    """Return the words and the title of Day One's own rich text; "" where there is none or it is broken."""
    if isinstance(rich, str):
        try:
            rich = json.loads(rich)
        except (ValueError, RecursionError):
            return "", ""
    contents = rich.get("contents") if isinstance(rich, dict) else None
    nodes = [node for node in contents if isinstance(node, dict)] if isinstance(contents, list) else []
    texts = [(node, node["text"]) for node in nodes if isinstance(node.get("text"), str)]
    words = clean("".join(text for _, text in texts)).replace("\u200b", "").replace("\r\n", "\n")
    title = ""
    if texts:
        attributes = texts[0][0].get("attributes")
        line = attributes.get("line") if isinstance(attributes, dict) else None
        title = words.strip().split("\n")[0] if isinstance(line, dict) and line.get("header") else ""
    return re.sub(r"\n{3,}", "\n\n", words).strip(), title
