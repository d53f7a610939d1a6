"""Folders of Markdown and text: Obsidian, Logseq, jrnl's folder, plain files."""

from datetime import UTC, date, datetime

import pytest

from analyzer.readers import read, recognise
from analyzer.readers.note_files import name_date

MAY_1 = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-05-01.md", MAY_1), ("20240501.md", MAY_1), ("2024_05_01.md", MAY_1), ("2024.05.01.md", MAY_1),
        ("2024-05-01 Sunday at mum's.md", MAY_1), ("May 1, 2024.md", MAY_1), ("1 May 2024.md", MAY_1),
        ("1st May 2024 - tired.txt", MAY_1), ("Wednesday, May 1, 2024.md", MAY_1), ("Journal 2024-05-01.md", MAY_1),
        ("journal_2024_05_01.md", MAY_1), ("May_1_2024.md", MAY_1), ("2024-05-01T21-40.md", MAY_1),
        ("2024-05-01_2140 evening.md", MAY_1), ("20240501-2140.md", MAY_1), ("2024/05/01.txt", MAY_1),
        ("Daily/2024/05/01.txt", MAY_1), ("13-05-2024.md", date(2024, 5, 13)), ("05-13-2024.md", date(2024, 5, 13)),
        ("01-05-2024.md", None), ("2024-W05.md", None), ("2024-05.md", None), ("2024.md", None),

        ("2024-13-01.md", None),
        ("Thoughts.md", None), ("Recipe 12 34.md", None), ("2024/05/notes.md", None), ("7 habits.md", None),
    ],
)  # fmt: skip
def test_the_day_in_a_file_name(name, day):
    assert name_date(name) == day


@pytest.mark.parametrize(
    ("matter", "when", "tags"),
    [
        pytest.param("date: 2024-05-02", date(2024, 5, 2), (), id="day"),
        pytest.param("date: 2024-05-02T21:40:00Z", datetime(2024, 5, 2, 21, 40, tzinfo=UTC), (), id="aware time"),
        pytest.param("date: 2024-05-02 21:40", datetime(2024, 5, 2, 21, 40), (), id="local time"),
        pytest.param("Date: May 2, 2024", date(2024, 5, 2), (), id="words"),
        pytest.param('date: "[[2024-05-02]]"', date(2024, 5, 2), (), id="link"),
        pytest.param("date: 2024-13-45", MAY_1, (), id="no such day: the name's"),
        pytest.param("created: 2024-06-02", MAY_1, (), id="the name stands before the file's making"),
        pytest.param("tags: [mum, work]", MAY_1, ("mum", "work"), id="tags in a list"),
        pytest.param("tags:\n  - mum\n  - '#work'", MAY_1, ("mum", "work"), id="tags on lines"),
        pytest.param("tags: mum, work", MAY_1, ("mum", "work"), id="tags in a text"),
        pytest.param("mood: [broken", MAY_1, (), id="broken front matter"),
        pytest.param("x: !!python/object/apply:os.system ['true']", MAY_1, (), id="nothing is run"),
        pytest.param("", MAY_1, (), id="empty front matter"),
    ],
)
def test_front_matter(entries, matter, when, tags):
    [entry] = entries("2024-05-01.md", f"---\n{matter}\n---\nI slept.\n")
    assert (entry.text, entry.date, entry.tags) == ("I slept.", when, tags)


def test_the_day_of_making_stands_in_where_there_is_no_other(entries):
    [entry] = entries("Thoughts.md", "---\ncreated: 2024-05-01 09:00\ntitle: On mum\n---\nI slept.\n")
    assert (entry.date, entry.title) == (datetime(2024, 5, 1, 9, 0), "On mum")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param(
            "Saw [[Sam Miller|Sam]] and [[People/Kim]] at [[Home#Kitchen]].", "Saw Sam and Kim at Home.", id="links"
        ),
        pytest.param("Before ![[photo.png]] ![x](y.png) after", "Before   after", id="embeds"),
        pytest.param("One %%not this%% two\n%%\nnor\nthis\n%%", "One  two", id="comments"),
        pytest.param("One <!-- no --> two", "One  two", id="HTML comments"),
        pytest.param("- [ ] call mum\n- [x] sleep", "call mum\nsleep", id="tasks"),
        pytest.param("> [!note] A dream\n> I fell.", "A dream\nI fell.", id="callout"),
        pytest.param("mood:: low\nI slept.\n- energy:: 3", "I slept.", id="inline fields"),
        pytest.param("I slept [sleep:: 4] well.", "I slept  well.", id="inline field in brackets"),
        pytest.param("I slept.\n```dataview\nLIST\n```\nWell.", "I slept.\nWell.", id="query"),
        pytest.param("I was ==so== tired ^a1b2", "I was so tired", id="highlight and block id"),
        pytest.param("<% tp.date.now() %>\nI slept.", "I slept.", id="template"),
        pytest.param("<< [[2024-04-30]] | [[2024-05-02]] >>\nI slept.", "I slept.", id="links to the days around"),
        pytest.param("# 2024-05-01\n\nI slept.", "I slept.", id="the day as heading"),
        pytest.param("# Wednesday, May 1, 2024\nI slept.", "I slept.", id="the day in words as heading"),
        pytest.param("# Tired\nI slept.", "Tired\nI slept.", id="another heading stays"),
        pytest.param(
            "At https://a.org/#top I read C# and #1.", "At https://a.org/#top I read C# and #1.", id="no tags"
        ),
    ],
)
def test_nothing_of_obsidian_is_in_the_text(entries, written, words):
    [entry] = entries("2024-05-01.md", written)
    assert " ".join(entry.text.split(" ")) == words


