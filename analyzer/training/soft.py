"""Soft labels: what larger networks make of the training texts, each text judged by one that had not seen it.

Entries that came into the corpus after the judging count as people labelled them.
"""

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analyzer.corpora import Item, label_names
from analyzer.messages import AnalyzerError

SOFT = Path("data/teacher/soft_labels.npz")
# A row for each sentence of an item (with the key of its label in a mention), and for each of its mentions; of all
# other heads a row for the item.
SENTENCE_HEADS = {"patterns": "pattern", "triggers": "theme"}
MENTION_HEADS = {"agent": "patterns", "status": "patterns", "when": "patterns", "who": "triggers"}
Floats = NDArray[np.float32]
# Kept in bytes: probabilities in steps of 1/255, levels in steps of 1/64.
STEPS = {"levels": 64.0}


def write_soft(items: Mapping[str, Sequence[Item]], path: Path = SOFT) -> None:
    """Write the soft labels that the items hold."""
    kept: dict[str, NDArray[np.uint8] | NDArray[np.uint32]] = {}
    for corpus, here in items.items():
        kept[f"{corpus}.texts"] = _marks(here)
        for head in sorted({head for item in here for head in item.soft}):
            rows = [item.soft[head] for item in here if head in item.soft]
            by_item = head not in SENTENCE_HEADS and head not in MENTION_HEADS
            values = np.stack(rows) if by_item else np.concatenate(rows)
            kept[f"{corpus}.{head}"] = np.clip(np.round(values * STEPS.get(head, 255.0)), 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **kept)  # type: ignore[arg-type]  # the stub takes the keywords for its own options


def add_soft(items: Mapping[str, Sequence[Item]], path: Path = SOFT) -> int:
    """Give every item its soft labels; return how many entries have none of their own, being newer than the file.

    Raises:
        AnalyzerError: The file is of other texts.
    """
    newer, labels = 0, label_names()
    with np.load(path) as kept:
        for corpus, here in items.items():
            marks = kept[f"{corpus}.texts"]
            new = ~np.isin(_marks(here), marks) if corpus == "journals" else np.zeros(len(here), dtype=bool)
            judged = [item for item, unseen in zip(here, new, strict=True) if not unseen]
            if not np.array_equal(marks, _marks(judged)):
                raise AnalyzerError(f"{path} holds soft labels of other texts than {corpus}: run analyzer teach first")
            for name in kept.files:
                head = name.removeprefix(f"{corpus}.")
                if name != head and head != "texts":
                    _deal(judged, head, kept[name].astype(np.float32) / np.float32(STEPS.get(head, 255.0)))
            for number in np.flatnonzero(new).tolist():
                here[number].soft = _as_people_say(here[number], labels)
            newer += int(new.sum())
    return newer


def _as_people_say(item: Item, labels: Mapping[str, Sequence[str]]) -> dict[str, Floats]:
    """Return people's labels of an entry in the shape of soft ones."""
    told: dict[str, Floats] = {name: item.targets[name] for name in ("feelings", "levels")}
    for name, key in SENTENCE_HEADS.items():
        held = [{mention[key] for mention in here} for here in item.mentions[name]]
        told[name] = _table([[label in there for label in labels[name]] for there in held], labels[name])
    for question, name in MENTION_HEADS.items():
        answers = [mention[question] for here in item.mentions[name] for mention in here]
        told[question] = _table(
            [[label == answer for label in labels[question]] for answer in answers], labels[question]
        )
    return told


def _table(rows: Sequence[Sequence[bool]], labels: Sequence[str]) -> Floats:
    return np.array(rows, dtype=np.float32).reshape(-1, len(labels))


def _deal(items: Sequence[Item], head: str, values: Floats) -> None:
    start = 0
    for number, item in enumerate(items):
        if head in SENTENCE_HEADS:
            size = len(item.sentences)
        elif head in MENTION_HEADS:
            size = sum(map(len, item.mentions[MENTION_HEADS[head]]))
        else:
            item.soft[head] = values[number]
            continue
        item.soft[head] = values[start : start + size]
        start += size


def _marks(items: Sequence[Item]) -> NDArray[np.uint32]:
    return np.array([zlib.crc32(item.text.encode()) for item in items], dtype=np.uint32)
