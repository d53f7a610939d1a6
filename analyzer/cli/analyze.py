"""The body of ``analyze``: read, analyse, keep, and write in the form that was asked for."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer import __version__
from analyzer.analysis.sources import LeftOut, Watch, read_all
from analyzer.analysis.summary import UNSURE, Summary, Tally
from analyzer.cli.guard import DONE, LEFT_OUT, Stopped
from analyzer.cli.people import parse_people
from analyzer.cli.report import check_target, said
from analyzer.cli.report import write as write_report
from analyzer.cli.style import entries_in_words, printable, utf8
from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.readers import ReadOptions
from analyzer.reflection import Reflection

BETWEEN = " | "
CSV_COLUMNS = (
    *("id", "date", "source", "words", "language", "feelings", "topics", "triggers", "patterns"),
    *("intensity", "severity", "match", "cycle", "care", "skipped"),
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for; ``people`` as written, such as ``Sam=partner``."""

    paths: tuple[str, ...]
    output_format: str = "table"
    folder: Path | None = None
    overwrite: bool = False
    include_text: bool = False
    text_column: str | None = None
    date_column: str | None = None
    people: tuple[str, ...] = ()
    country: str | None = None
    quiet: bool = False
    report: Path | None = None
    quotes: bool = True


def run(request: Request) -> int:
    """Do the whole job and return the exit code. Entries stream: memory does not grow with the journal.

    Raises:
        AnalyzerError: bad use or input.
        Stopped: Ctrl-C, where the run can be taken up again.
    """
    try:
        return _run(request)
    except KeyboardInterrupt:
        if request.folder is None or "-" in request.paths:  # what came by standard input is gone
            raise
        command = "the same command without --overwrite" if request.overwrite else "the same command"
        raise Stopped(f"{command} resumes where it stopped") from None


def _run(request: Request) -> int:
    people = parse_people(request.people)
    if request.report:
        check_target(request.report)
    elif not request.quotes:
        raise AnalyzerError("--no-quotes is for --report FILE: give both")
    watch, tally = Watch(), Tally()
    entries = watch.over(read_all(request.paths, ReadOptions(request.text_column, request.date_column)))
    reflections = _kept(request, entries, people, tally)
    # Lines and a bar on one terminal would overwrite each other.
    bar = not request.quiet and (request.output_format == "table" or not sys.stdout.isatty())
    counted, held = _counted(reflections, tally, bar), list[Reflection]()
    _write(request, _held(counted, held) if request.report else counted)
    summary = tally.summary()
    if request.report:
        write_report(request.report, held, request.quotes, request.country)
    if request.output_format == "table":
        from analyzer.care import care_lines
        from analyzer.cli.summary import show_summary

        show_summary(summary, care_lines(request.country) if summary.care else (), request.folder)
    elif not request.quiet:
        print(_in_one_line(summary), file=sys.stderr)
    if request.report and not request.quiet:
        print(said(request.report), file=sys.stderr)
    _name_left_out(watch.left_out)
    return LEFT_OUT if watch.left_out else DONE


def _reflect(entries: Iterator[Entry], people: dict[str, str]) -> Iterator[Reflection]:
    from analyzer import pipeline

    yield from pipeline.reflect(entries, people=people)


def _kept(request: Request, entries: Iterator[Entry], people: dict[str, str], tally: Tally) -> Iterator[Reflection]:
    """Analyse, by way of a store where a folder was named; its tables are made once all entries have passed."""
    if request.folder is None:
        yield from _reflect(entries, people)
        return
    from analyzer.frames import write_frames
    from analyzer.store import Store, fingerprint

    options = {
        "text_column": request.text_column,
        "date_column": request.date_column,
        "people": people,
        "include_text": request.include_text,
    }
    mark = fingerprint(request.paths, options, __version__)
    store = Store(request.folder, __version__, mark, request.include_text)
    kept = store.prepare(overwrite=request.overwrite)
    if kept and not request.quiet:
        print(f"analyze: {request.folder} holds {entries_in_words(kept)} already; going on from there", file=sys.stderr)
    yield from store.through(entries, lambda left: _reflect(left, people))
    write_frames(store.parts(), request.folder)
    store.finish({"entries": tally.entries, "skipped": tally.skipped.total()})


def _counted(reflections: Iterator[Reflection], tally: Tally, bar: bool) -> Iterator[Reflection]:
    from analyzer.analysis.progress import shown

    for reflection in shown(reflections, wanted=bar):
        tally.add(reflection)
        yield reflection


def _held(reflections: Iterator[Reflection], held: list[Reflection]) -> Iterator[Reflection]:
    """Yield the reflections unchanged and hold them: a report is of a whole journal."""
    for reflection in reflections:
        held.append(reflection)
        yield reflection


def _write(request: Request, reflections: Iterator[Reflection]) -> None:
    if request.output_format == "table":
        for _ in reflections:
            pass
        return
    out = utf8(sys.stdout)
    if request.output_format == "jsonl":
        for reflection in reflections:
            out.write(reflection.as_json(include_text=request.include_text) + "\n")
        return
    table = csv.writer(out, lineterminator="\n")
    table.writerow((*CSV_COLUMNS, "text") if request.include_text else CSV_COLUMNS)
    for reflection in reflections:
        row = csv_row(reflection)
        table.writerow((*row, reflection.text) if request.include_text else row)


def csv_row(reflection: Reflection) -> tuple[Any, ...]:
    """Return the cells of ``CSV_COLUMNS``: a trigger as ``theme:who``, a pattern as ``agent:pattern:status:when``."""
    return (
        reflection.id,
        reflection.date.isoformat() if reflection.date else "",
        reflection.source,
        reflection.words,
        reflection.language,
        BETWEEN.join(reflection.feelings_present),
        BETWEEN.join(reflection.topics_present),
        BETWEEN.join(f"{found.theme}:{found.who}" for found in reflection.triggers),
        BETWEEN.join(f"{p.agent}:{p.pattern}:{p.status}:{p.when}" for p in reflection.patterns),
        "" if reflection.skipped else reflection.intensity,
        "" if reflection.skipped else reflection.severity,
        reflection.match or "",
        reflection.cycle,
        reflection.care,
        reflection.skipped,
    )


def _in_one_line(summary: Summary) -> str:
    skipped = [f"{count:,} {why}" for why, count in summary.skipped.items() if why != UNSURE]
    return f"analyze: {entries_in_words(summary.analysed)} analysed" + (
        f"; skipped: {', '.join(skipped)}" if skipped else ""
    )


def _name_left_out(left_out: list[LeftOut]) -> None:
    for entry in left_out:
        print(printable(f"analyze: left out: {entry.place}: {entry.why}"), file=sys.stderr)
