"""A reflection as a row of a part, and back without loss."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from analyzer.reflection import FeelingWords, PatternFinding, Reflection, TriggerFinding

_PLACED = [("start", pa.int64()), ("end", pa.int64()), ("quote", pa.string())]
_SCORED = [("score", pa.float64()), ("why", pa.string())]
_TRIGGER = pa.struct([("theme", pa.string()), ("who", pa.string()), *_PLACED, *_SCORED])
_PATTERN = pa.struct(
    [*((name, pa.string()) for name in ("pattern", "family", "agent", "status", "when")), *_PLACED, *_SCORED]
)
_FEELING = pa.struct([("feeling", pa.string()), *_PLACED, ("share", pa.float64())])

# The columns of a part are the fields of Reflection; ``date`` is ISO 8601 as in the JSON contract.
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("date", pa.string()),
        ("source", pa.string()),
        ("words", pa.int64()),
        ("language", pa.string()),
        ("feelings", pa.map_(pa.string(), pa.float64())),
        ("feelings_present", pa.list_(pa.string())),
        ("feeling_words", pa.list_(_FEELING)),
        ("topics", pa.map_(pa.string(), pa.float64())),
        ("topics_present", pa.list_(pa.string())),
        ("triggers", pa.list_(_TRIGGER)),
        ("patterns", pa.list_(_PATTERN)),
        ("intensity", pa.float64()),
        ("severity", pa.float64()),
        ("match", pa.string()),
        ("cycle", pa.bool_()),
        ("care", pa.bool_()),
        ("skipped", pa.string()),
        ("place", pa.string()),
        ("text", pa.string()),
    ]
)


def to_row(reflection: Reflection, *, include_text: bool = False) -> dict[str, Any]:
    """Return a row of ``SCHEMA``; the text stays empty unless it is asked for."""
    row = {field.name: getattr(reflection, field.name) for field in fields(reflection)}
    row["date"] = reflection.date.isoformat() if reflection.date else None
    row["feelings"] = list(reflection.feelings.items())
    row["topics"] = list(reflection.topics.items())
    for kind in ("feeling_words", "triggers", "patterns"):
        row[kind] = [{field.name: getattr(found, field.name) for field in fields(found)} for found in row[kind]]
    row["text"] = reflection.text if include_text else ""
    return row


def from_row(row: dict[str, Any]) -> Reflection:
    """Return the reflection of a row of ``SCHEMA``."""
    values = dict(row)
    values["date"] = _date(row["date"])
    values["feelings"] = dict(row["feelings"])
    values["topics"] = dict(row["topics"])
    values["feelings_present"] = tuple(row["feelings_present"])
    values["topics_present"] = tuple(row["topics_present"])
    values["feeling_words"] = tuple(FeelingWords(**found) for found in row["feeling_words"])
    values["triggers"] = tuple(TriggerFinding(**found) for found in row["triggers"])
    values["patterns"] = tuple(PatternFinding(**found) for found in row["patterns"])
    return Reflection(**values)


def _date(written: str | None) -> datetime | date | None:
    if written is None:
        return None
    return date.fromisoformat(written) if len(written) == len("2026-03-02") else datetime.fromisoformat(written)
