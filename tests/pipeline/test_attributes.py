"""What rules hint at, as numbers that a choice can weigh."""

import numpy as np
import pytest

from analyzer.context import Context
from analyzer.language import load_tokenizer, units
from analyzer.people import find_people
from analyzer.pipeline.attributes import CERTAINTIES, SOURCE_HINTS, context_hints, source_hints

STATUSES = ("done", "resisted", "urge", "imagined")
ROLES = ("partner", "sibling", "work", "self", "none")


@pytest.mark.parametrize("certainty", range(CERTAINTIES))
def test_rules_speak_for_one_value_with_one_certainty(certainty):
    hints = context_hints("status", STATUSES, Context("self", "resisted", "now", (), 0, certainty, 0))
    assert hints.sum() == hints[1, CERTAINTIES + certainty] == 1


def hinted(text, words):
    """Return hint → the roles that it speaks for, for a trigger told in ``words``."""
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    doc = nlp(text)
    start = text.index(words)
    span, sentences = doc.char_span(start, start + len(words)), units(doc)
    number = next(n for n, sentence in enumerate(sentences) if sentence.start <= span.start < sentence.end)
    table = source_hints(span, sentences, number, find_people(doc), ROLES)
    assert table.shape == (len(ROLES), len(SOURCE_HINTS))
    return {hint: [ROLES[row] for row in np.flatnonzero(table[:, n])] for n, hint in enumerate(SOURCE_HINTS)}


def test_who_is_named_in_the_words_and_around_them():
    told = hinted("My sister came by. My boss had shouted at me.", "My boss had shouted")
    assert told["named first in the words"] == ["work"]
    assert told["named in the sentence before"] == ["sibling"]
    assert told["named last before the words"] == ["sibling"]
    assert told["named in the entry"] == ["sibling", "work"]
    assert told["the only one that the entry names"] == []


def test_a_pronoun_stands_for_who_was_named_last():
    told = hinted("Dinner with my sister. Later she laughed at my coat.", "she laughed")
    assert told["a pronoun in the words stands for it"] == ["sibling"]
    assert told["named first in the words"] == []
    assert told["the only one that the entry names"] == ["sibling"]


def test_nobody_is_named():
    assert not any(hinted("The letter came. It was a no.", "It was a no").values())
