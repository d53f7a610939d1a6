"""jrnl: its text files, its JSON, and what the program itself writes."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from analyzer.readers import read, recognise

JOURNAL = """[2024-05-01 21:40] Slept badly. Called @sam about it. *
He was kind.
[1] is no date.

[2024-05-02 07:00] Better.

Second paragraph, mail to sam@example.org.
"""


def test_a_journal(entries):
    first, second = entries("journal.txt", JOURNAL)
    assert first.text == "Slept badly. Called sam about it.\nHe was kind.\n[1] is no date."
    assert (first.date, first.tags, first.source) == (datetime(2024, 5, 1, 21, 40), ("sam",), "jrnl")
    assert second.text == "Better.\n\nSecond paragraph, mail to sam@example.org."
    assert second.tags == ()
    assert (first.place, second.place) == ("journal.txt, line 1", "journal.txt, line 5")


@pytest.mark.parametrize(
    ("header", "when"),
    [
        pytest.param("[2024-05-01 09:30]", datetime(2024, 5, 1, 9, 30), id="usual"),
        pytest.param("2024-05-01 09:30", datetime(2024, 5, 1, 9, 30), id="without brackets, as 1.9 wrote it"),
        pytest.param("[2024-05-01 09:30 PM]", datetime(2024, 5, 1, 21, 30), id="12 hours"),
        pytest.param("[01.05.2024 09:30]", datetime(2024, 5, 1, 9, 30), id="dots"),
        pytest.param("[13/05/2024 09:30]", datetime(2024, 5, 13, 9, 30), id="slashes that decide"),
        pytest.param("[05/01/2024 09:30]", None, id="slashes that do not"),
        pytest.param("[Wed 01 May 2024 09:30]", datetime(2024, 5, 1, 9, 30), id="names"),
        pytest.param("[2024-05-01]", date(2024, 5, 1), id="no time"),
    ],
)
def test_headers_in_the_users_own_date_format(entries, header, when):
    [entry] = entries("journal.txt", f"{header} A day. It rained.\nA lot.\n")
    assert (entry.text, entry.date, entry.source) == ("A day. It rained.\nA lot.", when, "jrnl")


def test_one_date_decides_for_the_journal(entries):
    first, second = entries("journal.txt", "[05/01/2024 09:30] One.\n\n[05/13/2024 09:30] Two.\n")
    assert (first.day, second.day) == (date(2024, 5, 1), date(2024, 5, 13))


def test_an_unreadable_date_is_none_and_the_text_stays(entries):
    read_ = entries("journal.txt", "[2024-05-01 09:30] One.\n\n[2024-13-45 09:30] Two.\n\n[2024-05-03 09:30] Three.\n")
    assert [(entry.text, entry.day and entry.day.day) for entry in read_] == [
        ("One.", 1),
        ("Two.", None),
        ("Three.", 3),
    ]


@pytest.mark.parametrize(
    "line",
    ["[1] note", "[2024] was fine", "[12:30] lunch", "[x] done", "[2024-04-30] is when it began",
     "[01/05/2024, 10:00:12] Sam: hi", "2024-04-30 10:00 is when it began"],
)  # fmt: skip
def test_a_line_of_the_body_is_no_header(entries, line):
    [entry] = entries("journal.txt", f"[2024-05-01 09:30] One.\n{line}\n")
    assert entry.text == f"One.\n{line}"


def test_json(entries):
    first, second, third = entries(
        "journal.json",
        {
            "tags": {"@sam": 1},
            "entries": [
                {"title": "Slept badly.", "body": "Called @sam.\n", "date": "2024-05-01", "time": "21:40",
                 "tags": ["@sam"], "starred": False},
                {"title": "Fine.", "body": "", "date": "2024-05-02", "time": "07:00", "tags": [], "starred": True},
                {"title": 7, "body": "x", "date": "2024-05-02", "time": "07:00", "tags": [], "starred": True},
            ],
        },
    )  # fmt: skip
    assert (first.text, first.date, first.tags) == ("Slept badly.\nCalled sam.", datetime(2024, 5, 1, 21, 40), ("sam",))
    assert (second.text, second.source) == ("Fine.", "jrnl_json")
    assert third.problem == "journal.json, entry 3: title or body is no text"


@pytest.fixture(scope="module")
def real_jrnl(tmp_path_factory: pytest.TempPathFactory):
    """Run the installed program on a journal of its own; the user's journal is never touched."""
    folder = tmp_path_factory.mktemp("jrnl")
    (folder / "jrnl.yaml").write_text(
        f"""journals: {{default: {{journal: {folder}/journal.txt}}}}
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %R'
version: v4.2
"""
    )

    def run(*arguments: str) -> str:
        program = Path(sys.executable).with_name("jrnl")
        command = [str(program), "--config-file", str(folder / "jrnl.yaml"), *arguments]
        environment = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, env=environment
        )
        return done.stdout

    run("2024-05-01 21:40: Slept badly. Then @sam called, and I cried.")
    run("2024-05-02 07:00: Better today. [1] I ran (see sam@example.org).")
    run("2024-05-02 at 9pm: *Happy! We talked.")
    return folder, run


@pytest.mark.slow
@pytest.mark.parametrize("export", ["journal", "text", "json", "markdown"])
def test_what_the_program_itself_writes(real_jrnl, export):
    folder, run = real_jrnl
    path = folder / "journal.txt"
    if export != "journal":
        path = folder / f"export.{'md' if export == 'markdown' else export}"
        run("-to", "2030-01-01", "--export", export, "--file", str(path))
    read_ = list(read(path))
    assert recognise(path) == {"json": "jrnl_json", "markdown": "dated_text"}.get(export, "jrnl")
    assert [entry.date for entry in read_] == [
        datetime(2024, 5, 1, 21, 40),
        datetime(2024, 5, 2, 7, 0),
        datetime(2024, 5, 2, 21, 0),
    ]
    sam = "@sam" if export == "markdown" else "sam"
    assert [" ".join(entry.text.split()) for entry in read_] == [
        f"Slept badly. Then {sam} called, and I cried.",
        "Better today. [1] I ran (see sam@example.org).",
        "Happy! We talked.",
    ]
