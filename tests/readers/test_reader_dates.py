"""Dates as people and apps write them; what is open stays None."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest

from analyzer.readers.dates import Found, decide_day_first, find_date, parse_date, parse_time

MAY_1 = date(2024, 5, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-01", "2024/05/01", "2024.05.01", "2024_05_01", "20240501", "2024-5-1", "May 1, 2024", "May 1 2024",
        "may 1st, 2024", "1 May 2024", "1st of May 2024", "01-May-2024", "2024 May 1", "Wednesday, May 1, 2024",
        "Wed 1 May 2024", "Wednesday, the 1st of May 2024", "May 1 Wednesday 2024", "2024-05-01 (Wed)",
        "2024-05-01, Wednesday", "01.05.2024", "1.5.24", " 2024-05-01 ", "Sept. 1, 2024",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_writing(written):
    assert parse_date(written) == (date(2024, 9, 1) if "Sept" in written else MAY_1)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        pytest.param("2024-05-01T21:40:00Z", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="Z is UTC"),
        pytest.param("2024-05-01T21:40:00.123456789Z", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="long fraction"),
        pytest.param(
            "2024-05-01T21:40:00+02:00",
            datetime(2024, 5, 1, 21, 40, tzinfo=timezone(timedelta(hours=2))),
            id="offset",
        ),
        pytest.param(
            "2024-05-01 21:40:00 -0730",
            datetime(2024, 5, 1, 21, 40, tzinfo=timezone(-timedelta(hours=7, minutes=30))),
            id="offset without colon",
        ),
        pytest.param("20240501T214000Z", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="compact"),
        pytest.param("2024-05-01 21:40", datetime(2024, 5, 1, 21, 40), id="no zone is local"),
        pytest.param("May 1, 2024 at 9:40 PM", datetime(2024, 5, 1, 21, 40), id="12 hours"),
        pytest.param("May 1, 2024, 12:05\u202fa.m.", datetime(2024, 5, 1, 0, 5), id="midnight, narrow space"),
        pytest.param("1 May 2024 at 21:40:00 CEST", datetime(2024, 5, 1, 21, 40), id="abbreviated zone stays local"),
        pytest.param("Wed May 01 2024 21:40:00 GMT+0200 (CEST)",
                     datetime(2024, 5, 1, 21, 40, tzinfo=timezone(timedelta(hours=2))), id="JavaScript"),
        pytest.param(1714599600, datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="seconds since 1970"),
        pytest.param("1714599600000", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="milliseconds since 1970"),
    ],
)  # fmt: skip
def test_a_time_is_aware_exactly_where_its_offset_is_written(written, moment):
    read = parse_date(written)
    assert read == moment
    assert isinstance(read, datetime)
    assert read.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "written",
    ["", "soon", "May", "May 2024", "May 1", "2024", "2024-05", "2024-W05", "2024-13-01", "2024-02-30", "31/02/2024",
     "12:30", "yesterday", "2024-05-01 was hard", None, True, 5, 3.2, [], {}, "99999999"],
)  # fmt: skip
def test_what_is_no_whole_date_is_none(written):
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "day_first", "expected"),
    [
        pytest.param("05/01/2024", None, None, id="open"),
        pytest.param("05/01/2024", True, date(2024, 1, 5), id="day first"),
        pytest.param("05/01/2024", False, MAY_1, id="month first"),
        pytest.param("13/05/2024", None, date(2024, 5, 13), id="one reading only"),
        pytest.param("05/13/2024", True, date(2024, 5, 13), id="one reading only, against what was told"),
        pytest.param("05/05/2024", None, date(2024, 5, 5), id="both readings alike"),
        pytest.param("Wednesday 01/05/2024", None, MAY_1, id="the weekday decides"),
        pytest.param("01-05-2024", None, None, id="dashes are open too"),
    ],
)
def test_an_open_order_of_day_and_month_is_never_guessed(written, day_first, expected):
    assert parse_date(written, day_first) == expected


@pytest.mark.parametrize(
    ("written", "day_first"),
    [
        pytest.param(["01/05/2024", "13/05/2024"], True, id="a number over 12 first"),
        pytest.param(["05/01/2024", "05/13/2024"], False, id="a number over 12 second"),
        pytest.param(["13/05/2024", "05/13/2024"], None, id="both"),
        pytest.param(["10/01/2024", "02/02/2024", "11/02/2024"], True, id="steady only with the day first"),
        pytest.param(["01/05/2024", "02/05/2024", "03/05/2024"], None, id="steady both ways"),
        pytest.param(["01/05/2024"], None, id="one date"),
        pytest.param(["Wed 01/05/2024", "02/05/2024"], True, id="a weekday"),
        pytest.param([], None, id="none"),
    ],
)
def test_the_file_as_a_whole_decides_the_order(written, day_first):
    found: list[Found] = [item for item in map(find_date, written) if item]
    assert decide_day_first(found) is day_first


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("18:52", time(18, 52)), ("10:04 AM", time(10, 4)), ("10:04\u202fpm", time(22, 4)), ("9 pm", time(21)),
        ("10:04 p. m.", time(22, 4)), ("07.30", time(7, 30)), ("25:00", None), ("5", None), ("noon", None), ("", None),
        ("13:00 pm", None),
    ],
)  # fmt: skip
def test_a_time_of_day(written: str, expected: Any):
    assert parse_time(written) == expected


def test_an_old_diary_keeps_its_days():
    assert parse_date("1660-01-11") == date(1660, 1, 11)
