"""Texts that no model was trained on, as the encoder reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.corpora import Item
from analyzer.encoder import EntryVectors, Neighbours, SentenceEncoder
from analyzer.heads.linear import Floats, Vectors


@dataclass(frozen=True)
class HeldOut:
    """Texts that were not trained on.

    Attributes:
        entries: What the encoder reads in each, with neighbours.
    """

    items: list[Item]
    entries: list[EntryVectors]

    @property
    def sentences(self) -> tuple[Vectors, list[int]]:
        """The sentences of all texts, shape (n_sentences, d), and how many each text has."""
        return np.concatenate([e.sentences for e in self.entries]), [len(e.sentences) for e in self.entries]

    @property
    def tokens(self) -> tuple[Vectors, list[int]]:
        """The tokens of all texts, shape (n_tokens, d), and how many each text has."""
        return np.concatenate([e.token_rows for e in self.entries]), [len(e.tokens) for e in self.entries]

    @property
    def tokens_of_sentences(self) -> tuple[Vectors, list[int], list[int]]:
        """The tokens of all texts, how many each sentence has, and how many sentences each text has."""
        lengths = [int(length) for e in self.entries for length in e.lengths]
        return self.tokens[0], lengths, [len(e.lengths) for e in self.entries]

    def truth(self, name: str) -> Floats:
        """Return the targets of a head, shape (n, n_labels); NaN where nothing is known."""
        return np.stack([item.targets[name] for item in self.items]).astype(np.float64)

    def that_tell(self, name: str) -> "HeldOut":
        """Return the texts of which a head's targets are known."""
        tells = np.flatnonzero(~np.isnan(self.truth(name)).all(axis=1))
        return HeldOut(
            [self.items[row] for row in tells],
            [self.entries[row] for row in tells],
        )


def held_out(items: Sequence[Item], encoder: SentenceEncoder, beside: Neighbours) -> HeldOut:
    """Encode the items that were not trained on."""
    kept = [item for item in items if item.held_out]
    return HeldOut(kept, [beside.around(encoder.encode(item.sentences)) for item in kept])


def alone(encoder: SentenceEncoder, texts: Sequence[str]) -> Vectors:
    """Return a row for each text, read as one sentence; shape (n, d)."""
    return np.concatenate([encoder.encode([text]).sentences for text in texts])
