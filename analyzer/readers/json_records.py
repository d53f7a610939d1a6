"""Reads JSON Lines, and JSON that is a list of objects with a text: the text stays as given."""

import json
from collections.abc import Iterator
from typing import Any

from analyzer.entry import Entry
from analyzer.readers.dates import parse_date
from analyzer.readers.json_stream import Broken, json_shape, stream_items
from analyzer.readers.records import DATE_NAMES, ID_NAMES, TAG_NAMES, TEXT_NAMES, TITLE_NAMES, find_column, tags_of
from analyzer.readers.source import ReadOptions, Source, whole_characters

_LINES_LOOKED_AT = 20


def is_json_lines(source: Source) -> bool:
    """Whether a line among the first is a JSON object of its own."""
    if source.members is not None:
        return False
    text = source.head_text.lstrip()
    if text[:1] != "{":
        return False
    shape = json_shape(source)
    if "entries" in shape.lists:
        return False
    *lines, last = text.split("\n")
    if not lines and len(source.head) >= 60_000:
        return bool(shape.keys)  # one line longer than what was looked at
    objects = [item for line in [*lines, last][:_LINES_LOOKED_AT] if (item := _object(line)) is not None]
    return len(objects) > 1 or any(find_column(list(item), TEXT_NAMES) for item in objects)


def _object(line: str) -> dict[str, Any] | None:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return item if isinstance(item, dict) else None


def is_json(source: Source) -> bool:
    """Whether a file is a JSON list of objects, or an object that holds such a list or a text."""
    if source.members is not None:
        return False
    shape = json_shape(source)
    if shape.root == "array":
        return bool(shape.item_keys) or source.head_text.strip() in ("[]",)
    return any(find_column(keys, TEXT_NAMES) for keys in (shape.item_keys, shape.keys))


def read_json_lines(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream one entry a line; a line that cannot be read becomes an entry with its problem."""
    for number, line in enumerate(source.lines(), start=1):
        if not line.strip():
            continue
        place = f"{source.name}, line {number}"
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            item = Broken("broken JSON")
        yield _entry(item, f"{source.name}:{number}", place, options, "json_lines")


def read_json(source: Source, options: ReadOptions) -> Iterator[Entry]:
    """Stream the objects of a JSON list, or of the first list of objects in a JSON object."""
    shape = json_shape(source)
    listed = shape.root == "array" or find_column(shape.item_keys, TEXT_NAMES)
    prefix = f"{shape.item_list}.item".lstrip(".") if listed else ""
    for number, item in enumerate(stream_items(source, prefix), start=1):
        place = f"{source.name}, entry {number}"
        if isinstance(item, Broken):
            problem = f"{source.name}: {item.what} after entry {number - 1}"
            yield Entry(f"{source.name}:{number}", "", source="json", place=place, problem=problem)
            return
        yield _entry(item, f"{source.name}:{number}", place, options, "json")


def _entry(item: Any, made: str, place: str, options: ReadOptions, name: str) -> Entry:
    if isinstance(item, Broken):
        return Entry(made, "", source=name, place=place, problem=f"{place}: {item.what}")
    if not isinstance(item, dict):
        return Entry(made, "", source=name, place=place, problem=f"{place} is no JSON object")
    keys = list(item)
    text_key = options.text_column or find_column(keys, TEXT_NAMES)
    given = item.get(find_column(keys, ID_NAMES) or "")
    entry_id = str(given) if isinstance(given, str | int) and str(given) else made
    date = parse_date(item.get(options.date_column or find_column(keys, DATE_NAMES) or ""), options.day_first)
    if text_key is None or text_key not in item:
        problem = f"{place} has no {text_key or 'text'}"
        return Entry(entry_id, "", date, source=name, place=place, problem=problem)
    text = item[text_key]
    if text is None:
        text = ""
    if not isinstance(text, str):
        return Entry(entry_id, "", date, source=name, place=place, problem=f"{place}: its {text_key} is no text")
    title = item.get(find_column(keys, TITLE_NAMES) or "")
    return Entry(
        id=entry_id,
        text=whole_characters(text),
        date=date,
        title=title if isinstance(title, str) else "",
        tags=tags_of(item.get(find_column(keys, TAG_NAMES) or "")),
        source=name,
        place=place,
    )
