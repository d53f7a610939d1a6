"""The plain numbers of the page: each counts entries."""

from dataclasses import replace
from datetime import date

import pytest

from analyzer.frames import entries_frame, findings_frame
from analyzer.reflection import PatternFinding
from analyzer.report import counts


def act(agent, status, family="withdraw", when="now"):
    return PatternFinding("shutdown", family, agent, status, when, 19, 31, "I went quiet", 0.8)


def test_the_head_says_how_much_of_what_time_and_what_was_left_out(make_reflection, skipped_reflection):
    rows = [
        make_reflection(),
        make_reflection(id="b", date=date(2025, 4, 5)),
        skipped_reflection(),
        skipped_reflection("x"),
    ]
    facts = counts.facts(entries_frame(rows))
    assert (facts.entries, facts.analysed, facts.words, facts.span) == (4, 2, 14, "2 March – 5 April 2025")
    assert facts.left_out == "1 without text, 1 could not be made out, 2 undated"


def test_a_feeling_counts_the_entries_it_is_present_in(make_reflection):
    rows = [make_reflection(feelings_present=("hurt", "hope")), make_reflection(id="b", feelings_present=("hurt",))]
    bars = counts.felt(entries_frame(rows))
    assert [(b.label, b.count, b.width, b.kind) for b in bars] == [
        ("Hurt", 2, 100, "unpleasant"),
        ("Hope", 1, 50, "pleasant"),
    ]


def test_a_trigger_counts_its_entries_and_names_its_most_frequent_source(make_reflection):
    known = make_reflection().triggers[0]
    rows = [make_reflection(id=str(n), triggers=(replace(known, who=who),) * 2) for n, who in enumerate("aab")]
    (bar,) = counts.set_off(findings_frame(rows))
    assert (bar.label, bar.count, bar.who) == ("Anger", 3, "a")


@pytest.mark.parametrize(
    ("acts", "did", "held_back", "imagined", "others"),
    [
        pytest.param([act("self", "done")] * 2, 1, 0, 0, 0, id="the same act twice is one entry"),
        pytest.param([act("both", "done")], 1, 0, 0, 1, id="both"),
        pytest.param([act("other", "done")], 0, 0, 0, 1, id="another"),
        pytest.param([act("self", "resisted")], 0, 1, 0, 0, id="held back"),
        pytest.param([act("self", "urge"), act("self", "imagined")], 0, 0, 1, 0, id="only imagined"),
    ],
)
def test_a_reaction_is_counted_by_who_and_whether(make_reflection, acts, did, held_back, imagined, others):
    (row,) = counts.reactions(findings_frame([make_reflection(patterns=tuple(acts))]))
    assert (row.did, row.held_back, row.imagined, row.others) == (did, held_back, imagined, others)


def test_what_belongs_to_another_time_or_was_not_done_is_no_reaction(make_reflection):
    acts = (act("self", "done", when="childhood"), act("self", "resisted", family="secure"), act("other", "imagined"))
    assert counts.reactions(findings_frame([make_reflection(patterns=acts)])) == ()


def test_a_person_is_who_sets_the_writer_off_and_what_stands_in_those_entries(year):
    (partner,) = counts.people(findings_frame(year))
    assert (partner.name, partner.entries, partner.triggers) == ("Partner", 15, (("anger", 15),))
    assert partner.reactions == (("shutdown", "Shutting down", "withdraw", 12),)


def test_how_the_intensity_matches_is_told_of_the_entries_with_a_feeling(make_reflection):
    rows = [make_reflection(id=str(n), match=match) for n, match in enumerate(["fits", "higher", "fits", None])]
    assert counts.match(entries_frame(rows)) == (
        "Of 3 entries with a feeling, it fits the situation in 2, is stronger in 1 and weaker in 0."
    )
    assert counts.match(entries_frame([])) == ""
