"""The flow from trigger over feeling to reaction: how many told ways lead along each link."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import numpy as np
import pandas as pd

from analyzer.palette import FAMILIES, INK, NEUTRAL, PAPER, QUIET
from analyzer.plot.draw import Picture, family_key, picture
from analyzer.plot.wording import counted, family_names, noun, pattern_names
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import chains

MOST = (6, 6, 9)  # triggers, feelings and reactions that stand alone; the others stand together as "other"
OTHER, NO_FEELING = "other", "no feeling named"
_COLUMNS = ("trigger", "feeling", "reaction")
_HEADS = ("set off by", "felt", "then you")
_WIDE, _HIGH, _GAP, _NODE = 460, 360, 9, 9  # pixels
_POINTS = 24  # of the curve of a link


def flow(entries: pd.DataFrame, findings: pd.DataFrame) -> Picture:
    """Draw the chains of trigger, feeling and reaction as bands, as thick as they are often told."""
    table = chains(entries, findings)
    title = "From trigger over feeling to reaction"
    if table.empty:
        return picture(title, "", "No entry tells of a reaction after something that set it off.")
    links = _named(table)
    nodes, scale = _nodes(links)
    ribbons = [_ribbons(links, nodes, place, scale) for place in (0, 1)]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, _WIDE], nice=False))
    y = alt.Scale(domain=[0, _HIGH], reverse=True, nice=False)
    bands = [
        alt.Chart(points).mark_area(opacity=0.55, color=colour).encode(
            x=x, y=alt.Y("top:Q", axis=None, scale=y), y2="low:Q", detail="link:N"
        )
        for points, colour in [
            (ribbons[0], NEUTRAL.light),
            *(
                (ribbons[1][ribbons[1]["family"] == family], _colour(family))
                for family in dict.fromkeys(ribbons[1]["family"])
            ),
        ]
    ]  # fmt: skip
    boxes = [
        alt.Chart(nodes[nodes["family"] == family]).mark_rect(color=_colour(family) if family else INK.light).encode(
            x=x, x2="right:Q", y=alt.Y("top:Q", axis=None, scale=y), y2="low:Q"
        )
        for family in dict.fromkeys(nodes["family"])
    ]  # fmt: skip
    panel = alt.layer(*bands, *boxes, *_labels(nodes, x, y)).properties(width=_WIDE, height=_HIGH)
    ways = int(links["count"].sum())
    how = [
        f"{counted(ways, 'told way')}; a band is as thick as the number of entries that tell it.",
        "They stand one after the other in the text, which is no claim of a cause.",
    ]
    return picture(title, how, _says(table, ways), panel)


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Return the links by the names of their nodes, rare ones gathered, with the family of the reaction."""
    named = table[["count"]].astype(int).assign(
        trigger=[noun(label) for label in table["trigger"]],
        feeling=table["feeling"].fillna(NO_FEELING).astype(str),
        reaction=table["reaction"].map(pattern_names()),
        family=table["reaction"].map(load_taxonomy().family_of),
    )  # fmt: skip
    for column, most in zip(_COLUMNS, MOST, strict=True):
        sizes = named.groupby(column)["count"].sum().sort_values(ascending=False, kind="stable")
        if len(sizes) > most + 1:
            rare = named[column].isin(list(sizes.index[most:]))
            named[column] = named[column].mask(rare, OTHER)
            if column == "reaction":
                named["family"] = named["family"].mask(rare, OTHER)
    return named.groupby([*_COLUMNS, "family"], sort=False)["count"].sum().reset_index()