def test_tags_in_a_sentence_stay_as_words_and_a_line_of_tags_goes(entries):
    [entry] = entries("2024-05-01.md", "So #tired of #work/boss today.\n\n#journal #daily-note\n")
    assert entry.text == "So tired of work/boss today."
    assert entry.tags == ("tired", "work/boss", "journal", "daily-note")


def test_a_text_file_stays_as_written(entries):
    [entry] = entries("2024-05-01.txt", "So *tired* #today\n    indented 2 * 3\n\n- said no\n")
    assert entry.text == "So *tired* #today\n    indented 2 * 3\n\n- said no"


def test_a_folder_is_read_in_the_order_of_its_paths(write, tmp_path):
    write("v/b/2024-05-02.md", "Two.")
    write("v/2024-05-01.md", "One.")
    write("v/.obsidian/app.json", "{}")
    write("v/.trash/2023-01-01.md", "Gone.")
    write("v/.DS_Store", b"\0")
    write("v/photo.png", b"\x89PNG")
    write("v/board.canvas", "{}")
    assert recognise(tmp_path / "v") == "markdown_folder"
    assert [(e.id, e.text, e.day and e.day.day) for e in read(tmp_path / "v")] == [
        ("2024-05-01.md", "One.", 1),
        ("b/2024-05-02.md", "Two.", 2),
    ]


def test_a_file_of_several_days_in_a_folder(write, tmp_path):
    write("v/May.md", "## 2024-05-01\nOne.\n\n## 2024-05-02 Mum's\nTwo.\n")
    assert [(e.id, e.text, e.date) for e in read(tmp_path / "v")] == [
        ("May.md:1", "One.", date(2024, 5, 1)),
        ("May.md:4", "Mum's\nTwo.", date(2024, 5, 2)),
    ]


def test_names_of_the_whole_folder_decide_the_order(write, tmp_path):
    write("v/01-05-2024.md", "One.")
    write("v/13-05-2024.md", "Two.")
    assert [e.date for e in read(tmp_path / "v")] == [date(2024, 5, 1), date(2024, 5, 13)]


def test_a_folder_of_jrnl(write, tmp_path):
    write("j/2024/05/01.txt", "[2024-05-01 09:30] One. More.\n\n[2024-05-01 21:40] Two.\n")
    assert [(e.text, e.date) for e in read(tmp_path / "j")] == [
        ("One. More.", datetime(2024, 5, 1, 9, 30)),
        ("Two.", datetime(2024, 5, 1, 21, 40)),
    ]


def test_a_file_that_is_no_text_is_named_and_the_rest_read(write, tmp_path):
    write("v/2024-05-01.md", b"\xff\xd8\xff\xe0" + bytes(range(200)))
    write("v/2024-05-02.md", "Two.")
    first, second = read(tmp_path / "v")
    assert (first.text, first.problem) == ("", "2024-05-01.md holds JPEG image data")
    assert second.text == "Two."


def test_a_zipped_vault(write_zip):
    path = write_zip("Vault.zip", {"Vault/2024-05-01.md": "One.", "Vault/.obsidian/x.md": "No.", "Vault/a.png": "x"})
    [entry] = read(path)
    assert (entry.id, entry.place, entry.date) == ("Vault/2024-05-01.md", "Vault.zip: Vault/2024-05-01.md", MAY_1)


LOGSEQ = """title:: May 1st, 2024
- I slept #badly
  collapsed:: true
  id:: 64a0b0c1-1111-2222-3333-444455556666
\t- She called [[Sam]]
- TODO call mum
  :LOGBOOK:
  CLOCK: [2024-05-01 Wed 21:40]
  :END:
- {{query (todo TODO)}}
- See ((64a0b0c1-1111-2222-3333-444455556666)) again
- DONE [#A] slept
  SCHEDULED: <2024-05-01 Wed>
-
"""


def test_logseq(write, tmp_path):
    write("graph/journals/2024_05_01.md", LOGSEQ)
    write("graph/pages/Sam.md", "A page is no journal.")
    write("graph/logseq/config.edn", "{}")
    assert recognise(tmp_path / "graph") == "logseq"
    [entry] = read(tmp_path / "graph")
    assert entry.text == "I slept badly\nShe called Sam\ncall mum\nSee  again\nslept"
    assert (entry.date, entry.tags, entry.source) == (MAY_1, ("badly",), "logseq")


def test_a_tag_in_brackets_is_a_tag_and_an_anchor_is_none(entries):
    [entry] = entries("a.md", "So tired (#work) of [it](#top).")
    assert (entry.text, entry.tags) == ("So tired (work) of it.", ("work",))
