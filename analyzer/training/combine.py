"""How head and cue are read together, and from which probability on: fitted on texts that the heads never saw.

The bar gives the best F1 of labels over entries among those that leave most texts without a label clean, since real
journals are sparser than the corpus.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import logit
from sklearn.linear_model import LogisticRegression

from analyzer.corpora import Item
from analyzer.encoder import EntryVectors
from analyzer.evaluation.calibration import Truth
from analyzer.evaluation.measures import micro_f1
from analyzer.heads import AttentionHead, Combination
from analyzer.heads.linear import Floats
from analyzer.language import SentenceParser, load_parser, load_tokenizer, units
from analyzer.pipeline.candidates import Kind, choose
from analyzer.pipeline.evidence import gather

# At least so many of the texts without a label stay without one. A pattern says something of people: fewer may be
# wrong. Both were set by hand, with an eye on the development sets.
CLEAN: dict[Kind, float] = {"patterns": 0.9, "triggers": 0.8}
GRID = np.linspace(0.1, 0.9, 81)


@dataclass(frozen=True)
class Cells:
    """What speaks for labels in texts, a row each, with whether it is right.

    Attributes:
        text: The number of the text; ``column`` that of the label.
        head: Probability of the head; ``precision`` of the cue, NaN where none matched.
        right: Whether the label stands in that sentence.
    """

    text: Floats
    column: Floats
    head: Floats
    precision: Floats
    right: Floats

    def features(self) -> Floats:
        """Return what a combination weighs, shape (n, 3)."""
        cue = ~np.isnan(self.precision)
        trusted = logit(np.clip(np.where(cue, self.precision, 0.5), 0.02, 0.98))
        return np.column_stack([logit(np.clip(self.head, 1e-4, 1 - 1e-4)), cue, np.where(cue, trusted, 0)])

    def of(self, texts: Truth) -> "Cells":
        """Return the cells of the texts that the mask of shape (n_texts,) chooses."""
        rows = texts[self.text.astype(int)]
        return Cells(*(getattr(self, name)[rows] for name in ("text", "column", "head", "precision", "right")))


def gather_cells(
    items: Sequence[Item], entries: Sequence[EntryVectors], heads: dict[Kind, AttentionHead], key: dict[Kind, str]
) -> dict[Kind, Cells]:
    """Read the texts as the pipeline does, up to the decision."""
    nlp, parser = load_tokenizer(), SentenceParser(load_parser())
    nlp.add_pipe("analyzer_sentences")
    pointing = heads["patterns"]
    rows: dict[Kind, list[tuple[float, ...]]] = {kind: [] for kind in heads}
    for number, (item, entry) in enumerate(zip(items, entries, strict=True)):
        doc = nlp(item.text)
        sentences = units(doc)
        parser.parse([doc], [choose(doc, sentences, pointing.probabilities(entry.token_rows, entry.lengths))])
        for kind, head in heads.items():
            for cell in gather(doc, sentences, entry, head, kind):
                label = head.labels[cell.column]
                right = any(mention[key[kind]] == label for mention in item.mentions[kind][cell.sentence])
                precision = cell.cue.precision if cell.cue else np.nan
                rows[kind].append((number, cell.column, cell.probability, precision, right))
    return {kind: Cells(*np.array(found, dtype=float).T) for kind, found in rows.items()}


def fit_combination(cells: Cells) -> Combination:
    """Return the weights of head and cue."""
    model = LogisticRegression(C=10.0).fit(cells.features(), cells.right > 0)
    head, cue, precision = (float(weight) for weight in model.coef_[0])
    return Combination(head, cue, precision, float(model.intercept_[0]))


def scores(cells: Cells, combination: Combination, shape: tuple[int, ...]) -> Floats:
    """Return each text's best score of each label, ``shape`` being (n_texts, n_labels)."""
    precisions = [None if np.isnan(p) else float(p) for p in cells.precision]
    each = [combination.probability(float(h), p) for h, p in zip(cells.head, precisions, strict=True)]
    best = np.zeros(shape)
    np.maximum.at(best, (cells.text.astype(int), cells.column.astype(int)), each)
    return best


def choose_bar(best: Floats, truth: Truth, least: float) -> float:
    """Return the bar of the best micro F1 that leaves ``least`` of the texts without a label clean.

    Both of shape (n_texts, n_labels): the best score of each label, and whether the text holds it. The highest bar
    where none leaves so many clean.
    """
    kept = [bar for bar in GRID if clean(best >= bar, truth) >= least] or [GRID[-1]]
    return float(max(kept, key=lambda bar: micro_f1(best >= bar, truth)))


def clean(found: Truth, truth: Truth) -> float:
    """Return the share of the texts without a label in which none is found."""
    return float((~found[~truth.any(axis=1)].any(axis=1)).mean())


def combine(cells: Cells, truth: Truth, least: float) -> tuple[Combination, float]:
    """Return the combination and its bar."""
    combination = fit_combination(cells)
    return combination, choose_bar(scores(cells, combination, truth.shape), truth, least)


def crossed_presence(cells: Cells, truth: Truth, least: float) -> tuple[Floats, Truth]:
    """Return each text's scores and labels where combination and bar of each half come from the other half.

    Both of shape (n_texts, n_labels). The head's own calibration has seen both halves.
    """
    best, found = np.zeros(truth.shape), np.zeros(truth.shape, dtype=bool)
    even = np.arange(len(truth)) % 2 == 0
    for seen in (even, ~even):
        fitted = fit_combination(cells.of(seen))
        each = scores(cells, fitted, truth.shape)
        best[~seen] = each[~seen]
        found[~seen] = each[~seen] >= choose_bar(each[seen], truth[seen], least)
    return best, found
