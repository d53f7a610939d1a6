"""Reads dates as people and apps write them; what cannot be read for certain is None, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = "|".join(
    (
        r"(?P<y1>\d{4})(?P<s1>[-/._])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)",
        r"(?P<y2>(?:19|20)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?!\d)",
        r"(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<y3>\d{4}|(?<=[/.])\d{2})(?!\d)",
        MONTH.format("n1")
        + r"[ -]?"
        + _DAY.format("d3")
        + r"(?!\d)(?:,? *"
        + _WEEKDAY
        + r")?,?[ -]*(?P<y4>\d{4})(?!\d)",
        _DAY.format("d4") + r"(?: of)?[ -]?" + MONTH.format("n2") + r",?[ -]?(?P<y5>\d{4})(?!\d)",
        r"(?P<y6>\d{4})[ -]" + MONTH.format("n3") + r"[ -]" + _DAY.format("d5") + r"(?!\d)",
    )
)
_DATE = re.compile(rf"(?:(?P<w1>{_WEEKDAY}),?(?: the)? *)?(?:{_FORMS})(?:,? *\(?(?P<w2>{_WEEKDAY})\)?)?", re.IGNORECASE)
_YEARLESS = re.compile(
    rf"(?:(?P<w1>{_WEEKDAY}),?(?: the)? *)?"
    + rf"(?:{MONTH.format('n1')}[ -]?{_DAY.format('d1')}(?!\d)|{_DAY.format('d2')}(?: of)?[ -]?{MONTH.format('n2')})"
    + rf"(?:,? *\(?(?P<w2>{_WEEKDAY})\)?)?",
    re.IGNORECASE,
)
LEAP_YEAR = 2000
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?:[:.h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?)?(?: ?(?P<half>[ap])\.? ?m\b\.?)?(?!\d)",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"(?P<h>[0-2]\d)(?P<m>[0-5]\d)(?P<s>[0-5]\d)?(?:\.\d+)?(?P<half>)(?!\d)")
_ZONE = re.compile(r" ?(?:(?P<utc>Z\b|UTC\b|GMT\b(?![+-]))|(?:UTC|GMT)?(?P<sign>[+-])(?P<zh>\d\d):?(?P<zm>\d\d)(?!\d))")
_ZONE_NAME = re.compile(r" (?:[A-Z]{2,5}(?:[+-]\d{1,2})?)\b")
_JOIN = re.compile(r"(?:T(?=\d)|,? at |,? @ ?| ?[-–—|/] ?(?=\d{1,2}:\d\d)|[, ]+)", re.IGNORECASE)
_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Found:
    """A date at the start of a line.

    Attributes:
        day: The day, or None where the order of day and month is open, or no such day exists.
        numbers: First number, second number and year of a form such as 05/01/2024, else None.
        clock: Time of day.
        zone: The offset written behind the time.
        weekday: 0 for Monday, where one is written.
        end: Offset in characters behind the date and time.
    """

    day: date | None
    numbers: tuple[int, int, int] | None
    clock: time | None
    zone: timezone | None
    weekday: int | None
    end: int

    def value(self, day_first: bool | None = None) -> datetime | date | None:
        """The date, with the order of open numbers as told; None where it stays open."""
        day = self.day
        if day is None and self.numbers and day_first is not None:
            first, second, year = self.numbers
            day = _day(year, second, first) if day_first else _day(year, first, second)
        if day is None or self.clock is None:
            return day
        return datetime.combine(day, self.clock, self.zone)


def find_date(text: str) -> Found | None:
    """Find a date, with weekday and time if written, at the very start of a text."""
    text = text[:120].translate(_SPACES)
    match = _DATE.match(text)
    if match is None:
        return None
    day, numbers = _day_of(match)
    weekday = match["w1"] or match["w2"]
    clock, zone, end = _clock_after(text, match.end(), compact=match["y2"] is not None)
    number = _WEEKDAYS.index(weekday[:3].lower()) if weekday else None
    if day is None and numbers and number is not None:
        day = _by_weekday(numbers, number)
    return Found(day, numbers, clock, zone, number, end)


def find_yearless(text: str) -> Found | None:
    """Find a day whose year is not written, such as ``Monday, March 2``, at the very start of a text.

    The day comes in ``LEAP_YEAR``: the caller has to put the right year in its place.
    """
    text = text[:120].translate(_SPACES)
    match = _YEARLESS.match(text)
    if match is None:
        return None
    day = _day(LEAP_YEAR, month_number(match["n1"] or match["n2"]), int(match["d1"] or match["d2"]))
    if day is None:
        return None
    weekday = match["w1"] or match["w2"]
    number = _WEEKDAYS.index(weekday[:3].lower()) if weekday else None
    clock, zone, end = _clock_after(text, match.end(), compact=False)
    return Found(day, None, clock, zone, number, end)


def month_number(name: str) -> int:
    """Return the number of a month from its name or its first three letters."""
    return _MONTHS[name.lower()]


def parse_date(value: Any, day_first: bool | None = None) -> datetime | date | None:
    """Read a whole value as a date: text in any usual writing, or seconds or milliseconds since 1970.

    A value with an offset gives an aware time, one with a time alone a naive one, else a day.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int) and abs(value) > 1e15:
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and re.fullmatch(r"\s*\d{9,14}(\.\d+)?\s*", value)):
        return _since_1970(float(value)) if not re.fullmatch(r"(19|20)\d{6}", str(value)) else parse_date(str(value))
    if not isinstance(value, str):
        return None
    text = value.strip().strip("\"'").translate(_SPACES)
    found = find_date(text)
    if found is None or not re.fullmatch(r"\s*(\[[\w/]+\]|\([\w ]+\))?[\s.,;:]*", text[found.end :]):
        return None
    return found.value(day_first)


