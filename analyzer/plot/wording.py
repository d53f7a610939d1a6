"""How days, periods, counts and labels are said in a picture and in the sentence beside it."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import By, load_phrases
from analyzer.trends.select import analysed

OVER_TIME: tuple[By, ...] = ("day", "week", "month")
_DAYS_BY_DAY, _DAYS_BY_WEEK = 31, 182  # the longest journal that is shown by day, and by week
_NEXT = {
    "day": pd.DateOffset(days=1),
    "week": pd.DateOffset(weeks=1),
    "month": pd.DateOffset(months=1),
}


def period_for(entries: pd.DataFrame, by: By | None) -> By:
    """Return ``by``, or the period that suits the length of the journal: day up to a month, week up to half a year.

    Raises:
        AnalyzerError: ``by`` is no period that goes on in time.
    """
    if by is not None:
        if by not in OVER_TIME:
            raise AnalyzerError(f"by={by!r} does not go on in time: give one of {', '.join(OVER_TIME)}")
        return by
    days = analysed(entries)["day"].dropna()
    length = (days.max() - days.min()).days + 1 if len(days) else 0
    return "day" if length <= _DAYS_BY_DAY else "week" if length <= _DAYS_BY_WEEK else "month"


def spans(periods: pd.Series, by: By, fill: float = 0.84) -> pd.DataFrame:
    """Return ``from``, ``to`` and ``middle`` of each period in time; the first two leave room to the next bar."""
    first = pd.to_datetime(periods)
    length = (first + _NEXT[by]) - first
    return pd.DataFrame(
        {
            "from": first + length * (1 - fill) / 2,
            "to": first + length * (1 + fill) / 2,
            "middle": first + length / 2,
        }
    )


def time_axis(by: By, count: int) -> dict[str, Any]:
    """Return the settings of an axis over ``count`` periods."""
    days = count * {"day": 1, "week": 7, "month": 30.4}[by]
    if days <= 45:
        return {"format": "%-d %b", "tickCount": 8, "labelFlush": False, "grid": False}
    if days <= 190:
        return {"format": "%b %Y", "tickCount": "month", "labelAlign": "left", "grid": False}
    if days <= 800:
        every = {"interval": "month", "step": 1 if days <= 400 else 3}
        first = "month(datum.value) == 0 ? timeFormat(datum.value, '%b %Y') : timeFormat(datum.value, '%b')"
        return {"tickCount": every, "labelExpr": first, "labelAlign": "left", "grid": False, "labelOverlap": True}
    return {"format": "%Y", "tickCount": "year", "labelAlign": "left", "grid": False, "labelOverlap": True}


def time_scale(periods: pd.Series, by: By) -> alt.Scale:
    """Return the scale from the start of the first period to where the bar of the last one ends."""
    first, last = spans(periods.agg(["min", "max"]).reset_index(drop=True), by, fill=1)["from"]
    until = spans(pd.Series([last]), by)["to"].iloc[0]
    return alt.Scale(domain=[_stamp(first), _stamp(until)], nice=False)


def _stamp(moment: Any) -> alt.DateTime:
    return alt.DateTime(year=moment.year, month=moment.month, date=moment.day, hours=moment.hour)


def dated(moment: Any) -> str:
    """Return a day such as ``2 Jan 2025``."""
    return f"{moment.day} {moment:%b %Y}"


def period_in_words(period: Any, by: By) -> str:
    """Return ``Mar 2025`` for a month, ``the week of 3 Mar 2025``, or a day."""
    if by == "month":
        return f"{period:%b %Y}"
    return f"the week of {dated(period)}" if by == "week" else dated(period)


def in_period(period: Any, by: By) -> str:
    """Return ``in Mar 2025``, ``in the week of 3 Mar 2025`` or ``on 3 Mar 2025``."""
    return f"{'on' if by == 'day' else 'in'} {period_in_words(period, by)}"


def counted(number: Any, one: str, more: str = "") -> str:
    """Return ``1 entry`` or ``1,234 entries``."""
    many = more or (f"{one[:-1]}ies" if one.endswith("y") and one[-2] not in "aeiou" else f"{one}s")
    return f"{int(number):,} {one if number == 1 else many}"


def percent(share: float) -> str:
    """Return a share as ``40 %``."""
    return f"{share:.0%}".replace("%", " %")


def listed(parts: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1] if parts else "")))


def family_names() -> dict[str, str]:
    """Return the name of every family by its label."""
    return {row.label: row.name for row in load_taxonomy().families}


def pattern_names() -> dict[str, str]:
    """Return the name of every pattern by its label."""
    return {row.label: row.name for row in load_taxonomy().patterns}


def noun(trigger: str) -> str:
    """Return a trigger as it stands in a list, such as "being left"."""
    return load_phrases().nouns[trigger]


def undated(entries: pd.DataFrame) -> str:
    """Return a sentence about entries without a day, or ""."""
    count = int(analysed(entries)["day"].isna().sum())
    return f" {counted(count, 'entry')} without a date {'is' if count == 1 else 'are'} left out." if count else ""
