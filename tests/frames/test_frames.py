"""Two tables with a written schema, also when empty."""

from datetime import UTC, date, datetime

import pandas as pd
import pyarrow.parquet as pq
import pytest

from analyzer.frames import (
    check,
    entries_frame,
    entries_schema,
    findings_frame,
    findings_schema,
    read_frames,
    write_frames,
)
from analyzer.messages import AnalyzerError

FRAMES = [
    pytest.param(entries_frame, entries_schema, id="entries"),
    pytest.param(findings_frame, findings_schema, id="findings"),
]

# Fields of each entry; the rest of it is that of ``make_reflection``.
ODD_JOURNALS = [
    pytest.param([], id="an empty journal"),
    pytest.param([{"id": "a"}], id="one entry"),
    pytest.param([{"id": f"u{n}", "date": None} for n in range(3)], id="undated entries"),
    pytest.param(
        [{"id": f"d{n}", "date": datetime(2025, 3, 2, n, 30)} for n in range(10)], id="ten entries on one day"
    ),
    pytest.param([{"id": "n", "patterns": (), "triggers": ()}], id="nothing found"),
]


@pytest.mark.parametrize(("make", "schema"), FRAMES)
@pytest.mark.parametrize("count", [0, 2], ids=["empty", "filled"])
def test_a_frame_has_its_schema(make, schema, count, make_reflection, skipped_reflection):
    frame = make([make_reflection(), skipped_reflection()][:count])
    assert list(frame.columns) == [column.name for column in schema()]
    check(frame, schema())


@pytest.mark.parametrize("journal", ODD_JOURNALS)
def test_an_odd_journal_has_both_tables_in_memory_and_on_disk(journal, make_reflection, tmp_path):
    reflections = [make_reflection(**fields) for fields in journal]
    write_frames([reflections], tmp_path)
    made = entries_frame(reflections), findings_frame(reflections)
    for frame, again, schema in zip(made, read_frames(tmp_path), (entries_schema(), findings_schema()), strict=True):
        assert list(frame.columns) == [column.name for column in schema]
        check(frame, schema)
        pd.testing.assert_frame_equal(again, frame)
    assert list(made[0]["id"]) == [fields["id"] for fields in journal]
    assert len(made[1]) == sum(len(r.patterns) + len(r.triggers) for r in reflections)


@pytest.mark.parametrize(("make", "schema"), FRAMES)
def test_every_column_says_what_it_means(make, schema):
    assert all(column.meaning for column in schema())


def test_an_entry_is_a_row(make_reflection):
    row = entries_frame([make_reflection(date=datetime(2025, 3, 2, 23, 30, tzinfo=UTC))]).iloc[0]
    assert row["day"] == pd.Timestamp(2025, 3, 2)
    assert (row["date"], row["hour"]) == ("2025-03-02T23:30:00+00:00", 23)
    assert (row["feeling_hurt"], row["feelings_present"]) == (0.75, "hurt")
    assert (row["n_patterns"], row["n_triggers"], row["match"]) == (1, 1, "higher")


def test_a_finding_is_a_row_in_the_order_of_the_text(make_reflection):
    frame = findings_frame([make_reflection()])
    assert list(frame["kind"]) == ["trigger", "pattern"]
    assert list(frame["label"]) == ["anger", "shutdown"]
    assert list(frame["quote"]) == ["She snapped at me", "I went quiet"]
    assert frame["who"].isna().tolist() == [False, True]
    assert frame["agent"].isna().tolist() == [True, False]


@pytest.mark.parametrize("column", ["date", "day", "hour"])
def test_an_unknown_date_is_missing(make_reflection, column):
    assert entries_frame([make_reflection(date=None)])[column].isna().all()


def test_a_day_without_a_time_has_no_hour(make_reflection):
    assert entries_frame([make_reflection(date=date(2025, 3, 2))])["hour"].isna().all()


@pytest.mark.parametrize("column", ["feeling_anger", "topic_love", "intensity", "severity"])
def test_what_was_not_analysed_is_missing_and_not_zero(skipped_reflection, column):
    assert entries_frame([skipped_reflection()])[column].isna().all()


def test_the_findings_answer_a_query(make_reflection):
    mine = findings_frame([make_reflection()]).query("label == 'shutdown' and agent == 'self' and status == 'done'")
    assert mine.groupby(mine.day.dt.month).size().to_dict() == {3: 1}


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(lambda f: f.drop(columns="quote"), "missing: quote; make it", id="missing"),
        pytest.param(lambda f: f.assign(mood=1), "not known: mood; make it", id="too many"),
        pytest.param(lambda f: f.astype({"start": "float64"}), "type: start is float64, not int64", id="type"),
    ],
)
def test_a_wrong_frame_is_answered_with_the_difference(make_reflection, spoil, message):
    with pytest.raises(AnalyzerError, match=message):
        check(spoil(findings_frame([make_reflection()])), findings_schema())


def test_the_frames_come_back_from_disk(tmp_path, make_reflection, skipped_reflection):
    parts = [[make_reflection(id="a"), skipped_reflection()], [make_reflection(id="b", date=None)]]
    write_frames(parts, tmp_path)
    entries, findings = read_frames(tmp_path)
    together = [reflection for part in parts for reflection in part]
    pd.testing.assert_frame_equal(entries, entries_frame(together))
    pd.testing.assert_frame_equal(findings, findings_frame(together))


def test_no_entries_give_two_empty_tables_of_the_schema(tmp_path):
    write_frames([], tmp_path)
    entries, findings = read_frames(tmp_path)
    assert (len(entries), len(findings)) == (0, 0)


def test_a_table_on_disk_says_what_its_columns_mean(tmp_path):
    write_frames([], tmp_path)
    field = pq.read_schema(tmp_path / "entries.parquet").field("intensity")
    assert field.metadata[b"unit"] == b"0 to 3"


def test_a_missing_table_is_told(tmp_path):
    with pytest.raises(AnalyzerError, match=r"entries.parquet is missing: make it by analyze PATH -o"):
        read_frames(tmp_path)
