"""Between the writer and each person: which side of the cycle, and how long until a repair."""

import pandas as pd
import pytest
from journals import act, entry, frames, trigger

from analyzer.trends import REPAIR_DAYS, cycles, repairs

HERS = act("shutdown", agent="other", at=30)


def cycle(name, day, *found):
    return entry(name, day, *found, cycle=True)


def test_the_side_is_what_the_writer_does_while_the_other_does_the_opposite():
    table = cycles(
        *frames(
            cycle("p1", "2025-01-01", trigger("distance"), act("pursuit"), HERS),
            cycle("p2", "2025-02-01", trigger("distance"), act("attack"), HERS),
            cycle("w", "2025-01-15", trigger("anger"), act("shutdown"), act("attack", agent="other")),
            cycle("m", "2025-03-01", trigger("control", "parent"), act("shutdown"), act("pursuit", agent="other")),
        )
    )
    assert table.to_numpy().tolist() == [
        ["partner", "pursues", 2, 3, "p2"],
        ["partner", "withdraws", 1, 3, "w"],
        ["parent", "withdraws", 1, 1, "m"],
    ]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param((act("pursuit"), act("pursuit", agent="other")), id="both pursue"),
        pytest.param((act("pursuit"), act("shutdown", agent="other", when="past")), id="the other long ago"),
        pytest.param((act("pursuit", status="urge"), HERS), id="only an urge"),
    ],
)
def test_no_side_without_its_counterpart(found):
    assert cycles(*frames(cycle("a", "2025-01-01", trigger("distance"), *found))).empty


def test_an_entry_that_tells_no_cycle_counts_for_none():
    assert cycles(*frames(entry("a", "2025-01-01", trigger("distance"), act("pursuit"), HERS))).empty


def test_a_person_that_is_not_told_is_missing():
    assert cycles(*frames(cycle("a", None, act("pursuit"), HERS))).person.isna().tolist() == [True]


def test_an_act_belongs_to_the_nearest_trigger_with_a_person():
    found = (trigger("control", "parent", at=0), trigger("failure", "self", at=28), trigger("anger", "partner", at=50))
    table = cycles(*frames(cycle("a", None, *found, act("pursuit", at=30), HERS)))
    assert list(table.person) == ["partner"]


def quarrel(name, day, who="partner", *more):
    return entry(name, day, trigger("anger", who), act("attack", agent="other"), *more)


def mended(name, day, who="partner"):
    return entry(name, day, trigger("conflict", who), act("repair"))


def days_of(*reflections):
    table = repairs(*frames(*reflections))
    return {row.rupture_entry: (row.repair_entry, row.days) for row in table.itertuples()}


def test_a_repair_in_the_same_entry_takes_no_day():
    assert days_of(quarrel("a", "2025-01-01", "partner", act("repair", at=40))) == {"a": ("a", 0)}


def test_a_repair_told_before_the_rupture_mends_it_not():
    early = entry("a", "2025-01-01", act("repair", at=0), trigger("anger", at=20), act("attack", at=30))
    assert repairs(*frames(early)).repair_entry.isna().all()


def test_days_run_from_the_rupture_to_the_first_repair():
    journal = (quarrel("a", "2025-01-01"), mended("b", "2025-01-04"), mended("c", "2025-01-05"))
    assert days_of(*journal) == {"a": ("b", 3)}


def test_a_repair_with_someone_else_mends_nothing():
    table = repairs(*frames(quarrel("a", "2025-01-01"), mended("b", "2025-01-02", "parent")))
    assert table[["repair_entry", "repair_day", "days"]].isna().all(axis=None)


def test_a_repair_that_names_nobody_may_mend_any_rupture():
    assert days_of(quarrel("a", "2025-01-01"), entry("b", "2025-01-02", act("repair"))) == {"a": ("b", 1)}


@pytest.mark.parametrize(("late", "tied"), [(REPAIR_DAYS, True), (REPAIR_DAYS + 1, False)])
def test_a_late_repair_is_not_tied(late, tied):
    day = pd.Timestamp("2025-01-01") + pd.Timedelta(days=late)
    table = repairs(*frames(quarrel("a", "2025-01-01"), mended("b", day.date())))
    assert table.repair_entry.notna().tolist() == [tied]


def test_an_undated_rupture_is_told_and_only_mended_within_itself():
    assert repairs(*frames(quarrel("a", None), mended("b", None))).repair_entry.isna().all()


def test_ruptures_stand_in_the_order_of_time():
    table = repairs(*frames(quarrel("late", "2025-03-01"), quarrel("early", "2025-01-01")))
    assert list(table.rupture_entry) == ["early", "late"]
