"""Day One: every entry, on the writer's own day, without the app's marks."""

import json
from datetime import date, datetime

import pytest

from analyzer.readers import read, recognise


def export(*items):
    return {"metadata": {"version": "1.0"}, "entries": list(items)}


def item(**values):
    return {"uuid": "0A" * 16, "creationDate": "2024-05-01T21:40:00Z", "timeZone": "Europe/Berlin", **values}


@pytest.mark.parametrize(
    ("values", "day"),
    [
        pytest.param({"timeZone": "Europe\\/Berlin", "creationDate": "2024-05-01T22:30:00Z"}, "2024-05-02", id="east"),
        pytest.param(
            {"timeZone": "America/Los_Angeles", "creationDate": "2024-05-02T03:00:00Z"}, "2024-05-01", id="west"
        ),
        pytest.param(
            {"timeZone": "Pacific/Auckland", "creationDate": "2024-05-01T12:30:00Z"}, "2024-05-02", id="far east"
        ),
        pytest.param({"timeZone": "Nowhere/Land"}, "2024-05-01", id="an unknown zone stays UTC"),
        pytest.param({"timeZone": None}, "2024-05-01", id="no zone stays UTC"),
        pytest.param({"timeZone": "../../etc/passwd"}, "2024-05-01", id="a path is no zone"),
    ],
)
def test_the_day_is_that_of_the_entrys_own_zone(entries, values, day):
    [entry] = entries("Journal.json", export(item(text="Hello.", **values)))
    assert entry.day == date.fromisoformat(day)
    assert isinstance(entry.date, datetime)
    assert entry.date.tzinfo is not None


def test_an_entry_for_all_day_has_a_day_and_no_time(entries):
    [entry] = entries("Journal.json", export(item(text="Hello.", isAllDay=True, creationDate="2024-05-01T22:30:00Z")))
    assert entry.date == date(2024, 5, 2)
    assert not isinstance(entry.date, datetime)


@pytest.mark.parametrize("created", ["long ago", None, 7, ""])
def test_an_unreadable_date_is_none_and_the_text_stays(entries, created):
    [entry] = entries("Journal.json", export(item(text="Hello.", creationDate=created)))
    assert (entry.date, entry.text) == (None, "Hello.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I was tired\\. Really\\! So\\-so\\.", "I was tired. Really! So-so.", id="escaped punctuation"),
        pytest.param("One\u200b two\n\u200b\nthree", "One two\n\nthree", id="zero width space"),
        pytest.param("Before\n\n![](dayone-moment://E0204DAE)\n\nafter", "Before\n\nafter", id="photo"),
        pytest.param("Before ![](dayone-moment:/video/AB12) after", "Before  after", id="video"),
        pytest.param("![](dayone-moment:/audio/AB12)\nWords", "Words", id="audio"),
        pytest.param("[a.pdf](dayone-moment:/pdfAttachment/AB)\nWords", "Words", id="pdf"),
        pytest.param(
            "See [that day](dayone://view?entryId=AB)", "See that day", id="a link to an entry keeps its words"
        ),
        pytest.param("# Sunday\nI *slept*.", "Sunday\nI slept.", id="markdown"),
        pytest.param("Line one\r\nline two", "Line one\nline two", id="line ends"),
    ],
)
def test_nothing_of_the_app_is_in_the_text(entries, text, words):
    [entry] = entries("Journal.json", export(item(text=text)))
    assert entry.text == words


def test_a_heading_is_the_title_and_stays_in_the_text(entries):
    with_heading, without = entries(
        "J.json", export(item(text="# A *hard* day\nI cried."), item(text="Dull day\nSlept."))
    )
    assert (with_heading.title, with_heading.text) == ("A hard day", "A hard day\nI cried.")
    assert (without.title, without.text) == ("", "Dull day\nSlept.")


def test_a_photo_alone_is_an_entry_without_text(entries):
    [entry] = entries("Journal.json", export(item(text="![](dayone-moment://AB)\n\n")))
    assert (entry.text, entry.problem) == ("", "")


