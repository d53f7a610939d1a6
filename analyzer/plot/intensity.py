"""Intensity of the feelings against severity of the situation, over time."""

import altair as alt
import pandas as pd

from analyzer.palette import ACCENT, FAMILIES, SOFT
from analyzer.plot.draw import WIDTH, Picture, picture
from analyzer.plot.wording import counted, in_period, period_for, spans, time_axis, time_scale, undated
from analyzer.trends import By
from analyzer.trends import intensity as intensity_table

LINES = ("intensity of the feelings", "severity of the situation")
LOOKS = (FAMILIES["pursue"].colour.light, ACCENT.light)


def intensity(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By | None = None) -> Picture:
    """Draw the means of both, from 0 to 3, for each period.

    Args:
        entries: The frame of entries.
        findings: The frame of findings.
        by: day, week or month; None takes what suits the length of the journal.

    Raises:
        AnalyzerError: ``by`` does not go on in time.
    """
    by = period_for(entries, by)
    table = intensity_table(entries, findings, by=by)
    title = "Does the intensity match the situation?"
    if not int(table["entries"].sum()):
        return picture(title, "", f"There is no entry with a date yet.{undated(entries)}")
    rows = pd.concat([table, spans(table["period"], by)], axis=1)
    rows["run"] = (rows["entries"] == 0).cumsum()
    told = rows[rows["entries"] > 0]
    x = alt.X("middle:T", title=None, scale=time_scale(rows["period"], by), axis=alt.Axis(**time_axis(by, len(rows))))
    scale = alt.Scale(domain=[0, 3], nice=False)
    y = alt.Y("value:Q", title=None, scale=scale, axis=alt.Axis(values=[0, 1, 2, 3], labelExpr=_steps()))
    long = pd.concat(
        [told[["middle", "run"]].assign(line=name, value=told[name.split()[0]]) for name in LINES], ignore_index=True
    )
    legend = alt.Legend(symbolSize=110, symbolStrokeWidth=0)
    colour = alt.Scale(domain=list(LINES), range=list(LOOKS))
    shape = alt.Scale(domain=list(LINES), range=["circle", "square"])
    dash = alt.Scale(domain=list(LINES), range=[[1, 0], [5, 4]])
    between = alt.Chart(told[["middle", "intensity", "severity", "run"]]).mark_rule(
        color=SOFT.light, strokeWidth=max(2.0, min(10.0, 0.4 * WIDTH / len(rows)))
    ).encode(x=x, y=alt.Y("intensity:Q", scale=scale, title=None), y2="severity:Q")  # fmt: skip
    lines = alt.Chart(long).mark_line(strokeWidth=2).encode(
        x=x,
        y=y,
        detail="run:N",
        color=alt.Color("line:N", scale=colour, legend=legend),
        strokeDash=alt.StrokeDash("line:N", scale=dash, legend=None),
    )  # fmt: skip
    points = alt.Chart(long).mark_point(filled=True, size=70 if len(rows) <= 60 else 12, opacity=1).encode(
        x=x,
        y=y,
        color=alt.Color("line:N", scale=colour, legend=legend),
        shape=alt.Shape("line:N", scale=shape, legend=legend),
    )  # fmt: skip
    panel = alt.layer(between, lines, points).properties(width=WIDTH, height=220)
    how = f"Mean of each {by}’s entries, from 0 to 3. A {by} without entries has no point."
    return picture(title, how, _says(told, by) + undated(entries), panel)


def _steps() -> str:
    """Return Vega's expression for the words of an axis: the number alone, with its ends named."""
    return "datum.value == 0 ? '0 none' : datum.value == 3 ? '3 most' : format(datum.value, 'd')"


def _says(told: pd.DataFrame, by: By) -> str:
    weights = told["entries"] / told["entries"].sum()
    mean, severity = ((told[name] * weights).sum() for name in ("intensity", "severity"))
    widest = told.sort_values("difference", key=abs, ascending=False, kind="stable").iloc[0]
    return (
        f"Mean intensity of the feelings and severity of the situation by {by}, in "
        f"{counted(told['entries'].sum(), 'entry')}: "
        f"{mean:.1f} and {severity:.1f} of 3 over the whole time. They are furthest apart "
        f"{in_period(widest['period'], by)}: {widest['intensity']:.1f} and {widest['severity']:.1f}."
    )
