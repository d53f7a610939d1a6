"""A stream of entries → a stream of reflections, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from analyzer.care import speaks_of_danger
from analyzer.entry import Entry
from analyzer.heads import AttentionHead
from analyzer.language import language_of, units
from analyzer.pipeline import models
from analyzer.pipeline.components import BATCH
from analyzer.pipeline.load import load
from analyzer.reflection import FeelingWords, Match, PatternFinding, Reflection

# Intensity and severity are read to about half a step; nearer than this they fit each other.
FITS = 0.75
# A batch of entries ends at this many characters: memory is bounded by it, and by the longest entry.
BATCH_CHARACTERS = 200_000


def reflect(entries: Iterable[Entry], *, people: Mapping[str, str] | None = None) -> Iterator[Reflection]:
    """Yield a reflection for every entry, in order.

    An entry without text, not in English, or that the reader could not make out is yielded with ``skipped``.
    Memory holds one batch of entries at a time.
    """
    nlp = load(people=people)
    for batch in _batches(entries):
        # Products of small matrices gain nothing from a second core and would keep it spinning.
        with threadpool_limits(limits=1, user_api="blas"):
            found = _reflect_batch(nlp, batch)
        yield from found


def _reflect_batch(nlp: Language, batch: Sequence[Entry]) -> list[Reflection]:
    languages = [language_of(entry.text) for entry in batch]
    reasons = [why_skipped(entry, language) for entry, language in zip(batch, languages, strict=True)]
    docs = nlp.pipe((entry.text for entry, reason in zip(batch, reasons, strict=True) if not reason), batch_size=BATCH)
    return [
        _skipped(entry, language, reason) if reason else _reflection(entry, language, next(docs))
        for entry, language, reason in zip(batch, languages, reasons, strict=True)
    ]


def explain(text: str, *, people: Mapping[str, str] | None = None) -> Reflection:
    """Return the reflection of one text; its findings say why."""
    return next(reflect([Entry(id="text", text=text)], people=people))


def why_skipped(entry: Entry, language: str) -> str:
    """Return why the entry is not analysed, else ""."""
    if entry.problem:
        return entry.problem
    if not language:
        return "no text" if not entry.text.strip() else "no words"
    return "" if language == "en" else "not English"


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Part the stream by number of entries and of characters, so that memory stays bounded."""
    stream = iter(entries)
    while batch := list(islice(stream, 1)):
        size = len(batch[0].text)
        while len(batch) < BATCH and size < BATCH_CHARACTERS and (more := list(islice(stream, 1))):
            batch += more
            size += len(more[0].text)
        yield batch


def _skipped(entry: Entry, language: str, reason: str) -> Reflection:
    return Reflection(
        id=entry.id,
        date=entry.date,
        source=entry.source,
        words=len(entry.text.split()),
        language=language,
        skipped=reason,
        place=entry.place,
        text=entry.text,
    )


def _reflection(entry: Entry, language: str, doc: Doc) -> Reflection:
    heads = models.entry_heads()
    feelings_present = _present(doc._.feelings, heads.feelings.thresholds)
    patterns = doc._.analyzer_pattern_findings
    return Reflection(
        id=entry.id,
        date=entry.date,
        source=entry.source,
        words=len(entry.text.split()),
        language=language,
        feelings=doc._.feelings,
        feelings_present=feelings_present,
        feeling_words=_feeling_words(doc, feelings_present, heads.feelings),
        topics=doc._.topics,
        topics_present=_present(doc._.topics, heads.topics.thresholds),
        triggers=doc._.analyzer_trigger_findings,
        patterns=patterns,
        intensity=doc._.intensity,
        severity=doc._.severity,
        match=match(doc._.intensity, doc._.severity, bool(feelings_present)),
        cycle=cycle(patterns),
        care=bool(speaks_of_danger(entry.text)),
        place=entry.place,
        text=entry.text,
    )


def _feeling_words(doc: Doc, present: Sequence[str], head: AttentionHead) -> tuple[FeelingWords, ...]:
    sentences, found, read = units(doc), [], doc._.analyzer_vectors
    if not present or not sentences:
        return ()
    rows = read.token_rows
    for label in present:
        best, share = head.telling(rows, label, read.lengths)
        words = sentences[best]
        found.append(FeelingWords(label, words.start_char, words.end_char, words.text, round(share, 3)))
    return tuple(found)


def match(intensity: float, severity: float, felt: bool) -> Match | None:
    """Compare how strong the feelings are with how serious the situation is, both 0 to 3."""
    if not felt:
        return None
    if intensity - severity > FITS:
        return "higher"
    return "lower" if severity - intensity > FITS else "fits"


def cycle(patterns: Iterable[PatternFinding]) -> bool:
    """Tell whether one side pursues or attacks and the other withdraws, in the entry's own time."""
    real = [p for p in patterns if p.status == "done" and p.when == "now"]
    towards = {p.agent for p in real if p.family == "pursue"}
    away = {p.agent for p in real if p.family == "withdraw"}
    return ("self" in towards and "other" in away) or ("other" in towards and "self" in away)


def _present(probabilities: Mapping[str, float], thresholds: Mapping[str, float]) -> tuple[str, ...]:
    found = [label for label, value in probabilities.items() if value >= thresholds[label]]
    return tuple(sorted(found, key=lambda label: -probabilities[label]))