def parse_time(value: str) -> time | None:
    """Read a time of day alone, such as ``18:52`` or ``10:04 AM``."""
    text = value.strip().translate(_SPACES)
    match = _TIME.match(text)
    if match is None or match.end() != len(text) or (match["m"] is None and match["half"] is None):
        return None
    return _clock(match)


def decide_day_first(dates: Iterable[Found]) -> bool | None:
    """Decide from all dates of a file, in file order, whether the day comes before the month.

    A date that can be read one way only decides; else the one order in which three or more dates run
    steadily up or down. None where both orders or neither would do.
    """
    first = second = False
    by_day, by_month = _Run(), _Run()
    for found in dates:
        if found.numbers is None:
            continue
        a, b, year = found.numbers
        if found.day and a != b:
            first, second = first or found.day.day == a, second or found.day.day == b
        by_day.add((year, b, a))
        by_month.add((year, a, b))
    if first or second:
        return None if first and second else first
    return None if by_day.holds() == by_month.holds() else by_day.holds()


class _Run:
    """Do dates run up or down without a turn?"""

    def __init__(self) -> None:
        self._last: tuple[int, int, int] | None = None
        self._up = self._down = True
        self._steps = 0

    def add(self, day: tuple[int, int, int]) -> None:
        if self._last is not None and day != self._last:
            self._up, self._down = self._up and day > self._last, self._down and day < self._last
            self._steps += 1
        self._last = day

    def holds(self) -> bool:
        return self._steps >= 2 and (self._up or self._down)


def local(moment: datetime, zone: str) -> datetime:
    """Return an aware moment in an IANA zone; in UTC where the zone is unknown or empty."""
    try:
        return moment.astimezone(ZoneInfo(zone.replace("\\/", "/")))
    except (ValueError, OSError, LookupError):
        return moment.astimezone(UTC)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1500 <= year <= 2200 else None
    except ValueError:
        return None


def _day_of(match: re.Match[str]) -> tuple[date | None, tuple[int, int, int] | None]:
    group = match.groupdict()
    for number in "12":
        if group["y" + number]:
            return _day(int(group["y" + number]), int(group["m" + number]), int(group["d" + number])), None
    for year, month, day in (("y4", "n1", "d3"), ("y5", "n2", "d4"), ("y6", "n3", "d5")):
        if group[year]:
            return _day(int(group[year]), _MONTHS[group[month].lower()], int(group[day])), None
    a, b, year_number = int(group["a"]), int(group["b"]), int(group["y3"])
    if year_number < 100:
        year_number += 2000 if year_number < 69 else 1900  # as POSIX reads years of two digits
    if group["s2"] == "." and b <= 12:
        return _day(year_number, b, a), None  # with dots the day comes first in every locale that uses them
    readings = {day for day in (_day(year_number, b, a), _day(year_number, a, b)) if day}
    open_numbers = (a, b, year_number) if readings else None
    return (readings.pop() if len(readings) == 1 else None), open_numbers


def _by_weekday(numbers: tuple[int, int, int], weekday: int) -> date | None:
    a, b, year = numbers
    fitting = {day for day in (_day(year, b, a), _day(year, a, b)) if day and day.weekday() == weekday}
    return fitting.pop() if len(fitting) == 1 else None


def _clock_after(text: str, end: int, *, compact: bool) -> tuple[time | None, timezone | None, int]:
    join = _JOIN.match(text, end)
    if join is None:
        return None, None, end
    match = (_COMPACT_TIME.match(text, join.end()) if compact else None) or _TIME.match(text, join.end())
    if match is None or (match["m"] is None and match["half"] is None):
        return None, None, end
    clock = _clock(match)
    if clock is None:
        return None, None, end
    zone = _ZONE.match(text, match.end())
    if zone is None:
        named = _ZONE_NAME.match(text, match.end())
        # An abbreviation such as CEST names no one zone: the time stays the writer's local time.
        return clock, None, named.end() if named and not text[named.end() :].strip() else match.end()
    if zone["utc"]:
        return clock, UTC, zone.end()
    offset = timedelta(hours=int(zone["zh"]), minutes=int(zone["zm"]))
    if offset >= timedelta(hours=24):
        return clock, None, match.end()
    return clock, timezone(-offset if zone["sign"] == "-" else offset), zone.end()


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, second = int(match["h"]), int(match["m"] or 0), int(match["s"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return time(hour, minute, second) if hour < 24 else None


def _since_1970(number: float) -> datetime | None:
    seconds = number / 1000 if abs(number) > 1e11 else number
    if not 1e8 < seconds < 7e9:
        return None
    return datetime.fromtimestamp(seconds, UTC)
