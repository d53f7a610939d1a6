"""The body of ``analyzer labels``: the whole taxonomy, to read."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from analyzer.cli.style import FAMILY_STYLES, HEADING, QUIET, console
from analyzer.taxonomy import load as load_taxonomy


def run() -> None:
    """Print every label with its definition, an example and where it comes from."""
    out, guide = console(), load_taxonomy()
    for family in guide.families:
        style = FAMILY_STYLES.get(family.label, "")
        _section(out, f"Patterns: {family.name}", family.definition, style)
        _rows(out, (row for row in guide.patterns if row.family == family.label), "someone ", style)
    for title, values in (
        ("Who does it (agent)", guide.agents),
        ("Whether it happened (status)", guide.statuses),
        ("When (when)", guide.whens),
    ):
        _section(out, title)
        _rows(out, values)
    _section(out, "Triggers")
    _rows(out, guide.triggers, "set off by ")
    _section(out, "Sources of a trigger (who), and roles of --person")
    _rows(out, guide.who)
    _section(out, "Feelings")
    _rows(out, guide.feelings)
    _section(out, "Topics of life")
    _rows(out, guide.topics)
    _section(out, "Scales, 0 to 3")
    for scale in guide.scales:
        _row(out, scale.label, f"{scale.definition}: {', '.join(scale.steps)}")


def _section(out: Console, title: str, note: str = "", style: str = "") -> None:
    out.print()
    out.print(Text(title, f"{HEADING} {style}".strip()))
    if note:
        out.print(note, style=QUIET)


def _rows(out: Console, rows: Iterable[Any], before: str = "", style: str = "") -> None:
    for row in rows:
        name = getattr(row, "name", "")
        label = f"{row.label}  ({name})" if name and name.lower() != row.label else row.label
        _row(out, label, before + row.definition, getattr(row, "example", ""), getattr(row, "source", ""), style)


def _row(out: Console, label: str, meaning: str, example: str = "", source: str = "", style: str = "") -> None:
    out.print(Padding(Text(label, f"bold {style}".strip()), (0, 0, 0, 2), expand=False))
    out.print(Padding(Text(meaning), (0, 0, 0, 4), expand=False))
    if example:
        out.print(Padding(Text(f"“{example}”", "italic"), (0, 0, 0, 4), expand=False))
    if source:
        out.print(Padding(Text(source, QUIET), (0, 0, 0, 4), expand=False))
