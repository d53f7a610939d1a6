"""Train everything, in order, and write the artifacts with their cards."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
from numpy.typing import NDArray

from analyzer.encoder import TfidfEncoder
from analyzer.heads import save_artifact
from analyzer.heads.linear import Floats, LinearHead
from analyzer.training import corpora
from analyzer.training.feelings import (
    EntryVectors,
    encode_entries,
    train_emotions,
    train_feelings,
    train_scale,
    train_topics,
)
from analyzer.training.patterns import (
    by_entry,
    label_truth,
    sentence_vectors,
    split_corpus,
    train_patterns,
    train_triggers,
)

LICENCE = "MIT; learnt from GoEmotions (CC BY 4.0, Demszky et al. 2020), Lemotif (MIT), SAD (MIT), our corpus (MIT)"


def train(folder: Path, say: Callable[[str], None]) -> None:
    """Train encoder and heads out of ``data/`` into ``folder``; about a quarter of an hour on one core.

    ``say`` is told what is being trained.
    """
    common = {
        "trained": datetime.now(UTC).date().isoformat(),
        "scikit_learn": sklearn.__version__,
        "licence": LICENCE,
        "data": corpora.fingerprint(),
    }

    def save(name: str, model: Any, **card: Any) -> None:
        save_artifact(name, model, common | card, folder)

    say("encoder")
    rows, sentences = corpora.journals(), corpora.sad()
    texts = [row["text"] for row in rows]
    encoder = TfidfEncoder().fit(corpora.goemotions("train").texts + texts + [row["text"] for row in sentences])
    save("encoder", encoder, kind="TF-IDF of words and characters", columns=encoder.size)

    vectors = EntryVectors(
        journals=encode_entries(encoder, texts),
        lemotif=encode_entries(encoder, corpora.lemotif("topic").texts),
        sad=encode_entries(encoder, [row["text"] for row in sentences]),
    )
    say("GoEmotions' labels")
    emotions = train_emotions(encoder)
    save("emotions", emotions, **emotion_scores(encoder, emotions))
    say("topics")
    save("topics", train_topics(vectors), kind="topics of life of an entry")
    for scale in ("intensity", "severity"):
        say(scale)
        model, correlation = train_scale(scale, vectors)
        save(scale, model, kind="0 to 3", cross_validated_spearman=round(correlation, 3))
    say("feelings")
    save("feelings", train_feelings(encoder, vectors), kind="the guide's 28 feelings of an entry")

    say("patterns and triggers")
    split = split_corpus(rows)
    around = sentence_vectors(encoder, split)
    for name, key, run, placed in (
        ("patterns", "pattern", train_patterns, split.patterns),
        ("triggers", "theme", train_triggers, split.triggers),
    ):
        head, choices, probabilities = run(around, split)
        save(
            name,
            (head, choices),
            **mention_scores(head, probabilities, label_truth(placed, key, head.labels), split.entry),
        )


def emotion_scores(encoder: TfidfEncoder, head: LinearHead) -> dict[str, Any]:
    """Return macro and micro F1 on GoEmotions' test split, thresholds from its dev split."""
    test = corpora.goemotions("test")
    probabilities = head.probabilities(encoder.encode(test.texts))
    found = probabilities >= np.array([head.thresholds[label] for label in head.labels])
    each = f1(found, test.truth)
    return {
        "kind": "GoEmotions' 28 labels of a sentence",
        "test_macro_f1": round(float(each.mean()), 4),
        "test_micro_f1": round(float(2 * (found & test.truth).sum() / (found.sum() + test.truth.sum())), 4),
        "test_each": {
            label: [round(float(value), 3), int(n)]
            for label, value, n in zip(head.labels, each, test.truth.sum(axis=0), strict=True)
        },
    }


def mention_scores(
    head: LinearHead, probabilities: Floats, truth: NDArray[np.bool_], entry: list[int]
) -> dict[str, Any]:
    """Return the cross-validated F1 of each label over entries, with its support."""
    groups = np.array(entry)
    found = by_entry(probabilities, groups) >= np.array([head.thresholds[label] for label in head.labels])
    there = by_entry(truth.astype(float), groups) > 0
    each = f1(found, there)
    return {
        "kind": "labels of a sentence with its neighbours",
        "cross_validated_micro_f1": round(float(2 * (found & there).sum() / (found.sum() + there.sum())), 4),
        "cross_validated_clean": round(float((~found[~there.any(axis=1)].any(axis=1)).mean()), 4),
        "cross_validated_each": {
            label: [round(float(value), 3), int(n)]
            for label, value, n in zip(head.labels, each, there.sum(axis=0), strict=True)
        },
    }


def f1(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> Floats:
    """Return each column's F1, shape (n_labels,); 0 where a label is neither found nor there."""
    return np.asarray(2 * (found & truth).sum(axis=0) / np.maximum(found.sum(axis=0) + truth.sum(axis=0), 1))
