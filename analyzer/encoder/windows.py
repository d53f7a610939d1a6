"""Sentences → windows: what stands around a sentence is read with it, in the same pass."""

from collections.abc import Sequence

# Tokens of a window, its two marks included. Most journal entries fit into one.
WINDOW = 192
FIRST, LAST = 101, 102  # the marks that a window begins and ends with, [CLS] and [SEP]


def windows(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return which sentences stand together, as pairs of first and one past the last.

    ``lengths`` counts the tokens of each sentence of an entry, none of them longer than a window. A long entry is
    parted into windows of like size, so that its last sentence does not stand alone.
    """
    room = WINDOW - 2
    wanted = sum(lengths) / max(1, -(-sum(lengths) // room))
    found: list[tuple[int, int]] = []
    start = held = 0
    for row, length in enumerate(lengths):
        if row > start and (held + length > room or held + length / 2 > wanted):
            found.append((start, row))
            start, held = row, 0
        held += length
    if lengths:
        found.append((start, len(lengths)))
    return found
