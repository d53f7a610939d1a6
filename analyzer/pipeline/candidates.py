"""Which sentences are worth a parse: most of a journal's hold no pattern."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span

from analyzer.cues import anchors, load_cues
from analyzer.heads.linear import Floats

# A sentence whose best pattern stands below this, and that holds no word of a cue, is not parsed.
GATE = 0.08


def choose(doc: Doc, sentences: Sequence[Span], probabilities: Floats) -> list[Span]:
    """Return the sentences that the heads or the cue data point at."""
    words = cue_words()
    return [
        sentence
        for sentence, row in zip(sentences, probabilities, strict=True)
        if row.max() >= GATE or any(token.lower_ in words for token in sentence)
    ]


@cache
def cue_words() -> frozenset[str]:
    """Return the word forms without which no cue of a pattern or trigger can match."""
    return anchors(load_cues("patterns")) | anchors(load_cues("triggers"))
