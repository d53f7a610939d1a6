"""Streams JSON of any size and any encoding, and says where it breaks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import ijson

from analyzer.messages import AnalyzerError
from analyzer.readers.source import Source, Utf8Stream

# Characters given to the parser at a time; what stands before a broken place is handed out first.
_CHUNK = 32 * 1024


@dataclass(frozen=True, slots=True)
class Broken:
    """The place where a JSON file cannot be read further."""

    what: str


@dataclass(slots=True)
class Shape:
    """What the first bytes of a JSON file show.

    Attributes:
        root: ``object``, ``array`` or "" for no JSON.
        keys: Keys of the root object that were seen.
        lists: Keys of the root object that hold a list.
        item_keys: Keys of the first object in the root array or in the first list that holds objects.
        item_list: The list's key, "" for the root array.
    """

    root: str = ""
    keys: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    item_keys: list[str] = field(default_factory=list)
    item_list: str = ""


def stream_items(source: Source, prefix: str) -> Iterator[Any]:
    """Stream the values at an ijson prefix; where the JSON is broken comes one ``Broken``, and nothing after it."""
    try:
        with source.text() as stream:
            yield from ijson.items(Utf8Stream(stream), prefix, use_float=True, buf_size=_CHUNK)
    except ijson.IncompleteJSONError as error:
        cut = "EOF" in str(error)
        yield Broken("the JSON is cut off" if cut else "broken JSON")
    except (ijson.JSONError, ValueError, OverflowError, RecursionError):
        yield Broken("broken JSON")
    except OSError as error:
        yield Broken(f"cannot be read ({error.strerror or 'damaged'})")


def json_shape(source: Source) -> Shape:
    """Look at the first bytes only; never raises for text that is no JSON."""
    shape = Shape()
    text = source.head_text.lstrip()
    if text[:1] not in ("{", "["):
        return shape
    try:
        for prefix, event, value in ijson.parse(_Once(text.encode("utf-8", "replace")), use_float=True):
            _note(shape, prefix, event, value)
            if shape.item_keys and event == "end_map" and prefix in ("item", f"{shape.item_list}.item"):
                break
    except (ijson.JSONError, ValueError, OverflowError, AnalyzerError):
        pass
    return shape


def _note(shape: Shape, prefix: str, event: str, value: Any) -> None:
    if not shape.root:
        shape.root = {"start_map": "object", "start_array": "array"}.get(event, "")
    elif prefix == "" and event == "map_key":
        shape.keys.append(value)
    elif event == "start_array" and "." not in prefix and prefix in shape.keys:
        shape.lists.append(prefix)
    elif event == "map_key" and prefix == "item" and shape.root == "array":
        shape.item_keys.append(value)
    elif event == "map_key" and prefix.endswith(".item") and prefix[:-5] in shape.lists:
        if not shape.item_keys:
            shape.item_list = prefix[:-5]
        if shape.item_list == prefix[:-5]:
            shape.item_keys.append(value)


class _Once:
    """Bytes as a stream for the parser."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int = -1) -> bytes:
        """Return all bytes, then none."""
        if size == 0:
            return b""
        data, self._data = self._data, b""
        return data
