"""What CSV, JSON and JSON Lines share: the names of columns, ids, dates and tags."""

import re
from typing import Any

from analyzer.messages import AnalyzerError
from analyzer.readers.source import ReadOptions

TEXT_NAMES = (
    "text", "entry", "entry text", "journal entry", "content", "contents", "entry content", "note", "notes",
    "note text", "body", "journal", "journal text", "description", "message", "diary", "reflection", "post",
)  # fmt: skip
DATE_NAMES = (
    "full date", "date", "entry date", "journal date", "day", "date time", "datetime", "created", "created at",
    "created on", "creation date", "date created", "timestamp", "time stamp", "written at", "posted at", "published",
    "time", "when",
)  # fmt: skip
ID_NAMES = ("id", "uuid", "entry id", "guid")
TITLE_NAMES = ("title", "subject", "heading", "note title", "name")
TAG_NAMES = ("tags", "tag", "labels", "activities", "categories", "keywords")
TIME_NAMES = ("time", "time of day", "hour")


def _plain_name(name: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip())
    return re.sub(r"[\s_\-]+", " ", parted).strip().lower()


def find_column(columns: list[str], names: tuple[str, ...]) -> str | None:
    """Return the column that stands first in the list of names, whatever its case and separators."""
    known = {_plain_name(column): column for column in reversed(columns)}
    return next((known[name] for name in names if name in known), None)


def text_column(columns: list[str], options: ReadOptions, name: str) -> str:
    """Return the column with the text.

    Raises:
        AnalyzerError: The column asked for is not there, or none looks like the text.
    """
    return _asked(columns, options.text_column, "--text-column", name) or _found_text(columns, name)


def _found_text(columns: list[str], name: str) -> str:
    found = find_column(columns, TEXT_NAMES)
    if found is None:
        raise AnalyzerError(
            f"{name} has no column that looks like text; name one with --text-column: {_listed(columns)}"
        )
    return found


def date_column(columns: list[str], options: ReadOptions, name: str) -> str | None:
    """Return the column with the date, None where there is none.

    Raises:
        AnalyzerError: The column asked for is not there.
    """
    return _asked(columns, options.date_column, "--date-column", name) or find_column(columns, DATE_NAMES)


def _asked(columns: list[str], asked: str | None, option: str, name: str) -> str | None:
    if asked is None:
        return None
    if asked in columns:
        return asked
    alike = next((column for column in columns if _plain_name(column) == _plain_name(asked)), None)
    if alike is None:
        raise AnalyzerError(f"{name} has no column {asked!r} for {option}; it has: {_listed(columns)}")
    return alike


def _listed(columns: list[str]) -> str:
    shown = ", ".join(" ".join(column.split())[:30] or "(no name)" for column in columns[:20])
    return shown + (f" and {len(columns) - 20} more" if len(columns) > 20 else "")


def tags_of(value: Any) -> tuple[str, ...]:
    """Return tags from a list, or from one text parted by ``|``, ``;`` or commas."""
    if isinstance(value, str):
        separator = next((sign for sign in "|;," if sign in value), "\n")
        value = value.split(separator)
    if not isinstance(value, list):
        return ()
    parts = [part.get("name") if isinstance(part, dict) else part for part in value]
    return tuple(
        dict.fromkeys(part.strip().lstrip("#@") for part in parts if isinstance(part, str) and part.strip(" #@"))
    )
