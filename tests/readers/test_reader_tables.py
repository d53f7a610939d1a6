"""CSV, TSV and Daylio."""

from datetime import UTC, date, datetime

import pytest

from analyzer.messages import AnalyzerError
from analyzer.readers import recognise

ONE = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", "date,text\n2024-05-01,I slept.\n", id="commas"),
        pytest.param("a.csv", "Date;Entry\n2024-05-01;I slept.\n", id="semicolons"),
        pytest.param("a.tsv", "created_at\tcontent\n2024-05-01\tI slept.\n", id="tabs"),
        pytest.param("a.csv", "\ufeffDate,Notes\r\n2024-05-01,I slept.\r\n", id="BOM and CRLF"),
        pytest.param("a.csv", "sep=;\nDate;Notes\n2024-05-01;I slept.\n", id="Excel's first line"),
        pytest.param("a.csv", '"Date","Journal Entry"\n"May 1, 2024","I slept."\n', id="quotes"),
        pytest.param("a.csv", "createdAt,body,mood\n2024-05-01,I slept.,3\n", id="another spelling"),
        pytest.param("a.txt", "date,text\n2024-05-01,I slept.\n", id="by content alone"),
        pytest.param("a.csv", "\n\ndate,text\n\n2024-05-01,I slept.\n\n", id="blank lines"),
    ],
)
def test_columns_are_found_by_name(entries, write, name, content):
    assert recognise(write(name, content)) == "csv"
    [entry] = entries(name, content)
    assert (entry.text, entry.date, entry.place) == ("I slept.", ONE, f"{name}, row 1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding(entries, encoding):
    [entry] = entries("a.csv", "date,text\n2024-05-01,Café – “so”\n".encode(encoding))
    assert entry.text == "Café – “so”"


def test_text_stays_as_in_the_cell(entries):
    [entry] = entries("a.csv", 'date,text\n2024-05-01,"  I ""slept"", *badly*.\n\n# Then <b>ran</b>."\n')
    assert entry.text == '  I "slept", *badly*.\n\n# Then <b>ran</b>.'


def test_id_title_and_tags(entries):
    first, second = entries("a.csv", "id,title,tags,text,date\n7,Mum,a; b,One.,2024-05-01\n,,,Two.,\n")
    assert (first.id, first.title, first.tags) == ("7", "Mum", ("a", "b"))
    assert (second.id, second.title, second.tags, second.date) == ("a.csv:2", "", (), None)


@pytest.mark.parametrize(
    ("header", "cells", "when"),
    [
        pytest.param("date,time", "2024-05-01,21:40", datetime(2024, 5, 1, 21, 40), id="date and time"),
        pytest.param("timestamp", "2024-05-01T21:40:00Z", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="timestamp"),
        pytest.param("time", "1714599600", datetime(2024, 5, 1, 21, 40, tzinfo=UTC), id="seconds since 1970"),
        pytest.param("date", "soon", None, id="unreadable"),
        pytest.param("date", "05/01/2024", None, id="open"),
    ],
)
def test_dates(entries, header, cells, when):
    [entry] = entries("a.csv", f"{header},text\n{cells},I slept.\n")
    assert entry.date == when


def test_the_column_decides_the_order_of_day_and_month(entries):
    first, second = entries("a.csv", "date,text\n01/05/2024,One.\n13/05/2024,Two.\n")
    assert (first.date, second.date) == (ONE, date(2024, 5, 13))


def test_columns_may_be_named(entries):
    [entry] = entries("a.csv", "words,on,note\nI slept.,2024-05-01,x\n", text_column="words", date_column="on")
    assert (entry.text, entry.date) == ("I slept.", ONE)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(
            {}, r"^a.csv has no column that looks like text; name one with --text-column: when, words$", id="none"
        ),
        pytest.param({"text_column": "txt"}, r"has no column 'txt' for --text-column; it has: when, words$", id="text"),
        pytest.param(
            {"text_column": "words", "date_column": "on"}, r"has no column 'on' for --date-column; it has:", id="date"
        ),
    ],
)
def test_a_column_that_is_not_there_is_refused(entries, options, message):
    with pytest.raises(AnalyzerError, match=message):
        entries("a.csv", "when,words\n2024-05-01,I slept.\n", **options)


def test_a_broken_row_does_not_stop_the_journal(entries):
    read_ = entries("a.csv", "date,text\n2024-05-01,One.\n2024-05-02,Two, or not\n2024-05-03\n2024-05-04,Four.\n")
    assert [(entry.text, entry.problem) for entry in read_] == [
        ("One.", ""),
        ("", "a.csv, row 2 has 3 cells where the header has 2"),
        ("", "a.csv, row 3 has fewer cells than the header"),
        ("Four.", ""),
    ]


def test_a_cell_of_five_megabytes(entries):
    [entry] = entries("a.csv", 'date,text\n2024-05-01,"' + "I slept.\n" * 600_000 + '"\n')
    assert len(entry.text) == 9 * 600_000 - 1


DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2024-05-02,2 May,Thursday,10:04 PM,good,"run | good meal","Better","I ran.<br>Then <b>slept</b> &amp; ""dreamt""."
2024-05-01,1 May,Mittwoch,07:30,bad,"","","I slept badly."
2024-05-01,1 May,Wednesday,07:00,bad,"work","",""
"""


@pytest.mark.parametrize("scales", [False, True], ids=["usual", "with scales"])
def test_daylio(entries, scales):
    text = DAYLIO
    if scales:
        lines = [
            line.replace("activities,", "activities,scales,") if "mood" in line else line for line in text.split("\n")
        ]
        text = (
            "\n".join(lines)
            .replace('good meal",', 'good meal",3,')
            .replace('bad,"",', 'bad,"",,')
            .replace('"work",', '"work",,')
        )
    first, second, third = entries("daylio_export.csv", text)
    assert first.text == 'Better\nI ran.\nThen slept & "dreamt".'
    assert (first.title, first.tags, first.date) == ("Better", ("run", "good meal"), datetime(2024, 5, 2, 22, 4))
    assert (second.text, second.tags, second.date) == ("I slept badly.", (), datetime(2024, 5, 1, 7, 30))
    assert (third.text, third.problem, third.source) == ("", "", "daylio")


@pytest.mark.parametrize("day", ["23 March", "March 23"])
def test_old_daylio(entries, day):
    content = f"\ufeffyear,date,weekday,time,mood,activities,note\n2018,{day},Friday,9:15 pm,rad,tea | run,I ran.\n"
    [entry] = entries("daylio.csv", content)
    assert (entry.text, entry.date, entry.source) == ("I ran.", datetime(2018, 3, 23, 21, 15), "daylio")
