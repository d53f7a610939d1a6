"""What a rule's hint is worth beside a head: fitted on mentions that the heads never saw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax
from spacy.tokens import Doc, Span

from analyzer.context import read_context
from analyzer.corpora import Item
from analyzer.encoder import EntryVectors
from analyzer.heads import LinearChoice, Weighing
from analyzer.heads.linear import Floats
from analyzer.heads.weighing import LEAST
from analyzer.language import SentenceParser, load_parser, load_tokenizer, units
from analyzer.people import find_people
from analyzer.pipeline.attributes import context_hints, source_hints
from analyzer.pipeline.candidates import Kind
from analyzer.pipeline.evidence import Candidate
from analyzer.pipeline.findings import candidate_rows
from analyzer.training.losses import ASKED, KEYS

# How strongly weights are pulled towards where they start, for many hints are seen seldom: the head's own word as it
# is, a rule's as its author was certain of it, and nothing for the hints of a source.
RIDGE = 1.0
AUTHORS = (0.5, 2.0, 4.0)
FOLDS = 5


@dataclass(frozen=True)
class Asked:
    """Mentions and what is known of one attribute of each.

    Attributes:
        head: The head's probabilities, shape (n, n_values).
        hints: Shape (n, n_values, n_hints).
        truth: The column of the right value, shape (n,).
    """

    head: Floats
    hints: Floats
    truth: NDArray[np.int64]

    def of(self, rows: NDArray[np.bool_]) -> "Asked":
        """Return the mentions that a mask chooses."""
        return Asked(self.head[rows], self.hints[rows], self.truth[rows])


def gather_asked(
    items: Sequence[Item], entries: Sequence[EntryVectors], choices: dict[str, LinearChoice], kind: Kind
) -> dict[str, Asked]:
    """Read the labelled mentions of texts as the pipeline does those that it finds."""
    nlp, parser = load_tokenizer(), SentenceParser(load_parser())
    nlp.add_pipe("analyzer_sentences")
    heads: dict[str, list[Floats]] = {name: [] for name in ASKED[kind]}
    hints: dict[str, list[Floats]] = {name: [] for name in ASKED[kind]}
    truth: dict[str, list[int]] = {name: [] for name in ASKED[kind]}
    for item, entry in zip(items, entries, strict=True):
        doc = nlp(item.text)
        sentences = units(doc)
        parser.parse([doc], [[s for s, here in zip(sentences, item.mentions[kind], strict=True) if here]])
        mentions = list(_placed(doc, sentences, item, kind))
        if not mentions:
            continue
        people = find_people(doc)
        candidates = [candidate for candidate, _ in mentions]
        rows, labels = candidate_rows(doc, sentences, entry, candidates), [c.label for c in candidates]
        for name in ASKED[kind]:
            choice = choices[name]
            heads[name].extend(choice.probabilities(rows, labels))
            for c, mention in mentions:
                if kind == "patterns":
                    hint = context_hints(name, choice.labels, read_context(doc, c.start, c.end, people, c.label))
                else:
                    hint = source_hints(doc[c.start : c.end], sentences, c.sentence, people, choice.labels)
                hints[name].append(hint)
                truth[name].append(choice.labels.index(mention[name]))
    return {name: Asked(np.stack(heads[name]), np.stack(hints[name]), np.array(truth[name])) for name in ASKED[kind]}


def _placed(doc: Doc, sentences: Sequence[Span], item: Item, kind: Kind) -> Iterator[tuple[Candidate, dict[str, str]]]:
    """Yield every mention on the words that it quotes."""
    for number, (sentence, here) in enumerate(zip(sentences, item.mentions[kind], strict=True)):
        for mention in here:
            start, end = (sentence.start_char + offset for offset in mention["at"])
            span = doc.char_span(start, end, alignment_mode="expand") or sentence
            yield Candidate(mention[KEYS[kind]], number, span.start, span.end, 1.0, ""), mention


def fit_weighing(asked: Asked, prior: Floats, ridge: float = RIDGE) -> Weighing:
    """Return the conditional logit of the greatest likelihood, pulled towards its start.

    Args:
        prior: What the hints start with, shape (n_hints,).
    """
    n_values, n_hints = asked.hints.shape[1:]
    seen = np.log(np.maximum(asked.head, LEAST))
    rows = np.arange(len(asked.truth))
    start = np.concatenate([[1.0], prior, np.zeros(n_values)])

    def cost(weights: Floats) -> tuple[float, Floats]:
        logs = log_softmax(weights[0] * seen + asked.hints @ weights[1 : 1 + n_hints] + weights[1 + n_hints :], axis=1)
        missed = np.exp(logs)
        missed[rows, asked.truth] -= 1
        away = weights - start
        slope = np.concatenate(
            [[(missed * seen).sum()], np.einsum("nv,nvh->h", missed, asked.hints), missed.sum(axis=0)]
        )
        return float(-logs[rows, asked.truth].sum() + ridge * (away**2).sum()), slope + 2 * ridge * away

    found = minimize(cost, start, jac=True, method="L-BFGS-B").x
    return Weighing(float(found[0]), found[1 : 1 + n_hints], found[1 + n_hints :])


def prior_of(kind: Kind, n_hints: int) -> Floats:
    """Return what hints start with."""
    return np.resize(AUTHORS, n_hints) if kind == "patterns" else np.zeros(n_hints)


def crossed_accuracy(asked: Asked, prior: Floats) -> float:
    """Return the accuracy where each fold's weights come from the other folds."""
    fold = np.arange(len(asked.truth)) % FOLDS
    right = 0
    for number in range(FOLDS):
        weighing, left = fit_weighing(asked.of(fold != number), prior), asked.of(fold == number)
        right += int((weighing.probabilities(left.head, left.hints).argmax(axis=1) == left.truth).sum())
    return right / len(asked.truth)
