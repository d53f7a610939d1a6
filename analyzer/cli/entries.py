"""The body of ``analyzer entries``: the entries that hold a finding, with the words that say so."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from analyzer.analysis.find import Found, Wanted, find_entries
from analyzer.cli.style import (
    FAMILY_STYLES,
    HEADING,
    QUIET,
    TRIGGER_STYLE,
    console,
    day_in_words,
    entries_in_words,
    printable,
    utf8,
)
from analyzer.reflection.questions import how_in_words, source_in_words
from analyzer.taxonomy import load as load_taxonomy

INDENT = (0, 0, 0, 2)


def run(folder: Path, wanted: Wanted, output_format: str) -> None:
    """Print what fits, as a list to read or as JSON Lines.

    Raises:
        AnalyzerError: no tables are in the folder.
    """
    from analyzer.frames import read_frames

    entries, findings = read_frames(folder)
    found = find_entries(entries, findings, wanted)
    if output_format == "jsonl":
        out = utf8(sys.stdout)
        for entry in found:
            out.write(as_json(entry) + "\n")
    else:
        show(found, len(entries), folder)
    undated = int(entries.day.isna().sum())
    if undated and (wanted.since or wanted.until):
        print(
            f"analyzer entries: left out: {entries_in_words(undated)} without a date", file=sys.stderr
        )  # a date is never guessed


def as_json(entry: Found) -> str:
    """Return ``id``, ``date`` (ISO 8601 or null) and ``findings`` as one line."""
    row = {"id": entry.id, "date": entry.day.isoformat() if entry.day else None, "findings": list(entry.findings)}
    return json.dumps(row, ensure_ascii=False)


def show(found: Sequence[Found], total: int, folder: Path) -> None:
    """Print a list to read, the oldest entry first."""
    out = console()
    names = {row.label: row.name for row in load_taxonomy().patterns}
    out.print(f"{entries_in_words(len(found))} of {total:,}", style=HEADING)
    for entry in found:
        out.print()
        out.print(Text.assemble((day_in_words(entry.day), HEADING), f"  {printable(entry.id)}"))
        for row in entry.findings:
            _show_finding(out, row, names)
        if not entry.findings:
            out.print(Padding(Text("nothing found in it", QUIET), INDENT, expand=False))
    if found:
        out.print()
        out.print(f"analyzer explain --run {folder} ID shows a whole entry.", style=QUIET, soft_wrap=True)


def _show_finding(out: Console, row: dict[str, Any], names: dict[str, str]) -> None:
    quote = " ".join(printable(row["quote"]).split())
    if row["kind"] == "pattern":
        name = Text.assemble(("▌", FAMILY_STYLES.get(row["family"], "")), names.get(row["label"], row["label"]))
        how = how_in_words(row["family"], row["agent"], row["status"], row["when"])
    else:
        name, how = Text(row["label"], TRIGGER_STYLE), f"from: {source_in_words(row['who'])}"
    line = Text.assemble(name, (f"  {how}  ", QUIET), (f"“{quote}”", "italic"))
    out.print(Padding(line, INDENT, expand=False))
