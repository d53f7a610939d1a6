"""Texts → sentences, as at run time; and on which sentence each labelled mention stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from analyzer.language import load_tokenizer, units


@dataclass
class Sentences:
    """The sentences of entries, one row each, and which mentions stand in them.

    A mention's ``at`` says where its words stand in the sentence, in characters.
    """

    texts: list[str] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    patterns: list[list[dict[str, Any]]] = field(default_factory=list)
    triggers: list[list[dict[str, Any]]] = field(default_factory=list)


def split_texts(texts: Sequence[str]) -> list[list[str]]:
    """Return the sentences of each text."""
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    return [[unit.text for unit in units(doc)] for doc in nlp.pipe(texts)]


def split_corpus(rows: Sequence[dict[str, Any]]) -> Sentences:
    """Split entries into sentences and lay each mention on the sentence that shares most with its quote."""
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    found = Sentences()
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        spans = [(unit.start_char, unit.end_char) for unit in units(doc)]
        found.texts += [row["text"][start:end] for start, end in spans]
        found.lengths.append(len(spans))
        for kind in ("patterns", "triggers"):
            placed: list[list[dict[str, Any]]] = [[] for _ in spans]
            for mention in row[kind]:
                start = row["text"].find(mention["quote"])
                end = start + len(mention["quote"])
                shared = [min(end, stop) - max(start, begin) for begin, stop in spans]
                if shared and max(shared) > 0:
                    where = int(np.argmax(shared))
                    begin, stop = spans[where]
                    placed[where].append(mention | {"at": (max(start, begin) - begin, min(end, stop) - begin)})
            getattr(found, kind).extend(placed)
    return found
