"""The body of ``analyzer report``, and what ``analyze --report`` adds: one page of a whole journal."""

import sys
from collections.abc import Sequence
from pathlib import Path

from analyzer.cli.style import printable
from analyzer.messages import AnalyzerError
from analyzer.reflection import Reflection

NAME = "report.html"  # beside the tables of a run, where no other file is named


def run(folder: Path, file: Path | None, quotes: bool, country: str | None) -> None:
    """Write the report of a kept run, and say where it is.

    Raises:
        AnalyzerError: no run is in the folder, or the file cannot be written.
    """
    from analyzer.store import open_run

    kept = open_run(folder)
    target = file or folder / NAME
    check_target(target)
    if not kept.complete:
        print(f"analyzer report: {folder} was stopped: the report ends where it did", file=sys.stderr)
    write(target, tuple(kept.reflections()), quotes, country)
    print(target)


def check_target(file: Path) -> None:
    """Say at once that a report cannot be written there, not after an hour of reading.

    Raises:
        AnalyzerError: it is a folder, or its folder is missing.
    """
    if file.is_dir():
        raise AnalyzerError(f"{file} is a folder: give the name of a file, such as {file / NAME}")
    if not file.parent.is_dir():
        raise AnalyzerError(f"{file.parent} is no folder: make it first, or give another file for the report")


def write(file: Path, reflections: Sequence[Reflection], quotes: bool, country: str | None) -> None:
    """Write the page, with the lines that say who helps where an entry asks for care."""
    from analyzer.care import care_lines
    from analyzer.report import write as write_page

    care = care_lines(country) if any(reflection.care for reflection in reflections) else ()
    write_page(file, reflections, quotes=quotes, care=care)


def said(file: Path) -> str:
    """Return the note that ``analyze`` prints once the page is there."""
    return printable(f"analyze: the report is in {file}")
