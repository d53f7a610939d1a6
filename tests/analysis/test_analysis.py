"""The public way: a path or entries in, tables and reflections out."""

from dataclasses import replace

import pytest

import analyzer
from analyzer.analysis import read_all
from analyzer.readers import ReadOptions


@pytest.fixture
def analysis(fake_reflect, make_entries):
    return analyzer.analyze(make_entries(3), people={"Sam": "partner"})


@pytest.mark.parametrize("name", sorted(set(analyzer.__all__) - {"load"}))  # ``load`` needs the models
def test_a_public_name_is_there(name):
    assert getattr(analyzer, name)


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="has no attribute 'diagnose'"):
        _ = analyzer.diagnose


def test_both_tables_are_of_the_whole_journal(analysis):
    assert list(analysis.entries.id) == ["e0", "e1", "e2"]
    assert len(analysis.findings) == 6


def test_a_reflection_is_had_by_its_id(analysis):
    assert analysis["e1"].patterns[0].quote == "I went quiet"


def test_an_unknown_id_is_told(analysis):
    with pytest.raises(analyzer.AnalyzerError, match="no entry has the id 'e9': the ids are in analysis.entries.id"):
        analysis["e9"]


def test_it_shows_itself_in_one_line(analysis):
    assert repr(analysis) == "<Analysis: 3 entries, 2025-01-01 to 2025-01-03, 6 findings>"


def test_an_empty_journal_shows_itself_too(fake_reflect):
    assert repr(analyzer.analyze([])) == "<Analysis: 0 entries, 0 findings>"


def test_it_counts_itself(analysis):
    assert analysis.summary().entries == len(analysis) == len(list(analysis)) == 3


def test_people_reach_the_pipeline(analysis, fake_reflect):
    assert fake_reflect.people == {"Sam": "partner"}


def test_entries_that_could_not_be_made_out_are_named(fake_reflect, make_entries):
    good, bad = make_entries(2)
    bad = replace(bad, text="", place="Journal.json, entry 2", problem="it holds no object")
    (left,) = analyzer.analyze([good, bad]).left_out
    assert (left.place, left.why) == ("Journal.json, entry 2", "it holds no object")


def test_a_path_is_read(fake_reflect, tmp_path):
    path = tmp_path / "journal.jsonl"
    path.write_text('{"id": "a", "text": "I went quiet."}\n')
    assert analyzer.analyze(path)["a"].text == "I went quiet."


def test_ids_are_unique_over_several_paths(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text('{"id": "same", "text": "x"}\n')
    entries = read_all([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], ReadOptions())
    assert [entry.id for entry in entries] == ["same", "same#2"]


def test_a_mistake_in_the_last_path_is_told_before_the_first_is_read(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "x"}\n')
    with pytest.raises(analyzer.AnalyzerError, match="no such file or folder"):
        read_all([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], ReadOptions())
