"""Carries the year to days written without one, where a line before them names it. A year is never guessed."""

import re
from datetime import date

from analyzer.readers.dates import MONTH, Found, month_number

_BOOK = r"(?:(?:my|the|our|a) +)?(?:diary|journal|notebook|log|year)"
_LINE = re.compile(
    r"\s*(?P<mark>#{1,6}\s+)?(?:\*\*|__|[=~—–-]{2,}\s*)?"
    + rf"(?:{_BOOK}(?:\s*[,:—–-]|\s+(?:of|for|from))?\s+)?"
    + rf"(?:{MONTH.format('before')},?\s+)?(?P<year>(?:1[5-9]|20)\d\d)(?:\s+{MONTH.format('after')})?"
    + rf"(?:\s*[,:—–-]?\s+{_BOOK})?"
    + r"\s*(?:\*\*|__|[=~—–-]{2,}|#+|:)?\s*",
    re.IGNORECASE,
)
# A day further away than this from the one before it lies nearer in another year.
_HALF_A_YEAR = 183


def year_line(line: str) -> tuple[int, int | None, bool] | None:
    """Read a line that names a year and no more than a month besides: year, month, whether it is a Markdown heading."""
    match = _LINE.fullmatch(line) if len(line) < 80 else None
    if match is None or (match["before"] and match["after"]):
        return None
    month = match["before"] or match["after"]
    return int(match["year"]), month_number(month) if month else None, bool(match["mark"])


class Years:
    """The year that holds at a line of a text, as the lines before it tell."""

    def __init__(self) -> None:
        self._year: int | None = None
        # The year stands alone above its days, so that it is that of all of them.
        self._whole = False
        # The day of the last heading, or the first of the month that a line names.
        self._last: date | None = None
        self._last_heading: date | None = None
        # Whether the headings so far went on in time, and whether they went back.
        self._up = self._down = False
        self._doubted = False

    @property
    def known(self) -> bool:
        """Whether a line has named a year."""
        return self._year is not None

    def name(self, year: int, month: int | None = None) -> None:
        """Take a year, and a month, that a line names."""
        self._year, self._whole, self._doubted = year, month is None, False
        self._last = date(year, month, 1) if month else None

    def see(self, found: Found) -> None:
        """Take a heading with its year; one whose day is open leaves the year open too."""
        self._whole = self._doubted = False
        if found.day is None:
            self._year = self._last = self._last_heading = None
        else:
            self._step(found.day)

    def settle(self, found: Found) -> date | None:
        """Return the day of a heading without a year, None where the year is not certain.

        From December to January the year turns over. A weekday has to agree. Without one a day far from the one before
        it may be of the year before or after: neither it nor those behind it are settled, until a year is named or a
        weekday agrees.
        """
        if self._year is None or found.day is None:
            return None
        turns = self._last is not None and (self._last.month, found.day.month) == (12, 1)
        turns = turns and (self._up or not self._down)
        try:
            day = found.day.replace(year=self._year + turns)
        except ValueError:  # 29 February: another year is meant
            self._doubted = True
            return None
        if found.weekday is None:
            certain = not self._doubted and (turns or self._within_reach(day))
        else:
            certain = day.weekday() == found.weekday
        self._doubted = not certain
        if not certain:
            return None
        self._whole = self._whole and not turns
        self._step(day)
        return day

    def _within_reach(self, day: date) -> bool:
        if self._last is None or abs((day - self._last).days) <= _HALF_A_YEAR:
            return True
        if day > self._last:
            return not self._down and (self._up or self._whole)
        return self._down and not self._up

    def _step(self, day: date) -> None:
        if self._last_heading is not None:
            self._up = self._up or day > self._last_heading
            self._down = self._down or day < self._last_heading
        self._year, self._last, self._last_heading = day.year, day, day
