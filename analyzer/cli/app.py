"""The two commands and their options. A body is imported when its command runs, so that help costs nothing."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.guard import guarded
from analyzer.cli.look import entries, explain, labels, report, trends
from analyzer.cli.options import EPILOG, SETTINGS, Country, Format, NoQuotes, Person, Version


def make_analyze() -> typer.Typer:
    """Return the command ``analyze``."""
    app = typer.Typer(**SETTINGS)  # type: ignore[arg-type]
    app.command(epilog=EPILOG)(analyze)
    return app


def make_analyzer() -> typer.Typer:
    """Return the command ``analyzer`` with all that is not the main job. Add a command by a function as in ``look``."""
    app = typer.Typer(no_args_is_help=True, epilog=EPILOG, **SETTINGS)  # type: ignore[arg-type]
    app.callback()(analyzer)
    app.command()(explain)
    app.command()(entries)
    app.command()(trends)
    app.command()(report)
    app.command()(labels)
    app.command()(train)
    app.command()(teach)
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
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also write the report: one HTML page with the entries and what was found marked."
        ),
    ] = None,
    no_quotes: NoQuotes = False,
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
                report=report,
                quotes=not no_quotes,
            )
        )

    guarded("analyze", work)


def analyzer(version: Version = False) -> None:
    """Look closer: why a finding is there, and what every label means. The main job is the command analyze."""


def train(
    folder: Annotated[Path, typer.Option("--models", metavar="DIR", help="Where the models are written.")] = Path(
        "models"
    ),
    work_folder: Annotated[
        Path,
        typer.Option("--work", metavar="DIR", help="Where checkpoints are kept; a stopped run goes on from there."),
    ] = Path("build/training"),
    go_on: Annotated[
        bool,
        typer.Option("--go-on", help="Start from the shipped models, for a corpus that has grown; with a new --work."),
    ] = False,
) -> None:
    """Train every model from data/ of a checkout; hours on two cores, minutes on a GPU."""

    def work() -> None:
        from analyzer.cli.developer import train as run

        run(folder, work_folder, go_on=go_on)

    guarded("analyzer train", work)


def teach(
    weights: Annotated[Path, typer.Argument(metavar="WEIGHTS", help="The folder of all-mpnet-base-v2.")],
    work_folder: Annotated[
        Path, typer.Option("--work", metavar="DIR", help="Where what is reckoned first is kept.")
    ] = Path("build/training"),
) -> None:
    """Make the soft labels that training learns from; minutes on a GPU, many hours without."""

    def work() -> None:
        from analyzer.cli.developer import teach as run

        run(weights, work_folder)

    guarded("analyzer teach", work)


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
