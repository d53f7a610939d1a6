"""Date headings without a year in one text: a line before them has to name it."""

from datetime import date, datetime

import pytest

from analyzer.readers import recognise

ONE, TWO = date(2024, 3, 2), date(2024, 3, 3)


def days(read_):
    return [entry.date for entry in read_]


def diary(*headings):
    return "\n\n".join(f"{heading}\n\nWords of a day." for heading in headings) + "\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Saturday, March 2", "Sunday, March 3", id="weekday and month first"),
        pytest.param("Sat 2 March", "Sun 3 March", id="weekday and day first"),
        pytest.param("March 2", "March 3", id="month first"),
        pytest.param("2 March", "3 March", id="day first"),
        pytest.param("2nd of March", "3rd of March", id="ordinal"),
        pytest.param("Mar. 2 (Sat)", "Mar. 3 (Sun)", id="short"),
        pytest.param("## March 2", "## March 3", id="markdown heading"),
        pytest.param("**March 2**", "**March 3**", id="bold"),
        pytest.param("March 2:", "March 3:", id="colon"),
        pytest.param("2 March\n=======", "3 March\n=======", id="underlined"),
    ],
)
def test_headings_in_many_writings(entries, write, first, second):
    text = f"2024\n\n{first}\n\nI slept.\n\nThen I ran.\n\n{second}\nBetter.\n"
    assert recognise(write("diary.txt", text)) == "dated_text"
    read_ = entries("diary.txt", text)
    assert [(entry.text, entry.date) for entry in read_] == [("I slept.\n\nThen I ran.", ONE), ("Better.", TWO)]


@pytest.mark.parametrize(
    "title",
    [
        "2024", "# 2024", "2024\n====", "March 2024", "# March 2024", "# 2024\n\n## March", "Diary 2024", "My diary, 2024",
        "# Journal of 2024", "2024 diary", "My diary\n2024", "**2024**",
    ],
)  # fmt: skip
def test_a_title_names_the_year_and_is_no_text(entries, title):
    read_ = entries("diary.txt", f"{title}\n\n{diary('March 2', 'March 3')}")
    assert [(entry.text, entry.date) for entry in read_] == [("Words of a day.", ONE), ("Words of a day.", TWO)]


@pytest.mark.parametrize(
    ("heading", "expected", "text", "title"),
    [
        pytest.param("March 3, 21:40", datetime(2024, 3, 3, 21, 40), "I slept.", "", id="time"),
        pytest.param("## March 3 - Hard day", TWO, "Hard day\nI slept.", "Hard day", id="title in a Markdown heading"),
    ],
)
def test_what_stands_behind_the_day(entries, heading, expected, text, title):
    _, entry = entries("diary.txt", f"2024\n\nMarch 2\n\nOne.\n\n{heading}\nI slept.\n")
    assert (entry.date, entry.text, entry.title) == (expected, text, title)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        pytest.param(["2024-03-02", "March 3"], [ONE, TWO], id="a full date"),
        pytest.param(["Saturday, March 2, 2024", "Sunday, March 3"], [ONE, TWO], id="a full date in words"),
        pytest.param(
            ["30 December 2024", "31 December", "1 January", "3 March"],
            [date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 3)],
            id="December to January turns it over",
        ),
        pytest.param(
            ["31 December 2024", "1 January", "31 January 2026", "1 February"],
            [date(2024, 12, 31), date(2025, 1, 1), date(2026, 1, 31), date(2026, 2, 1)],
            id="the last one named counts",
        ),
        pytest.param(
            ["3 March 2024", "2 March", "20 February"], [TWO, ONE, date(2024, 2, 20)], id="the newest day comes first"
        ),
        pytest.param(
            ["20 December 2024", "10 December", "5 January"],
            [date(2024, 12, 20), date(2024, 12, 10), date(2024, 1, 5)],
            id="nor does the year turn over where days go back",
        ),
        pytest.param(
            ["1 March 2024", "2 March", "1 December"], [date(2024, 3, 1), ONE, date(2024, 12, 1)], id="a long silence"
        ),
    ],
)
def test_the_year_carries_forward(entries, headings, expected):
    assert days(entries("diary.txt", diary(*headings))) == expected


def test_a_year_between_the_days_holds_from_there_and_is_no_text(entries):
    text = f"2023\n\n{diary('March 2', 'March 3')}\n2024\n\n{diary('March 2')}"
    read_ = entries("diary.txt", text)
    assert days(read_) == [date(2023, 3, 2), date(2023, 3, 3), ONE]
    assert {entry.text for entry in read_} == {"Words of a day."}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        pytest.param(["1 January 2024", "31 December"], [date(2024, 1, 1)], id="back over the new year, or a year on"),
        pytest.param(["20 November 2024", "3 February"], [date(2024, 11, 20)], id="back, or on over the new year"),
        pytest.param(
            ["20 November 2024", "3 February", "1 June"], [date(2024, 11, 20)], id="and none after one in doubt"
        ),
        pytest.param(
            ["2 March 2024", "Monday, March 3", "Monday, March 4"],
            [ONE, date(2024, 3, 4)],
            id="the weekday is another year's",
        ),
        pytest.param(
            ["1 March 2023", "2 March", "29 February"], [date(2023, 3, 1), date(2023, 3, 2)], id="no such day"
        ),
        pytest.param(["05/03/2024", "March 6", "March 7"], [None], id="behind a day that is open"),
    ],
)
def test_a_year_that_is_not_certain_begins_no_entry(entries, headings, expected):
    read_ = entries("diary.txt", diary(*headings))
    assert days(read_) == expected
    left = [heading for heading in headings if any(heading in entry.text for entry in read_)]
    assert len(left) == len(headings) - len(expected)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="nothing"),
        pytest.param("My diary\n\n", id="a title without one"),
        pytest.param("It was 2024 when I began.\n\n", id="a sentence"),
        pytest.param("Diary 2023-2024\n\n", id="two years"),
        pytest.param("I moved.\n\n2024\n\nwas better.\n\n", id="a year with words below it"),
    ],
)
def test_a_text_that_names_no_year_is_left_whole(entries, write, before):
    text = before + diary("Saturday, March 2", "Sunday, March 3")
    assert recognise(write("diary.txt", text)) == "plain_text"
    [entry] = entries("diary.txt", text)
    assert entry.date is None
    assert "Sunday, March 3" in entry.text


@pytest.mark.parametrize(
    "line",
    [
        "March 3 was the worst day.", "On March 3 we moved.", "March 3 - dentist", "March 3: dentist", "March 3", "March 3.",
        "5 May be fine", "March 3-5", "- March 3", "## March 3 – 5", "May 2",
    ],
)  # fmt: skip
def test_a_day_in_a_paragraph_is_no_heading(entries, line):
    text = f"2024\n\nMarch 2\n\nI thought:\n{line}\nSo it was.\n\nMarch 4\nWell.\n"
    first, second = entries("diary.txt", text)
    assert "So it was." in first.text
    assert days([first, second]) == [ONE, date(2024, 3, 4)]


def test_where_most_headings_name_their_year_a_day_without_one_is_text(entries):
    text = f"{diary('2024-03-01', '2024-03-02')}\nMarch 9\n\nis the exam.\n"
    read_ = entries("diary.txt", text)
    assert days(read_) == [date(2024, 3, 1), ONE]
    assert read_[1].text == "Words of a day.\n\nMarch 9\n\nis the exam."
