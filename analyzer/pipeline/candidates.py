"""Which sentences are worth a parse: most of a journal's hold no pattern and no trigger."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

import numpy as np
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from analyzer.cues import CueMatcher, load_cues
from analyzer.heads.linear import Floats
from analyzer.pipeline.models import Mentions

Kind = Literal["patterns", "triggers"]


def choose(
    doc: Doc, sentences: Sequence[Span], heads: Mapping[Kind, Mentions], read: Mapping[Kind, Floats]
) -> list[Span]:
    """Return the sentences that can come to a finding, or whose cues may tell for one that can.

    Args:
        heads: Head and cues of each kind.
        read: The heads' probabilities, shape (n_sentences, n_labels).
    """
    worth, words = np.zeros(len(sentences), dtype=bool), words_of(sentences)
    for kind, mentions in heads.items():
        head = mentions.head
        bars = [head.thresholds[label] for label in head.labels]
        hoped = possible_precision(matcher(doc.vocab, kind), words, head.labels)
        reach = mentions.combination.within_reach(read[kind], hoped) >= bars
        # What another sentence's cue adds to the entry counts for the best one.
        worth |= (reach | (~np.isnan(hoped) & reach.any(axis=0))).any(axis=1)
    return [sentence for sentence, chosen in zip(sentences, worth, strict=True) if chosen]


def words_of(sentences: Sequence[Span]) -> list[list[str]]:
    """Return the lower-case words of each sentence."""
    return [[token.lower_ for token in sentence] for sentence in sentences]


def possible_precision(cues: CueMatcher, words: Sequence[list[str]], labels: Sequence[str]) -> Floats:
    """Return the precision of the best cue whose words stand in a sentence, NaN where there is none.

    Shape (n_sentences, n_labels) for the words of each sentence. Whether a cue matches is known only after a parse.
    """
    hoped = np.full((len(words), len(labels)), np.nan)
    columns = {label: column for column, label in enumerate(labels)}
    for row, here in enumerate(words):
        for label, precision in cues.best_possible(here).items():
            hoped[row, columns[label]] = precision
    return hoped


@cache
def matcher(vocab: Vocab, kind: Kind) -> CueMatcher:
    """Return the cue matcher; one a vocabulary."""
    return CueMatcher(vocab, load_cues(kind))
