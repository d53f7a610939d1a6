"""The options of every command. A body is imported when its command runs, so that help costs nothing."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analyzer import __version__
from analyzer.cli.guard import guarded

# Typer's own rich help and tracebacks are off: the one is slow to import, the other could show an entry's text.
SETTINGS = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "pretty_exceptions_show_locals": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
EPILOG = "Nothing leaves this machine. A mirror, not a diagnosis: every count points at sentences; read them."


class Format(StrEnum):
    """What ``analyze`` writes on standard output."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


class ListFormat(StrEnum):
    """What ``analyzer entries`` writes on standard output."""

    list = "list"
    jsonl = "jsonl"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"analyzer {__version__}")
        raise typer.Exit


Person = Annotated[
    list[str] | None,
    typer.Option("--person", metavar="NAME=ROLE", help="Who a name is to the writer, such as Sam=partner. Repeatable."),
]
Country = Annotated[
    str | None, typer.Option(metavar="CODE", help="Country for the help lines, such as GB; else that of the locale.")
]
Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
]


def make_analyze() -> typer.Typer:
    """Return the command ``analyze``."""
    app = typer.Typer(**SETTINGS)  # type: ignore[arg-type]
    app.command(epilog=EPILOG)(analyze)
    return app


def make_analyzer() -> typer.Typer:
    """Return the command ``analyzer`` with all that is not the main job. Add a command by a function as below."""
    app = typer.Typer(no_args_is_help=True, epilog=EPILOG, **SETTINGS)  # type: ignore[arg-type]
    app.callback()(analyzer)
    app.command()(explain)
    app.command()(entries)
    app.command()(labels)
    app.command()(train)
    app.command()(evaluate)
    app.command()(bench)
    return app


def analyze(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Journals as an app exported them, or - for standard input.")
    ],
    output_format: Annotated[
        Format,
        typer.Option(
            "--format",
            help="table: a summary to read. jsonl: one JSON object an entry. csv: one row an entry, its labels joined.",
        ),
    ] = Format.table,
    folder: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Also keep the run in this folder, with both tables as Parquet files."
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace another run that is in DIR.")] = False,
    include_text: Annotated[
        bool, typer.Option("--include-text", help="Write the whole text of entries too (jsonl, csv, DIR).")
    ] = False,
    text_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The CSV column or JSON key that holds the text.")
    ] = None,
    date_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The CSV column or JSON key that holds the date.")
    ] = None,
    person: Person = None,
    country: Country = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error; errors only.")
    ] = False,
    version: Version = False,
) -> None:
    """Show what was felt in a journal, what set it off and how people reacted.

    Reads Day One (zip, JSON), jrnl, Markdown and text folders (Obsidian, Logseq), Daylio, CSV, JSON Lines, JSON
    and plain text.

    Leaves with 0 when done, 2 for bad use or input, 3 when entries could not be made out.
    """

    def work() -> int:
        from analyzer.cli.analyze import Request, run

        return run(
            Request(
                paths=tuple(paths),
                output_format=output_format.value,
                folder=folder,
                overwrite=overwrite,
                include_text=include_text,
                text_column=text_column,
                date_column=date_column,
                people=tuple(person or ()),
                country=country,
                quiet=quiet,
            )
        )

    guarded("analyze", work)


def analyzer(version: Version = False) -> None:
    """Look closer: why a finding is there, and what every label means. The main job is the command analyze."""


def explain(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT|ID",
            help="The text of an entry, in quotes; - reads standard input. With --run, an entry's id.",
        ),
    ],
    folder: Annotated[
        Path | None, typer.Option("--run", metavar="DIR", help="A folder that analyze -o wrote: explain its entry ID.")
    ] = None,
    person: Person = None,
    country: Country = None,
) -> None:
    """Show what is found in a text or in an entry of a kept run, where, and why.

    The entry's text is shown where analyze kept it by --include-text, else the words of its findings.
    """

    def work() -> None:
        from analyzer.cli.explain import run, run_kept

        if folder is None:
            run(text, tuple(person or ()), country)
        else:
            run_kept(folder, text, tuple(person or ()), country)

    guarded("analyzer explain", work)


def entries(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that analyze -o wrote.")],
    pattern: Annotated[
        list[str] | None,
        typer.Option(metavar="LABEL", help="With this pattern, such as shutdown."),
    ] = None,
    agent: Annotated[
        list[str] | None, typer.Option(metavar="WHO", help="Who does the pattern: self, other or both.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="Of the pattern: done, resisted, urge or imagined.")
    ] = None,
    when: Annotated[
        list[str] | None, typer.Option(metavar="TIME", help="Of the pattern: now, past or childhood.")
    ] = None,
    trigger: Annotated[
        list[str] | None, typer.Option(metavar="THEME", help="With this trigger, such as anger.")
    ] = None,
    who: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help="From whom the trigger came, such as partner.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="From this day on, such as 2025-03-01, or month, 2025-03.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day or month, and with it.")] = None,
    output_format: Annotated[
        ListFormat, typer.Option("--format", help="list: to read. jsonl: one JSON object an entry.")
    ] = ListFormat.list,
) -> None:
    """List the entries of a kept run that hold a finding, with the words that say so.

    A pattern with its agent, status and time is looked for in one finding, a trigger with its source likewise;
    pattern and trigger in one entry. Each may be given several times: any of them will do.
    """

    def work() -> None:
        from analyzer.analysis.find import Wanted, first_day, last_day
        from analyzer.cli.entries import run

        wanted = Wanted(
            pattern=tuple(pattern or ()),
            agent=tuple(agent or ()),
            status=tuple(status or ()),
            when=tuple(when or ()),
            trigger=tuple(trigger or ()),
            who=tuple(who or ()),
            since=first_day(since) if since else None,
            until=last_day(until) if until else None,
        )
        run(folder, wanted, output_format.value)

    guarded("analyzer entries", work)


def labels() -> None:
    """List every label with its definition, an example and its source in the literature."""

    def work() -> None:
        from analyzer.cli.labels import run

        run()

    guarded("analyzer labels", work)


def train(
    folder: Annotated[Path, typer.Option("--models", metavar="DIR", help="Where the models are written.")] = Path(
        "models"
    ),
    work_folder: Annotated[
        Path,
        typer.Option("--work", metavar="DIR", help="Where checkpoints are kept; a stopped run goes on from there."),
    ] = Path("build/training"),
) -> None:
    """Train every model from data/ of a checkout; about an hour on two cores, less on a GPU."""

    def work() -> None:
        from analyzer.cli.developer import train as run

        run(folder, work_folder)

    guarded("analyzer train", work)


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A folder of labelled journals with their score.py, to score too."),
    ] = None,
) -> None:
    """Measure the models on the public corpora and on labelled journals."""

    def work() -> None:
        from analyzer.cli.developer import evaluate as run

        run(gold)

    guarded("analyzer evaluate", work)


def bench(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A journal to time the analysis on.")],
) -> None:
    """Time the analysis of a journal against spaCy's own pipeline."""

    def work() -> None:
        from analyzer.cli.developer import bench as run

        run(path)

    guarded("analyzer bench", work)
