"""The trained network's heads as plain arrays, calibrated on texts that it never saw, through the shipped encoder."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import nn

from analyzer import corpora
from analyzer.encoder import Neighbours, SentenceEncoder, tidied_place
from analyzer.evaluation.calibration import (
    Bars,
    Truth,
    crossed,
    fit_calibration,
    fit_readings,
    macro_thresholds,
    micro_thresholds,
)
from analyzer.evaluation.held_out import HeldOut, alone
from analyzer.evaluation.measures import (
    calibration_error,
    each_f1,
    interval,
    macro_f1,
    micro_f1,
    rank_correlation,
    reliability,
)
from analyzer.heads import AttentionHead, AttentionScale, LinearChoice, LinearHead, TripleHead
from analyzer.heads.attention import attend
from analyzer.heads.linear import Floats, Vectors, calibrate
from analyzer.training.network import LabelAttention, Network

LEVELS = ("intensity", "severity")
# Entries of journals tell more feelings than the corpus's short texts: of bars that read these as well, the lowest.
# How much of the F1 may be given away for it was set by hand, with an eye on the development sets.
FELT = partial(micro_thresholds, spare=0.003)
Card = dict[str, Any]


def emotions(network: Network, encoder: SentenceEncoder) -> tuple[LinearHead, Card]:
    """Return GoEmotions' own labels; bars of the best macro F1 from its dev split, scores from its test split."""
    dev, test = corpora.goemotions("dev"), corpora.goemotions("test")
    weights, intercepts = _arrays(network.emotions)
    plain = LinearHead(dev.labels, weights, intercepts, np.tile([1.0, 0.0], (len(dev.labels), 1)), {})
    margins = plain.margins(alone(encoder, dev.texts))
    calibration = fit_calibration(margins, dev.truth)
    bars = macro_thresholds(dev.labels, calibrate(margins, calibration), dev.truth, np.ones_like(dev.truth))
    head = LinearHead(dev.labels, weights, intercepts, calibration, bars)
    probabilities = head.probabilities(alone(encoder, test.texts))
    found = probabilities >= np.array([bars[label] for label in head.labels])
    return head, {"measured_on": "GoEmotions' test split"} | scores(head.labels, probabilities, found, test.truth)


def feelings(network: Network, journals: HeldOut) -> tuple[TripleHead, Card]:
    """Return the guide's feelings of an entry; one counts as there where one of an entry's readers found it.

    What the three readings count is fitted on all held-out texts: three numbers, shared by all labels.
    """
    labels = corpora.label_names()["feelings"]
    weights, intercepts = _arrays(network.feelings.score)
    plain = np.tile([1.0, 0.0], (len(labels), 1))
    head = TripleHead(labels, weights, _queries(network.feelings), intercepts, plain, {}, np.ones(3))
    truth = journals.truth("feelings") > 0
    three = head.three(*journals.tokens_of_sentences)
    readings = fit_readings(three, truth)
    calibration, thresholds, card = _judged(labels, three @ readings, truth, np.ones_like(truth), FELT)
    card |= {"readings": [round(float(each), 3) for each in readings], "readings_fitted_on": "all these texts"}
    return replace(head, calibration=calibration, thresholds=thresholds, readings=readings), card


def topics(network: Network, answers: HeldOut, stressors: HeldOut) -> tuple[AttentionHead, Card]:
    """Return the topics of an entry."""
    labels = corpora.label_names()["topics"]
    tell = stressors.that_tell("topics")
    both = HeldOut(answers.items + tell.items, answers.entries + tell.entries)
    return _entry_head(labels, network.topics, *both.sentences, both.truth("topics"), macro_thresholds)


def levels(network: Network, journals: HeldOut, stressors: HeldOut) -> tuple[AttentionScale, Card]:
    """Return intensity and severity."""
    weights, intercepts = _arrays(network.levels.score)
    scale = AttentionScale(LEVELS, weights, _queries(network.levels), intercepts)
    card: Card = {"measured_on": "held-out texts of the corpus and of SAD"}
    read, truth = scale.values(*journals.sentences), journals.truth("levels")
    for column, name in enumerate(LEVELS):
        card[f"{name}_spearman"] = _with_interval(rank_correlation, read[:, column], truth[:, column])
    there, told = scale.values(*stressors.sentences)[:, 1], stressors.truth("levels")[:, 1]
    card["sad_severity_spearman"] = _with_interval(rank_correlation, there, told)
    return scale, card


def neighbours(network: Network) -> Neighbours:
    """Return the layer that sets a sentence beside its neighbours."""
    return Neighbours(*_arrays(network.neighbours))


