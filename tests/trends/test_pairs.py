"""Which reaction goes with which trigger: least counts, the correction, the verdict in words."""

import numpy as np
import pytest
from journals import act, entry, frames, trigger, year
from scipy.stats import false_discovery_control, fisher_exact

from analyzer.trends import ANYONE, pairs


def journal(both, only_trigger, only_reaction, neither, who="partner"):
    """Return frames with so many entries of each kind."""
    kinds = [
        (trigger("anger", who), act("shutdown")),
        (trigger("anger", who),),
        (act("shutdown"),),
        (),
    ]
    counts = (both, only_trigger, only_reaction, neither)
    return frames(
        *(
            entry(f"{kind}-{n}", None, *found)
            for kind, (found, count) in enumerate(zip(kinds, counts, strict=True))
            for n in range(count)
        )
    )


def row_of(table, who=ANYONE):
    rows = table[(table.trigger == "anger") & (table.who == who) & (table.reaction == "shutdown")]
    assert len(rows) == 1
    return rows.iloc[0]


def test_a_pair_counts_entries():
    row = row_of(pairs(*journal(12, 3, 9, 79)))
    assert (row.together, row.with_trigger, row.with_reaction, row.entries) == (12, 15, 21, 103)
    assert (row.share, row.otherwise) == (12 / 15, 9 / 88)
    assert row.lift == pytest.approx((12 / 15) / (9 / 88))
    assert row.p == pytest.approx(fisher_exact([[12, 3], [9, 79]]).pvalue)


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        pytest.param((12, 3, 9, 79), "more often", id="more"),
        pytest.param((1, 39, 29, 31), "less often", id="less"),
        pytest.param((5, 15, 20, 60), "no clear difference", id="alike"),
        pytest.param((4, 0, 20, 60), "not enough entries", id="trigger too rare"),
        pytest.param((4, 16, 0, 60), "not enough entries", id="reaction too rare"),
        pytest.param((10, 20, 0, 4), "not enough entries", id="too few without the trigger"),
    ],
)
def test_the_verdict_is_in_words(counts, verdict):
    assert row_of(pairs(*journal(*counts))).verdict == verdict


def test_too_few_entries_have_counts_and_no_figures():
    row = row_of(pairs(*journal(4, 0, 20, 60)))
    assert row.together == 4
    assert row[["share", "otherwise", "lift", "low", "high", "p", "q"]].isna().all()


def test_the_least_count_can_be_chosen():
    assert row_of(pairs(*journal(4, 0, 20, 60), least=4)).verdict == "more often"


def test_two_of_a_kind_in_one_entry_count_once():
    twice = entry("a", None, trigger("anger"), trigger("anger", at=30), act("shutdown"), act("shutdown", at=40))
    row = row_of(pairs(*frames(twice)))
    assert (row.together, row.with_trigger, row.with_reaction, row.entries) == (1, 1, 1, 1)


def test_each_source_is_asked_alone_and_all_together():
    table = pairs(
        *frames(
            entry("a", None, trigger("anger", "partner"), act("shutdown")),
            entry("b", None, trigger("anger", "parent"), act("shutdown")),
            entry("c", None, trigger("anger", "parent")),
        )
    )
    assert {who: row_of(table, who).with_trigger for who in table.who} == {ANYONE: 3, "partner": 1, "parent": 2}
    assert {who: row_of(table, who).together for who in table.who} == {ANYONE: 2, "partner": 1, "parent": 1}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(act("shutdown", agent="other"), id="the other did it"),
        pytest.param(act("shutdown", status="urge"), id="an urge"),
        pytest.param(act("shutdown", status="resisted"), id="overcome"),
        pytest.param(act("shutdown", status="imagined"), id="imagined"),
        pytest.param(act("shutdown", when="past"), id="in the past"),
        pytest.param(act("shutdown", when="childhood"), id="in childhood"),
    ],
)
def test_only_what_the_writer_did_now_is_a_reaction(other):
    assert pairs(*frames(entry("a", None, trigger("anger"), other))).empty


def test_what_both_did_the_writer_did():
    assert len(pairs(*frames(entry("a", None, trigger("anger"), act("attack", agent="both"))))) == 2


def test_q_is_corrected_over_all_that_was_asked_and_nothing_else():
    table = pairs(*year(1, entries=120))
    asked = table[table.verdict != "not enough entries"]
    assert 0 < len(asked) < len(table)
    np.testing.assert_allclose(asked.q, false_discovery_control(asked.p, method="bh"))
    assert ((asked.q <= 0.05) == asked.verdict.isin(["more often", "less often"])).all()


def test_every_interval_holds_its_lift():
    table = pairs(*year(2, entries=120)).dropna(subset="lift")
    assert len(table) > 50
    assert ((table.low <= table.lift) & (table.lift <= table.high)).all()


def test_a_skipped_entry_is_no_entry():
    entries, findings = frames(entry("a", None, trigger("anger"), act("shutdown")), entry("b", None, skipped="no text"))
    assert row_of(pairs(entries, findings)).entries == 1
