"""The two tables of a journal, each with a written schema: one row an entry, and one row a finding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analyzer.messages import AnalyzerError
from analyzer.reflection import Reflection
from analyzer.store import aside
from analyzer.taxonomy import load as load_taxonomy

BETWEEN = " | "  # between the labels of one cell; ``frame.feelings_present.str.split(BETWEEN, regex=False)`` parts them
TEXT, WHOLE, REAL, SMALL_REAL, YES_NO, DAY, HOUR = (
    "string",
    "int64",
    "float64",
    "float32",
    "bool",
    "datetime64[ms]",
    "Int8",
)
_ARROW = {
    TEXT: pa.string(),
    WHOLE: pa.int64(),
    REAL: pa.float64(),
    SMALL_REAL: pa.float32(),
    YES_NO: pa.bool_(),
    DAY: pa.timestamp("ms"),
    HOUR: pa.int8(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a frame: its name, pandas dtype, what it says, and the unit of its values."""

    name: str
    dtype: str
    meaning: str
    unit: str = ""


Schema = tuple[Column, ...]


def entries_schema() -> Schema:
    """Return the columns of the frame of entries."""
    guide = load_taxonomy()
    return (
        Column("id", TEXT, "the entry's id, unique in a run"),
        Column("date", TEXT, "as the journal gives it; missing where it gives none", "ISO 8601"),
        Column("day", DAY, "the writer's local day", "day"),
        Column("hour", HOUR, "the local hour, where the journal gives a time", "0 to 23"),
        Column("source", TEXT, "the format that the entry was read from"),
        Column("words", WHOLE, "length of the text", "words"),
        Column("language", TEXT, "language of the text", "ISO 639-1"),
        *(
            Column(f"feeling_{label}", SMALL_REAL, f"the writer feels {label}; missing where skipped", "probability")
            for label in guide.feeling_labels
        ),
        Column(
            "feelings_present", TEXT, "feelings above their threshold, the likeliest first", f"joined by '{BETWEEN}'"
        ),
        *(
            Column(f"topic_{label}", SMALL_REAL, f"the entry is about {label}; missing where skipped", "probability")
            for label in guide.topic_labels
        ),
        Column("topics_present", TEXT, "topics above their threshold, the likeliest first", f"joined by '{BETWEEN}'"),
        Column("intensity", REAL, "how strong the feelings are at their strongest; missing where skipped", "0 to 3"),
        Column("severity", REAL, "how serious the situation is to a fair outsider; missing where skipped", "0 to 3"),
        Column("match", TEXT, "intensity against severity: higher, fits, lower; missing without a feeling"),
        Column("cycle", YES_NO, "one side pursues while the other withdraws"),
        Column("care", YES_NO, "speaks plainly of self-harm, suicide or present danger"),
        Column("skipped", TEXT, "why the entry was not analysed, else empty"),
        Column("n_patterns", WHOLE, "patterns found", "findings"),
        Column("n_triggers", WHOLE, "triggers found", "findings"),
    )


def findings_schema() -> Schema:
    """Return the columns of the frame of findings."""
    return (
        Column("entry", TEXT, "id of the entry"),
        Column("day", DAY, "the writer's local day", "day"),
        Column("kind", TEXT, "pattern or trigger"),
        Column("label", TEXT, "the pattern, or the theme of the trigger"),
        Column("family", TEXT, "family of the pattern; missing for a trigger"),
        Column("agent", TEXT, "who does it: self, other, both; missing for a trigger"),
        Column("status", TEXT, "done, resisted, urge, imagined; missing for a trigger"),
        Column("when", TEXT, "now, past, childhood; missing for a trigger"),
        Column("who", TEXT, "source of the trigger; missing for a pattern"),
        Column("start", WHOLE, "where the words begin in the entry's text", "characters"),
        Column("end", WHOLE, "where they end, exclusive", "characters"),
        Column("quote", TEXT, "the words that say so"),
        Column("score", REAL, "that the entry states this", "probability"),
        Column("why", TEXT, "what made the analyzer say so"),
    )


def entries_frame(reflections: Iterable[Reflection]) -> pd.DataFrame:
    """Return the frame of entries, in the order given; no reflections give an empty frame of the same schema."""
    return _frame([_entry_row(reflection) for reflection in reflections], entries_schema())


def findings_frame(reflections: Iterable[Reflection]) -> pd.DataFrame:
    """Return the frame of findings by entry and place in it; likewise when empty."""
    return _frame([row for reflection in reflections for row in _finding_rows(reflection)], findings_schema())


