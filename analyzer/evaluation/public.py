"""Figures on the public corpora: GoEmotions' test split, and the fifth of Lemotif and SAD that was never trained on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from analyzer import corpora
from analyzer.encoder import Neighbours, SentenceEncoder
from analyzer.evaluation.calibration import crossed, macro_thresholds, micro_thresholds
from analyzer.evaluation.held_out import HeldOut, alone, held_out
from analyzer.evaluation.measures import Floats, Truth, interval, macro_f1, micro_f1, rank_correlation
from analyzer.heads import AttentionHead, AttentionScale, LinearHead, TripleHead

GROUPS = Path("data/goemotions/groups.yaml")
# SAD asks for one of these; what it calls social relationships holds friends and love.
SAD_TOPICS = {name: [name] for name in ("work", "school", "family", "money", "health")} | {
    "friends": ["friends", "love"]
}


@dataclass(frozen=True)
class Row:
    """A figure with its 95 % interval, and how many texts it rests on."""

    name: str
    value: float
    low: float
    high: float
    texts: int


def row(name: str, measure: Callable[..., float], *columns: Any) -> Row:
    """Measure, with the interval of a bootstrap over texts."""
    return Row(name, measure(*columns), *interval(measure, *columns), len(columns[0]))


def goemotions(encoder: SentenceEncoder, head: LinearHead) -> Iterator[Row]:
    """Yield the figures of the test split; all bars come from the dev split."""
    dev, test = corpora.goemotions("dev"), corpora.goemotions("test")
    seen, read = (head.probabilities(alone(encoder, texts)) for texts in (dev.texts, test.texts))
    found = read >= np.array([head.thresholds[label] for label in head.labels])
    yield row("GoEmotions test, 28 labels, macro F1", macro_f1, found, test.truth)
    yield row("GoEmotions test, 28 labels, micro F1", micro_f1, found, test.truth)
    for name, groups in yaml.safe_load(GROUPS.read_text(encoding="utf-8")).items():
        members = [[head.labels.index(label) for label in labels] for labels in groups.values()]
        told = _any(dev.truth, members) > 0
        bars = macro_thresholds(list(groups), _any(seen, members), told, np.ones_like(told))
        found = _any(read, members) >= np.array(list(bars.values()))
        yield row(f"GoEmotions test, {name} groups, macro F1", macro_f1, found, _any(test.truth, members) > 0)


def _any(cells: Floats | Truth, members: Sequence[Sequence[int]]) -> Floats:
    """Return for each group the probability that one of its labels is there, were they independent."""
    return np.column_stack([1 - np.prod(1 - cells[:, columns].astype(float), axis=1) for columns in members])


def lemotif(encoder: SentenceEncoder, beside: Neighbours, feelings: TripleHead, topics: AttentionHead) -> Iterator[Row]:
    """Yield the figures of Lemotif's held-out fifth: the writers' own labels, feelings read as the guide's.

    Calibration and bars of each half of it come from the other half.
    """
    texts = _held_out("lemotif", encoder, beside)
    right = _topic_first(topics, texts, {label: [label] for label in topics.labels})
    yield row("Lemotif held-out fifth, topic accuracy", np.mean, right)
    felt = texts.truth("own_feelings")
    known = ~np.isnan(felt)
    margins = feelings.three(*texts.tokens_of_sentences) @ feelings.readings
    _, found = crossed(feelings.labels, margins, np.nan_to_num(felt) > 0, micro_thresholds, known)
    yield row("Lemotif held-out fifth, feelings, micro F1", micro_f1, found, np.nan_to_num(felt) > 0)


def sad(encoder: SentenceEncoder, beside: Neighbours, topics: AttentionHead, levels: AttentionScale) -> Iterator[Row]:
    """Yield the figures of SAD's held-out fifth; the topics' calibration of each half comes from the other half."""
    texts = _held_out("sad", encoder, beside)
    severity = texts.truth("levels")[:, 1]
    read = levels.values(*texts.sentences)[:, levels.labels.index("severity")]
    yield row("SAD held-out fifth, severity, Spearman", rank_correlation, read, severity)
    right = _topic_first(topics, texts.that_tell("topics"), SAD_TOPICS)
    yield row("SAD held-out fifth, topic first", np.mean, right)


def _held_out(name: str, encoder: SentenceEncoder, beside: Neighbours) -> HeldOut:
    return held_out(corpora.read_items(name, corpora.label_names()), encoder, beside)


def _topic_first(head: AttentionHead, texts: HeldOut, answers: Mapping[str, list[str]]) -> Truth:
    """Return whether the most probable answer is right, shape (n,); an answer may stand for several topics."""
    told = texts.truth("topics")
    known = ~np.isnan(told)
    truth = np.nan_to_num(told) > 0
    probabilities, _ = crossed(head.labels, head.margins(*texts.sentences), truth, macro_thresholds, known)
    columns = {answer: [head.labels.index(label) for label in labels] for answer, labels in answers.items()}
    asked = [answer for answer, members in columns.items() if known[:, members].any()]
    table = np.column_stack([probabilities[:, columns[answer]].max(axis=1) for answer in asked])
    right = np.column_stack([truth[:, columns[answer]].any(axis=1) for answer in asked])
    return np.asarray(right[np.arange(len(texts.items)), table.argmax(axis=1)])
