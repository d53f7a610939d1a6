"""What every picture shares: an Altair chart that is drawn on this machine and says what it shows in words."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

import altair as alt
import pandas as pd
import vl_convert

from analyzer.palette import FAMILIES, INK, LINE, PAPER, QUIET, on_dark

WIDTH = 680  # pixels of the matter, without the names beside it
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"  # one measure for all: no page has to fetch a font
SIZE = 12
_CONFIG: dict[str, Any] = {
    "font": FONT,
    "aria": False,  # the picture speaks as a whole, in its description
    "view": {"stroke": None},
    "concat": {"spacing": 12},
    "axis": {
        **{"labelColor": QUIET.light, "labelFontSize": SIZE, "titleColor": QUIET.light, "titleFontSize": SIZE},
        **{"titleFontWeight": "normal", "domain": False, "ticks": False, "gridColor": LINE.light, "labelPadding": 6},
    },
    "legend": {
        **{"labelColor": INK.light, "labelFontSize": SIZE, "title": None, "orient": "bottom", "symbolSize": 90},
        **{"labelLimit": 240, "columnPadding": 18, "titleColor": QUIET.light, "symbolStrokeWidth": 1.5},
    },
    "text": {"color": INK.light, "fontSize": SIZE},
    "title": {
        **{"anchor": "start", "color": INK.light, "fontSize": 17, "fontWeight": "normal", "offset": 14},
        **{"subtitleColor": QUIET.light, "subtitleFontSize": SIZE, "subtitlePadding": 6, "frame": "group"},
    },
}


class Picture(alt.VConcatChart):
    """An Altair chart that a notebook draws without a network. Its ``description`` says what it shows."""

    def _repr_mimebundle_(self, *_: Any, **__: Any) -> dict[str, str]:
        return {"image/svg+xml": as_svg(self), "text/plain": describe(self)}


def picture(title: str, how: str | Sequence[str], says: str, *panels: Any) -> Picture:
    """Return panels one below the other as one picture.

    Args:
        title: What it is.
        how: How to read it; one line or several.
        says: What it shows, in a sentence or two, for those who do not see it.
        panels: Altair charts; none gives a picture of ``says`` in words.
    """
    lines = [how] if isinstance(how, str) else list(how)
    shown = panels or (_words(says),)
    heading = alt.TitleParams(title, subtitle=lines if panels else [])
    return Picture(
        vconcat=list(shown),
        title=heading,
        description=says,
        background=PAPER.light,
        padding=16,
        config=_CONFIG,
    )


def describe(chart: Picture) -> str:
    """Return the text alternative of a picture: what it shows, in a sentence or two."""
    return str(chart.description)


def title_of(chart: Picture) -> str:
    """Return what a picture is."""
    return str(chart.title.text)


def how_to_read(chart: Picture) -> str:
    """Return how to read a picture; "" where there was nothing to draw, and it says so in words."""
    return " ".join(chart.title.subtitle)


def as_svg(chart: Picture, *, dark: bool = False, title: bool = True) -> str:
    """Draw a picture as SVG, on this machine alone; it refers to nothing outside itself.

    Args:
        chart: What a function of this package returned.
        dark: On dark paper.
        title: With its title and the line that says how to read it.
    """
    drawn = vl_convert.vegalite_to_svg(_spec(chart, dark=dark, title=title), allowed_base_urls=[])
    return drawn.replace("<svg ", f'<svg role="img" aria-label={quoteattr(describe(chart))} ', 1)


def as_png(chart: Picture, *, dark: bool = False, title: bool = True, scale: float = 2) -> bytes:
    """Draw a picture as PNG, ``scale`` pixels for each of its own; else as ``as_svg``."""
    spec = _spec(chart, dark=dark, title=title)
    return vl_convert.vegalite_to_png(spec, scale=scale, allowed_base_urls=[])


def _spec(chart: Picture, *, dark: bool, title: bool) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    if not title:
        spec.pop("title", None)
    spec["config"]["legend"]["layout"] = {"bottom": {"direction": "vertical", "anchor": "start", "margin": 10}}
    shown = _in(spec, on_dark()) if dark else spec
    assert isinstance(shown, dict)
    return shown


def _in(part: Any, colours: dict[str, str]) -> Any:
    """Replace every string that is a colour, however deep it stands."""
    if isinstance(part, dict):
        return {name: _in(value, colours) for name, value in part.items()}
    if isinstance(part, list):
        return [_in(value, colours) for value in part]
    return colours.get(part, part) if isinstance(part, str) else part


def family_key(families: Sequence[str], names: Mapping[str, str], **legend: Any) -> dict[str, Any]:
    """Return the encodings of points by family: colour and shape, with one legend. Their field is ``family``.

    Args:
        families: Labels in the data, in the order of the legend.
        names: What the legend calls each.
        legend: Settings of the legend.
    """
    colours = alt.Scale(domain=list(families), range=[FAMILIES[label].colour.light for label in families])
    shapes = alt.Scale(domain=list(families), range=[FAMILIES[label].shape for label in families])
    said = ", ".join(f"'{label}': '{names[label]}'" for label in families)
    key = alt.Legend(labelExpr=f"({{{said}}})[datum.label]", **legend)
    return {
        "color": alt.Color("family:N", scale=colours, legend=key),
        "shape": alt.Shape("family:N", scale=shapes, legend=key),
    }


def _words(says: str) -> Any:
    """Return a panel that says why there is nothing to draw yet."""
    text = alt.Chart(pd.DataFrame({"says": [_wrapped(says)]}))
    return text.mark_text(align="left", baseline="top", color=QUIET.light, fontSize=14, lineHeight=20).encode(
        x=alt.value(0), y=alt.value(0), text=alt.Text("says:N")
    ).properties(width=WIDTH, height=44)  # fmt: skip


def _wrapped(says: str, most: int = 90) -> list[str]:
    lines = [""]
    for word in says.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
