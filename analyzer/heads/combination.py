"""Head and cues read together over an entry: which labels it holds, and in which sentence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from analyzer.heads.linear import Floats

# Beyond these a probability of the head, or the precision of a cue, is taken for no surer.
HEAD_LIMIT = 1e-4
CUE_LIMIT = 0.02


@dataclass(frozen=True)
class Combination:
    """What a head and cues say together: two logistic regressions, the same for all labels.

    The first weighs head and cue in a sentence; the second adds to an entry's best sentence what the others hint at,
    for many a trigger is told over several sentences of which none says it alone.

    Attributes:
        head: Weight of the head's log odds in a sentence.
        cue: What a cue adds where there is one, and ``precision`` the weight of the log odds of its precision.
        intercept: The log odds where the head is undecided and no cue is there.
        own: Weight of a sentence's own log odds in the entry.
        entry: Weight of the log odds that any sentence holds the label, were they independent.
        offset: The second regression's intercept.
        again: The probability from which a sentence counts that is not the entry's best for the label; below it, most
            tell the same thing on, or do not hold it at all.
    """

    head: float
    cue: float
    precision: float
    intercept: float
    own: float = 1.0
    entry: float = 0.0
    offset: float = 0.0
    again: float = 0.0

    def odds(self, head: Floats, precision: Floats) -> Floats:
        """Return the log odds of sentences, of any shape.

        Args:
            head: The head's probabilities.
            precision: The precision of the cue that matched; NaN where none did.
        """
        weights = np.array([self.head, self.cue, self.precision])
        return np.asarray(features(head, precision) @ weights + self.intercept)

    def probabilities(self, head: Floats, precision: Floats) -> Floats:
        """Return the probabilities of one entry's sentences, shape (n_sentences, n_labels).

        What the whole entry says goes to the best sentence of each label; the others count by their own words.
        """
        odds = self.odds(head, precision)
        if not len(odds):
            return odds
        entry = odds.copy()
        entry[odds.argmax(axis=0), np.arange(odds.shape[1])] = any_of(odds)
        return np.asarray(expit(self.own * odds + self.entry * entry + self.offset))

    def alone(self, head: Floats, precision: Floats) -> Floats:
        """Return the probabilities of sentences by their own words only, of any shape."""
        return np.asarray(expit((self.own + self.entry) * self.odds(head, precision) + self.offset))

    def counts(self, probabilities: Floats, bars: Floats) -> NDArray[np.bool_]:
        """Return which sentences of one entry hold which labels, shape (n_sentences, n_labels).

        Args:
            probabilities: As ``probabilities`` returns them.
            bars: The probability from which an entry holds each label, shape (n_labels,).
        """
        asked = np.tile(np.maximum(bars, self.again), (len(probabilities), 1))
        if len(asked):
            asked[probabilities.argmax(axis=0), np.arange(asked.shape[1])] = bars
        return np.asarray(probabilities >= asked)

    def within_reach(self, head: Floats, hoped: Floats) -> Floats:
        """Return the greatest probabilities that one entry's sentences can come to, shape (n_sentences, n_labels).

        Args:
            head: The head's probabilities.
            hoped: The precision of a cue that may match; NaN where none can.
        """
        without, best = self.odds(head, np.full(head.shape, np.nan)), self.odds(head, hoped)
        # A cue of less precision may match instead, down to one that is never right.
        worst = self.odds(head, np.where(np.isnan(hoped), np.nan, 0.0))
        most, least = np.maximum(without, best), np.minimum(without, worst)
        if not len(most):
            return most
        # Only a sentence that can turn out to be the best one can come to what the whole entry says.
        entry = np.where(most >= least.max(axis=0), any_of(most), most)
        return np.asarray(expit(self.own * most + self.entry * entry + self.offset))


def features(head: Floats, precision: Floats) -> Floats:
    """Return what the first regression weighs: log odds of the head, whether a cue matched, log odds of its precision.

    Shape (…, 3) for arguments of shape (…).
    """
    cue = ~np.isnan(precision)
    trusted = logit(np.clip(np.where(cue, precision, 0.5), CUE_LIMIT, 1 - CUE_LIMIT))
    return np.stack([logit(np.clip(head, HEAD_LIMIT, 1 - HEAD_LIMIT)), cue, np.where(cue, trusted, 0)], axis=-1)


def any_of(odds: Floats) -> Floats:
    """Return the log odds that at least one sentence holds the label; shape (n_labels,) for (n_sentences, n_labels)."""
    none = np.logaddexp(0, odds).sum(axis=0)
    # log(exp(x) - 1), which is x itself where x is large.
    return np.asarray(np.where(none > 30, none, np.log(np.expm1(np.minimum(none, 30)))))
