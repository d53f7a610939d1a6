"""What heads and cues find in sentences, and on which words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from analyzer.cues import CueMatch
from analyzer.encoder import EntryVectors, tidied_place
from analyzer.heads import AttentionHead
from analyzer.heads.linear import Floats
from analyzer.language import clauses
from analyzer.pipeline.candidates import Kind, matcher
from analyzer.pipeline.models import Mentions
from analyzer.taxonomy import load as load_taxonomy

# Below this the head's word counts for nothing.
FLOOR = 0.02
# By this much in log odds a clause must lead the next one to stand for its sentence; set by hand.
STANDS_OUT = 0.7


@dataclass(frozen=True)
class Candidate:
    """A label that a sentence may hold.

    Attributes:
        start: Token offsets in the doc, ``end`` exclusive.
    """

    label: str
    sentence: int
    start: int
    end: int
    score: float
    why: str


@dataclass(frozen=True)
class Evidence:
    """What speaks for a label in a sentence: the head's probability and the best cue, where one matched."""

    sentence: int
    column: int
    probability: float
    cue: CueMatch | None


@dataclass(frozen=True)
class ReadClauses:
    """The clauses of a sentence and what the head finds in the tokens of each.

    Attributes:
        spans: Token offsets in the doc, ends exclusive.
        margins: Log odds of shape (n_clauses, n_labels).
    """

    spans: tuple[tuple[int, int], ...]
    margins: Floats

    def telling(self, column: int) -> tuple[int, int]:
        """Return the clause that holds the label most; the whole sentence where none stands out."""
        order = np.argsort(-self.margins[:, column])
        if len(order) > 1 and self.margins[order[0], column] - self.margins[order[1], column] < STANDS_OUT:
            return self.spans[0][0], self.spans[-1][1]
        return self.spans[order[0]]


def gather(
    doc: Doc, sentences: Sequence[Span], entry: EntryVectors, head: AttentionHead, kind: Kind
) -> Iterator[Evidence]:
    """Yield what speaks for any label in any sentence."""
    if not sentences:
        return
    probabilities = head.probabilities(entry.token_rows, entry.lengths)
    parsed = [s for s in sentences if s.root.dep_]
    cues = matcher(doc.vocab, kind).find(doc, parsed) if parsed else []
    for number, here in enumerate(strongest(cues, sentences)):
        for column, label in enumerate(head.labels):
            probability, cue = float(probabilities[number, column]), here.get(label)
            if cue or probability >= FLOOR:
                yield Evidence(number, column, probability, cue)


def find_candidates(
    doc: Doc, sentences: Sequence[Span], entry: EntryVectors, heads: Mentions, kind: Kind
) -> list[Candidate]:
    """Return what head and cue find together, on the words of the cue where there is one."""
    found = []
    clauses_of: dict[int, ReadClauses] = {}
    for evidence in gather(doc, sentences, entry, heads.head, kind):
        label, cue = heads.head.labels[evidence.column], evidence.cue
        score = heads.combination.probability(evidence.probability, cue.precision if cue else None)
        if score < heads.head.thresholds[label]:
            continue
        if cue:
            start, end = cue.start, cue.end
        else:
            if evidence.sentence not in clauses_of:
                clauses_of[evidence.sentence] = read_clauses(
                    sentences[evidence.sentence], evidence.sentence, entry, heads.head
                )
            start, end = clauses_of[evidence.sentence].telling(evidence.column)
        why = reason(evidence, in_words(label, kind), doc[start:end].text if cue else "")
        found.append(Candidate(label, evidence.sentence, start, end, score, why))
    return found


def reason(evidence: Evidence, name: str, words: str) -> str:
    """Return why a label is there: what the sentence reads like, the words of a cue, or both."""
    said = [f"reads like “{name}” ({evidence.probability:.2f})"] if evidence.probability >= FLOOR else []
    return "; ".join(
        said + ([f"the words “{words}” for “{name}”" if not said else f"the words “{words}”"] if words else [])
    )


def in_words(label: str, kind: Kind) -> str:
    """Return a label as people would say it: the name of a pattern, the definition of a trigger."""
    words = load_taxonomy()
    if kind == "patterns":
        return next(pattern.name for pattern in words.patterns if pattern.label == label).lower()
    return next(trigger.definition for trigger in words.triggers if trigger.label == label)


def read_clauses(sentence: Span, number: int, entry: EntryVectors, head: AttentionHead) -> ReadClauses:
    """Read the tokens of each clause of a sentence; a sentence of one clause needs no reading."""
    parts = clauses(sentence) if sentence.root.dep_ else [sentence]
    if len(parts) == 1:
        return ReadClauses(((sentence.start, sentence.end),), np.zeros((1, len(head.labels))))
    rows = entry.token_rows
    inside = [rows[entry.rows_within(number, *placed(sentence, part))] for part in parts]
    margins = head.margins(np.concatenate(inside), [len(part) for part in inside])
    return ReadClauses(tuple((part.start, part.end) for part in parts), margins)


def placed(sentence: Span, part: Span) -> tuple[int, int]:
    """Return where a part of a sentence stands in it once tidied, in characters."""
    begin = sentence.start_char
    return tidied_place(sentence.text, part.start_char - begin, part.end_char - begin)


def strongest(cues: Sequence[CueMatch], sentences: Sequence[Span]) -> list[dict[str, CueMatch]]:
    """Return for each sentence the most precise match of each label, the longest of equals."""
    begins = [sentence.start for sentence in sentences]
    found: list[dict[str, CueMatch]] = [{} for _ in sentences]
    for cue in cues:
        here = found[bisect_right(begins, cue.start) - 1]
        held = here.get(cue.label)
        if held is None or (cue.precision, cue.end - cue.start) > (held.precision, held.end - held.start):
            here[cue.label] = cue
    return found
