"""What a batch costs: the losses of all heads, against the labels of people and the soft labels of larger networks.

Losses are binary cross-entropies summed over labels, so a head with many labels weighs more; NaN targets do not count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from analyzer.corpora import Item
from analyzer.encoder import tidied_place
from analyzer.encoder.entry_vectors import within
from analyzer.pipeline.candidates import Kind
from analyzer.training.batches import Batch
from analyzer.training.network import Network, Read

# What a mention is called by, and what else is asked of it.
KEYS: dict[Kind, str] = {"patterns": "pattern", "triggers": "theme"}
ASKED: dict[Kind, tuple[str, ...]] = {"patterns": ("agent", "status", "when"), "triggers": ("who",)}


@dataclass(frozen=True)
class Recipe:
    """What counts how much.

    Attributes:
        labels: The labels of each head.
        weights: What the loss of each head counts.
        soft: Share of the soft labels in the targets of each head, 0 to 1; empty where people's labels are all.
        beside: What soft labels count, by corpus, for the heads that nobody labelled that corpus for.
    """

    labels: Mapping[str, Sequence[str]]
    weights: Mapping[str, float]
    soft: Mapping[str, float] = field(default_factory=dict)
    beside: Mapping[str, float] = field(default_factory=dict)


def loss(network: Network, items: Sequence[Item], laid: Batch, recipe: Recipe) -> Tensor:
    """Return the loss of a batch of items of one corpus."""
    device = next(network.parameters()).device
    ids, mask, tokens = (torch.from_numpy(array).to(device) for array in (laid.ids, laid.mask, laid.tokens))
    with torch.autocast(device.type, torch.bfloat16, enabled=_halves(device)):
        states = network.states(ids, mask)
    read = network.read(states, tokens, laid.lengths, laid.sentences)
    told = {
        "goemotions": _comments,
        "lemotif": _answers,
        "sad": _stressors,
        "journals": _entries,
    }[items[0].kind](network, read, items, recipe)
    return told + _beside(network, read, items, recipe)


def _halves(device: torch.device) -> bool:
    """Tell whether 16 bits are worth it: on a processor without AVX-512 or its like they take ten times as long."""
    if device.type != "cpu":
        return True
    return torch.backends.mkldnn.is_available() and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _comments(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    truth, weights = _targets(items, "emotions"), recipe.weights
    if "linear" in items[0].targets:
        truth = (1 - weights["linear"]) * truth + weights["linear"] * _targets(items, "linear")
    told = _binary(network.emotions(read.sentences[:, : network.width]), _mixed(truth, items, "emotions", recipe))
    twins = weights["twins"] * (1 - _share(items, "feelings", recipe))
    return weights["emotions"] * told + twins * _felt(network, read, _targets(items, "twins"))


def _answers(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    own = recipe.weights["own_feelings"] * _felt(network, read, _targets(items, "own_feelings"))
    return own + _about(network, read, items, recipe)


def _stressors(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    return _about(network, read, items, recipe) + _graded(network, read, items, recipe)


def _entries(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    told = _graded(network, read, items, recipe)
    about = network.topics(read.sentences, read.entries)
    told = told + recipe.weights["topics"] * _binary(about, _targets(items, "topics"))
    felt = _mixed(_targets(items, "feelings"), items, "feelings", recipe)
    told = told + recipe.weights["feelings"] * _felt(network, read, felt)
    entry = torch.repeat_interleave(torch.arange(len(read.entries)), torch.tensor(read.entries))
    # One sentence is enough to tell a feeling of the entry.
    by_sentence = _most(network.feelings(read.tokens, read.lengths), entry, len(items))
    told = told + recipe.weights["feelings"] * recipe.weights["best"] * _binary(by_sentence, felt)
    for name, key in KEYS.items():
        placed = [mentions for item in items for mentions in item.mentions[name]]
        labels = recipe.labels[name]
        truth = torch.tensor([[float(any(m[key] == x for m in here)) for x in labels] for here in placed])
        truth = _mixed(truth, items, name, recipe)
        logits = getattr(network, name)(read.tokens, read.lengths)
        # A label's place is often a matter of taste, its presence in the entry seldom: both are asked for.
        there, best = (_most(values, entry, len(items)) for values in (truth, logits))
        told = told + recipe.weights[name] * (_binary(logits, truth) + recipe.weights["entry"] * _binary(best, there))
        whole = getattr(network, f"entry_{name}")(read.tokens, read.entry_tokens)
        told = told + recipe.weights[name] * recipe.weights["entry"] * _binary(whole, there)
        told = told + _choices(network, read, items, name, recipe)
    return told


def _beside(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    """Return what soft labels tell of heads that people gave no labels for in this corpus."""
    counts = recipe.beside.get(items[0].kind, 0.0) if items[0].soft and recipe.soft else 0.0
    told = read.sentences.new_zeros(())
    if not counts:
        return told
    weights = recipe.weights
    if items[0].kind != "lemotif":
        told = told + _share(items, "feelings", recipe) * weights["feelings"] * _felt(
            network, read, _soft(items, "feelings")
        )
    if items[0].kind == "goemotions":
        levels = network.levels(read.sentences, read.entries)
        told = told + weights["levels"] * _squared(levels, _soft(items, "levels"))
    for name in KEYS:
        logits = getattr(network, name)(read.tokens, read.lengths)
        told = told + weights[name] * _binary(logits, _soft(items, name, whole=False))
    return counts * told


def _about(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    truth = _mixed(_targets(items, "topics"), items, "topics", recipe)
    return recipe.weights["topics"] * _binary(network.topics(read.sentences, read.entries), truth)


def _graded(network: Network, read: Read, items: Sequence[Item], recipe: Recipe) -> Tensor:
    truth = _mixed(_targets(items, "levels"), items, "levels", recipe)
    return recipe.weights["levels"] * _squared(network.levels(read.sentences, read.entries), truth)


def _felt(network: Network, read: Read, truth: Tensor) -> Tensor:
    return _binary(network.feelings(read.tokens, read.entry_tokens), truth)


def _choices(network: Network, read: Read, items: Sequence[Item], name: Kind, recipe: Recipe) -> Tensor:
    mentions: list[dict[str, Any]] = []
    sentences, spans = [], []
    row = first = 0
    for item in items:
        for text, places, here in zip(item.sentences, item.places, item.mentions[name], strict=True):
            for mention in here:
                mentions.append(mention)
                sentences.append(row)
                inside = within(places, *tidied_place(text, *mention["at"]))
                spans.append(read.tokens[[first + token for token in inside]].mean(dim=0)[: network.width])
            row, first = row + 1, first + len(places)
    told = read.sentences.new_zeros(())
    if not mentions:
        return told
    labels, device = recipe.labels, told.device
    columns = torch.tensor([labels[name].index(mention[KEYS[name]]) for mention in mentions], device=device)
    asked = functional.one_hot(columns, len(labels[name])).float()
    data = torch.cat([read.sentences[sentences], torch.stack(spans), asked], dim=1)
    for question in ASKED[name]:
        logits = network.choices[question](data)
        truth = torch.tensor([labels[question].index(mention[question]) for mention in mentions], device=device)
        share, counts = _share(items, question, recipe), recipe.weights[question]
        told = told + counts * (1 - share) * functional.cross_entropy(logits, truth)
        if share:
            judged = _soft(items, question, whole=False).to(device)
            told = told + counts * share * functional.cross_entropy(logits, judged)
    return told


def _targets(items: Sequence[Item], name: str) -> Tensor:
    return torch.from_numpy(np.stack([item.targets[name] for item in items])).float()


def _soft(items: Sequence[Item], name: str, *, whole: bool = True) -> Tensor:
    """Return soft labels, a row an item or, where not ``whole``, a row for each of its sentences or mentions."""
    rows = [item.soft[name] for item in items]
    return torch.from_numpy(np.stack(rows) if whole else np.concatenate(rows))


def _share(items: Sequence[Item], name: str, recipe: Recipe) -> float:
    return recipe.soft.get(name, 0.0) if items[0].soft else 0.0


def _mixed(truth: Tensor, items: Sequence[Item], name: str, recipe: Recipe) -> Tensor:
    """Return targets of people and larger networks together; of the networks alone where people tell nothing."""
    share = _share(items, name, recipe)
    if not share:
        return truth
    soft = _soft(items, name, whole=name not in KEYS)
    return torch.where(torch.isnan(truth), soft, (1 - share) * truth + share * soft)


def _most(values: Tensor, entry: Tensor, n_entries: int) -> Tensor:
    """Return each entry's greatest value of each label over its sentences, shape (n_entries, n_labels)."""
    column = entry.to(values.device)[:, None].expand_as(values)
    least = values.new_full((n_entries, values.shape[1]), -torch.inf)
    return least.scatter_reduce(0, column, values, "amax")


def _binary(logits: Tensor, truth: Tensor) -> Tensor:
    truth = truth.to(logits.device)
    known = ~torch.isnan(truth)
    losses = functional.binary_cross_entropy_with_logits(logits, torch.nan_to_num(truth), reduction="none")
    return (losses * known).sum() / len(truth)


def _squared(values: Tensor, truth: Tensor) -> Tensor:
    truth = truth.to(values.device)
    known = ~torch.isnan(truth)
    return (((values - torch.nan_to_num(truth)) ** 2) * known).sum() / len(truth)
