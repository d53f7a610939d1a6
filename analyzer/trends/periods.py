"""Time, and people, cut into periods; those without an entry are kept, so that silence stays visible."""

import pandas as pd

from analyzer.frames import HOUR
from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends.schema import BYS, WEEKDAYS, By
from analyzer.trends.select import NO_PERSON, analysed, triggers

_STEP = {"day": "D", "week": "W-MON", "month": "MS"}


def spread(entries: pd.DataFrame, findings: pd.DataFrame, by: By) -> pd.DataFrame:
    """Return ``entry`` and ``period`` of every analysed entry that has one.

    An entry without a day is in no period, one without a time in no hour. By person, an entry belongs to everyone
    who set something off in it, so to none or several.

    Raises:
        AnalyzerError: ``by`` is none of ``BYS``.
    """
    if by not in BYS:
        raise AnalyzerError(f"by={by!r} is no period: give one of {', '.join(BYS)}")
    base = analysed(entries)
    if by == "person":
        people = triggers(findings)[["entry", "who"]].drop_duplicates()
        people = people[people["entry"].isin(base["id"]) & ~people["who"].isin(NO_PERSON)]
        return people.rename(columns={"who": "period"})
    frame = pd.DataFrame({"entry": base["id"], "period": base["hour"] if by == "hour" else first_day(base["day"], by)})
    return frame.dropna(subset="period")


def first_day(day: pd.Series, by: By) -> pd.Series:
    """Return the first day of each day's period, or the name of its weekday."""
    start: pd.Series = day
    if by == "weekday":
        start = day.dt.day_of_week.map(dict(enumerate(WEEKDAYS))).astype("string")
    elif by == "week":
        start = day - pd.to_timedelta(day.dt.day_of_week, unit="D")
    elif by == "month":
        start = day - pd.to_timedelta(day.dt.day - 1, unit="D")
    return start


def all_periods(spread_out: pd.DataFrame, by: By) -> pd.Index:
    """Return every period in order: from the first to the last with an entry, all weekdays, all hours, all people.

    No entries give no period.
    """
    given: pd.Index = pd.Index(spread_out["period"], name="period")
    if by == "weekday" and len(given):
        return pd.Index(WEEKDAYS, dtype="string", name="period")
    if by == "hour" and len(given):
        return pd.Index(range(24), dtype=HOUR, name="period")
    if by == "person":
        present = set(given)
        return pd.Index([who for who in load_taxonomy().sources if who in present], dtype="string", name="period")
    if len(given):
        given = pd.date_range(given.min(), given.max(), freq=_STEP[by], name="period", unit="ms")
    return given
