"""How often and how strongly, by period: zero is not missing, and missing is not zero."""

from datetime import datetime

import pandas as pd
import pytest
from journals import act, entry, frames, trigger

from analyzer.trends import WEEKDAYS, intensity, rates

JOURNAL = frames(
    entry("a", "2025-01-06", trigger("anger"), act("shutdown"), act("shutdown", at=40), words=200, feelings=["fear"]),
    entry("b", "2025-01-20", words=300, intensity=3.0, severity=1.0),
    entry("c", "2025-03-03", trigger("distance", "parent"), act("shutdown", agent="other"), words=500),
    entry("d", None, act("shutdown"), words=900),
    entry("e", "2025-03-04", words=0, skipped="no text"),
)


def rows(table, label, agent=None):
    wanted = (table.label == label) & (table.agent.isna() if agent is None else (table.agent == agent))
    return table[wanted.fillna(False)].set_index("period")


def test_a_rate_is_count_by_entries_and_by_a_thousand_words():
    row = rows(rates(*JOURNAL), "shutdown", "self").loc["2025-01-01"]
    assert (row["count"], row.entries, row.words) == (2, 2, 500)
    assert (row.per_entry, row.per_1000_words) == (1.0, 4.0)


def test_a_period_with_entries_and_no_finding_is_zero():
    row = rows(rates(*JOURNAL), "shutdown", "self").loc["2025-03-01"]
    assert (row["count"], row.entries, row.per_entry) == (0, 1, 0.0)


def test_a_period_without_entries_is_missing_and_not_zero():
    row = rows(rates(*JOURNAL), "shutdown", "self").loc["2025-02-01"]
    assert row.entries == 0
    assert row[["count", "per_entry", "per_1000_words"]].isna().all()


def test_every_label_has_every_period_once():
    table = rates(*JOURNAL)
    assert len(table) == 3 * len(table[["kind", "label", "agent"]].drop_duplicates())
    assert not table.duplicated(["period", "kind", "label", "agent"]).any()


def test_triggers_and_feelings_have_no_agent():
    table = rates(*JOURNAL)
    assert rows(table, "anger").loc["2025-01-01", "count"] == 1
    assert rows(table, "fear").loc["2025-01-01", "count"] == 1
    assert set(table.kind) == {"pattern", "trigger", "feeling"}


@pytest.mark.parametrize("changes", [{"status": "urge"}, {"status": "resisted"}, {"when": "past"}])
def test_only_what_was_done_now_counts(changes):
    assert rates(*frames(entry("a", "2025-01-06", act("shutdown", **changes)))).empty


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        pytest.param("month", ["2025-01-01", "2025-02-01", "2025-03-01"], id="month"),
        pytest.param(
            "week", [f"{day:%Y-%m-%d}" for day in pd.date_range("2025-01-06", "2025-03-03", freq="7D")], id="week"
        ),
        pytest.param("day", [f"{day:%Y-%m-%d}" for day in pd.date_range("2025-01-06", "2025-03-03")], id="day"),
    ],
)
def test_periods_run_from_the_first_to_the_last_entry(by, periods):
    assert [f"{day:%Y-%m-%d}" for day in rates(*JOURNAL, by=by).period.drop_duplicates()] == periods


def test_a_sunday_belongs_to_the_week_of_the_monday_before():
    table = rates(*frames(entry("a", "2025-01-12", act("pause"))), by="week")
    assert list(table.period) == [pd.Timestamp("2025-01-06")]


def test_weekdays_run_from_monday_to_sunday():
    table = rates(*JOURNAL, by="weekday")
    assert tuple(table.period.drop_duplicates()) == WEEKDAYS
    assert rows(table, "anger").entries.to_dict() == dict.fromkeys(WEEKDAYS, 0) | {"Monday": 3}


def test_an_entry_without_a_time_has_no_hour():
    table = rates(
        *frames(entry("a", datetime(2025, 1, 6, 23, 30), act("pause")), entry("b", "2025-01-06", act("pause"))),
        by="hour",
    )
    assert list(table.period) == list(range(24))
    assert table.loc[table.entries > 0, ["period", "count"]].to_numpy().tolist() == [[23, 1]]


def test_a_trigger_counts_for_its_source_and_an_act_for_everyone_in_the_entry():
    both = entry("a", None, trigger("anger", "partner"), trigger("distance", "parent"), act("pause"))
    table = rates(*frames(both, entry("b", None, trigger("failure", "self"))), by="person")
    assert rows(table, "anger")["count"].to_dict() == {"partner": 1, "parent": 0}
    assert rows(table, "pause", "self")["count"].to_dict() == {"partner": 1, "parent": 1}


def test_intensity_is_held_against_severity():
    table = intensity(*JOURNAL).set_index("period")
    assert table.loc["2025-01-01"].to_dict() == {"intensity": 2.0, "severity": 1.0, "difference": 1.0, "entries": 2}
    assert table.loc["2025-02-01", ["intensity", "severity", "difference"]].isna().all()
    assert list(table.entries) == [2, 0, 1]
