"""What a phrase of the notation stands for."""

import pytest

from analyzer.cues.forms import inflect
from analyzer.cues.notation import read_phrase

CLASSES = {"one": "him|her", "two": "(my <kin> | <one>)", "kin": "aunt~"}


def words(phrase: str) -> list[list[str]]:
    """Spell out the sequences: alternatives joined by a bar, what may be missing in brackets, gaps as dots."""
    return [
        [
            "." * slot.gap
            if slot.gap
            else f"[{'|'.join(sorted(slot.words))}]"
            if slot.optional
            else "|".join(sorted(slot.words or {"*"}))
            for slot in sequence
        ]
        for sequence in read_phrase(phrase, CLASSES)
    ]


@pytest.mark.parametrize(
    ("phrase", "sequences"),
    [
        pytest.param("keep quiet", [["keep", "quiet"]], id="words"),
        pytest.param("quiet|silent now", [["quiet|silent", "now"]], id="either word"),
        pytest.param("put [it] down", [["put", "[it]", "down"]], id="one word that may be missing"),
        pytest.param("put [it all] down", [["put", "it", "all", "down"], ["put", "down"]], id="several"),
        pytest.param("say … again", [["say", "...", "again"]], id="gap"),
        pytest.param("say …5 again", [["say", ".....", "again"]], id="wide gap"),
        pytest.param("(give in|fold)", [["fold"], ["give", "in"]], id="a bar in a bracket parts sequences"),
        pytest.param("(my|his car | it)", [["it"], ["his|my", "car"]], id="it binds tighter beside a spaced one"),
        pytest.param("tell <one>", [["tell", "her|him"]], id="class"),
        pytest.param(
            "tell <two>", [["tell", "her|him"], ["tell", "my", "aunt|aunted|aunting|aunts"]], id="nested class"
        ),
        pytest.param("* down", [["*", "down"]], id="any word"),
        pytest.param("ca n't", [["ca", "n't|n’t"]], id="either apostrophe"),
    ],
)
def test_a_phrase_stands_for_sequences(phrase, sequences):
    assert words(phrase) == sequences


def test_a_tag_asks_for_a_part_of_speech():
    ((slot,),) = read_phrase("ring~/V", CLASSES)
    assert slot.tags == ("VERB", "AUX")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        pytest.param("walk", {"walk", "walks", "walked", "walking"}, id="regular"),
        pytest.param("slam", {"slam", "slams", "slammed", "slamming"}, id="doubled"),
        pytest.param("shout", {"shout", "shouts", "shouted", "shouting"}, id="not doubled"),
        pytest.param("cry", {"cry", "cries", "cried", "crying"}, id="y"),
        pytest.param("cave", {"cave", "caves", "caved", "caving"}, id="silent e"),
        pytest.param("tie", {"tie", "ties", "tied", "tying"}, id="ie"),
        pytest.param("push", {"push", "pushes", "pushed", "pushing"}, id="sibilant"),
        pytest.param("freeze", {"freeze", "freezes", "froze", "frozen", "freezing"}, id="irregular"),
        pytest.param("apologise", {"apologise", "apologize"}, id="both spellings"),
    ],
)
def test_a_word_is_inflected(word, forms):
    assert forms <= inflect(word)
