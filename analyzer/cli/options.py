"""What the options of several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from analyzer import __version__

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


class Period(StrEnum):
    """What ``analyzer trends`` counts by."""

    day = "day"
    week = "week"
    month = "month"
    weekday = "weekday"
    hour = "hour"
    person = "person"


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
NoQuotes = Annotated[
    bool, typer.Option("--no-quotes", help="Leave all text of the journal out of the report: counts and days only.")
]
