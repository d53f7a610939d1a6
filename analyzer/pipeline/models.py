"""The trained models, each opened once in a process and only when a component needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analyzer.encoder import Neighbours, SentenceEncoder
from analyzer.heads import (
    AttentionHead,
    AttentionScale,
    Combination,
    LinearChoice,
    TripleHead,
    Weighing,
    load_artifact,
    read_artifact,
)
from analyzer.heads.linear import Floats
from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy


@dataclass(frozen=True)
class EntryHeads:
    """What reads a whole entry: feelings out of its tokens, topics and ``levels`` out of its sentences.

    ``levels`` holds intensity and severity.
    """

    feelings: TripleHead
    topics: AttentionHead
    levels: AttentionScale


@dataclass(frozen=True)
class Mentions:
    """A head over the tokens of a sentence, and the choices of each mention's attributes.

    The head tells which labels a sentence holds, and ``combination`` what becomes of it with cues and entry; a
    choice (``agent``, ``status``, ``when``; ``who``) reads the sentence with its neighbours, the mention's own words
    and its label; a weighing sets what it reads beside the hints of rules.
    """

    head: AttentionHead
    combination: Combination
    choices: dict[str, LinearChoice]
    weighings: dict[str, Weighing]

    def decide(self, name: str, probabilities: Floats, hints: Floats) -> str:
        """Return the value of the attribute ``name``.

        Args:
            probabilities: The choice's, of shape (n_values,).
            hints: Shape (n_values, n_hints).
        """
        weighed = self.weighings[name].probabilities(probabilities, hints)
        return self.choices[name].labels[int(weighed.argmax())]


@cache
def encoder() -> SentenceEncoder:
    """Return the encoder."""
    return SentenceEncoder(read_artifact("encoder.onnx"), read_artifact("tokenizer.json").decode("utf-8"))


@cache
def neighbours() -> Neighbours:
    """Return what sets a sentence beside its neighbours."""
    loaded: Neighbours = load_artifact("neighbours")
    return loaded


@cache
def entry_heads() -> EntryHeads:
    """Return the heads over entries."""
    heads = EntryHeads(*(load_artifact(name) for name in ("feelings", "topics", "levels")))
    guide = load_taxonomy()
    check_labels("feelings", heads.feelings.labels, guide.feeling_labels)
    check_labels("topics", heads.topics.labels, guide.topic_labels)
    return heads


@cache
def mention_heads(name: str) -> Mentions:
    """Return the heads for ``patterns`` or ``triggers``."""
    heads = Mentions(*load_artifact(name))
    guide = load_taxonomy()
    check_labels(name, heads.head.labels, guide.pattern_labels if name == "patterns" else guide.trigger_labels)
    return heads


def check_labels(name: str, learnt: Sequence[str], known: Sequence[str]) -> None:
    """Raise AnalyzerError where a model has learnt other labels than the taxonomy knows."""
    if tuple(learnt) != tuple(known):
        odd = sorted(set(learnt) ^ set(known)) or ["their order"]
        raise AnalyzerError(
            f"{name}.joblib was trained for other labels than data/taxonomy holds ({', '.join(odd)}): "
            "run analyzer train"
        )
