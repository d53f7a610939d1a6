"""How head and cues are read together, and from which probability on: fitted on texts that the heads never saw.

The bar gives the best F1 of labels over entries among those that leave most texts without a label clean, since real
journals are sparser than the corpus.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from analyzer.corpora import Item
from analyzer.encoder import EntryVectors
from analyzer.evaluation.calibration import Truth
from analyzer.evaluation.measures import micro_f1
from analyzer.heads import AttentionHead, Combination
from analyzer.heads.combination import any_of, features
from analyzer.heads.linear import Floats
from analyzer.language import SentenceParser, load_parser, load_tokenizer, units
from analyzer.pipeline.candidates import Kind, matcher, possible_precision, words_of
from analyzer.pipeline.evidence import gather

# At least so many of the texts without a label stay without one. A pattern says something of people: fewer may be
# wrong; but a second reader finds one in 0.09 to 0.15 of them. Both were set by hand, with an eye on the development
# sets.
CLEAN: dict[Kind, float] = {"patterns": 0.88, "triggers": 0.8}
GRID = np.linspace(0.1, 0.9, 81)
# A sentence that the head gives less and no cue points at teaches nothing: nearly all are such.
FLOOR = 0.02


@dataclass(frozen=True)
class Told:
    """What speaks for labels in the sentences of one text, and which it holds.

    Attributes:
        head: Probabilities of the head, shape (n_sentences, n_labels).
        precision: Of the best cue; NaN where none matched.
        right: Whether the label stands in that sentence.
    """

    head: Floats
    precision: Floats
    right: Truth

    @property
    def holds(self) -> Truth:
        """Which labels the text holds, shape (n_labels,)."""
        return np.asarray(self.right.any(axis=0))


def gather_told(
    items: Sequence[Item],
    entries: Sequence[EntryVectors],
    heads: Mapping[Kind, AttentionHead],
    key: Mapping[Kind, str],
) -> dict[Kind, list[Told]]:
    """Read the texts up to the decision; every sentence in which a cue may match is parsed."""
    nlp, parser = load_tokenizer(), SentenceParser(load_parser())
    nlp.add_pipe("analyzer_sentences")
    told: dict[Kind, list[Told]] = {kind: [] for kind in heads}
    for item, entry in zip(items, entries, strict=True):
        doc = nlp(item.text)
        sentences = units(doc)
        words = words_of(sentences)
        hoped = [possible_precision(matcher(doc.vocab, kind), words, head.labels) for kind, head in heads.items()]
        pointed = np.flatnonzero((~np.isnan(np.concatenate(hoped, axis=1))).any(axis=1)).tolist()
        parser.parse([doc], [[sentences[number] for number in pointed]])
        for kind, head in heads.items():
            read = head.probabilities(entry.token_rows, entry.lengths)
            evidence = gather(doc, sentences, read, head.labels, kind)
            held = [{mention[key[kind]] for mention in here} for here in item.mentions[kind]]
            right = np.array([[label in there for label in head.labels] for there in held])
            told[kind].append(Told(evidence.head, evidence.precision, right))
    return told


def fit_combination(told: Sequence[Told]) -> Combination:
    """Return the weights of head and cue in a sentence, and those of the sentence in its entry."""
    rows, right = [], []
    for text in told:
        speaks = (text.head >= FLOOR) | ~np.isnan(text.precision)
        rows.append(features(text.head[speaks], text.precision[speaks]))
        right.append(text.right[speaks])
    sentence = LogisticRegression(C=10.0).fit(np.concatenate(rows), np.concatenate(right))
    head, cue, precision = map(float, sentence.coef_[0])
    fitted = Combination(head, cue, precision, float(sentence.intercept_[0]))
    odds = [fitted.odds(text.head, text.precision) for text in told]
    pairs = np.stack([np.stack([each.max(axis=0), any_of(each)], axis=1) for each in odds])
    holds = np.stack([text.holds for text in told])
    entry = LogisticRegression(C=10.0).fit(pairs.reshape(-1, 2), holds.ravel())
    own, whole = map(float, entry.coef_[0])
    return replace(fitted, own=own, entry=whole, offset=float(entry.intercept_[0]))


def scores(told: Sequence[Told], combination: Combination) -> Floats:
    """Return each text's best score of each label, shape (n_texts, n_labels)."""
    return np.stack([combination.probabilities(text.head, text.precision).max(axis=0) for text in told])


def choose_bar(best: Floats, truth: Truth, least: float) -> float:
    """Return the bar of the best micro F1 that leaves ``least`` of the texts without a label clean.

    Both of shape (n_texts, n_labels): the best score of each label, and whether the text holds it. The highest bar
    where none leaves so many clean.
    """
    kept = [bar for bar in GRID if clean(best >= bar, truth) >= least] or [GRID[-1]]
    return float(max(kept, key=lambda bar: micro_f1(best >= bar, truth)))


def choose_again(told: Sequence[Told], combination: Combination, bar: float) -> float:
    """Return from which probability on a further sentence counts: the best micro F1 over sentences."""
    each = [combination.probabilities(text.head, text.precision) for text in told]
    right = np.concatenate([text.right for text in told])

    def value(again: float) -> float:
        asked = replace(combination, again=again)
        found = [asked.counts(read, np.full(read.shape[1], bar)) for read in each]
        return micro_f1(np.concatenate(found), right)

    return float(max(GRID[bar <= GRID], key=value))


def clean(found: Truth, truth: Truth) -> float:
    """Return the share of the texts without a label in which none is found."""
    return float((~found[~truth.any(axis=1)].any(axis=1)).mean())


def combine(told: Sequence[Told], least: float) -> tuple[Combination, float]:
    """Return the combination and its bar."""
    combination = fit_combination(told)
    truth = np.stack([text.holds for text in told])
    bar = choose_bar(scores(told, combination), truth, least)
    return replace(combination, again=choose_again(told, combination, bar)), bar


def crossed_presence(told: Sequence[Told], least: float) -> tuple[Floats, Truth]:
    """Return each text's scores and labels where combination and bar of each half come from the other half.

    Both of shape (n_texts, n_labels). The head's own calibration has seen both halves.
    """
    truth = np.stack([text.holds for text in told])
    best, found = np.zeros(truth.shape), np.zeros(truth.shape, dtype=bool)
    even = np.arange(len(told)) % 2 == 0
    for seen in (even, ~even):
        fitted = fit_combination([text for text, here in zip(told, seen, strict=True) if here])
        each = scores(told, fitted)
        best[~seen] = each[~seen]
        found[~seen] = each[~seen] >= choose_bar(each[seen], truth[seen], least)
    return best, found
