"""Heads for feelings, topics, intensity and severity.

An entry's vector is the pooled sum of its sentences' vectors, so one pass over the sentences serves all heads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from scipy.stats import spearmanr
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_predict

from analyzer import taxonomy
from analyzer.cues.feelings import with_feeling_words
from analyzer.encoder import TfidfEncoder, pool
from analyzer.heads.linear import (
    Floats,
    LinearHead,
    LinearScale,
    assemble,
    best_threshold,
    calibrate,
    fit_calibration,
    fit_label,
    micro_thresholds,
    sparse_weights,
)
from analyzer.language import load_tokenizer, units
from analyzer.training import corpora

FOLDS = 4
SEED = 2026
# A usual value, not searched for; 2.0 was tried once and looked at on GoEmotions' test split: 0.483 macro F1.
STRENGTH = 3.0
# A comment of GoEmotions counts this much of a journal entry when the feelings of journals are learnt.
COMMENT_WEIGHT = 0.3


@dataclass(frozen=True)
class EntryVectors:
    """Entries' pooled vectors, shape (n_entries, d)."""

    journals: csr_matrix
    lemotif: csr_matrix
    sad: csr_matrix


def split_texts(texts: Sequence[str]) -> list[list[str]]:
    """Return the sentences of each text."""
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    return [[unit.text for unit in units(doc)] for doc in nlp.pipe(texts)]


def encode_entries(encoder: TfidfEncoder, texts: Sequence[str]) -> csr_matrix:
    """Return the pooled vectors of whole texts, shape (n_texts, d)."""
    split = split_texts(texts)
    return pool(encoder.encode([text for unit in split for text in unit]), [len(unit) for unit in split])


def train_emotions(encoder: TfidfEncoder) -> LinearHead:
    """Train GoEmotions' own 28 labels; calibration and thresholds from its dev split."""
    train, dev = corpora.goemotions("train"), corpora.goemotions("dev")
    vectors, dev_vectors = encoder.encode(train.texts), encoder.encode(dev.texts)
    fitted = [fit_label(vectors, train.truth[:, column], strength=STRENGTH) for column in range(len(train.labels))]
    margins = _margins(fitted, dev_vectors)
    calibration = fit_calibration(margins, dev.truth)
    return assemble(
        train.labels,
        fitted,
        calibration,
        _thresholds(train.labels, calibrate(margins, calibration), dev.truth),
    )


def train_feelings(encoder: TfidfEncoder, vectors: EntryVectors) -> LinearHead:
    """Train the guide's 28 feelings of an entry on the labelled corpus, helped by GoEmotions through the mapping.

    Calibration and thresholds come from the corpus's own entries, each predicted by a model that did not see it.
    """
    labels = taxonomy.load().feeling_labels
    rows = corpora.journals()
    truth = np.array([[label in row["feelings"] for label in labels] for row in rows])
    comments = corpora.goemotions("train")
    comment_vectors = with_feeling_words(encoder.encode(comments.texts), [[text] for text in comments.texts])
    journals = with_feeling_words(vectors.journals, split_texts([row["text"] for row in rows]))
    twins = _twins(comments, labels)
    out_of_fold = np.zeros(truth.shape)
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=SEED).split(truth):
        fitted = _fit_feelings(journals[seen], truth[seen], comment_vectors, twins, labels)
        out_of_fold[unseen] = _margins(fitted, journals[unseen])
    calibration = fit_calibration(out_of_fold, truth)
    thresholds = micro_thresholds(labels, calibrate(out_of_fold, calibration), truth)
    fitted = _fit_feelings(journals, truth, comment_vectors, twins, labels)
    return assemble(labels, fitted, calibration, thresholds)


def _twins(comments: corpora.Labelled, labels: Sequence[str]) -> dict[str, NDArray[np.bool_]]:
    """Return, for each feeling that GoEmotions knows, which comments show it."""
    found: dict[str, NDArray[np.bool_]] = {}
    for name, feelings in corpora.mapping()["goemotions"].items():
        for feeling in feelings:
            column = comments.truth[:, comments.labels.index(name)]
            found[feeling] = found.get(feeling, np.zeros(len(column), dtype=bool)) | column
    return {label: found[label] for label in labels if label in found}


