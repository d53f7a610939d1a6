"""On which words a finding stands."""

import pytest

from analyzer.cues import CueMatch
from analyzer.language import load_parser
from analyzer.pipeline.evidence import around

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parsed():
    return load_parser()


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("He shouted at the dog, but I went quiet and left the room.", "went quiet", "I went quiet"),
        ("I went quiet.", "went quiet", "I went quiet."),
        ("I said I was sorry, and she sat with me until it passed.", "sat with me", "she sat with me"),
    ],
)
def test_a_cue_is_quoted_with_its_clause(parsed, text, words, quote):
    doc = parsed(text)
    here = doc.char_span(text.index(words), text.index(words) + len(words))
    start, end = around(CueMatch("shutdown", "cue", here.start, here.end, 0.5), next(doc.sents))
    assert doc[start:end].text == quote
