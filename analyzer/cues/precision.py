"""How often each cue is right, counted on the labelled corpus and on what is counted beside it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from analyzer.cues.load import Cue, Name, load_all
from analyzer.cues.matcher import CueMatcher
from analyzer.language import SentenceParser, SentenceSplitter, load_parser, load_tokenizer, units

FIELDS: dict[Name, tuple[str, str]] = {"patterns": ("patterns", "pattern"), "triggers": ("triggers", "theme")}
BATCH = 128


@dataclass(frozen=True)
class Labelled:
    """A parsed entry and what the annotator found in it.

    Attributes:
        mentions: ``patterns`` or ``triggers`` → (label, start, end) in characters of the text.
    """

    doc: Doc
    mentions: dict[Name, tuple[tuple[str, int, int], ...]]


def measure(cues: Sequence[Cue], entries: Iterable[Labelled], name: Name) -> dict[str, tuple[int, int]]:
    """Return cue id → (matches, right matches), of the cues that matched at all.

    A match is right where a mention with its label overlaps the match's sentence.
    """
    counts: dict[str, tuple[int, int]] = {}
    matcher = None
    for entry in entries:
        matcher = matcher or CueMatcher(entry.doc.vocab, cues)
        for sentence in units(entry.doc):
            for cue, _ in matcher.find_cues(sentence):
                right = any(
                    label == cue.label and start < sentence.end_char and sentence.start_char < end
                    for label, start, end in entry.mentions[name]
                )
                hits, good = counts.get(cue.id, (0, 0))
                counts[cue.id] = hits + 1, good + right
    return counts


def read_labelled(rows: Sequence[dict[str, Any]]) -> list[Labelled]:
    """Return the entries of a labelled corpus, every sentence parsed (minutes for the whole corpus)."""
    nlp, split, parser = load_tokenizer(), SentenceSplitter(), SentenceParser(load_parser())
    docs = [split(nlp.make_doc(row["text"])) for row in rows]
    for first in range(0, len(docs), BATCH):
        batch = docs[first : first + BATCH]
        parser.parse(batch, [units(doc) for doc in batch])
    return [Labelled(doc, {name: _mentions(row, name) for name in FIELDS}) for row, doc in zip(rows, docs, strict=True)]


def write_precision(
    rows: Sequence[dict[str, Any]],
    target: Path = Path("data/cues/precision.json"),
    *,
    beside: Mapping[str, tuple[float, float]] | None = None,
) -> None:
    """Count all cues on the rows of a labelled corpus and write the counts, a cue a line.

    Args:
        beside: Cue id → (matches, right matches) on other texts, which are added.
    """
    entries, other = read_labelled(rows), beside or {}
    counts: dict[str, list[float]] = {cue: list(found) for cue, found in other.items()}
    for name in FIELDS:
        for cue, (hits, right) in measure(load_all(name), entries, name).items():
            more, good = other.get(cue, (0, 0))
            counts[cue] = [hits + more, round(right + good, 2)]
    lines = ",\n".join(f"{json.dumps(cue, ensure_ascii=False)}: {json.dumps(counts[cue])}" for cue in sorted(counts))
    target.write_text(f"{{\n{lines}\n}}\n", "utf-8")


def _mentions(row: dict[str, Any], name: Name) -> tuple[tuple[str, int, int], ...]:
    key, label = FIELDS[name]
    found = []
    for mention in row[key]:
        start = row["text"].find(mention["quote"])
        if start >= 0:
            found.append((mention[label], start, start + len(mention["quote"])))
    return tuple(found)