def mentions(
    network: Network, name: str, key: str, asked: Sequence[str], journals: HeldOut
) -> tuple[AttentionHead, dict[str, LinearChoice], Card]:
    """Return the head and the choices of ``patterns`` or ``triggers``; ``combine`` sets its bars, with the cues."""
    names = corpora.label_names()
    labels = names[name]
    module = getattr(network, name)
    weights, intercepts = _arrays(module.score)
    around, lengths = journals.sentences
    margins = attend(
        journals.tokens[0],
        np.concatenate([e.lengths for e in journals.entries]).tolist(),
        weights,
        _queries(module),
        intercepts,
    )
    entry = np.repeat(np.arange(len(journals.items)), lengths)
    placed = [here for item in journals.items for here in item.mentions[name]]
    truth = np.array([[any(m[key] == label for m in here) for label in labels] for here in placed])
    calibration = fit_calibration(margins, truth)
    choices = {}
    for question in asked:
        choice_weights, choice_intercepts = _arrays(network.choices[question])
        choices[question] = LinearChoice(names[question], labels, choice_weights, choice_intercepts)
    # An entry holds a label where its best sentence does.
    best, there = by_entry(margins, entry), by_entry(truth.astype(float), entry) > 0
    probabilities, found = crossed(labels, best, there, micro_thresholds)
    card: Card = {
        "measured_on": "held-out texts of the corpus, by entry; bars of each half from the other",
        "head_alone_micro_f1": _with_interval(micro_f1, found, there),
        "head_alone_calibration_error": round(calibration_error(probabilities, there), 4),
    }
    pairs = [(row, m) for row, here in enumerate(placed) for m in here]
    spans = [
        entry.span(number, *tidied_place(text, *mention["at"]))
        for item, entry in zip(journals.items, journals.entries, strict=True)
        for number, (text, here) in enumerate(zip(item.sentences, item.mentions[name], strict=True))
        for mention in here
    ]
    rows = np.concatenate([around[[row for row, _ in pairs]], np.stack(spans)], axis=1)
    for question, choice in choices.items():
        read = choice.probabilities(rows, [m[key] for _, m in pairs]).argmax(axis=1)
        right = [choice.labels[column] == m[question] for column, (_, m) in zip(read, pairs, strict=True)]
        card[f"{question}_accuracy"] = round(float(np.mean(right)), 4)
    return AttentionHead(labels, weights, _queries(module), intercepts, calibration, {}), choices, card


def by_entry(values: Floats, entry: NDArray[np.int64]) -> Floats:
    """Return the greatest value of each entry's sentences, shape (n_entries, n_labels)."""
    found = np.full((int(entry.max()) + 1, values.shape[1]), -np.inf)
    np.maximum.at(found, entry, values)
    return found


def _entry_head(
    labels: tuple[str, ...],
    module: LabelAttention,
    vectors: Vectors,
    lengths: Sequence[int],
    targets: Floats,
    bars: Bars,
) -> tuple[AttentionHead, Card]:
    known, truth = ~np.isnan(targets), np.nan_to_num(targets) > 0
    weights, intercepts = _arrays(module.score)
    queries = _queries(module)
    plain = AttentionHead(labels, weights, queries, intercepts, np.tile([1.0, 0.0], (len(labels), 1)), {})
    margins = plain.margins(vectors, lengths)
    calibration, thresholds, card = _judged(labels, margins, truth, known, bars)
    return AttentionHead(labels, weights, queries, intercepts, calibration, thresholds), card


def _judged(
    labels: tuple[str, ...], margins: Floats, truth: Truth, known: Truth, bars: Bars
) -> tuple[Floats, dict[str, float], Card]:
    """Return calibration and bars of an entry's labels, and what a card tells of them."""
    calibration = fit_calibration(margins, truth, known)
    chosen = bars(labels, calibrate(margins, calibration), truth, known)
    probabilities, found = crossed(labels, margins, truth, bars, known)
    card = {"measured_on": "held-out texts of the corpora; bars and calibration of each half from the other"}
    return calibration, chosen, card | scores(labels, probabilities, found, truth, known)


def scores(
    labels: Sequence[str], probabilities: Floats, found: Truth, truth: Truth, known: Truth | None = None
) -> Card:
    """Return what a card tells of a head: F1 with intervals and by label, calibration, support."""
    cells = np.ones_like(truth) if known is None else known
    bins = reliability(probabilities[cells], truth[cells])
    return {
        "texts": len(truth),
        "macro_f1": _with_interval(macro_f1, found, truth),
        "micro_f1": _with_interval(micro_f1, found, truth),
        "calibration_error": round(calibration_error(probabilities[cells], truth[cells]), 4),
        "reliability": [[round(mean, 3), round(share, 3), n] for mean, share, n in bins],
        "each": {
            label: {"f1": round(float(value), 3), "support": int(n)}
            for label, value, n in zip(labels, each_f1(found, truth), truth.sum(axis=0), strict=True)
        },
    }


def _with_interval(measure: Callable[..., float], *columns: Any) -> list[float]:
    """Return the measure and its 95 % interval."""
    return [round(value, 4) for value in (measure(*columns), *interval(measure, *columns))]


def _arrays(layer: nn.Module) -> tuple[Vectors, Vectors]:
    weight, bias = layer.weight, layer.bias
    return weight.detach().float().numpy().copy(), bias.detach().float().numpy().copy()


def _queries(module: LabelAttention) -> Vectors:
    found: Vectors = module.query.weight.detach().float().numpy().copy()
    return found
