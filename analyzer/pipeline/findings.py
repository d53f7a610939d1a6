"""Heads, cues and context put together to findings, each with its words and its reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from analyzer.context import read_context
from analyzer.cues import CueMatch
from analyzer.heads.linear import Floats, LinearChoice, LinearHead, Vectors
from analyzer.language import clauses
from analyzer.people import People, find_people
from analyzer.pipeline.attributes import decide
from analyzer.pipeline.candidates import Kind, matcher
from analyzer.pipeline.models import Mentions, encoder, neighbours
from analyzer.reflection import PatternFinding, TriggerFinding
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
    """The clauses of a sentence and what the head finds in each alone.

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


def gather(doc: Doc, sentences: Sequence[Span], vectors: Vectors, head: LinearHead, kind: Kind) -> Iterator[Evidence]:
    """Yield what speaks for any label in any sentence."""
    if not sentences:
        return
    probabilities = head.probabilities(vectors)
    parsed = [s for s in sentences if s.root.dep_]
    cues = matcher(doc.vocab, kind).find(doc, parsed) if parsed else []
    for number, here in enumerate(strongest(cues, sentences)):
        for column, label in enumerate(head.labels):
            probability, cue = float(probabilities[number, column]), here.get(label)
            if cue or probability >= FLOOR:
                yield Evidence(number, column, probability, cue)


def find_candidates(
    doc: Doc, sentences: Sequence[Span], vectors: Vectors, heads: Mentions, kind: Kind
) -> list[Candidate]:
    """Return what head and cue find together, on the words of the cue where there is one."""
    found = []
    clauses_of: dict[int, ReadClauses] = {}
    for evidence in gather(doc, sentences, vectors, heads.head, kind):
        label, cue = heads.head.labels[evidence.column], evidence.cue
        score = heads.combination.probability(evidence.probability, cue.precision if cue else None)
        if score < heads.head.thresholds[label]:
            continue
        if cue:
            start, end = cue.start, cue.end
        else:
            if evidence.sentence not in clauses_of:
                clauses_of[evidence.sentence] = read_clauses(sentences[evidence.sentence], heads)
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


def read_clauses(sentence: Span, heads: Mentions) -> ReadClauses:
    """Read each clause of a sentence alone; a sentence of one clause needs no reading."""
    parts = clauses(sentence) if sentence.root.dep_ else [sentence]
    if len(parts) == 1:
        return ReadClauses(((sentence.start, sentence.end),), np.zeros((1, len(heads.head.labels))))
    alone = neighbours().around(encoder().encode([part.text for part in parts]), [1] * len(parts))
    return ReadClauses(tuple((part.start, part.end) for part in parts), heads.head.margins(alone))


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


def read(choice: LinearChoice, vectors: Vectors, candidates: Sequence[Candidate]) -> Floats:
    """Return the probabilities of each candidate's values of an attribute, shape (n_candidates, n_values)."""
    if not candidates:
        return np.zeros((0, len(choice.labels)))
    return choice.probabilities(vectors[[c.sentence for c in candidates]], [c.label for c in candidates])


def find_patterns(
    doc: Doc, sentences: Sequence[Span], vectors: Vectors, heads: Mentions, known: Mapping[str, str]
) -> list[PatternFinding]:
    """Return the patterns of a doc in the order of the text."""
    candidates = find_candidates(doc, sentences, vectors, heads, "patterns")
    tables = {name: read(choice, vectors, candidates) for name, choice in heads.choices.items()}
    people: People | None = find_people(doc, known) if candidates else None
    family_of = load_taxonomy().family_of
    found = []
    for i, candidate in enumerate(candidates):
        assert people is not None
        context = read_context(doc, candidate.start, candidate.end, people, candidate.label)
        agent, status, when = (
            decide(name, heads.choices[name].labels, tables[name][i], context) for name in ("agent", "status", "when")
        )
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
    doc: Doc, sentences: Sequence[Span], vectors: Vectors, heads: Mentions, known: Mapping[str, str]
) -> list[TriggerFinding]:
    """Return the triggers of a doc in the order of the text."""
    candidates = find_candidates(doc, sentences, vectors, heads, "triggers")
    sources = read(heads.choices["who"], vectors, candidates)
    people = find_people(doc, known) if candidates else None
    found = []
    for candidate, row in zip(candidates, sources, strict=True):
        span = doc[candidate.start : candidate.end]
        who = named_source(span, people) or heads.choices["who"].labels[int(row.argmax())]
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
