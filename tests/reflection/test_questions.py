"""The three questions and what the writer did then: in words, each with the writer's own."""

import pytest

from analyzer.reflection import FeelingWords, PatternFinding, TriggerFinding
from analyzer.reflection.questions import ACTIVATED, DID, FELT, MATCHED


def pattern(label, family, agent="self", status="done", when="now", start=0, quote="the words"):
    return PatternFinding(label, family, agent, status, when, start, start + len(quote), quote, 0.8)


@pytest.fixture
def answer(make_reflection):
    """Return the answer to a question of a reflection with the changes given."""
    return lambda question, **changes: {a.question: a for a in make_reflection(**changes).answers()}[question]


def test_the_questions_stand_in_their_order(make_reflection):
    assert [a.question for a in make_reflection().answers()] == [
        "What was I feeling?",
        "What had just activated me?",
        "Did my intensity match the situation?",
        "What did I do then?",
    ]


def test_a_skipped_entry_answers_nothing(skipped_reflection):
    assert skipped_reflection().answers() == ()


@pytest.mark.parametrize(
    ("question", "text", "quotes"),
    [
        pytest.param(FELT, "Hurt.", ["She snapped at me."], id="what was felt"),
        pytest.param(ACTIVATED, "Anger (partner).", ["She snapped at me"], id="what set it off, and from whom"),
        pytest.param(
            MATCHED,
            "The feelings are stronger than the situation: intensity 2.5 of 3 (strong), severity 1.0 of 3 (everyday friction).",
            ["She snapped at me.", "She snapped at me"],
            id="the feeling beside what set it off",
        ),
        pytest.param(DID, "Shutting down (happened).", ["I went quiet"], id="what was done"),
    ],
)
def test_every_answer_stands_on_the_writers_own_words(answer, question, text, quotes):
    given = answer(question)
    assert (given.text, [point.quote for point in given.points]) == (text, quotes)


@pytest.mark.parametrize(
    ("question", "changes", "text"),
    [
        pytest.param(FELT, {"feelings_present": ()}, "No feeling stands out.", id="no feeling"),
        pytest.param(ACTIVATED, {"triggers": ()}, "No trigger is found.", id="no trigger"),
        pytest.param(
            MATCHED,
            {"match": None, "intensity": 0.0, "severity": 0.2},
            "There is no feeling to compare: intensity 0.0 of 3 (none), severity 0.2 of 3 (nothing happened).",
            id="nothing to compare",
        ),
        pytest.param(DID, {"patterns": ()}, "No reaction of yours is found.", id="no reaction"),
    ],
)
def test_where_nothing_is_found_it_is_said(answer, question, changes, text):
    assert answer(question, **changes).text == text


def test_feelings_stand_by_likelihood_each_with_its_words(answer):
    words = (FeelingWords("fear", 0, 4, "I shook.", 0.9),)
    given = answer(FELT, feelings_present=("shame", "fear", "hurt"), feeling_words=words)
    assert given.text == "Shame, fear and hurt."
    assert [(point.name, point.quote) for point in given.points] == [("shame", ""), ("fear", "I shook."), ("hurt", "")]


def test_triggers_stand_as_in_the_text_and_a_repeated_one_is_told_once(answer):
    found = (
        TriggerFinding("distance", "friend", 50, 60, "no word", 0.9),
        TriggerFinding("failure", "self", 20, 30, "I forgot", 0.5),
        TriggerFinding("distance", "friend", 70, 80, "nothing", 0.5),
        TriggerFinding("health", "none", 0, 9, "the knee", 0.5),
    )
    given = answer(ACTIVATED, triggers=found)
    assert given.text == "Health (no person), failure (yourself) and distance (friend)."
    assert [point.quote for point in given.points] == ["the knee", "I forgot", "no word", "nothing"]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        pytest.param(pattern("stay_present", "secure"), "Staying present (a secure move).", id="a secure move"),
        pytest.param(pattern("reach_out", "secure", status="resisted"), "Reaching out (not done).", id="a secure move not made"),
        pytest.param(pattern("pause", "secure", status="imagined"), "Pausing (only imagined).", id="a plan is no secure move"),
        pytest.param(pattern("pursuit", "pursue", status="resisted"), "Pursuing in alarm (held back).", id="an urge overcome"),
        pytest.param(pattern("shutdown", "withdraw", status="urge"), "Shutting down (wanted).", id="an urge"),
        pytest.param(pattern("attack", "pursue", agent="both"), "Attacking (happened, you both).", id="both"),
        pytest.param(pattern("attack", "pursue", agent="other"), "No reaction of yours is found.", id="another's act"),
        pytest.param(pattern("attack", "pursue", when="past"), "No reaction of yours is found.", id="long ago"),
    ],
)  # fmt: skip
def test_what_the_writer_did_then(answer, found, text):
    given = answer(DID, patterns=(found,))
    assert given.text == text
    assert [point.secure for point in given.points] == (
        [True] if "a secure move" in text else [False] * len(given.points)
    )


def test_reaction_and_secure_move_stand_as_in_the_text(answer):
    found = (
        pattern("stay_present", "secure", start=40, quote="I stayed"),
        pattern("shutdown", "withdraw", status="resisted", start=10, quote="wanted to walk out"),
    )
    given = answer(DID, patterns=found)
    assert given.text == "Shutting down (held back) and staying present (a secure move)."
    assert [point.quote for point in given.points] == ["wanted to walk out", "I stayed"]