def _nodes(links: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Return where each node stands, and the pixels of one told way."""
    rows: list[dict[str, Any]] = []
    total = links["count"].sum()
    scale = min((_HIGH - _GAP * (links[column].nunique() - 1)) / total for column in _COLUMNS)
    families = list(FAMILIES)
    for place, column in enumerate(_COLUMNS):
        sizes = links.groupby(column)["count"].sum()
        family = dict(zip(links[column], links["family"], strict=True)) if column == "reaction" else {}
        order = sorted(
            sizes.index,
            key=lambda name: (
                name == OTHER,
                families.index(family[name]) if family.get(name) in families else 0,
                -sizes[name],
                name,
            ),
        )
        left = place * (_WIDE - _NODE) / 2
        high = sizes.sum() * scale + _GAP * (len(sizes) - 1)
        top = (_HIGH - high) / 2
        for name in order:
            low = top + sizes[name] * scale
            rows.append({"column": place, "name": name, "count": int(sizes[name]), "family": family.get(name, ""),
                         "x": left, "right": left + _NODE, "top": top, "low": low})  # fmt: skip
            top = low + _GAP
    return pd.DataFrame(rows), float(scale)


def _ribbons(links: pd.DataFrame, nodes: pd.DataFrame, place: int, scale: float) -> pd.DataFrame:
    """Return the outlines of the bands between two columns: ``x``, ``top`` and ``low`` of points along each."""
    start, end = _COLUMNS[place], _COLUMNS[place + 1]
    by = [start, end] + (["family"] if place else [])
    sizes = links.groupby(by, sort=False)["count"].sum().reset_index()
    keys = list(zip(nodes["column"], nodes["name"], strict=True))
    rank = {key: number for number, key in enumerate(keys)}
    tops, lefts, rights = (dict(zip(keys, nodes[name], strict=True)) for name in ("top", "x", "right"))
    sizes = sizes.iloc[np.lexsort(([rank[place + 1, n] for n in sizes[end]], [rank[place, n] for n in sizes[start]]))]
    families = sizes["family"] if place else [""] * len(sizes)
    along = np.linspace(0, 1, _POINTS)
    bend = along**2 * (3 - 2 * along)
    parts = []
    for number, (source, goal, count, family) in enumerate(
        zip(sizes[start], sizes[end], sizes["count"], families, strict=True)
    ):
        left, right = (place, source), (place + 1, goal)
        top = tops[left] + (tops[right] - tops[left]) * bend
        points = pd.DataFrame({"x": rights[left] + (lefts[right] - rights[left]) * along, "top": top})
        parts.append(points.assign(low=points["top"] + count * scale, link=number, family=family))
        for key in (left, right):
            tops[key] += count * scale  # the next band stands below this one
    return pd.concat(parts, ignore_index=True).round(2)


def _labels(nodes: pd.DataFrame, x: alt.X, y: alt.Scale) -> Sequence[Any]:
    middle = nodes.assign(y=(nodes["top"] + nodes["low"]) / 2)
    middle["words"] = [f"{name}  {count}" for name, count in zip(nodes["name"], nodes["count"], strict=True)]
    layers = []
    sides: tuple[tuple[int, Literal["left", "right"], int], ...] = (
        (0, "right", -8),
        (1, "left", _NODE + 5),
        (2, "left", _NODE + 24),
    )
    for place, side, dx in sides:
        column = middle[middle["column"] == place][["x", "y", "words"]]
        text = alt.Chart(column).encode(x=x, y=alt.Y("y:Q", axis=None, scale=y), text="words:N")
        look: dict[str, Any] = {"align": side, "dx": dx, "fontSize": 13}
        if place == 1:
            layers.append(text.mark_text(**look, stroke=PAPER.light, strokeWidth=4, strokeJoin="round"))
        layers.append(text.mark_text(**look, color=INK.light))
        head = pd.DataFrame({"x": [float(middle.loc[middle["column"] == place, "x"].iloc[0])], "name": [_HEADS[place]]})
        layers.append(
            alt.Chart(head).mark_text(align=side, dx=dx if place != 1 else 0, color=QUIET.light).encode(
                x=x, y=alt.value(-10), text="name:N"
            )
        )  # fmt: skip
    known = middle[middle["family"].isin(list(FAMILIES))].assign(x=middle["right"] + 14)
    families = [label for label in FAMILIES if label in set(known["family"])]
    points = alt.Chart(known[["x", "y", "family"]]).mark_point(filled=True, opacity=1, size=70)
    key = family_key(families, family_names(), columns=3)
    return [*layers, points.encode(x=x, y=alt.Y("y:Q", axis=None, scale=y), **key)]


def _colour(family: str) -> str:
    return FAMILIES[family].colour.light if family in FAMILIES else NEUTRAL.light


def _says(table: pd.DataFrame, ways: int) -> str:
    names = pattern_names()
    first = zip(table["trigger"], table["feeling"], table["reaction"], table["count"], strict=True)
    told = [
        f"{noun(trigger)}, then {NO_FEELING if pd.isna(feeling) else feeling}, then {names[reaction].lower()} in "
        f"{counted(number, 'entry')}"
        for trigger, feeling, reaction, number in list(first)[:3]
    ]
    return (
        f"Bands from triggers over feelings to reactions, {counted(ways, 'told way')} in all. The most frequent: "
        f"{'; '.join(told)}."
    )
