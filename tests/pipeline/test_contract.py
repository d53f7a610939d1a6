"""Every line parses, every offset fits its quote, every label is of the guide."""

import json
from datetime import date

import pytest

from analyzer import taxonomy
from analyzer.entry import Entry
from analyzer.pipeline import explain, reflect
from analyzer.reflection import AGENTS, STATUSES, WHENS

pytestmark = pytest.mark.model

TEXTS = [
    "He raised his voice about the dishes. I went quiet and shut myself in the bedroom till he'd gone to sleep.",
    "Texted her nine times. She never answered 😭. I couldn’t stop thinking about what I’d said at lunch…",
    "- bins out\n- rang mum\n\nNice walk with the dog. Soup for tea.",
    "she said I was lazy so i shouted at her and then i apologised & we hugged it out on the stairs",
    "I wanted to walk out but I stayed and told him how hurt I was.",
]


@pytest.fixture(scope="module")
def rows():
    entries = [Entry(id=f"e{n}", text=text, date=date(2025, 3, n + 1), source="test") for n, text in enumerate(TEXTS)]
    return [(text, json.loads(r.as_json())) for text, r in zip(TEXTS, reflect(entries), strict=True)]


def test_the_line_has_the_fields_of_the_contract_in_order(rows):
    for _, row in rows:
        assert list(row) == [
            "id", "date", "source", "words", "language", "feelings", "feelings_present", "topics", "topics_present",
            "triggers", "patterns", "intensity", "severity", "match", "cycle", "care",
        ]  # fmt: skip


def test_every_offset_fits_its_quote(rows):
    for text, row in rows:
        for finding in row["patterns"] + row["triggers"]:
            assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_every_label_is_of_the_guide(rows):
    guide = taxonomy.load()
    for _, row in rows:
        assert tuple(row["feelings"]) == guide.feeling_labels
        assert tuple(row["topics"]) == guide.topic_labels
        assert set(row["feelings_present"]) <= set(guide.feeling_labels)
        for finding in row["patterns"]:
            assert finding["family"] == guide.family_of[finding["pattern"]]
            assert finding["agent"] in AGENTS
            assert finding["status"] in STATUSES
            assert finding["when"] in WHENS
        for finding in row["triggers"]:
            assert finding["theme"] in guide.trigger_labels
            assert finding["who"] in guide.sources


def test_every_probability_and_level_keeps_its_range(rows):
    for _, row in rows:
        scores = [f["score"] for f in row["patterns"] + row["triggers"]]
        assert all(0 <= value <= 1 for value in [*row["feelings"].values(), *row["topics"].values(), *scores])
        assert 0 <= row["intensity"] <= 3
        assert 0 <= row["severity"] <= 3


def test_an_entry_does_not_depend_on_the_others(rows):
    alone = json.loads(next(reflect([Entry(id="e1", text=TEXTS[1], date=date(2025, 3, 2), source="test")])).as_json())
    assert alone == rows[1][1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "no text", id="empty"),
        pytest.param(" \n ", "no text", id="white space"),
        pytest.param("😭😭😭", "no words", id="emojis"),
        pytest.param("Heute war ein guter Tag, ich habe lange geschlafen und danach mit meiner Mutter telefoniert.", "not English", id="German"),
    ],
)  # fmt: skip
def test_what_cannot_be_analysed_still_gets_its_line(text, reason):
    row = json.loads(explain(text).as_json())
    assert row["skipped"] == reason
    assert (row["patterns"], row["triggers"], row["feelings_present"]) == ([], [], [])


def test_an_entry_the_reader_could_not_make_out_is_named_and_the_next_goes_on():
    broken = Entry(id="b", text="", problem="broken JSON", place="Journal.json, entry 2")
    first, second = reflect([broken, Entry(id="c", text="Nice walk.")])
    assert (first.skipped, first.place) == ("broken JSON", "Journal.json, entry 2")
    assert second.skipped == ""


def test_a_plain_act_is_found_with_agent_and_words():
    found = explain("He shouted at me and I went quiet and shut myself in the bedroom.").patterns
    assert ("shutdown", "self", "done") in {(f.pattern, f.agent, f.status) for f in found}


def test_an_ordinary_day_stays_ordinary():
    assert explain("Bins out. Soup for tea, then I read on the porch until the light went.").patterns == ()


def test_every_finding_says_why():
    assert all(finding.why for finding in explain(TEXTS[0]).patterns)


def test_every_feeling_present_has_its_words():
    for text, reflection in zip(
        TEXTS, reflect(Entry(id=str(n), text=text) for n, text in enumerate(TEXTS)), strict=True
    ):
        assert [words.feeling for words in reflection.feeling_words] == list(reflection.feelings_present)
        for words in reflection.feeling_words:
            assert text[words.start : words.end] == words.quote != ""
            assert 0 < words.share <= 1


def test_a_feeling_is_quoted_from_the_sentence_that_tells_it():
    found = explain("Bins out, soup for tea. I was terrified when the brakes failed. Then I read on the porch.")
    assert {words.feeling: words.quote for words in found.feeling_words}[
        "fear"
    ] == "I was terrified when the brakes failed."
