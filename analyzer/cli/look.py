"""The commands that look closer, and their options. As in ``app``, a body is imported when its command runs."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.guard import guarded
from analyzer.cli.options import Country, ListFormat, NoQuotes, Period, Person


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


def trends(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that analyze -o wrote.")],
    by: Annotated[Period, typer.Option(help="What is counted over time goes by this.")] = Period.month,
    person: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE", help="Only entries in which this person set something off, such as partner."),
    ] = None,
) -> None:
    """Show what a kept run says over time: which reaction goes with which trigger, and what has changed.

    A sentence stands at the top only where it holds: where chance alone, over all that was asked, would seldom say it.
    """

    def work() -> None:
        from analyzer.cli.trends import run

        run(folder, by.value, tuple(person or ()))

    guarded("analyzer trends", work)


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that analyze -o wrote.")],
    file: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The page; else report.html in DIR.")
    ] = None,
    no_quotes: NoQuotes = False,
    country: Country = None,
) -> None:
    """Write the report of a kept run: one HTML page that opens in any browser and asks no host for anything.

    The entries stand in it whole where analyze kept them by --include-text, else with the words of their findings.
    """

    def work() -> None:
        from analyzer.cli.report import run

        run(folder, file, not no_quotes, country)

    guarded("analyzer report", work)


def labels() -> None:
    """List every label with its definition, an example and its source in the literature."""

    def work() -> None:
        from analyzer.cli.labels import run

        run()

    guarded("analyzer labels", work)
