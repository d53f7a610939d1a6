"""A choice of a head, weighed with what rules hint at."""

from dataclasses import dataclass

import numpy as np
from scipy.special import softmax

from analyzer.heads.linear import Floats

# A value that the head rules out stays this likely.
LEAST = 1e-4


@dataclass(frozen=True)
class Weighing:
    """One value out of several by the head's log probabilities and the hints of rules: a conditional logit.

    Attributes:
        head: Weight of the head's log probability.
        hints: What each hint adds to the score of the value that it speaks for, shape (n_hints,).
        intercepts: What each value starts with, shape (n_values,).
    """

    head: float
    hints: Floats
    intercepts: Floats

    def probabilities(self, head: Floats, hints: Floats) -> Floats:
        """Return shape (n, n_values) out of the head's probabilities, same shape, and hints (n, n_values, n_hints)."""
        scores = self.head * np.log(np.maximum(head, LEAST)) + hints @ self.hints + self.intercepts
        return np.asarray(softmax(scores, axis=-1), dtype=np.float64)
