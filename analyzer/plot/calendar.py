"""A calendar of the entries: each day by the family that most of the writer's reactions belong to."""

from typing import Any

import altair as alt
import pandas as pd

from analyzer.palette import FAMILIES, INK, LINE, QUIET
from analyzer.plot.draw import WIDTH, Picture, picture
from analyzer.plot.wording import counted, dated, family_names, listed, undated
from analyzer.trends.select import analysed, reactions

YEARS = 5  # the newest that are drawn; a page with all years of a long life would be heavy
NONE = "No reaction told"
_CELL = WIDTH / 53
_DAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def calendar(entries: pd.DataFrame, findings: pd.DataFrame) -> Picture:
    """Draw every day with an entry, by the family of most of the writer's reactions of that day.

    Days without a reaction have an open ring, days without an entry nothing. Of two families as frequent on a day,
    the one told first is shown.
    """
    days = dominant(entries, findings)
    title = "What you did, day by day"
    if days.empty:
        return picture(title, "", f"There is no entry with a date yet, so the calendar is empty.{undated(entries)}")
    years = sorted(days["day"].dt.year.unique())
    shown = [year for year in years if year > years[-1] - YEARS]
    how = "The kind of reaction that you tell of most on that day. A day without an entry stays blank."
    panels = [_year(days[days["day"].dt.year == year], year, key=year == shown[-1]) for year in shown]
    return picture(title, how, _says(entries, days, shown[0] if len(shown) < len(years) else None), *panels)


def dominant(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return ``day``, ``entries`` and ``family`` (missing without a reaction) of every day with an analysed entry."""
    dated_ones = analysed(entries).dropna(subset="day")
    days = dated_ones.groupby("day").size().rename("entries").reset_index()
    did = reactions(findings)
    did = did[did["entry"].isin(dated_ones["id"])].reset_index(drop=True).reset_index(names="place")
    counts = did.groupby(["day", "family"]).agg(count=("place", "size"), first=("place", "min")).reset_index()
    counts = counts.sort_values(["day", "count", "first"], ascending=[True, False, True])
    return days.merge(counts.drop_duplicates("day")[["day", "family"]], on="day", how="left")


def _year(days: pd.DataFrame, year: int, *, key: bool) -> Any:
    names = family_names()
    every = pd.DataFrame({"day": pd.date_range(f"{year}-01-01", f"{year}-12-31")})
    ground = _placed(every)
    cells = _placed(days)
    cells["shown"] = cells["family"].map(names).fillna(NONE)
    order = [*names.values(), NONE]
    colours = alt.Scale(domain=order, range=[*(FAMILIES[label].colour.light for label in names), QUIET.light])
    shapes = alt.Scale(domain=order, range=[*(FAMILIES[label].shape for label in names), "circle"])
    filled = alt.Scale(domain=order, range=[*(FAMILIES[label].colour.light for label in names), "transparent"])
    legend = alt.Legend(columns=4, symbolStrokeWidth=1.4) if key else None
    x = alt.X("week:Q", axis=None, scale=alt.Scale(domain=[-0.5, 53.5], nice=False))
    y = alt.Y("weekday:Q", axis=None, scale=alt.Scale(domain=[-0.5, 6.5], reverse=True, nice=False))
    squares = alt.Chart(ground).mark_square(size=(_CELL * 0.86) ** 2, color=LINE.light, opacity=0.55).encode(x=x, y=y)
    marks = alt.Chart(cells).mark_point(size=(_CELL * 0.62) ** 2, strokeWidth=1.3, opacity=1).encode(
        x=x,
        y=y,
        shape=alt.Shape("shown:N", scale=shapes, legend=legend),
        stroke=alt.Stroke("shown:N", scale=colours, legend=legend),
        fill=alt.Fill("shown:N", scale=filled, legend=legend),
    )  # fmt: skip
    months = ground[ground["day"].dt.day == 1].assign(month=lambda rows: rows["day"].dt.strftime("%b"))
    heads = alt.Chart(months).mark_text(align="left", dx=-5, color=QUIET.light, fontSize=11).encode(
        x=x, y=alt.value(-8), text="month:N"
    )  # fmt: skip
    names_of_days = pd.DataFrame({"weekday": range(7), "name": _DAYS})
    sides = alt.Chart(names_of_days[names_of_days["name"] != ""]).mark_text(
        align="right", color=QUIET.light, fontSize=11
    ).encode(x=alt.value(-6), y=y, text="name:N")  # fmt: skip
    number = alt.Chart(pd.DataFrame({"year": [str(year)]})).mark_text(
        align="right", color=INK.light, fontSize=13
    ).encode(x=alt.value(-6), y=alt.value(-9), text="year:N")  # fmt: skip
    return alt.layer(squares, marks, heads, sides, number).properties(width=WIDTH, height=round(_CELL * 7))


def _placed(days: pd.DataFrame) -> pd.DataFrame:
    """Add the column of the week, counted from that of 1 January, and the row of the weekday from Monday."""
    first = pd.to_datetime(days["day"].dt.year.astype(str) + "-01-01").dt.day_of_week
    week = (days["day"].dt.day_of_year - 1 + first) // 7
    return days.assign(week=week, weekday=days["day"].dt.day_of_week)


def _says(entries: pd.DataFrame, days: pd.DataFrame, since: int | None) -> str:
    names = family_names()
    counts = days["family"].value_counts()
    parts = [f"{names[label].lower()} on {count}" for label, count in zip(counts.index, counts, strict=True)]
    first, last = days["day"].min(), days["day"].max()
    span = f"on {dated(first)}" if first == last else f"from {dated(first)} to {dated(last)}"
    most = f" Told most on a day: {listed(parts)}." if parts else ""
    silent = int(days["family"].isna().sum())
    none = (
        f" {counted(silent, 'day')} with entries {'tells' if silent == 1 else 'tell'} of no reaction." if silent else ""
    )
    old = f" Only the days since {since} are drawn." if since else ""
    return (
        f"A calendar of {counted(days['entries'].sum(), 'entry')} on {counted(len(days), 'day')} {span}."
        f"{most}{none}{old}{undated(entries)}"
    )
