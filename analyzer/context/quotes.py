"""Direct speech: where a quote opens, and the verb that says who speaks."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.strings import StringStore
from spacy.tokens import Token

from analyzer.context.clause import SPOKEN, THOUGHTS, VERBAL, Clause, is_bare
from analyzer.context.cues import plain
from analyzer.context.words import load_words

# These are verbs of saying before a quote only: "he's like", "she goes", "mum calls".
ONLY_BEFORE = frozenset({"be", "call", "like", "go", "read"})
MARKS = frozenset({'"', "“", "``", "‘", "'", "''", "”", "’"})
SINGLE = frozenset({"'", "’", "‘"})
# A verb of saying stands this near after a quote's words.
AFTER = 25


def quote_start(clause: Clause) -> int | None:
    """Return the token offset where the quote that holds the finding opens, or None outside quotes."""
    begin = clause.sentence.start
    for sentence in clause.before():
        begin = sentence.start
    opened: int | None = None
    spelled = clause.doc[begin : clause.verb.i].to_array([ORTH])  # type: ignore[attr-defined]
    for place in np.flatnonzero(np.isin(spelled, _marks(clause.doc.vocab.strings))):
        token = clause.doc[begin + int(place)]
        before = clause.doc[token.i - 1] if token.i else None
        spaced = before is None or bool(before.whitespace_) or before.is_space
        if token.text in SINGLE and opened is None and not spaced:
            continue
        closes = opened is not None and not (spaced and token.text in {"“", "‘"})
        opened = None if closes else token.i
    return opened


@cache
def _marks(strings: StringStore) -> NDArray[np.uint64]:
    return np.array([strings.add(mark) for mark in sorted(MARKS)], dtype=np.uint64)


def saying(clause: Clause, begin: int) -> Iterator[Token]:
    """Yield verbs of saying: before the quote in its sentence, nearest first, then after the finding."""
    for token in reversed(list(clause.doc[clause.doc[begin].sent.start : begin])):
        if token.lemma_ in load_words().saying and token.pos_ in VERBAL:
            yield token
    rest = clause.doc[clause.end : min(clause.sentence.end, clause.end + AFTER)]
    closed = next((t.i for t in rest if t.text in MARKS), clause.end)
    for token in clause.doc[closed : rest.end]:
        if token.lemma_ in load_words().saying - ONLY_BEFORE and token.pos_ in VERBAL:
            yield token


def telling(clause: Clause) -> Token | None:
    """Return the verb of saying whose content the finding is: "I told him [he gives it back]", else None."""
    verb = clause.verb
    while verb.dep_ == "conj":
        verb = verb.head
    above = verb.head
    if (
        verb.dep_ != "ccomp"
        or above.dep_ == "pcomp"
        or above.lemma_ not in load_words().saying
        or above.lemma_ in {"be", "think", "go", "like"}
    ):
        return None
    return None if clause.start <= above.i < clause.end else above


def said_by(clause: Clause, pattern: str) -> int | None:
    """Return the token offset of the verb that says the finding's words, which tells whether and when they were said.

    ``pattern`` is the finding's label: a thought within a quote stands for itself.
    """
    begin = quote_start(clause)
    if begin is not None and pattern not in THOUGHTS:
        return next((token.i for token in saying(clause, begin)), None)
    told = telling(clause) if pattern in SPOKEN else None
    return None if told is None else told.i


def is_advice(verb: Token) -> bool:
    """Tell whether a verb is bare advice of another: "says [sleep on it]"."""
    return is_bare(verb) and any(
        child.dep_ in {"nsubj"} and plain(child) not in {"i", "we"} for child in verb.head.children
    )
