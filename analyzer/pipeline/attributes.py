"""Who, whether and when, and who set it off: what rules hint at, for a choice to weigh with what its head reads."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Span

from analyzer.context import Context
from analyzer.context.certainty import CERTAIN
from analyzer.heads.linear import Floats
from analyzer.people import People

# In how many steps a rule of the context is certain.
CERTAINTIES = CERTAIN + 1
# What may speak for a role as the source of a trigger, in the order of its hints.
SOURCE_HINTS = (
    "named first in the words",
    "a pronoun in the words stands for it",
    "named in the sentence",
    "named in the sentence before",
    "named in the entry",
    "named last before the words",
    "the only one that the entry names",
)
PRONOUNS = frozenset({"he", "him", "she", "her", "hers", "they", "them", "you"})


def context_hints(name: str, labels: Sequence[str], context: Context) -> Floats:
    """Return what the rules say of ``agent``, ``status`` or ``when``, shape (n_labels, n_labels * CERTAINTIES).

    One hint is there: that of the value which the rules name and of how certain they are. Each has a weight of its own,
    for a rule that reads "resisted" errs differently from one that reads "done".
    """
    value = list(labels).index(getattr(context, name))
    hints = np.zeros((len(labels), len(labels) * CERTAINTIES))
    hints[value, value * CERTAINTIES + getattr(context, f"{name}_sure")] = 1
    return hints


def source_hints(span: Span, sentences: Sequence[Span], number: int, people: People, labels: Sequence[str]) -> Floats:
    """Return what speaks for each role as the source of a trigger, shape (n_labels, len(SOURCE_HINTS)).

    Args:
        span: The trigger's words, in sentence ``number`` of ``sentences``.
        labels: The roles.
    """
    named = [mention for mention in people.mentions if mention.role]
    begins = [mention.start for mention in named]

    def roles(start: int, end: int) -> list[str]:
        return [mention.role or "" for mention in named[bisect_left(begins, start) : bisect_left(begins, end)]]

    sentence = sentences[number]
    before = sentences[number - 1] if number else None
    everyone = {mention.role for mention in named}
    told = (
        roles(span.start, span.end)[:1],
        [people.role_of(token) for token in span if token.lower_ in PRONOUNS],
        roles(sentence.start, sentence.end),
        roles(before.start, before.end) if before else [],
        everyone,
        roles(0, span.start)[-1:],
        everyone if len(everyone) == 1 else (),
    )
    return np.array([[label in here for here in told] for label in labels], dtype=float)
