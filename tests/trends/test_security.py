"""What is new, and the seven secure qualities."""

import pandas as pd
import pytest
from journals import act, entry, frames, trigger

from analyzer import taxonomy
from analyzer.trends import load_qualities, new_security, qualities

OLD = [entry(f"old{n}", f"2025-01-0{n}", trigger("anger"), act("shutdown")) for n in (1, 2)]


def test_a_secure_move_is_new_where_the_old_reaction_answered_before():
    table = new_security(*frames(*OLD, entry("new", "2025-03-01", trigger("anger"), act("stay_present"))))
    assert table.to_numpy().tolist() == [
        ["new", pd.Timestamp("2025-03-01"), "anger", "stay_present", "stay_present words", "shutdown", 2]
    ]


@pytest.mark.parametrize(
    "latest",
    [
        pytest.param(entry("x", "2025-03-01", trigger("distance"), act("pause")), id="another trigger"),
        pytest.param(entry("x", "2025-03-01", trigger("anger"), act("pause"), act("attack")), id="beside a reaction"),
        pytest.param(entry("x", "2025-03-01", trigger("anger"), act("pause", status="imagined")), id="only a plan"),
        pytest.param(entry("x", "2025-03-01", trigger("anger"), act("childhood_echo")), id="an insight"),
        pytest.param(entry("x", "2024-12-01", trigger("anger"), act("pause")), id="before the old ones"),
        pytest.param(entry("x", None, trigger("anger"), act("pause")), id="undated"),
    ],
)
def test_nothing_is_new_without_all_of_it(latest):
    assert new_security(*frames(*OLD, latest)).empty


def test_once_before_is_too_seldom_to_call_it_the_old_reaction():
    assert new_security(*frames(OLD[0], entry("x", "2025-03-01", trigger("anger"), act("pause")))).empty


def test_two_different_reactions_are_no_old_one():
    mixed = [OLD[0], entry("y", "2025-01-05", trigger("anger"), act("attack"))]
    assert new_security(*frames(*mixed, entry("x", "2025-03-01", trigger("anger"), act("pause")))).empty


def test_of_several_moves_the_first_after_the_trigger_is_named():
    moves = (act("reach_out", at=0), trigger("anger", at=20), act("repair", at=40), act("pause", at=30))
    assert list(new_security(*frames(*OLD, entry("x", "2025-03-01", *moves))).pattern) == ["pause"]


def test_there_are_seven_qualities_and_each_counts_entries_with_its_newest_words():
    table = qualities(
        *frames(
            entry("b", "2025-04-01", act("boundary"), act("boundary", at=50)),
            entry("a", "2025-01-01", act("boundary")),
            entry("c", "2025-05-01", act("boundary", status="resisted"), act("boundary", agent="other")),
        )
    ).set_index("quality")
    assert len(table) == 7
    assert table.loc["sets_boundaries"].to_dict() == {"count": 2, "newest": "b", "quote": "boundary words"}
    assert table["count"].sum() == 2
    assert table.drop("sets_boundaries")[["newest", "quote"]].isna().all(axis=None)


def test_every_quality_is_shown_by_secure_patterns_of_its_own():
    shown = [label for quality in load_qualities() for label in quality.patterns]
    assert len(shown) == len(set(shown))
    assert {taxonomy.load().family_of[label] for label in shown} == {"secure"}