def _fit_feelings(
    vectors: csr_matrix,
    truth: NDArray[np.bool_],
    comments: csr_matrix,
    twins: dict[str, NDArray[np.bool_]],
    labels: Sequence[str],
) -> list[tuple[csr_matrix, float]]:
    both = vstack([vectors, comments], format="csr")
    weights = np.concatenate([np.ones(vectors.shape[0]), np.full(comments.shape[0], COMMENT_WEIGHT)])
    fitted = []
    for column, label in enumerate(labels):
        if label in twins:
            fitted.append(
                fit_label(both, np.concatenate([truth[:, column], twins[label]]), strength=STRENGTH, weights=weights)
            )
        else:
            fitted.append(fit_label(vectors, truth[:, column], strength=2 * STRENGTH))
    return fitted


def train_topics(vectors: EntryVectors) -> LinearHead:
    """Train the topics on Lemotif, and on SAD where its stressors name a topic."""
    labels = taxonomy.load().topic_labels
    answers, sentences, stands_for = corpora.lemotif("topic"), corpora.sad(), corpora.mapping()["sad"]
    told = [stands_for[row["top_label"]] for row in sentences]
    known = sorted(set(told) - {""})
    truth = np.array(
        [
            [label in answers.labels and bool(answers.truth[i, answers.labels.index(label)]) for label in labels]
            for i in range(len(answers.texts))
        ]
        + [[label == topic for label in labels] for topic in told]
    )
    both = vstack([vectors.lemotif, vectors.sad], format="csr")
    # SAD says nothing of sleep or food, and a sentence without a topic says nothing at all.
    n = len(answers.texts)
    speaks = {label: np.array([True] * n + [label in known and bool(topic) for topic in told]) for label in labels}
    out_of_fold = np.zeros(truth.shape)
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=SEED).split(truth):
        fitted = [
            fit_label(both[s], truth[s, c], strength=2 * STRENGTH)
            for c, label in enumerate(labels)
            for s in [seen[speaks[label][seen]]]
        ]
        out_of_fold[unseen] = _margins(fitted, both[unseen])
    calibration = np.vstack(
        [
            fit_calibration(out_of_fold[speaks[label]][:, [c]], truth[speaks[label]][:, [c]])
            for c, label in enumerate(labels)
        ]
    )
    probabilities = calibrate(out_of_fold, calibration)
    thresholds = {
        label: best_threshold(probabilities[speaks[label], c], truth[speaks[label], c])
        for c, label in enumerate(labels)
    }
    fitted = [
        fit_label(both[speaks[label]], truth[speaks[label], c], strength=2 * STRENGTH) for c, label in enumerate(labels)
    ]
    return assemble(labels, fitted, calibration, thresholds)


def train_scale(name: str, vectors: EntryVectors) -> tuple[LinearScale, float]:
    """Train ``intensity`` or ``severity``, 0 to 3; return it with its cross-validated Spearman correlation.

    Severity also learns from SAD, whose 0 to 10 is scaled to 0 to 3.
    """
    rows = corpora.journals()
    target = np.array([float(row[name]) for row in rows])
    data, weights = vectors.journals, np.ones(len(rows))
    if name == "severity":
        sentences = corpora.sad()
        data = vstack([data, vectors.sad], format="csr")
        target = np.concatenate([target, [float(row["avg_severity"]) * 0.3 for row in sentences]])
        weights = np.concatenate([weights, np.full(len(sentences), 0.3)])
    model = Ridge(alpha=1.0, solver="sparse_cg")
    guessed = cross_val_predict(
        model,
        data,
        target,
        cv=KFold(FOLDS, shuffle=True, random_state=SEED),
        params={"sample_weight": weights},
    )
    model.fit(data, target, sample_weight=weights)
    correlation = float(spearmanr(guessed[: len(rows)], target[: len(rows)]).statistic)
    return LinearScale(sparse_weights(model.coef_), float(model.intercept_)), correlation


def _margins(fitted: Sequence[tuple[csr_matrix, float]], vectors: csr_matrix) -> Floats:
    weights = vstack([row for row, _ in fitted], format="csr")
    return np.asarray((vectors @ weights.T).toarray() + np.array([intercept for _, intercept in fitted]))


def _thresholds(labels: Sequence[str], probabilities: Floats, truth: NDArray[np.bool_]) -> dict[str, float]:
    return {label: best_threshold(probabilities[:, column], truth[:, column]) for column, label in enumerate(labels)}
