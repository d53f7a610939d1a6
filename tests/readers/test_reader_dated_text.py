"""One text with date headings."""

from datetime import date, datetime

import pytest

from analyzer.readers import recognise

ONE, TWO = date(2024, 5, 1), date(2024, 5, 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("2024-05-01", "2024-05-02", id="ISO, as OhLife writes"),
        pytest.param("# 2024-05-01", "# 2024-05-02", id="markdown heading"),
        pytest.param("### Wednesday, 1 May 2024 ###", "### Thursday, 2 May 2024 ###", id="closed heading"),
        pytest.param("**May 1, 2024**", "**May 2, 2024**", id="bold"),
        pytest.param("May 1, 2024", "May 2, 2024", id="month first"),
        pytest.param("1 May 2024", "2 May 2024", id="day first"),
        pytest.param("1 May 2024\n==========", "2 May 2024\n==========", id="underlined, as Momento writes"),
        pytest.param("Wednesday, May 1st, 2024", "Thursday, May 2nd, 2024", id="weekday"),
        pytest.param("May 1 Wednesday 2024", "May 2 Thursday 2024", id="weekday inside"),
        pytest.param("Date: 2024-05-01", "Date: 2024-05-02", id="label"),
        pytest.param("2024-05-01:", "2024-05-02:", id="colon"),
        pytest.param("[[2024-05-01]]", "[[2024-05-02]]", id="link"),
        pytest.param("--- 2024-05-01 ---", "--- 2024-05-02 ---", id="between dashes"),
        pytest.param("Wed 01/05/2024", "Thu 02/05/2024", id="slashes that the weekday decides"),
    ],
)
def test_headings_in_many_writings(entries, write, first, second):
    text = f"{first}\n\nI slept.\nBadly.\n\nThen I ran.\n\n{second}\nBetter.\n"
    assert recognise(write("diary.txt", text)) == "dated_text"
    read_ = entries("diary.txt", text)
    assert [(entry.text, entry.date) for entry in read_] == [
        ("I slept.\nBadly.\n\nThen I ran.", ONE),
        ("Better.", TWO),
    ]
    assert len({entry.id for entry in read_}) == 2


@pytest.mark.parametrize(
    ("heading", "when", "text", "title"),
    [
        pytest.param("2024-05-01 21:40", datetime(2024, 5, 1, 21, 40), "I slept.", "", id="time"),
        pytest.param("May 1, 2024 at 9:40 PM", datetime(2024, 5, 1, 21, 40), "I slept.", "", id="12 hours"),
        pytest.param("2024-05-01 - Hard day", ONE, "Hard day\nI slept.", "Hard day", id="title behind a hyphen"),
        pytest.param("2024-05-01 — Hard day", ONE, "Hard day\nI slept.", "Hard day", id="title behind a dash"),
        pytest.param("2024-05-01: Hard day", ONE, "Hard day\nI slept.", "Hard day", id="title behind a colon"),
        pytest.param("## 2024-05-01 Hard day", ONE, "Hard day\nI slept.", "Hard day", id="title in a heading"),
        pytest.param("May 1 Wednesday 2024 / Hard day", ONE, "Hard day\nI slept.", "", id="text, as Daygram writes"),
    ],
)
def test_what_stands_behind_the_date(entries, heading, when, text, title):
    [entry] = entries("diary.txt", f"{heading}\nI slept.\n")
    assert (entry.date, entry.text, entry.title) == (when, text, title)


@pytest.mark.parametrize(
    "line",
    [
        "May 1, 2024 was the worst day.", "On 2024-05-01 we moved.", "2024-05-01, the day we moved.",
        "2024 was hard", "May was hard", "12/05/2024 - dentist", "5 May be fine",
    ],
)  # fmt: skip
def test_a_date_in_a_sentence_is_no_heading(entries, line):
    [entry] = entries("diary.txt", f"2024-06-01\n\nI thought:\n{line}\nSo it was.\n")
    assert entry.text == f"I thought:\n{line}\nSo it was."