def check(frame: pd.DataFrame, schema: Schema) -> None:
    """Raise AnalyzerError where a frame is not of a schema; the message lists every difference."""
    wanted = {column.name: column.dtype for column in schema}
    given = {str(name): str(dtype) for name, dtype in frame.dtypes.items()}
    wrong = [
        f"{name} is {given[name]}, not {wanted[name]}"
        for name in wanted
        if given.get(name, wanted[name]) != wanted[name]
    ]
    differences = [
        f"{what}: {', '.join(names)}"
        for what, names in (
            ("missing", [name for name in wanted if name not in given]),
            ("not known", [name for name in given if name not in wanted]),
            ("of another type", wrong),
        )
        if names
    ]
    if differences:
        raise AnalyzerError(f"the frame does not fit its schema; {'; '.join(differences)}; make it by analyze()")


def write_frames(parts: Iterable[Sequence[Reflection]], folder: Path) -> None:
    """Write ``entries.parquet`` and ``findings.parquet`` part by part; memory holds one part."""
    with aside(folder / "entries.parquet") as entries, aside(folder / "findings.parquet") as findings:
        shape, other = _arrow_schema(entries_schema()), _arrow_schema(findings_schema())
        with pq.ParquetWriter(entries, shape) as rows, pq.ParquetWriter(findings, other) as finds:
            for part in parts:
                rows.write_table(pa.Table.from_pandas(entries_frame(part), shape, preserve_index=False))
                finds.write_table(pa.Table.from_pandas(findings_frame(part), other, preserve_index=False))


def read_frames(folder: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the frames of entries and findings from a folder that ``analyze -o`` wrote.

    Raises:
        AnalyzerError: a table is missing, or is not of this version's schema.
    """
    frames = []
    for name, schema in (("entries", entries_schema()), ("findings", findings_schema())):
        path = Path(folder) / f"{name}.parquet"
        if not path.exists():
            raise AnalyzerError(f"{path} is missing: make it by analyze PATH -o {folder}")
        frame = pd.read_parquet(path)
        known = {column.name: column.dtype for column in schema if column.name in frame}
        frames.append(frame.astype(known))
        check(frames[-1], schema)
    return frames[0], frames[1]


def _frame(rows: list[dict[str, Any]], schema: Schema) -> pd.DataFrame:
    return pd.DataFrame({c.name: pd.Series([row[c.name] for row in rows], dtype=c.dtype) for c in schema})


def _arrow_schema(schema: Schema) -> pa.Schema:
    return pa.schema(
        [pa.field(c.name, _ARROW[c.dtype], metadata={"meaning": c.meaning, "unit": c.unit}) for c in schema]
    )


def _day(reflection: Reflection) -> datetime | None:
    when = reflection.date
    return datetime(when.year, when.month, when.day) if when else None


def _entry_row(reflection: Reflection) -> dict[str, Any]:
    guide, when = load_taxonomy(), reflection.date
    nothing = float("nan")
    return {
        "id": reflection.id,
        "date": when.isoformat() if when else None,
        "day": _day(reflection),
        "hour": when.hour if isinstance(when, datetime) else None,
        "source": reflection.source,
        "words": reflection.words,
        "language": reflection.language,
        **{f"feeling_{label}": reflection.feelings.get(label, nothing) for label in guide.feeling_labels},
        "feelings_present": BETWEEN.join(reflection.feelings_present),
        **{f"topic_{label}": reflection.topics.get(label, nothing) for label in guide.topic_labels},
        "topics_present": BETWEEN.join(reflection.topics_present),
        "intensity": nothing if reflection.skipped else reflection.intensity,
        "severity": nothing if reflection.skipped else reflection.severity,
        "match": reflection.match,
        "cycle": reflection.cycle,
        "care": reflection.care,
        "skipped": reflection.skipped,
        "n_patterns": len(reflection.patterns),
        "n_triggers": len(reflection.triggers),
    }


def _finding_rows(reflection: Reflection) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for found in reflection.patterns:
        place = {name: getattr(found, name) for name in ("family", "agent", "status", "when")}
        rows.append({"kind": "pattern", "label": found.pattern, "who": None, **place, **_words(found)})
    for trigger in reflection.triggers:
        place = dict.fromkeys(("family", "agent", "status", "when"))
        rows.append({"kind": "trigger", "label": trigger.theme, "who": trigger.who, **place, **_words(trigger)})
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return [{"entry": reflection.id, "day": _day(reflection), **row} for row in rows]


def _words(found: Any) -> dict[str, Any]:
    return {name: getattr(found, name) for name in ("start", "end", "quote", "score", "why")}
