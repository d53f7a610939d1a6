"""The most frequent feelings over time, one row each."""

import altair as alt
import pandas as pd

from analyzer.palette import ACCENT, INK, LINE, NEUTRAL, QUIET
from analyzer.plot.draw import WIDTH, Picture, picture
from analyzer.plot.wording import (
    counted,
    in_period,
    listed,
    percent,
    period_for,
    period_in_words,
    spans,
    time_axis,
    time_scale,
    undated,
)
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import By, rates

MOST = 8  # feelings drawn
_ROW, _TALL = 38, 0.78  # pixels of a row, and how much of it the tallest bar takes
KINDS = ("pleasant to have", "unpleasant to have", "neither")


def feelings(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By | None = None) -> Picture:
    """Draw the share of each period's entries in which a feeling is present, for the most frequent feelings.

    Args:
        entries: The frame of entries.
        findings: The frame of findings.
        by: day, week or month; None takes what suits the length of the journal.

    Raises:
        AnalyzerError: ``by`` does not go on in time.
    """
    by = period_for(entries, by)
    table = rates(entries, findings, by=by)
    felt = table[table["kind"] == "feeling"]
    title = "Feelings over time"
    if felt.empty:
        return picture(title, "", f"No dated entry tells of a feeling yet.{undated(entries)}")
    totals = felt.groupby("label")["count"].sum().sort_values(ascending=False, kind="stable").head(MOST)
    rows = felt[felt["label"].isin(totals.index)].reset_index(drop=True)
    top = float(rows["per_entry"].max())
    guide = load_taxonomy()
    places = {label: place for place, label in enumerate(totals.index)}
    base = rows["label"].map(places).astype(float) + 1
    rows = pd.concat([rows, spans(rows["period"], by)], axis=1).assign(
        base=base,
        top=base - rows["per_entry"] / top * _TALL,
        kind=[_kind(label, guide.pleasant, guide.unpleasant) for label in rows["label"]],
    )
    present = [kind for kind in KINDS if kind in set(rows["kind"])]
    looks = dict(zip(KINDS, (ACCENT.light, NEUTRAL.light, QUIET.light), strict=True))
    periods = rows["period"].nunique()
    x = alt.X(
        "from:T",
        title=None,
        axis=alt.Axis(**time_axis(by, periods)),
        scale=time_scale(rows["period"], by),
    )
    y = alt.Scale(domain=[0, len(totals)], reverse=True, nice=False)
    known = rows.dropna(subset="per_entry")[["from", "to", "base", "top", "kind"]]
    bars = alt.Chart(known[known["top"] < known["base"]]).mark_rect().encode(
        x=x,
        x2="to:T",
        y=alt.Y("top:Q", axis=None, scale=y),
        y2="base:Q",
        color=alt.Color(
            "kind:N", scale=alt.Scale(domain=present, range=[looks[kind] for kind in present]), legend=alt.Legend()
        ),
    )  # fmt: skip
    ground = (
        alt.Chart(known)
        .mark_rule(color=LINE.light, strokeWidth=2)
        .encode(x=x, x2="to:T", y=alt.Y("base:Q", axis=None, scale=y))
    )
    names = pd.DataFrame(
        {"name": list(totals.index), "base": range(1, len(totals) + 1), "n": [f"{n:,}" for n in totals]}
    )
    sides = alt.Chart(names).mark_text(align="right", baseline="bottom", dy=1, fontSize=13, color=INK.light).encode(
        x=alt.value(-34), y=alt.Y("base:Q", axis=None, scale=y), text="name:N"
    )  # fmt: skip
    numbers = alt.Chart(names).mark_text(align="right", baseline="bottom", dy=1, color=QUIET.light).encode(
        x=alt.value(-8), y=alt.Y("base:Q", axis=None, scale=y), text="n:N"
    )  # fmt: skip
    peak = rows.sort_values("per_entry", ascending=False, kind="stable").iloc[0]
    how = [
        f"Share of each {by}’s entries, all on one scale: the tallest bar is {percent(top)}. "
        f"A {by} without entries has no line below it.",
        "Numbers count the entries of the whole time.",
    ]
    panel = alt.layer(ground, bars, sides, numbers).properties(width=WIDTH, height=_ROW * len(totals))
    often = listed([f"{label} in {counted(count, 'entry')}" for label, count in totals.head(4).items()])
    says = (
        f"Feelings by {by}, from {period_in_words(rows['period'].min(), by)} to "
        f"{period_in_words(rows['period'].max(), by)}. The most frequent: {often}. The tallest bar is {peak['label']} "
        f"{in_period(peak['period'], by)}, in {int(peak['count'])} of {counted(peak['entries'], 'entry')}."
        f"{undated(entries)}"
    )
    return picture(title, how, says, panel)


def _kind(label: str, pleasant: frozenset[str], unpleasant: frozenset[str]) -> str:
    return KINDS[0] if label in pleasant else KINDS[1] if label in unpleasant else KINDS[2]