@pytest.mark.parametrize(
    ("dates", "options", "expected"),
    [
        pytest.param(["01/05/2024", "13/05/2024"], {}, [ONE, date(2024, 5, 13)], id="a number over 12 decides"),
        pytest.param(["05/01/2024", "05/13/2024"], {}, [ONE, date(2024, 5, 13)], id="month first"),
        pytest.param(["01/05/2024", "02/05/2024"], {}, [None, None], id="open: no date"),
        pytest.param(["01/05/2024", "02/05/2024"], {"day_first": True}, [ONE, TWO], id="open, told day first"),
        pytest.param(["05/01/2024", "05/02/2024"], {"day_first": False}, [ONE, TWO], id="open, told month first"),
        pytest.param(["2024-13-01", "2024-05-02"], {}, [None, TWO], id="no such day"),
    ],
)
def test_the_order_of_day_and_month(entries, dates, options, expected):
    text = "\n\n".join(f"{day}\n\nWords of a day." for day in dates)
    read_ = entries("diary.txt", f"{text}\n", **options)
    assert [entry.date for entry in read_] == expected
    assert all(entry.text == "Words of a day." for entry in read_)


MOMENTO = """1 May 2024
==========

09:30
I slept badly.
With: Sam
At: Home
Tags: tired, sleep
Media: abc.jpg

21:40
Then we talked: at last.

2 May 2024
==========

07:00
Better.
"""


def test_several_moments_of_a_day_and_the_apps_labels(entries):
    read_ = entries("momento.txt", MOMENTO)
    assert [(entry.text, entry.date) for entry in read_] == [
        ("I slept badly.", datetime(2024, 5, 1, 9, 30)),
        ("Then we talked: at last.", datetime(2024, 5, 1, 21, 40)),
        ("Better.", datetime(2024, 5, 2, 7, 0)),
    ]
    assert read_[0].tags == ("tired", "sleep")


def test_day_ones_plain_text(entries):
    text = (
        "\tDate:\t1 May 2024 at 21:40:00 CEST\n\tWeather:\t12°C Clear\n\tLocation:\tHome\n\nI slept.\n\n"
        "\tDate:\t2 May 2024 at 07:00:00 CEST\n\nBetter.\n"
    )
    assert [(entry.text, entry.date) for entry in entries("Journal.txt", text)] == [
        ("I slept.", datetime(2024, 5, 1, 21, 40)),
        ("Better.", datetime(2024, 5, 2, 7, 0)),
    ]


def test_years_and_months_above_the_days_are_no_text(entries):
    text = "# 2024\n\n## May\n\n### 2024-05-01 21:40 Slept badly.\n\nThen *she* called.\n\n### 2024-05-02 07:00 Fine.\n"
    assert [(entry.text, entry.day) for entry in entries("export.md", text)] == [
        ("Slept badly.\n\nThen she called.", ONE),
        ("Fine.", TWO),
    ]


def test_two_entries_of_one_day_have_two_ids(entries):
    first, second = entries("diary.txt", "2024-05-01\nOne.\n\n2024-05-01\nTwo.\n")
    assert first.id != second.id
    assert first.date == second.date == ONE


@pytest.mark.parametrize(
    ("before", "texts"),
    [
        pytest.param("My diary\n========\n\n", ["One.", "Two."], id="a title is no entry"),
        pytest.param(
            "I found this.\nIt is old.\n\n", ["I found this.\nIt is old.", "One.", "Two."], id="words are one"
        ),
    ],
)
def test_what_stands_before_the_first_date(entries, before, texts):
    read_ = entries("diary.txt", f"{before}2024-05-01\nOne.\n\n2024-05-02\nTwo.\n")
    assert [entry.text for entry in read_] == texts


@pytest.mark.parametrize(
    ("name", "text", "when"),
    [
        pytest.param("Thoughts.txt", "I slept.\n\nAgain.\n", None, id="no date"),
        pytest.param("2024-05-01.txt", "I slept.\n\nAgain.\n", ONE, id="date in the name"),
    ],
)
def test_a_text_without_headings_is_one_entry(entries, write, name, text, when):
    assert recognise(write(name, text)) == "plain_text"
    [entry] = entries(name, text)
    assert (entry.text, entry.date, entry.source) == ("I slept.\n\nAgain.", when, "plain_text")
