"""Heads, cues and context put together to findings, each with its words and its reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from spacy.tokens import Doc, Span

from analyzer.context import read_context
from analyzer.cues import CueMatch
from analyzer.encoder import with_neighbours
from analyzer.heads.linear import Floats
from analyzer.language import clauses
from analyzer.people import People, find_people
from analyzer.pipeline.candidates import Kind, matcher
from analyzer.pipeline.models import Mentions, encoder
from analyzer.reflection import PatternFinding, TriggerFinding
from analyzer.taxonomy import load as load_taxonomy

# The heads' thresholds give the best F1 on a corpus that is denser than life. Patterns must stand this much higher,
# so that ordinary days stay ordinary: chosen on the development journals for at least 0.8 of them left clean.
CAUTION: Mapping[Kind, float] = {"patterns": 2.5, "triggers": 1.6}
HIGHEST = 0.9
# What a cue's precision on the corpus is worth beside the head: set by hand, seen to help on the development journals.
CUE_TRUST = 0.7
# By this much in log odds a clause must lead the next one to stand for its sentence; set by hand, likewise.
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


def find_candidates(doc: Doc, sentences: Sequence[Span], vectors: Any, heads: Mentions, kind: Kind) -> list[Candidate]:
    """Return what the head finds, on the words of a cue where one matched in the sentence."""
    if not sentences:
        return []
    head = heads.head
    probabilities = head.probabilities(vectors)
    parsed = [s for s in sentences if s.root.dep_]
    cues = matcher(doc.vocab, kind).find(doc, parsed) if parsed else []
    by_sentence = strongest(cues, sentences)
    found = []
    for number, sentence in enumerate(sentences):
        here = by_sentence[number]
        for column, label in enumerate(head.labels):
            cue = here.get(label)
            probability = float(probabilities[number, column])
            score = together(probability, cue.precision if cue else None)
            if score < min(HIGHEST, head.thresholds[label] * CAUTION[kind]):
                continue
            if cue:
                start, end = cue.start, cue.end
            else:
                start, end = telling_clause(sentence, heads, column)
            why = f"reads like {label} ({probability:.2f})" + (f"; the words “{doc[start:end].text}”" if cue else "")
            found.append(Candidate(label, number, start, end, score, why))
    return found


def telling_clause(sentence: Span, heads: Mentions, column: int) -> tuple[int, int]:
    """Return the token offsets of the clause that the head finds the label in most, taken alone.

    The whole sentence where no clause stands out.
    """
    parts = clauses(sentence) if sentence.root.dep_ else [sentence]
    if len(parts) == 1:
        return sentence.start, sentence.end
    alone = with_neighbours(encoder().encode([part.text for part in parts]), [1] * len(parts))
    margins = heads.head.margins(alone)[:, column]
    first, second = np.argsort(-margins)[:2]
    if margins[first] - margins[second] < STANDS_OUT:
        return sentence.start, sentence.end
    return parts[first].start, parts[first].end


def together(probability: float, precision: float | None) -> float:
    """Return the probability that head and cue are not both wrong.

    The head has seen the same words, so a cue counts for less than an independent witness would.
    """
    if precision is None:
        return probability
    return 1 - (1 - probability) * (1 - CUE_TRUST * precision)


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


def choose(
    heads: Mentions, name: str, vectors: Any, labels: Sequence[str], candidates: Sequence[Candidate]
) -> list[tuple[str, float]]:
    """Return each candidate's most probable value of an attribute and its probability."""
    if not candidates:
        return []
    rows = vectors[[c.sentence for c in candidates]]
    columns = [labels.index(c.label) for c in candidates]
    hot = csr_matrix(
        (np.ones(len(columns), dtype=np.float32), (np.arange(len(columns)), columns)),
        shape=(len(columns), len(labels)),
    )
    choice = heads.choices[name]
    table: Floats = choice.probabilities(hstack([rows, hot], format="csr", dtype=np.float32))
    return [(choice.labels[int(row.argmax())], float(row.max())) for row in table]


def find_patterns(
    doc: Doc, sentences: Sequence[Span], vectors: Any, heads: Mentions, known: Mapping[str, str]
) -> list[PatternFinding]:
    """Return the patterns of a doc in the order of the text."""
    candidates = find_candidates(doc, sentences, vectors, heads, "patterns")
    guesses = {name: choose(heads, name, vectors, heads.head.labels, candidates) for name in heads.choices}
    people: People | None = find_people(doc, known) if candidates else None
    family_of = load_taxonomy().family_of
    found = []
    for i, candidate in enumerate(candidates):
        assert people is not None
        context = read_context(doc, candidate.start, candidate.end, people, candidate.label)
        agent = context.agent if context.agent_sure else guesses["agent"][i][0]
        status = context.status if context.status_sure else guesses["status"][i][0]
        when = context.when if context.when_sure else guesses["when"][i][0]
        span = doc[candidate.start : candidate.end]
        found.append(
            PatternFinding(
                pattern=candidate.label,
                family=family_of[candidate.label],
                agent=agent,  # type: ignore[arg-type]  # the head's labels are AGENTS, STATUSES and WHENS
                status=status,  # type: ignore[arg-type]
                when=when,  # type: ignore[arg-type]
                start=span.start_char,
                end=span.end_char,
                quote=span.text,
                score=round(candidate.score, 3),
                why="; ".join((candidate.why, *context.why)),
            )
        )
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def find_triggers(
    doc: Doc, sentences: Sequence[Span], vectors: Any, heads: Mentions, known: Mapping[str, str]
) -> list[TriggerFinding]:
    """Return the triggers of a doc in the order of the text."""
    candidates = find_candidates(doc, sentences, vectors, heads, "triggers")
    sources = choose(heads, "who", vectors, heads.head.labels, candidates)
    people = find_people(doc, known) if candidates else None
    found = []
    for candidate, (guess, _) in zip(candidates, sources, strict=True):
        span = doc[candidate.start : candidate.end]
        who = named_source(span, people) or guess
        found.append(
            TriggerFinding(
                candidate.label,
                who,
                span.start_char,
                span.end_char,
                span.text,
                round(candidate.score, 3),
                candidate.why,
            )
        )
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def named_source(span: Span, people: People | None) -> str | None:
    """Return the role of the first person whom the words name by role or name, such as "my boss"; else None."""
    if people is None:
        return None
    first = bisect_left(people.mentions, span.start, key=lambda mention: mention.start)
    for mention in people.mentions[first:]:
        if mention.start >= span.end:
            break
        if mention.role:
            return mention.role
    return None
