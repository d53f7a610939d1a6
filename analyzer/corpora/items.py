"""The corpora as one kind of item, and which of them are never trained on."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analyzer import taxonomy
from analyzer.corpora import files
from analyzer.corpora.sentences import split_corpus, split_texts
from analyzer.reflection import AGENTS, STATUSES, WHENS

Floats = NDArray[np.float32]
# Whole files of the corpus, each with voices of its own, that are never trained on: calibration and thresholds.
HELD_OUT_FILES = frozenset({"train-05", "train-10", "train-15", "train-20", "posts-04"})
# Texts of ``pairs-*`` that are held out, or not, together: sets of two to four on one scene stand side by side.
SET_RUN = 20
UNKNOWN = np.nan


@dataclass
class Item:
    """A text in sentences and what is known of it; NaN marks a label that the corpus says nothing of.

    Attributes:
        kind: The corpus.
        held_out: Never trained on.
        targets: By head, shape (n_labels,).
        mentions: By kind, the mentions of each sentence.
        tokens: The sentences' token ids, once a tokenizer has given them, and ``places`` their offsets in the
            tidied sentence.
        soft: By head, what larger networks that had not seen the text make of it, where they were asked; people's own
            labels for an entry that is newer.
    """

    kind: str
    text: str
    sentences: list[str]
    held_out: bool
    targets: dict[str, Floats] = field(default_factory=dict)
    mentions: dict[str, list[list[dict[str, Any]]]] = field(default_factory=dict)
    tokens: list[list[int]] = field(default_factory=list)
    places: list[list[tuple[int, int]]] = field(default_factory=list)
    soft: dict[str, Floats] = field(default_factory=dict)


def label_names() -> dict[str, tuple[str, ...]]:
    """Return the labels of every head, in the order of its columns."""
    guide = taxonomy.load()
    return {
        "emotions": files.goemotions("dev").labels,
        "feelings": guide.feeling_labels,
        "topics": guide.topic_labels,
        "patterns": guide.pattern_labels,
        "triggers": guide.trigger_labels,
        "agent": tuple(AGENTS),
        "status": tuple(STATUSES),
        "when": tuple(WHENS),
        "who": tuple(guide.sources),
    }


def is_held_out(text: str) -> bool:
    """Tell whether a text of Lemotif or SAD belongs to the fifth that is never trained on."""
    return zlib.crc32(text.strip().encode()) % 5 == 0


def is_held_out_entry(row: dict[str, Any]) -> bool:
    """Tell whether an entry of the corpus is never trained on: whole files, and a fifth of those but ``train-*``.

    In ``pairs-*``, whose neighbouring texts differ by a word or two, every fifth run of twenty; in ``comments-*``,
    which GoEmotions' train split holds too, none.
    """
    name, number = row["id"].rsplit("-", 1)
    if name.startswith("comments"):
        return False
    if name.startswith("pairs"):
        return int(number) // SET_RUN % 5 == 0
    return name in HELD_OUT_FILES or (not name.startswith("train") and is_held_out(row["text"]))


def read_items(name: str, labels: dict[str, tuple[str, ...]], linear: Floats | None = None) -> list[Item]:
    """Return the items of a corpus: ``goemotions`` (its train split), ``journals``, ``lemotif`` or ``sad``.

    Args:
        linear: Probabilities of a linear model for GoEmotions' train split, shape (n, 28), or None.
    """
    if name == "goemotions":
        return _comments(labels, linear)
    return {"journals": _journals, "lemotif": _answers, "sad": _stressors}[name](labels)


def _comments(labels: dict[str, tuple[str, ...]], linear: Floats | None) -> list[Item]:
    read = files.goemotions("train")
    twins = files.mapping()["goemotions"]
    items = []
    known = {feeling for named in twins.values() for feeling in named}
    for row, text in enumerate(read.texts):
        truth = read.truth[row].astype(np.float32)
        felt = {feeling for column in np.flatnonzero(truth) for feeling in twins.get(read.labels[column], ())}
        targets = {
            "emotions": truth,
            "twins": _known(felt, known, labels["feelings"]),
        }
        if linear is not None:
            targets["linear"] = linear[row].astype(np.float32)
        items.append(Item("goemotions", text, [text], False, targets))
    return items


def _journals(labels: dict[str, tuple[str, ...]]) -> list[Item]:
    rows, second, about = files.journals(), files.second_readings(), files.entry_topics()
    split = split_corpus(rows)
    items, start = [], 0
    for row, length in zip(rows, split.lengths, strict=True):
        stop = start + length
        items.append(
            Item(
                "journals",
                row["text"],
                split.texts[start:stop],
                is_held_out_entry(row),
                {
                    # What one of two readers found is half there.
                    "feelings": np.mean(
                        [
                            _hot(read, labels["feelings"])
                            for read in (row["feelings"], second.get(row["id"], row["feelings"]))
                        ],
                        axis=0,
                    ),
                    "levels": np.array([row["intensity"], row["severity"]], dtype=np.float32),
                    "topics": _main_topic(about.get(row["id"]), labels["topics"]),
                },
                {"patterns": split.patterns[start:stop], "triggers": split.triggers[start:stop]},
            )
        )
        start = stop
    return [item for item in items if item.sentences]


def _answers(labels: dict[str, tuple[str, ...]]) -> list[Item]:
    felt, about = files.lemotif("feeling"), files.lemotif("topic")
    named = files.mapping()["lemotif"]
    known = {f for feelings in named.values() for f in feelings}
    items = []
    for row, (text, sentences) in enumerate(zip(felt.texts, split_texts(felt.texts), strict=True)):
        own = {f for column in np.flatnonzero(felt.truth[row]) for f in named[felt.labels[column]]}
        topic = [about.labels[column] for column in np.flatnonzero(about.truth[row])]
        targets = {
            "own_feelings": _known(own, known, labels["feelings"]),
            "topics": _known(topic, set(about.labels), labels["topics"]),
        }
        items.append(Item("lemotif", text, sentences, is_held_out(text), targets))
    return [item for item in items if item.sentences]


def _stressors(labels: dict[str, tuple[str, ...]]) -> list[Item]:
    named = files.mapping()["sad"]
    known = set(named.values()) - {""}
    rows = files.sad()
    items = []
    for row, sentences in zip(rows, split_texts([row["text"] for row in rows]), strict=True):
        topic = named[row["top_label"]]
        # A sentence without a topic says nothing; "friends" there holds love too.
        speaks = known if topic else set()
        targets = {
            "topics": _known({topic}, speaks, labels["topics"]),
            "levels": np.array([UNKNOWN, float(row["avg_severity"]) * 0.3], dtype=np.float32),
        }
        items.append(Item("sad", row["text"], sentences, is_held_out(row["text"]), targets))
    return [item for item in items if item.sentences]


def _main_topic(read: tuple[str, list[str]] | None, labels: Sequence[str]) -> Floats:
    """Return the topics of an entry: the main one is there, the others are half there."""
    if read is None:
        return np.full(len(labels), UNKNOWN, dtype=np.float32)
    main, others = read
    return np.maximum(_hot([main], labels), _hot(others, labels) / 2)


def _hot(present: Sequence[str], labels: Sequence[str]) -> Floats:
    return np.array([label in present for label in labels], dtype=np.float32)


def _known(present: set[str] | list[str], known: set[str], labels: Sequence[str]) -> Floats:
    return np.array([float(label in present) if label in known else UNKNOWN for label in labels], dtype=np.float32)
