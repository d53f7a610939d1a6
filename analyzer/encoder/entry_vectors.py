"""An entry in numbers: its sentences, and the tokens that they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class EntryVectors:
    """What the encoder reads in one entry.

    Attributes:
        sentences: A row each, the mean of its tokens; shape (n_sentences, d), or (n_sentences, d + hidden) once
            ``Neighbours`` has set each beside its neighbours.
        tokens: Shape (n_tokens, d), in half precision: a long entry has many.
        lengths: How many tokens each sentence has, at least one.
        places: Where each token stands in its tidied sentence, in characters; shape (n_tokens, 2).
    """

    sentences: Vectors
    tokens: NDArray[np.float16]
    lengths: NDArray[np.int64]
    places: NDArray[np.int32]

    @cached_property
    def token_rows(self) -> Vectors:
        """Every token with what the neighbours tell of its sentence, shape (n_tokens, d + hidden)."""
        beside = self.sentences[:, self.tokens.shape[1] :]
        return np.concatenate([self.tokens.astype(np.float32), np.repeat(beside, self.lengths, axis=0)], axis=1)

    def rows_of(self, sentence: int) -> slice:
        """Return which rows of ``tokens`` a sentence has."""
        start = int(self.lengths[:sentence].sum())
        return slice(start, start + int(self.lengths[sentence]))

    def rows_within(self, sentence: int, start: int, end: int) -> NDArray[np.int64]:
        """Return the rows of the tokens that share a character with ``start`` to ``end`` of the tidied sentence.

        All rows of the sentence where none does, as with words past the longest sentence that is read.
        """
        rows = self.rows_of(sentence)
        inside: NDArray[np.int64] = rows.start + within(self.places[rows], start, end)
        return inside

    def span(self, sentence: int, start: int, end: int) -> Vectors:
        """Return the mean of the tokens of ``rows_within``, shape (d,)."""
        return np.asarray(self.tokens[self.rows_within(sentence, start, end)].mean(axis=0, dtype=np.float32))


def within(places: Sequence[tuple[int, int]] | NDArray[np.int32], start: int, end: int) -> NDArray[np.int64]:
    """Return which tokens share a character with ``start`` to ``end``; all of them where none does."""
    held = np.asarray(places)
    inside = np.flatnonzero((held[:, 0] < end) & (held[:, 1] > start))
    return inside if len(inside) else np.arange(len(held))
