"""Which sentences are worth a parse: most of a journal's hold no pattern."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from analyzer.cues import CueMatcher, load_cues
from analyzer.heads.linear import Floats

Kind = Literal["patterns", "triggers"]
# A sentence whose best pattern stands below this, and whose words can match no cue, is not parsed.
GATE = 0.08


def choose(doc: Doc, sentences: Sequence[Span], probabilities: Floats) -> list[Span]:
    """Return the sentences that the heads or the cue data point at."""
    matchers = (matcher(doc.vocab, "patterns"), matcher(doc.vocab, "triggers"))
    chosen = []
    for sentence, row in zip(sentences, probabilities, strict=True):
        words = {token.lower_ for token in sentence}
        if row.max() >= GATE or any(cues.possible(words) for cues in matchers):
            chosen.append(sentence)
    return chosen


@cache
def matcher(vocab: Vocab, kind: Kind) -> CueMatcher:
    """Return the cue matcher; one a vocabulary."""
    return CueMatcher(vocab, load_cues(kind))
