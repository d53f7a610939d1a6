"""Brings the page together: templates that escape, one style and one script, and a policy that forbids all else."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analyzer.frames import entries_frame, findings_frame
from analyzer.messages import AnalyzerError
from analyzer.palette import FAMILIES, dark_rules
from analyzer.reflection import Reflection, visible
from analyzer.report import counts
from analyzer.report.entries import entry_list
from analyzer.report.filters import choices
from analyzer.report.over_time import over_time
from analyzer.report.passages import fitting_windows
from analyzer.report.pictures import pictures
from analyzer.report.words import count_of
from analyzer.store import aside
from analyzer.taxonomy import load as load_taxonomy

TEMPLATES = "templates"
COURSES = 6  # feelings shown over the months
PAGE_BYTES, PAGE_ENTRIES = 4_900_000, 3_000  # a page of so many entries is cut to so many bytes; a longer one may grow


def write(
    path: str | Path, reflections: Sequence[Reflection], *, quotes: bool = True, care: Sequence[str] = ()
) -> Path:
    """Write the page that ``render`` returns; only its owner can read it. Returns the path.

    Raises:
        AnalyzerError: the path is a folder, its folder is missing, or the disk refuses.
    """
    path = Path(path)
    if path.is_dir():
        raise AnalyzerError(f"{path} is a folder: give the name of a file, such as {path / 'report.html'}")
    page = render(reflections, quotes=quotes, care=care)
    with aside(path) as file:
        file.write(page.encode("utf-8", "replace"))
    return path


def render(reflections: Sequence[Reflection], *, quotes: bool = True, care: Sequence[str] = ()) -> str:
    """Return the report as one HTML document.

    Args:
        reflections: Those of a whole journal, under unique ids. Where they hold the text the entries are shown with
            their marks, else the words of their findings.
        quotes: Whether the journal's own words may stand in it. Without, ids of the export are left out too.
        care: Lines that say who helps, shown where an entry asks for care.
    """
    reflections = tuple(reflections)
    entries, findings = entries_frame(reflections), findings_frame(reflections)
    limit = PAGE_BYTES * max(1.0, len(reflections) / PAGE_ENTRIES)
    felt = counts.felt(entries)
    counted = {
        "facts": counts.facts(entries),
        "felt": felt,
        "about": counts.about(entries),
        "set_off": counts.set_off(findings),
        "reactions": counts.reactions(findings),
        "people": counts.people(findings),
        "match": counts.match(entries),
        "pictures": pictures(entries, findings),
        "quotes": quotes,
        "care": tuple(care) if entries.care.any() else (),
    }
    listed = entry_list(reflections, quotes=quotes)
    most_felt = [bar.key.removeprefix("f:") for bar in felt[:COURSES]]
    counted["trends"] = over_time(entries, findings, listed, feelings=most_felt, quotes=quotes)
    counted["choices"] = choices(entries, findings, listed)
    page = ""
    for window in fitting_windows(reflections, int(limit)) if quotes else (None,):
        listed = entry_list(reflections, quotes=quotes, window=window)
        page = _page(listed=listed, **counted)
        if len(page.encode("utf-8", "replace")) <= limit:
            break
    return page


def _page(**matter: Any) -> str:
    style, script = _source("style.css") + family_colours(), _source("script.js")
    return _environment().get_template("page.html").render(
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        guide=load_taxonomy(),
        **matter,
    )  # fmt: skip


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("analyzer.report", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["count_of"] = count_of
    return environment


def _shown(value: Any) -> Any:
    """Pass every string that a template writes through ``visible``; escaping comes after."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _source(name: str) -> str:
    return (Path(__file__).parent / TEMPLATES / name).read_text("utf-8")


def family_colours() -> str:
    """Return CSS with the families' colours, and with the pictures' on dark paper; paper that is printed is light."""
    light, dark = (
        "".join(f"--{family}:{getattr(look.colour, paper)};" for family, look in FAMILIES.items())
        for paper in ("light", "dark")
    )
    on_dark = f":root{{{dark}}}{dark_rules('.picture')}"
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{{on_dark}}}\n"


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy under which nothing is fetched, and only this style and script count."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
