"""Who, whether and when: what the rules of the context read, weighed with what the heads read."""

from collections.abc import Sequence

import numpy as np

from analyzer.context import Context
from analyzer.heads.linear import Floats

# What a rule's word adds to the log odds of its value, by how certain it is (0, 1, 2): chosen on the held-out texts of
# the corpus, 2,013 mentions, by hand with models older than the shipped ones; no command chooses them again.
WEIGHTS = {"agent": (0.0, 3.0, 4.0), "status": (0.6, 2.0, 6.0), "when": (0.6, 3.0, 4.0)}


def decide(name: str, labels: Sequence[str], probabilities: Floats, context: Context) -> str:
    """Return the value of the attribute ``name``: ``agent``, ``status`` or ``when``.

    Args:
        labels: The values that the head knows.
        probabilities: The head's, of shape (n_labels,).
    """
    with np.errstate(divide="ignore"):
        scores = np.log(probabilities)
    scores[list(labels).index(getattr(context, name))] += WEIGHTS[name][getattr(context, f"{name}_sure")]
    return labels[int(scores.argmax())]
