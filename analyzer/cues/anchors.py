"""Which words a sentence must hold before any cue can match: a cheap look before the parse."""

from functools import cache

from analyzer.cues.notation import Sequence
from analyzer.resources import shipped

COMMON_FILE = "data/cues/common_words.txt"


def rarest(sequence: Sequence) -> frozenset[str]:
    """Return the words of the obligatory token that is met least often."""
    return min(obligatory(sequence), key=_rate)


def obligatory(sequence: Sequence) -> list[frozenset[str]]:
    """Return the words of each token that must be there."""
    return [slot.words for slot in sequence if slot.words and not slot.optional]


def _rate(words: frozenset[str]) -> tuple[float, int]:
    common = common_words()
    return sum(common.get(word, 0.0) for word in words), -max(map(len, words))


@cache
def common_words() -> dict[str, float]:
    """Return the commonest words and how often each is met in a thousand words."""
    lines = shipped(COMMON_FILE).read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: float(rate) for word, rate in rows}
