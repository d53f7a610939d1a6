"""Counts over a journal: entries are counted, never words or mentions."""

from dataclasses import replace
from datetime import date

import pytest

from analyzer.analysis import Example, FeltIn, SetOff, Tally, Together
from analyzer.reflection import PatternFinding, TriggerFinding


def counted(*reflections):
    tally = Tally()
    for reflection in reflections:
        tally.add(reflection)
    return tally.summary()


def act(pattern="shutdown", agent="self", status="done", when="now", quote="I went quiet"):
    return PatternFinding(pattern, "withdraw", agent, status, when, 0, len(quote), quote, 0.8)


def test_no_entries_give_a_summary_too():
    summary = counted()
    assert (summary.entries, summary.first, summary.middle, summary.reactions) == (0, None, None, ())


def test_the_time_words_and_undated_entries_are_counted(make_reflection):
    days = [date(2025, 3, 2), None, date(2025, 1, 1)]
    summary = counted(*(make_reflection(date=day) for day in days))
    assert (summary.first, summary.last, summary.undated) == (date(2025, 1, 1), date(2025, 3, 2), 1)
    assert summary.words == 21


def test_skipped_entries_are_counted_by_reason_and_problems_together(make_reflection, skipped_reflection):
    reasons = ["no text", "not English", "no text", "line 3 is broken", "line 9 is broken"]
    summary = counted(make_reflection(), *map(skipped_reflection, reasons))
    assert summary.skipped == {"no text": 2, "could not be made out": 2, "not English": 1}
    assert summary.analysed == 1


def test_feelings_are_ranked_by_entries(make_reflection):
    summary = counted(make_reflection(feelings_present=("joy", "hurt")), make_reflection(feelings_present=("joy",)))
    assert summary.feelings == (FeltIn("joy", 2), FeltIn("hurt", 1))


def test_a_theme_counts_once_an_entry_and_names_its_most_frequent_source(make_reflection):
    by_partner, by_work = (TriggerFinding("anger", who, 0, 4, who, 0.7) for who in ("partner", "work"))
    summary = counted(make_reflection(triggers=(by_partner, by_partner, by_work)), make_reflection(triggers=(by_work,)))
    assert summary.triggers == (SetOff("anger", 2, "work", Example("partner", date(2025, 3, 2))),)


@pytest.mark.parametrize(
    ("agent", "status", "counts"),
    [
        pytest.param("self", "done", (1, 0, 0, 0), id="I did"),
        pytest.param("self", "resisted", (0, 1, 0, 0), id="I held back"),
        pytest.param("self", "urge", (0, 0, 1, 0), id="I wanted to"),
        pytest.param("self", "imagined", (0, 0, 1, 0), id="I imagined it"),
        pytest.param("other", "done", (0, 0, 0, 1), id="they did"),
        pytest.param("both", "done", (1, 0, 0, 1), id="we both did"),
        pytest.param("other", "imagined", (0, 0, 0, 0), id="I imagined that they did"),
    ],
)
def test_a_reaction_counts_by_who_and_whether(make_reflection, agent, status, counts):
    (row,) = counted(make_reflection(patterns=(act(agent=agent, status=status),))).reactions
    assert (row.did, row.held_back, row.imagined, row.others_did) == counts


def test_two_mentions_in_an_entry_count_once(make_reflection):
    (row,) = counted(make_reflection(patterns=(act(), act()))).reactions
    assert row.did == 1


@pytest.mark.parametrize("when", ["past", "childhood"])
def test_what_was_done_at_another_time_of_life_is_not_counted(make_reflection, when):
    assert counted(make_reflection(patterns=(act(when=when),))).reactions == ()


def test_the_time_is_parted_in_its_middle(make_reflection):
    days = [date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 6), date(2025, 1, 11)]
    summary = counted(*(make_reflection(date=day) for day in days), make_reflection(date=None))
    assert summary.middle == date(2025, 1, 6)
    assert summary.halves == (3, 1)
    assert summary.reactions[0].halves == (3, 1)


def test_the_example_is_the_newest(make_reflection):
    days = [date(2025, 1, 1), date(2025, 1, 9), date(2025, 1, 4), None]
    summary = counted(*(make_reflection(date=day, patterns=(act(quote=f"on {day}"),)) for day in days))
    assert summary.reactions[0].example == Example("on 2025-01-09", date(2025, 1, 9))


def test_what_stands_together_needs_four_entries(make_reflection):
    assert counted(*[make_reflection()] * 3).together == ()
    assert counted(*[make_reflection()] * 4).together == (Together("anger", "shutdown", 4, 4),)


def test_what_the_other_did_does_not_stand_together_with_a_trigger(make_reflection):
    assert counted(*[make_reflection(patterns=(act(agent="other"),))] * 4).together == ()


def test_match_cycle_and_care_are_counted(make_reflection):
    calm = make_reflection(match="fits")
    summary = counted(calm, replace(calm, cycle=True), replace(calm, match=None, care=True))
    assert (summary.match, summary.cycles, summary.care) == ({"fits": 2}, 1, 1)


def test_care_counts_also_in_an_entry_that_was_skipped(skipped_reflection):
    assert counted(skipped_reflection(care=True)).care == 1
