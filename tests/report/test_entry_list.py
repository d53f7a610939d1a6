"""The list of entries: its order, its places on the page, and what its filters ask for."""

from datetime import UTC, date, datetime

import pytest

from analyzer.reflection import PatternFinding
from analyzer.report.entries import entry_list


def listed(*reflections, quotes=True):
    return entry_list(reflections, quotes=quotes)


def keys(reflection):
    return set(listed(reflection).months[0].entries[0].keys.split())


def test_the_newest_comes_first_and_the_undated_last(make_reflection):
    days = [
        date(2025, 3, 2),
        None,
        datetime(2025, 5, 1, 8, 0),
        datetime(2025, 5, 1, 22, 0, tzinfo=UTC),
        date(2024, 3, 2),
    ]
    months = listed(*(make_reflection(id=str(n), date=day) for n, day in enumerate(days))).months
    assert [(m.key, m.name, [e.anchor for e in m.entries]) for m in months] == [
        ("2025-05", "May 2025", ["e4", "e3"]),
        ("2025-03", "March 2025", ["e1"]),
        ("2024-03", "March 2024", ["e5"]),
        ("", "Undated", ["e2"]),
    ]


def test_an_id_leads_to_a_place_that_holds_none_of_its_words(make_reflection):
    assert listed(make_reflection(id="What Mother said.md")).anchors == {"What Mother said.md": "e1"}


@pytest.mark.parametrize(
    ("agent", "status", "family", "wanted", "unwanted"),
    [
        pytest.param("self", "done", "withdraw", {"you:shutdown"}, {"others", "held"}, id="you did"),
        pytest.param("both", "done", "withdraw", {"you:shutdown", "others:shutdown"}, {"held"}, id="both did"),
        pytest.param("other", "done", "withdraw", {"others:shutdown"}, {"you", "held"}, id="another did"),
        pytest.param("self", "resisted", "withdraw", {"held:shutdown"}, {"you", "others"}, id="you held back"),
        pytest.param("self", "urge", "withdraw", {"thought:shutdown"}, {"you", "held"}, id="you wanted"),
        pytest.param("self", "imagined", "withdraw", {"thought:shutdown"}, {"you", "held"}, id="you imagined"),
        pytest.param("other", "resisted", "withdraw", {"not:shutdown"}, {"held", "others"}, id="another held back"),
        pytest.param("self", "resisted", "secure", {"not:shutdown"}, {"held", "you"}, id="a secure move not made"),
    ],
)
def test_the_filters_know_who_did_it_and_whether_it_happened(make_reflection, agent, status, family, wanted, unwanted):
    found = PatternFinding("shutdown", family, agent, status, "now", 19, 31, "I went quiet", 0.8)
    known = keys(make_reflection(patterns=(found,)))
    assert wanted <= known
    assert not unwanted & {key.split(":")[0] for key in known}


def test_the_filters_know_trigger_person_feeling_and_topic(make_reflection):
    assert {"t:anger", "w:partner", "f:hurt", "o:love"} <= keys(make_reflection())


def test_an_entry_of_a_cycle_is_known(make_reflection):
    assert "cycle" in keys(make_reflection(cycle=True))
    assert "cycle" not in keys(make_reflection())


def test_the_notes_stand_in_the_order_of_the_text(make_reflection):
    (entry,) = listed(make_reflection()).months[0].entries
    assert [(note.number, note.name, note.how) for note in entry.notes] == [
        (1, "Anger", "set you off, from your partner"),
        (2, "Shutting down", "you"),
    ]


def test_where_the_text_was_not_kept_the_words_of_the_findings_stand(make_reflection):
    view = listed(make_reflection(text=""))
    (entry,) = view.months[0].entries
    assert [note.quote for note in entry.notes] == ["She snapped at me", "I went quiet"]
    assert (entry.pieces, view.has_text) == ((), False)


def test_without_quotes_no_words_stand_at_all(make_reflection):
    for text in ("She snapped at me. I went quiet.", ""):
        (entry,) = listed(make_reflection(text=text), quotes=False).months[0].entries
        assert (entry.pieces, entry.gist, [note.quote for note in entry.notes]) == ((), "", ["", ""])


def test_why_an_entry_was_skipped_is_said_without_what_the_reader_said(skipped_reflection):
    why = [
        listed(skipped_reflection(reason)).months[0].entries[0].skipped for reason in ("no text", "line 3 of secret.md")
    ]
    assert why == ["without text", "could not be made out"]
