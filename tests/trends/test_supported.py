"""What is said in sentences: planted effects are named, chance is not, and the words fit the counts."""

from datetime import date
from functools import cache

import numpy as np
import pytest
from journals import act, entry, frames, trigger, year

from analyzer import taxonomy
from analyzer.trends import ANYONE, load_phrases, supported

JUNE = date(2025, 6, 1)


def planted(label, themes, day):
    """Shutting down is three times as likely after anger, and pauses are five times as likely from June on."""
    if label == "shutdown":
        return 0.75 if "anger" in themes else 0.25
    if label == "pause":
        return 0.3 if day >= JUNE else 0.06
    return 0.08


@cache
def statements(seed):
    return supported(*year(seed, chance=planted))


@pytest.mark.parametrize("seed", range(5))
def test_what_was_planted_is_named(seed):
    found = {(row.kind, row.trigger, row.label) for row in statements(seed)}
    assert {("together", "anger", "shutdown"), ("space", "", "pause")} <= found


def test_a_random_year_supports_nothing_but_for_the_stated_rate():
    years = 20
    claimed = sum(bool(supported(*year(1000 + seed, entries=200))) for seed in range(years))
    assert claimed <= years * 0.05 + 2 * np.sqrt(years * 0.05 * 0.95)


def test_a_sentence_tells_its_counts():
    entries, findings = year(0, chance=planted)
    told = next(row for row in statements(0) if row.trigger == "anger" and row.label == "shutdown")
    of = findings[(findings.kind == "trigger") & (findings.label == "anger")].entry
    did = findings[(findings.label == "shutdown")].entry
    both, alone = did.isin(of).sum(), (~did.isin(of)).sum()
    assert told.text == (
        f"When your partner is angry you go quiet or pull away in {both} of {len(of)} such entries, "
        f"elsewhere in {alone} of {len(entries) - len(of)}."
    )
    assert 0 < told.q <= 0.05


def test_a_sentence_tells_since_when():
    entries, findings = year(0, chance=planted)
    told = next(row for row in statements(0) if row.label == "pause")
    paused = entries.id.isin(findings.loc[findings.label == "pause", "entry"])
    since = told.text.split("since ")[1].split(":")[0]
    assert told.text.startswith("Pausing has become more frequent since ")
    late = entries.day >= np.datetime64(f"2025-{['May', 'June', 'July'].index(since.split()[0]) + 5:02d}-01")
    assert told.text.endswith(
        f": in {(paused & late).sum()} of {late.sum()} entries, "
        f"before that in {(paused & ~late).sum()} of {(~late).sum()}."
    )


def test_the_evidence_is_every_entry_the_newest_first():
    told = next(row for row in statements(0) if row.trigger == "anger" and row.label == "shutdown")
    days = [row.day for row in told.evidence]
    assert days == sorted(days, reverse=True)
    assert f"in {len(told.evidence)} of" in told.text
    assert {row.quote for row in told.evidence} == {"shutdown words"}
    assert len({row.entry for row in told.evidence}) == len(told.evidence)


def test_each_kind_is_named_before_a_second_of_another():
    assert {row.kind for row in supported(*year(0, chance=planted), n=2)} == {"together", "space"}


@pytest.mark.parametrize("n", [0, 1])
def test_no_more_than_asked_for_are_returned(n):
    assert len(supported(*year(0, chance=planted), n=n)) == n


def pair_journal(who, both=14, only_trigger=2, only_reaction=6, neither=80, theme="anger"):
    kinds = (
        (both, (trigger(theme, who), act("shutdown"))),
        (only_trigger, (trigger(theme, who),)),
        (only_reaction, (act("shutdown"),)),
        (neither, ()),
    )
    return [entry(f"{who}{k}-{n}", None, *found) for k, (count, found) in enumerate(kinds) for n in range(count)]


@pytest.mark.parametrize(
    ("who", "start"),
    [
        pytest.param("partner", "When your partner is angry you", id="partner"),
        pytest.param("work", "When someone at work is angry you", id="work"),
        pytest.param("self", "When your own anger comes up you", id="self"),
    ],
)
def test_the_source_is_named(who, start):
    (told,) = supported(*frames(*pair_journal(who)))
    assert told.text == f"{start} go quiet or pull away in 14 of 16 such entries, elsewhere in 6 of 86."


def test_several_sources_are_told_together():
    half = [pair_journal(who, both=7, only_trigger=1, only_reaction=3, neither=40) for who in ("partner", "parent")]
    told = supported(*frames(*half[0], *half[1]))[0]
    assert (told.who, told.text.split(" you ")[0]) == (ANYONE, "When someone is angry")


def test_what_is_rarer_is_told_with_the_words_of_the_trigger():
    (told,) = supported(*frames(*pair_journal("partner", both=1, only_trigger=39, only_reaction=30, neither=30)))
    assert "in only 1 of 40 such entries, elsewhere in 30 of 60." in told.text
    assert len(told.evidence) == 39
    assert {row.quote for row in told.evidence} == {"anger words"}


def test_what_never_happens_is_none():
    (told,) = supported(*frames(*pair_journal("partner", both=0, only_trigger=40, only_reaction=30, neither=30)))
    assert "in none of 40 such entries" in told.text


def test_a_short_journal_is_told_by_week():
    days = [f"2025-03-{day:02d}" for day in range(1, 29)] + [f"2025-04-{day:02d}" for day in range(1, 29)]
    found = [act("pause")] * 28
    journal = [entry(f"e{n}", day, *(found[:1] if n >= 28 else ())) for n, day in enumerate(days)]
    (told,) = supported(*frames(*journal))
    assert told.text.startswith("Pausing has become more frequent since 31 March 2025: in 28 of 28 entries")


def test_the_space_shrinks_in_its_own_words():
    journal = [
        entry(f"e{month}-{n}", f"2025-{month:02d}-{n + 1:02d}", act("shutdown"), *resisted)
        for month in range(1, 13)
        for n in range(9)
        for resisted in [(act("attack", status="resisted"), act("pause")) if month < 7 and n < 3 else ()]
    ]
    told = [row.text for row in supported(*frames(*journal))]
    assert "Pausing has become rarer since July 2025: in none of 54 entries, before that in 18 of 54." in told
    assert (
        "Overcoming an urge has become rarer since July 2025: in none of 54 entries, before that in 18 of 54." in told
    )
    assert not any("space" in text for text in told)


def test_every_label_has_its_words():
    phrases, guide = load_phrases(), taxonomy.load()
    assert set(phrases.acts) == set(guide.pattern_labels)
    assert set(phrases.nouns) == set(guide.trigger_labels)
    assert set(phrases.clauses) == {(t, who) for t in guide.trigger_labels for who in (*guide.sources, ANYONE)}
    assert not any("{" in text for text in phrases.clauses.values())
