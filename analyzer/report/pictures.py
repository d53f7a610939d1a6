"""Pictures as they may stand in the page: drawn by its own elements, in its own colours, with a text alternative."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

import pandas as pd
from markupsafe import Markup

from analyzer import plot
from analyzer.plot import Plots

NAMES = ("calendar", "heat", "flow", "cycle", "space", "feelings", "intensity")
SVG = "http://www.w3.org/2000/svg"
# What draws, and nothing that fetches, runs or leads away. The page's policy forbids styles in attributes as well.
DRAWS = frozenset(
    ("svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title", "defs", "clipPath", "polygon", "polyline")
)
SAYS = frozenset(("role", "tabindex", "style", "class", "id"))  # the picture as a whole speaks; its parts do not
ACTS = frozenset(("pointer-events",))  # no part of it is to be touched
# Hundredths of a pixel and what is finer show nothing and weigh much.
FINER = re.compile(r"(\.\d)\d+")
MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
SQUARE = re.compile(r"M(-?[\d.]+),(-?[\d.]+)(h-?[\d.]+v-?[\d.]+h-?[\d.]+Z)")
REFERS = ("clip-path", "fill", "stroke")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its name, and the sentence that stands below it."""

    svg: Markup
    title: str
    caption: str


def pictures(entries: pd.DataFrame, findings: pd.DataFrame) -> dict[str, Picture | None]:
    """Return the pictures of ``NAMES``; None where there is nothing to draw, since the page says so in words."""
    return {name: _drawn(getattr(Plots(entries, findings), name)()) for name in NAMES}


def _drawn(picture: plot.Picture) -> Picture | None:
    how, says = plot.how_to_read(picture), plot.describe(picture)
    return Picture(inline(plot.as_svg(picture, title=False), says), plot.title_of(picture), how) if how else None


def inline(drawing: str, alternative: str) -> Markup:
    """Return an SVG document as an element of the page, as wide as there is room.

    Args:
        drawing: What a library drew. Elements that do not draw, events, links, styles and roles are taken out.
        alternative: What the picture shows, in words; read instead of it.
    """
    root = ElementTree.fromstring(FINER.sub(r"\1", drawing))
    width, height = root.get("width", "0"), root.get("height", "0")
    box = root.get("viewBox", f"0 0 {width} {height}")
    _clean(root)
    _join_squares(root)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.attrib |= {"viewBox": box, "role": "img", "aria-label": alternative}
    ElementTree.register_namespace("", SVG)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _join_squares(element: ElementTree.Element) -> None:
    """Make one path of squares that stand in a row and look alike: a calendar has thousands."""
    held: ElementTree.Element | None = None
    for child in list(element):
        moved, drawn = MOVED.fullmatch(child.get("transform", "")), SQUARE.fullmatch(child.get("d", ""))
        if not moved or not drawn:
            _join_squares(child)
            held = None
            continue
        x, y = (float(place) + float(corner) for place, corner in zip(moved.groups(), drawn.groups()[:2], strict=True))
        child.set("d", f"M{x:g},{y:g}{drawn[3]}")
        del child.attrib["transform"]
        if held is not None and _look(held) == _look(child):
            held.set("d", held.get("d", "") + child.get("d", ""))
            element.remove(child)
        else:
            held = child


def _look(element: ElementTree.Element) -> dict[str, str]:
    return {name: value for name, value in element.attrib.items() if name != "d"}


def _clean(element: ElementTree.Element) -> None:
    for name in list(element.attrib):
        away = name in REFERS and "url(" in element.attrib[name]  # to a name that this page may have twice
        if away or name in SAYS | ACTS or name.startswith(("on", "aria-", "{")) or name == "href":
            del element.attrib[name]
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag.removeprefix(f"{{{SVG}}}") not in DRAWS:
            element.remove(child)
        else:
            _clean(child)
