"""The trained models, each opened once in a process and only when a component needs it."""

from dataclasses import dataclass
from functools import cache

from analyzer.encoder import TfidfEncoder
from analyzer.heads import LinearChoice, LinearHead, LinearScale, load_artifact


@dataclass(frozen=True)
class Mentions:
    """A head over sentences and the choices of each mention's attributes.

    The head tells which labels a sentence holds; a choice (``agent``, ``status``, ``when``; ``who``) reads the
    same vector with the label beside it.
    """

    head: LinearHead
    choices: dict[str, LinearChoice]


@dataclass(frozen=True)
class Feelings:
    """What reads a whole entry."""

    feelings: LinearHead
    topics: LinearHead
    intensity: LinearScale
    severity: LinearScale


@cache
def encoder() -> TfidfEncoder:
    """Return the encoder."""
    loaded: TfidfEncoder = load_artifact("encoder")
    return loaded


@cache
def entry_heads() -> Feelings:
    """Return the heads over entries."""
    return Feelings(*(load_artifact(name) for name in ("feelings", "topics", "intensity", "severity")))


@cache
def mention_heads(name: str) -> Mentions:
    """Return the heads for ``patterns`` or ``triggers``."""
    head, choices = load_artifact(name)
    return Mentions(head, choices)
