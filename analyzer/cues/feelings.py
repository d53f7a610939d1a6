"""Feeling words: how often a sentence tells each feeling as the writer's own.

A negated word ("not sad", "never lonely") and another person's feeling ("he was furious") do not count.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped
from analyzer.taxonomy import load as load_taxonomy

FILE = "data/cues/feelings.yaml"
# What stands directly before the word and takes it from the writer, now.
NOT_FELT = re.compile(
    r"(?:(?:n't|\b(?:not|never|no|without|nothing|stop|stopped|hardly))(?:\s+\w+){0,2}"
    r"|\b(?:he|she|they|you|everyone|people|mum|mom|dad|boss)(?:'s|'re|\s+(?:was|were|is|are|looked|seemed|got|gets|sounded|felt))(?:\s+\w+){0,1})\s+$"
)
BEFORE = 40  # characters read before the word
# A third word of the same feeling says no more than the second.
ENOUGH = 2
# How a word counts beside a vector of unit length.
WEIGHT = 0.5


def feeling_words(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Return how many words of each feeling stand in each sentence, shape (n_sentences, n_feelings)."""
    labels = load_taxonomy().feeling_labels
    counts = np.zeros((len(sentences), len(labels)), dtype=np.float32)
    whole, each = _expressions()
    for row, sentence in enumerate(sentences):
        text = sentence.lower().replace("’", "'")
        if not whole.search(text):
            continue
        for column, label in enumerate(labels):
            for hit in each[label].finditer(text):
                before = text[max(0, hit.start() - BEFORE) : hit.start()]
                counts[row, column] += not NOT_FELT.search(before)
    return counts


def with_feeling_words(pooled: csr_matrix, sentences: Sequence[Sequence[str]]) -> csr_matrix:
    """Return entries' vectors with a column for each feeling's words beside them, shape (n_entries, d + n_feelings).

    Args:
        pooled: The entries' vectors, shape (n_entries, d).
        sentences: The sentences of each entry.
    """
    counts = feeling_words([sentence for entry in sentences for sentence in entry])
    rows = np.zeros((len(sentences), counts.shape[1]), dtype=np.float32)
    np.add.at(rows, np.repeat(np.arange(len(sentences)), [len(entry) for entry in sentences]), counts)
    return hstack([pooled, csr_matrix(np.minimum(rows, ENOUGH) * WEIGHT)], format="csr", dtype=np.float32)


@cache
def _expressions() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Return one expression for any feeling word and one for each feeling.

    Raises:
        AnalyzerError: the file lacks a feeling of the guide or names another.
    """
    words: dict[str, list[str]] = yaml.safe_load(shipped(FILE).read_text(encoding="utf-8"))
    labels = load_taxonomy().feeling_labels
    if wrong := set(words) ^ set(labels):
        raise AnalyzerError(f"{FILE}: {', '.join(sorted(wrong))} must stand there once, as in the taxonomy")
    each = {label: _expression(words[label]) for label in labels}
    return _expression([word for label in labels for word in words[label]]), each


def _expression(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered) + r")\b")
