"""What is found besides the words: offsets, order, how far a denial reaches; and the rules' own form."""

import time
from itertools import pairwise

import pytest
import test_care_harm_and_danger
import test_care_other_meanings
import test_care_suicide

from analyzer.care import speaks_of_danger
from analyzer.care.speech import read_rules
from analyzer.messages import AnalyzerError


def sentences(blocks):
    return [line for block in blocks for line in block.strip().splitlines()]


def test_there_are_enough_examples_of_both():
    heard = {**test_care_suicide.HEARD, **test_care_harm_and_danger.HEARD}
    assert sum(len(sentences(groups.values())) for groups in heard.values()) >= 60
    assert len(sentences(test_care_other_meanings.QUIET.values())) >= 80


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="first sentence"),
        pytest.param("Fed the cat. Not much else. ", id="after others"),
        pytest.param("İstanbul was grey. ", id="after a capital that grows when lowered"),
    ],
)
def test_offsets_count_characters_of_the_text(before):
    text = f"{before}I don’t want to be alive anymore. Soup."
    ((start, end, _),) = speaks_of_danger(text)
    assert text[start:end] == "don’t want to be alive"


def test_statements_come_in_order_and_do_not_overlap():
    found = speaks_of_danger("He hit me again. I've been cutting again. I want to kill myself, I want to die.")
    assert [kind for _, _, kind in found] == ["danger", "self_harm", "suicide", "suicide"]
    assert all(first[1] <= second[0] for first, second in pairwise(found))


def test_a_denial_in_one_sentence_does_not_cover_the_next():
    assert speaks_of_danger("I'm not suicidal. I want to kill myself.")


def test_a_film_does_not_cover_what_the_writer_says_of_themselves():
    assert speaks_of_danger("Watched a film and all through it I thought about killing myself.")


def test_an_empty_text_says_nothing():
    assert speaks_of_danger("") == ()


def test_a_million_words_take_seconds():
    entry = "I went to the shop and hit the gym, it was the end of a long week and I could kill for a coffee. " * 8
    started = time.perf_counter()
    for _ in range(600):
        speaks_of_danger(entry)
    assert time.perf_counter() - started < 10  # about 100,000 words; a tenth of the limit on an idle machine


GOOD_RULE = """
parts: {}
cues: {denied: {reach: before, says: [never]}}
rules: [{name: fell, kind: danger, words: [fell], says: [he fell], unless: [denied]}]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("kind: danger", "kind: doom", "'fell': missing or unknown: 'kind'", id="kind"),
        pytest.param("unless: [denied]", "unless: [maybe]", "'fell': missing or unknown: 'maybe'", id="cue"),
        pytest.param("says: [he fell]", "says: ['he (fell']", "'fell': no regular expression", id="pattern"),
        pytest.param("he fell", "<who> fell", "'fell': missing or unknown: 'who'", id="part"),
        pytest.param("reach: before", "reach: far", "'denied': missing or unknown", id="reach"),
        pytest.param("unless: [denied]", "unles: [no]", "'fell': missing or unknown: 'unles'", id="field"),
        pytest.param("cues:", "clues:", "care.yaml: needs valid YAML with parts, cues and rules", id="section"),
    ],
)
def test_a_broken_rule_names_itself(tmp_path, old, new, message):
    path = tmp_path / "care.yaml"
    path.write_text(GOOD_RULE.replace(old, new), "utf-8")
    with pytest.raises(AnalyzerError, match=message):
        read_rules(path)
