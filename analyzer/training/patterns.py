"""Heads that read people: patterns with agent, status and when; triggers with their source.

Units are sentences with their neighbours. What the cue lexicon found in a sentence stands beside its vector,
so the head learns how far each kind of cue can be trusted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.model_selection import GroupKFold

from analyzer import taxonomy
from analyzer.encoder import TfidfEncoder, with_neighbours
from analyzer.heads.linear import (
    Floats,
    LinearChoice,
    LinearHead,
    assemble,
    calibrate,
    fit_calibration,
    fit_choice,
    fit_label,
    micro_thresholds,
)
from analyzer.language import load_tokenizer, units
from analyzer.reflection import AGENTS, STATUSES, WHENS
from analyzer.training.feelings import FOLDS, _margins

STRENGTH = 6.0
CHOICE_STRENGTH = 2.0


@dataclass
class Sentences:
    """The sentences of the corpus, one row each, and which mentions stand in them."""

    texts: list[str] = field(default_factory=list)
    entry: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    patterns: list[list[dict[str, Any]]] = field(default_factory=list)
    triggers: list[list[dict[str, Any]]] = field(default_factory=list)


def split_corpus(rows: Sequence[dict[str, Any]]) -> Sentences:
    """Split entries into sentences and lay each mention on the sentence that shares most with its quote."""
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    found = Sentences()
    for number, (row, doc) in enumerate(zip(rows, nlp.pipe(row["text"] for row in rows), strict=True)):
        spans = [(unit.start_char, unit.end_char) for unit in units(doc)]
        found.texts += [row["text"][start:end] for start, end in spans]
        found.entry += [number] * len(spans)
        found.lengths.append(len(spans))
        for kind in ("patterns", "triggers"):
            placed: list[list[dict[str, Any]]] = [[] for _ in spans]
            for mention in row[kind]:
                start = row["text"].find(mention["quote"])
                end = start + len(mention["quote"])
                shared = [min(end, stop) - max(start, begin) for begin, stop in spans]
                if shared and max(shared) > 0:
                    placed[int(np.argmax(shared))].append(mention)
            getattr(found, kind).extend(placed)
    return found


def mention_head(
    labels: Sequence[str], vectors: csr_matrix, truth: NDArray[np.bool_], entry: Sequence[int]
) -> tuple[LinearHead, Floats]:
    """Train which labels a sentence holds; thresholds give the best F1 over entries out of fold.

    Returns the head and the out-of-fold probabilities, shape (n_sentences, n_labels).
    """
    groups = np.array(entry)
    out_of_fold = np.zeros(truth.shape)
    for seen, unseen in GroupKFold(FOLDS).split(vectors, groups=groups):
        fitted = [fit_label(vectors[seen], truth[seen, c], strength=STRENGTH) for c in range(len(labels))]
        out_of_fold[unseen] = _margins(fitted, vectors[unseen])
    calibration = fit_calibration(out_of_fold, truth)
    probabilities = calibrate(out_of_fold, calibration)
    fitted = [fit_label(vectors, truth[:, c], strength=STRENGTH) for c in range(len(labels))]
    best, truths = by_entry(probabilities, groups), by_entry(truth.astype(float), groups) > 0
    return assemble(labels, fitted, calibration, micro_thresholds(labels, best, truths)), probabilities


def by_entry(values: Floats, groups: NDArray[np.int64]) -> Floats:
    """Return the greatest value of each entry's sentences, shape (n_entries, n_labels)."""
    found = np.zeros((int(groups.max()) + 1, values.shape[1]))
    np.maximum.at(found, groups, values)
    return found


def label_truth(placed: Sequence[Sequence[dict[str, Any]]], key: str, labels: Sequence[str]) -> NDArray[np.bool_]:
    """Return which labels stand in each sentence, shape (n_sentences, n_labels)."""
    return np.array([[any(mention[key] == label for mention in mentions) for label in labels] for mentions in placed])


def with_label(vectors: csr_matrix, labels: Sequence[str], chosen: Sequence[str]) -> csr_matrix:
    """Return the vectors with a one-hot block of the label that is asked about, shape (n, d + n_labels)."""
    columns = [labels.index(label) for label in chosen]
    hot = csr_matrix(
        (np.ones(len(columns), dtype=np.float32), (np.arange(len(columns)), columns)),
        shape=(len(columns), len(labels)),
    )
    return hstack([vectors, hot], format="csr", dtype=np.float32)


def choices(
    vectors: csr_matrix,
    placed: Sequence[Sequence[dict[str, Any]]],
    label_key: str,
    labels: Sequence[str],
    asked: dict[str, Sequence[str]],
) -> dict[str, LinearChoice]:
    """Train one choice for each attribute of a mention, such as agent, out of the sentence and the label."""
    pairs = [(row, mention) for row, mentions in enumerate(placed) for mention in mentions]
    data = with_label(vectors[[row for row, _ in pairs]], labels, [mention[label_key] for _, mention in pairs])
    return {
        name: fit_choice(data, [mention[name] for _, mention in pairs], values, strength=CHOICE_STRENGTH)
        for name, values in asked.items()
    }


def sentence_vectors(encoder: TfidfEncoder, sentences: Sentences) -> csr_matrix:
    """Return the sentences' vectors with their neighbours', shape (n, 2 d)."""
    return with_neighbours(encoder.encode(sentences.texts), sentences.lengths)


def train_patterns(vectors: csr_matrix, sentences: Sentences) -> tuple[LinearHead, dict[str, LinearChoice], Floats]:
    """Train the patterns' head and the choices of agent, status and when."""
    labels = taxonomy.load().pattern_labels
    head, probabilities = mention_head(
        labels, vectors, label_truth(sentences.patterns, "pattern", labels), sentences.entry
    )
    asked: dict[str, Sequence[str]] = {"agent": AGENTS, "status": STATUSES, "when": WHENS}
    return head, choices(vectors, sentences.patterns, "pattern", labels, asked), probabilities


def train_triggers(vectors: csr_matrix, sentences: Sentences) -> tuple[LinearHead, dict[str, LinearChoice], Floats]:
    """Train the triggers' head and the choice of their source."""
    loaded = taxonomy.load()
    labels = loaded.trigger_labels
    head, probabilities = mention_head(
        labels, vectors, label_truth(sentences.triggers, "theme", labels), sentences.entry
    )
    return head, choices(vectors, sentences.triggers, "theme", labels, {"who": loaded.sources}), probabilities
