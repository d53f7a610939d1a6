"""A kept run is read without going on with it."""

import json

import pytest

from analyzer.messages import AnalyzerError
from analyzer.store import PART_ENTRIES, Store, open_run


@pytest.fixture
def keep(tmp_path, fake_reflect, make_entries):
    """Keep a run of as many entries as asked; return its folder."""

    def make(count, include_text=False):
        store = Store(tmp_path / "out", "0.1.0", "a mark", include_text)
        store.prepare()
        list(store.through(iter(make_entries(count)), fake_reflect))
        store.finish({"entries": count, "skipped": 0})
        return store.folder

    return make


def test_the_reflections_come_in_the_order_of_the_journal(keep):
    run = open_run(keep(PART_ENTRIES + 2))
    assert [reflection.id for reflection in run.reflections()] == [f"e{n}" for n in range(PART_ENTRIES + 2)]


def test_one_entry_is_found_by_its_id_in_a_later_part(keep):
    assert open_run(keep(PART_ENTRIES + 2)).reflection(f"e{PART_ENTRIES + 1}").id == f"e{PART_ENTRIES + 1}"


@pytest.mark.parametrize(("include_text", "text"), [(True, "She snapped at me. I went quiet."), (False, "")])
def test_the_text_is_there_where_it_was_kept(keep, include_text, text):
    run = open_run(keep(1, include_text))
    assert (run.include_text, run.reflection("e0").text) == (include_text, text)


def test_a_run_that_was_stopped_says_so(keep, tmp_path):
    folder = keep(1)
    assert open_run(folder).complete
    Store(folder, "0.1.0", "a mark").prepare()
    assert not open_run(folder).complete


def test_an_id_that_is_not_there_is_told_without_it(keep):
    with pytest.raises(AnalyzerError, match=r"has no entry with this id: analyzer entries .*out lists them"):
        open_run(keep(1)).reflection("what I wrote")


@pytest.mark.parametrize("content", [None, "no JSON", "[]", "{}"])
def test_a_folder_without_a_run_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "run.json").write_text(content)
    with pytest.raises(AnalyzerError, match="holds no run: make one by analyze PATH -o"):
        open_run(tmp_path)


def test_a_run_of_another_version_is_refused(keep):
    path = keep(1) / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 1}))
    with pytest.raises(AnalyzerError, match="was written by another version: run analyze PATH -o .* --overwrite"):
        open_run(path.parent)


def test_reading_changes_nothing(keep):
    folder = keep(3)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    list(open_run(folder).reflections())
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