@pytest.mark.parametrize("as_text", [True, False], ids=["JSON in a string", "object"])
def test_rich_text_stands_in_where_there_is_no_text(entries, as_text):
    rich = {"contents": [{"text": "Title\n", "attributes": {"line": {"header": 1}}}, {"embeddedObjects": []},
                         {"text": "I *was* tired.\n"}]}  # fmt: skip
    [entry] = entries("Journal.json", export(item(richText=json.dumps(rich) if as_text else rich)))
    assert (entry.text, entry.title) == ("Title\nI *was* tired.", "Title")


@pytest.mark.parametrize("rich", ["{broken", None, [], {"contents": None}, {"contents": [1]}])
def test_broken_rich_text_is_no_text(entries, rich):
    [entry] = entries("Journal.json", export(item(richText=rich)))
    assert (entry.text, entry.problem) == ("", "")


def test_ids_and_tags_are_those_of_the_export(entries):
    first, second, third = entries(
        "Journal.json", export(item(text="a", tags=["mum", "work"]), item(text="b"), {"text": "c", "timeZone": "UTC"})
    )
    assert (first.id, first.tags) == ("0A" * 16, ("mum", "work"))
    assert second.id == "0A" * 16 + "#2"
    assert third.id == "Journal.json:3"


def test_one_broken_entry_does_not_stop_the_journal(entries):
    read_ = entries(
        "Journal.json", export(item(text="one"), "what?", item(uuid="b", text=7), item(uuid="c", text="four"))
    )
    assert [entry.text for entry in read_] == ["one", "", "", "four"]
    assert [bool(entry.problem) for entry in read_] == [False, True, True, False]
    assert read_[1].place == "Journal.json, entry 2"


@pytest.mark.parametrize(
    ("cut", "problem"),
    [
        pytest.param(lambda whole: whole[:-20], "Journal.json: the JSON is cut off after entry 2", id="cut off"),
        pytest.param(
            lambda whole: whole.replace('"c"', "oops"), "Journal.json: broken JSON after entry 2", id="broken"
        ),
    ],
)
def test_entries_before_broken_json_are_read(entries, cut, problem):
    whole = json.dumps(export(*(item(uuid=name, text=f"entry {name}") for name in "abc")))
    read_ = entries("Journal.json", cut(whole))
    assert [entry.text for entry in read_] == ["entry a", "entry b", ""]
    assert read_[-1].problem == problem


def test_a_zip_holds_several_journals_and_their_photos(write_zip):
    path = write_zip(
        "Export.zip",
        {
            "Journal.json": json.dumps(export(item(text="Home."))),
            "Travel.json": json.dumps(export(item(uuid="B", text="Away."))),
            "photos/ab.jpeg": b"\xff\xd8\xff",
            "__MACOSX/._Journal.json": b"\0\5\x16\7",
            ".DS_Store": b"\0",
        },
    )
    assert recognise(path) == "day_one"
    assert [(e.text, e.place) for e in read(path)] == [
        ("Home.", "Export.zip: Journal.json, entry 1"),
        ("Away.", "Export.zip: Travel.json, entry 1"),
    ]


def test_an_unpacked_export_is_read_from_its_folder(write, tmp_path):
    write("out/Journal.json", export(item(text="Home.")))
    write("out/photos/ab.jpeg", b"\xff\xd8\xff")
    assert recognise(tmp_path / "out") == "day_one"
    assert [entry.text for entry in read(tmp_path / "out")] == ["Home."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_every_encoding_of_json(entries, encoding):
    text = json.dumps(export(item(text="Café — “so”")), ensure_ascii=False)
    [entry] = entries("Journal.json", text.encode(encoding))
    assert entry.text == "Café — “so”"


def test_an_export_without_entries_gives_none(entries):
    assert entries("Journal.json", export()) == []


def test_a_long_entry_comes_whole(entries):
    [entry] = entries("Journal.json", export(item(text="I slept badly again. " * 250_000)))
    assert len(entry.text) == 21 * 250_000 - 1
