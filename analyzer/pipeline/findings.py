"""Heads, cues and context put together to findings, each with its words and its reason."""

from collections.abc import Mapping, Sequence

import numpy as np
from spacy.tokens import Doc, Span

from analyzer.context import read_context
from analyzer.encoder import EntryVectors
from analyzer.heads.linear import Floats, Vectors
from analyzer.people import People, find_people
from analyzer.pipeline.attributes import context_hints, source_hints
from analyzer.pipeline.evidence import Candidate, find_candidates, placed
from analyzer.pipeline.models import Mentions
from analyzer.reflection import PatternFinding, TriggerFinding
from analyzer.taxonomy import load as load_taxonomy


def candidate_rows(
    doc: Doc, sentences: Sequence[Span], entry: EntryVectors, candidates: Sequence[Candidate]
) -> Vectors:
    """Return each candidate's sentence with its neighbours, beside the candidate's own words; shape (n, width)."""
    rows = [
        np.concatenate(
            [entry.sentences[c.sentence], entry.span(c.sentence, *placed(sentences[c.sentence], doc[c.start : c.end]))]
        )
        for c in candidates
    ]
    return np.array(rows, dtype=np.float32)


def find_patterns(
    doc: Doc,
    sentences: Sequence[Span],
    entry: EntryVectors,
    heads: Mentions,
    read: Floats,
    known: Mapping[str, str],
) -> list[PatternFinding]:
    """Return the patterns of a doc in the order of the text.

    Args:
        read: The head's probabilities, shape (n_sentences, n_labels).
        known: Names of people and who they are to the writer.
    """
    candidates = find_candidates(doc, sentences, entry, heads, read, "patterns")
    if not candidates:
        return []
    rows, labels = candidate_rows(doc, sentences, entry, candidates), [c.label for c in candidates]
    tables = {name: choice.probabilities(rows, labels) for name, choice in heads.choices.items()}
    people = people_of(doc, known)
    family_of = load_taxonomy().family_of
    found = []
    for i, candidate in enumerate(candidates):
        context = read_context(doc, candidate.start, candidate.end, people, candidate.label)
        agent, status, when = (
            heads.decide(name, tables[name][i], context_hints(name, heads.choices[name].labels, context))
            for name in ("agent", "status", "when")
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
    doc: Doc,
    sentences: Sequence[Span],
    entry: EntryVectors,
    heads: Mentions,
    read: Floats,
    known: Mapping[str, str],
) -> list[TriggerFinding]:
    """Return the triggers of a doc in the order of the text; arguments as for ``find_patterns``."""
    candidates = find_candidates(doc, sentences, entry, heads, read, "triggers")
    if not candidates:
        return []
    choice = heads.choices["who"]
    sources = choice.probabilities(candidate_rows(doc, sentences, entry, candidates), [c.label for c in candidates])
    people = people_of(doc, known)
    found = []
    for candidate, row in zip(candidates, sources, strict=True):
        span = doc[candidate.start : candidate.end]
        hints = source_hints(span, sentences, candidate.sentence, people, choice.labels)
        found.append(
            TriggerFinding(
                candidate.label,
                heads.decide("who", row, hints),
                span.start_char,
                span.end_char,
                span.text,
                round(candidate.score, 3),
                candidate.why,
            )
        )
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def people_of(doc: Doc, known: Mapping[str, str]) -> People:
    """Return who is in a doc, read once for patterns and triggers."""
    held: tuple[Mapping[str, str], People] | None = doc._.analyzer_people
    if held is None or held[0] != known:
        held = doc._.analyzer_people = (known, find_people(doc, known))
    return held[1]
