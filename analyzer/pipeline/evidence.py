"""What heads and cues find in sentences, and on which words."""

from bisect import bisect_right
from collections.abc import Sequence
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

# Below this the head's word is not worth telling beside a cue.
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
    """What speaks for labels in the sentences of an entry.

    Attributes:
        head: The head's probabilities, shape (n_sentences, n_labels).
        cues: By sentence, the best cue of each label that matched.
        precision: Of those cues, NaN where none matched; shape as ``head``.
    """

    head: Floats
    cues: list[dict[str, CueMatch]]
    precision: Floats


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


def gather(doc: Doc, sentences: Sequence[Span], read: Floats, labels: Sequence[str], kind: Kind) -> Evidence:
    """Return what speaks for any label in any sentence; cues are looked for where a sentence is parsed.

    Args:
        read: The head's probabilities, shape (n_sentences, n_labels).
    """
    parsed = [s for s in sentences if s.root.dep_]
    cues = strongest(matcher(doc.vocab, kind).find(doc, parsed) if parsed else [], sentences)
    precision = np.full(read.shape, np.nan)
    for number, here in enumerate(cues):
        for label, cue in here.items():
            precision[number, labels.index(label)] = cue.precision
    return Evidence(read, cues, precision)


def find_candidates(
    doc: Doc, sentences: Sequence[Span], entry: EntryVectors, heads: Mentions, read: Floats, kind: Kind
) -> list[Candidate]:
    """Return what head and cues find together, on the clause of the cue where there is one.

    Args:
        read: The head's probabilities, shape (n_sentences, n_labels).
    """
    if not sentences:
        return []
    head, found = heads.head, []
    clauses_of: dict[int, ReadClauses] = {}
    evidence = gather(doc, sentences, read, head.labels, kind)
    scores = heads.combination.probabilities(evidence.head, evidence.precision)
    alone = heads.combination.alone(evidence.head, evidence.precision)
    bars = np.array([head.thresholds[label] for label in head.labels])
    for number, column in np.argwhere(heads.combination.counts(scores, bars)).tolist():
        label = head.labels[column]
        cue, probability = evidence.cues[number].get(label), float(evidence.head[number, column])
        if cue:
            start, end = around(cue, sentences[number])
        else:
            if number not in clauses_of:
                clauses_of[number] = read_clauses(sentences[number], number, entry, head)
            start, end = clauses_of[number].telling(column)
        why = reason(probability, in_words(label, kind), doc[cue.start : cue.end].text if cue else "")
        if alone[number, column] < bars[column]:
            why = f"{why}; the rest of the entry points to it"
        found.append(Candidate(label, number, start, end, float(scores[number, column]), why))
    return found


def around(cue: CueMatch, sentence: Span) -> tuple[int, int]:
    """Return the clauses of a parsed sentence that hold the words of a cue."""
    held = [part for part in clauses(sentence) if part.start < cue.end and cue.start < part.end]
    return min(cue.start, held[0].start), max(cue.end, held[-1].end)


def reason(probability: float, name: str, words: str) -> str:
    """Return why a label is there: what the sentence reads like, the words of a cue, or both.

    Args:
        probability: The head's.
        words: Those of the cue, or "".
    """
    said = [f"reads like “{name}” ({probability:.2f})"] if probability >= FLOOR or not words else []
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
