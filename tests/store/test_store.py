"""A run is kept part by part, goes on where it stopped, and is for its owner alone."""

import json
import os
import stat
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from analyzer.messages import AnalyzerError
from analyzer.store import PART_ENTRIES, Store, aside, fingerprint, from_row, to_row


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "out", "0.1.0", "a mark")


def fill(store, fake_reflect, entries):
    store.prepare()
    return list(store.through(iter(entries), fake_reflect))


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(None, id="no date"),
        pytest.param(date(2025, 3, 2), id="a day"),
        pytest.param(datetime(2025, 3, 2, 21, 40), id="a naive time"),
        pytest.param(datetime(2025, 3, 2, tzinfo=UTC), id="midnight in UTC"),
        pytest.param(datetime(2025, 3, 2, 21, 40, 5, 7, timezone(timedelta(hours=-7))), id="a time elsewhere"),
    ],
)
def test_a_reflection_comes_back_whole(make_reflection, when):
    reflection = make_reflection(date=when)
    assert from_row(to_row(reflection, include_text=True)) == reflection


def test_a_skipped_reflection_comes_back_from_disk(store, make_reflection, skipped_reflection):
    given = [make_reflection(id="a"), skipped_reflection("not English")]
    store = Store(store.folder, "0.1.0", "a mark", include_text=True)
    store.prepare()
    list(store.through([None, None], lambda entries: (entries, given)[1]))
    assert list(store.parts()) == [given]


def test_the_text_is_kept_only_on_request(make_reflection):
    assert to_row(make_reflection())["text"] == ""


def test_entries_are_kept_in_parts(store, fake_reflect, make_entries):
    reflections = fill(store, fake_reflect, make_entries(PART_ENTRIES + 1))
    assert [len(part) for part in store.parts()] == [PART_ENTRIES, 1]
    assert [r.id for part in store.parts() for r in part] == [r.id for r in reflections]


def test_a_part_is_on_disk_before_its_reflections_are_handed_on(store, fake_reflect, make_entries):
    store.prepare()
    stream = store.through(make_entries(PART_ENTRIES), fake_reflect)
    next(stream)
    assert [len(part) for part in store.parts()] == [PART_ENTRIES]


def test_a_stopped_run_goes_on_where_it_stopped(store, fake_reflect, make_entries):
    entries = make_entries(PART_ENTRIES + 5)
    store.prepare()
    stream = store.through(iter(entries), fake_reflect)
    for _ in range(PART_ENTRIES):
        next(stream)
    stream.close()
    fake_reflect.asked.clear()
    assert store.prepare() == PART_ENTRIES
    again = list(store.through(iter(entries), fake_reflect))
    assert [r.id for r in again] == [entry.id for entry in entries]
    assert fake_reflect.asked == [entry.id for entry in entries[PART_ENTRIES:]]


def test_a_whole_run_is_not_analysed_again(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    fake_reflect.asked.clear()
    assert len(fill(store, fake_reflect, make_entries(3))) == 3
    assert fake_reflect.asked == []


def test_another_run_in_the_folder_is_refused(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    with pytest.raises(AnalyzerError, match="holds another run .* choose another -o, or give --overwrite"):
        Store(store.folder, "0.1.0", "another mark").prepare()


def test_another_run_is_replaced_on_request(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    assert Store(store.folder, "0.1.0", "another mark").prepare(overwrite=True) == 0
    assert list(store.parts()) == []


def test_a_folder_with_foreign_files_is_refused_even_to_overwrite(store):
    store.folder.mkdir()
    (store.folder / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(AnalyzerError, match="holds other files: choose a new or empty folder"):
        store.prepare(overwrite=True)


def test_overwriting_removes_only_what_a_run_wrote(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    (store.folder / "mine.txt").write_text("kept")
    Store(store.folder, "0.1.0", "another mark").prepare(overwrite=True)
    assert (store.folder / "mine.txt").read_text() == "kept"


def test_a_file_in_the_folders_place_is_refused(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(AnalyzerError, match="is a file: give the name of a folder"):
        Store(tmp_path / "out", "0.1.0", "a mark").prepare()


def test_a_damaged_part_is_told(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    (store.folder / "parts/part-00000.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(AnalyzerError, match=r"part-00000.parquet is damaged: give --overwrite"):
        store.prepare()


def test_a_part_that_is_gone_is_told(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(PART_ENTRIES + 1))
    (store.folder / "parts/part-00000.parquet").unlink()
    with pytest.raises(AnalyzerError, match="is damaged: give --overwrite"):
        store.prepare()


def test_only_the_owner_can_read_what_is_written(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    written = [store.folder, *store.folder.rglob("*")]
    assert not [path for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_run_json_says_what_the_run_is_and_holds_no_words(store, fake_reflect, make_entries):
    fill(store, fake_reflect, make_entries(3))
    store.finish({"entries": 3})
    content = json.loads((store.folder / "run.json").read_text())
    assert content == {
        "format": 2, "version": "0.1.0", "include_text": False, "fingerprint": "a mark", "complete": True, "entries": 3,
    }  # fmt: skip


def test_nothing_half_written_stays(tmp_path):
    with pytest.raises(KeyboardInterrupt), aside(tmp_path / "table") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_replaced_stays_whole_when_the_new_one_fails(tmp_path):
    (tmp_path / "table").write_bytes(b"old")
    with pytest.raises(AnalyzerError, match="cannot be written: No space left"), aside(tmp_path / "table") as file:
        file.write(b"half")
        raise OSError(28, os.strerror(28))
    assert (tmp_path / "table").read_bytes() == b"old"


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "journal.txt"
    path.write_text("one")
    os.utime(path, (1, 1))
    return path


def test_the_same_run_has_the_same_fingerprint(journal):
    assert fingerprint([journal], {"people": {}}, "1") == fingerprint([journal], {"people": {}}, "1")


@pytest.mark.parametrize(
    ("change", "options", "version"),
    [
        pytest.param(lambda path: path.write_text("two entries"), {}, "1", id="another size"),
        pytest.param(lambda path: os.utime(path, (2, 2)), {}, "1", id="another time of change"),
        pytest.param(lambda path: None, {"people": {"Sam": "partner"}}, "1", id="another option"),
        pytest.param(lambda path: None, {}, "2", id="another version"),
    ],
)
def test_whatever_changes_the_findings_changes_the_fingerprint(journal, change, options, version):
    before = fingerprint([journal], {}, "1")
    change(journal)
    assert fingerprint([journal], options, version) != before


def test_a_new_note_in_a_folder_changes_the_fingerprint(journal):
    before = fingerprint([journal.parent], {}, "1")
    (journal.parent / "new.md").write_text("x")
    assert fingerprint([journal.parent], {}, "1") != before


def test_standard_input_is_never_the_same_run():
    assert fingerprint(["-"], {}, "1") != fingerprint(["-"], {}, "1")
