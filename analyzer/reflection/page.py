"""Draws a reflection in a notebook: its text with the spans marked, and the three questions answered.

A family shows by its colour, by the line under the words and by its name behind them, so that nobody needs the colour.
"""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from analyzer.palette import FAMILIES, INK, LINE, PAPER, QUIET
from analyzer.reflection.data import Reflection, TriggerFinding
from analyzer.reflection.marks import Finding, kind, segments, visible
from analyzer.reflection.questions import answers
from analyzer.taxonomy import load as load_taxonomy

TEMPLATE = "reflection.html"


def colours(paper: Literal["light", "dark"]) -> dict[str, str]:
    """Return the colours of the page by name, families among them, on light or on dark paper."""
    plain = {"paper": PAPER, "ink": INK, "quiet": QUIET, "line": LINE}
    families = {family: look.colour for family, look in FAMILIES.items()}
    return {name: getattr(colour, paper) for name, colour in (plain | families).items()}


def as_html(reflection: Reflection) -> str:
    """Return the HTML of a reflection: one block that needs nothing from elsewhere and runs nothing.

    All words of the journal are escaped. No line is empty, so that a Markdown page which holds it keeps it whole.
    """
    day = reflection.date.date() if isinstance(reflection.date, datetime) else reflection.date
    page = _template().render(
        reflection=reflection,
        day=f"{day.day} {day:%B %Y}" if day else "undated",
        text=marked(reflection.text, (*reflection.triggers, *reflection.patterns)),
        answers=answers(reflection),
        families=load_taxonomy().family_labels,
        light=colours("light"),
        dark=colours("dark"),
    )
    return "\n".join(line for line in page.splitlines() if line.strip())


def marked(text: str, findings: tuple[Finding, ...]) -> Markup:
    """Return a text as HTML with its spans in ``mark`` elements, each named where its words end."""
    names = {row.label: row.name.lower() for row in load_taxonomy().patterns}
    page = Markup()
    for segment in segments(text, findings):
        words = _lines(segment.text)
        page += Markup('<mark class="{}">{}</mark>').format(segment.kinds[0], words) if segment.kinds else words
        for found in segment.ends:
            page += Markup('<small class="{}">[{}]</small>').format(kind(found), _name(found, names))
    return page


def _name(found: Finding, names: dict[str, str]) -> str:
    if isinstance(found, TriggerFinding):
        return f"set off: {found.theme}"
    return names.get(found.pattern, found.pattern)


def _lines(text: str) -> Markup:
    """Escape words; the ends of lines become elements, for white space says nothing on a page without style."""
    return Markup("<br>").join(escape(line) for line in visible(text).splitlines() or [""]) + (
        Markup("<br>") if text.endswith("\n") else Markup()
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE)


def _shown(value: Any) -> Any:
    """Make every string that the template writes fit for a page, in one line; escaping comes after."""
    return " ".join(visible(value).split()) if isinstance(value, str) and not isinstance(value, Markup) else value
