"""JSON Lines and JSON lists."""

import io
import json
from datetime import UTC, date, datetime

import pytest

from analyzer.readers import ReadOptions, read, recognise


def lines(*items):
    return "\n".join(json.dumps(item) if isinstance(item, dict) else item for item in items) + "\n"


def test_text_id_date_title_and_tags(entries):
    first, second = entries(
        "a.jsonl",
        lines(
            {"id": 7, "text": "One.", "date": "2024-05-01T21:40:00Z", "title": "Mum", "tags": ["a", "#b"]},
            {"text": "Two.", "date": "2024-05-02"},
        ),
    )
    assert (first.id, first.text, first.title, first.tags) == ("7", "One.", "Mum", ("a", "b"))
    assert first.date == datetime(2024, 5, 1, 21, 40, tzinfo=UTC)
    assert (second.id, second.date, second.place) == ("a.jsonl:2", date(2024, 5, 2), "a.jsonl, line 2")


@pytest.mark.parametrize(
    "text",
    [
        "# A *day* ",
        "  two\n\n\nlines\r\n",
        "[[x]] #tag @sam",
        "😢 \u200b",
        "<br>&amp;",
        "\\. x",
        "",
        "\u2028 \x0b \x85",
    ],
)
@pytest.mark.parametrize("as_list", [False, True], ids=["lines", "list"])
def test_text_stays_as_given(entries, text, as_list):
    [entry] = entries("a.json", [{"text": text}] if as_list else lines({"text": text}))
    assert entry.text == text


def test_half_a_character_keeps_the_length(entries):
    [entry] = entries("a.jsonl", '{"text": "so \\ud83d sad"}\n')
    assert entry.text == "so \ufffd sad"


def test_a_broken_line_does_not_stop_the_journal(entries):
    read_ = entries(
        "a.jsonl", lines({"text": "One."}, '{"text": "Tw', "[1]", {"text": 3}, {"words": 1}, "", {"text": "Six."})
    )
    assert [(entry.text, entry.problem) for entry in read_] == [
        ("One.", ""),
        ("", "a.jsonl, line 2: broken JSON"),
        ("", "a.jsonl, line 3 is no JSON object"),
        ("", "a.jsonl, line 4: its text is no text"),
        ("", "a.jsonl, line 5 has no text"),
        ("Six.", ""),
    ]


def test_ids_are_kept_and_a_second_use_is_told_apart(entries):
    read_ = entries("a.jsonl", lines(*({"id": name, "text": "x"} for name in ["a", "a", "a#2", "a", "b"])))
    assert [entry.id for entry in read_] == ["a", "a#2", "a#2#2", "a#3", "b"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param('{"text": "One."}\n{"text": "Two."}\n', "json_lines", id="lines"),
        pytest.param('{"text": "One."', "json", id="an object cut off"),
        pytest.param('{"text": "One.", "id": 1}', "json_lines", id="one line"),
        pytest.param('{"broken": \n{"text": "Two."}\n', "json_lines", id="a broken first line"),
        pytest.param('[{"text": "One."}]', "json", id="list"),
        pytest.param('[\n  {\n    "content": "One."\n  }\n]', "json", id="list on many lines"),
        pytest.param('{\n  "text": "One."\n}', "json", id="one object on many lines"),
        pytest.param('{"entries": [{"text": "One.", "date": "2024-05-01"}]}', "json", id="list in an object"),
        pytest.param('{"id": 1, "text": "' + "x" * 200_000 + '"}', "json_lines", id="one long line"),
    ],
)
def test_recognised_by_content(write, content, name):
    assert recognise(write("journal", content)) == name


def test_a_list(entries):
    read_ = entries("a.json", [{"text": "One.", "date": "2024-05-01"}, 3, {"body": "Three."}])
    assert [(entry.text, entry.problem) for entry in read_] == [
        ("One.", ""), ("", "a.json, entry 2 is no JSON object"), ("Three.", ""),
    ]  # fmt: skip


def test_entries_before_a_broken_place_in_a_list_are_read(entries):
    read_ = entries("a.json", '[{"text": "One."}, {"text": "Two."}, {"text": oops}, {"text": "Four."}]')
    assert [(entry.text, entry.problem) for entry in read_] == [
        ("One.", ""), ("Two.", ""), ("", "a.json: broken JSON after entry 2"),
    ]  # fmt: skip


def test_a_key_may_be_named(entries):
    [entry, _] = entries("a.jsonl", lines({"words": "One.", "note": "x"}, {"words": "Two."}), text_column="words")
    assert entry.text == "One."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_encodings(entries, encoding):
    [entry] = entries("a.jsonl", '{"text": "Café “so”"}\n'.encode(encoding))
    assert entry.text == "Café “so”"


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        pytest.param('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."], id="JSON Lines"),
        pytest.param('[{"text": "One."}]', ["One."], id="JSON"),
        pytest.param("date,text\n2024-05-01,One.\n", ["One."], id="CSV"),
        pytest.param("2024-05-01\nOne.\n\n2024-05-02\nTwo.\n", ["One.", "Two."], id="dated text"),
        pytest.param("[2024-05-01 09:30] One.\n", ["One."], id="jrnl"),
        pytest.param("I slept.\n" + "Again. " * 20_000, None, id="a long plain text"),
    ],
)
def test_standard_input(monkeypatch, given, texts):
    class Input:
        buffer = io.BytesIO(given.encode())

    monkeypatch.setattr("sys.stdin", Input)
    read_ = [entry.text for entry in read("-", options=ReadOptions())]
    assert read_ == (texts or [given.strip()])


def test_json_lines_are_streamed(write):
    path = write("a.jsonl", lines(*({"text": f"Entry {number}."} for number in range(20_000)), "{broken"))
    stream = read(path)
    assert next(stream).text == "Entry 0."
    assert sum(1 for _ in stream) == 20_000
