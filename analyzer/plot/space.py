"""The space before a reaction over time: the share of moments with a pause or an urge overcome, with its interval."""

import altair as alt
import pandas as pd

from analyzer.palette import FAMILIES, INK, NEUTRAL, QUIET, SOFT
from analyzer.plot.draw import WIDTH, Picture, picture
from analyzer.plot.wording import counted, percent, period_for, period_in_words, spans, time_axis, time_scale, undated
from analyzer.trends import By, changes
from analyzer.trends import space as space_table

_WIDEST = 14  # pixels of an interval
_COLOUR = FAMILIES["secure"].colour.light


def space(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By | None = None) -> Picture:
    """Draw the share of moments with a space, its 95 % interval by Wilson, where it changed, and how many moments.

    Args:
        entries: The frame of entries.
        findings: The frame of findings.
        by: day, week or month; None takes what suits the length of the journal.

    Raises:
        AnalyzerError: ``by`` does not go on in time.
    """
    by = period_for(entries, by)
    table = space_table(entries, findings, by=by)
    title = "The space before a reaction"
    if not int(table["moments"].sum()):
        return picture(
            title, "", f"No dated entry tells of a reaction, a pause or an urge overcome yet.{undated(entries)}"
        )
    rows = pd.concat([table, spans(table["period"], by)], axis=1)
    rows["run"] = (rows["moments"] == 0).cumsum()
    told = rows[rows["moments"] > 0]
    axis = time_axis(by, len(rows))
    scale = time_scale(rows["period"], by)
    y = alt.Y(
        "share:Q",
        title=None,
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], labelExpr="format(100 * datum.value, 'd') + ' %'"),
    )
    x = alt.X("middle:T", title=None, scale=scale, axis=alt.Axis(**{**axis, "labels": False}))
    base = alt.Chart(told[["middle", "share", "low", "high", "run"]])
    wide = max(2.0, min(_WIDEST, 0.5 * WIDTH / len(rows)))
    ends = base.mark_rule(strokeWidth=wide, color=SOFT.light).encode(
        x=x, y=alt.Y("low:Q", scale=alt.Scale(domain=[0, 1])), y2="high:Q"
    )  # fmt: skip
    line = base.mark_line(color=_COLOUR, strokeWidth=2).encode(x=x, y=y, detail="run:N")
    points = base.mark_point(
        filled=True, color=_COLOUR, size=70 if len(rows) <= 60 else 14, opacity=1
    ).encode(x=x, y=y)  # fmt: skip
    steps = changes(table)
    marks = []
    if len(steps):
        shown = steps.assign(
            middle=steps["period"],
            words=[text[0].lower() + text[1:] for text in _steps(steps, by)],
        )[["middle", "words"]]  # fmt: skip
        marks = [
            alt.Chart(shown).mark_rule(strokeDash=[4, 3], color=INK.light).encode(x=x),
            alt.Chart(shown)
            .mark_text(align="left", dx=5, baseline="bottom", dy=-2)
            .encode(x=x, y=alt.value(0), text="words:N"),
        ]
    upper = alt.layer(ends, line, points, *marks).properties(width=WIDTH, height=210)
    lower = (
        alt.Chart(rows.assign(zero=0)[["from", "to", "moments", "zero"]])
        .mark_rect(color=NEUTRAL.light)
        .encode(
            x=alt.X("from:T", title=None, scale=scale, axis=alt.Axis(**axis)),
            x2="to:T",
            y=alt.Y("moments:Q", title=None, axis=alt.Axis(tickCount=2, format="d", tickMinStep=1)),
            y2="zero:Q",
        )
        .properties(
            width=WIDTH,
            height=44,
            title=alt.TitleParams(
                "moments", fontSize=12, color=QUIET.light, offset=4, anchor="start", frame="bounds", dy=0
            ),
        )
    )
    how = [
        "Share of moments with a pause or an urge overcome; a moment is an entry with one of these or a reaction.",
        f"The light bar is the 95 % interval: the longer, the less is known. A {by} without moments has no point.",
    ]
    return picture(title, how, _says(rows, steps, by) + undated(entries), upper, lower)


def _says(rows: pd.DataFrame, steps: pd.DataFrame, by: By) -> str:
    hits, moments = int(rows["with_space"].sum()), int(rows["moments"].sum())
    told = "".join(f" {text}." for text in _steps(steps, by))
    return (
        f"The share of moments with a pause or an urge overcome, by {by}: {hits} of {counted(moments, 'moment')} over "
        f"the whole time, {percent(hits / moments)}.{told or ' No clear change over the time.'}"
    )


def _steps(steps: pd.DataFrame, by: By) -> list[str]:
    """Return each change in words, such as "Since Jun 2025: 40 %, before 20 %"."""
    columns = zip(steps["period"], steps["before"], steps["after"], strict=True)
    return [
        f"Since {period_in_words(period, by)}: {percent(after)}, before {percent(before)}"
        for period, before, after in columns
    ]
