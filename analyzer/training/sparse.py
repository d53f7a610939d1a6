"""How often each cue is right on sparse text: comments and sentences that nobody labelled and larger networks judged.

The labelled corpus is dense: what "my bad" or "reminds me of" means there is not what it mostly means elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from analyzer.corpora import Item, label_names
from analyzer.cues import CueMatcher
from analyzer.cues.load import Name, load_all
from analyzer.language import SentenceParser, SentenceSplitter, load_parser, load_tokenizer, units

NAMES: tuple[Name, ...] = ("patterns", "triggers")
BATCH = 400


def count_sparse(items: Sequence[Item]) -> dict[str, tuple[float, float]]:
    """Return cue id → (matches, right matches), a match being as right as the text holds the cue's label.

    Args:
        items: Texts of a sentence or two with soft labels of patterns and triggers.
    """
    labels = label_names()
    matchers = {name: CueMatcher(load_tokenizer().vocab, load_all(name)) for name in NAMES}
    hits: dict[str, int] = defaultdict(int)
    right: dict[str, float] = defaultdict(float)
    for item, sentence in _parsed(items, list(matchers.values())):
        for name, matcher in matchers.items():
            for cue, _ in matcher.find_cues(sentence):
                hits[cue.id] += 1
                right[cue.id] += float(item.soft[name][:, labels[name].index(cue.label)].max())
    return {cue: (n, round(right[cue], 2)) for cue, n in hits.items()}


def _parsed(items: Sequence[Item], matchers: Sequence[CueMatcher]) -> Iterator[tuple[Item, Span]]:
    """Yield every sentence in which a cue may match, parsed."""
    nlp, split, parser = load_tokenizer(), SentenceSplitter(), SentenceParser(load_parser())
    for first in range(0, len(items), BATCH):
        chosen: list[tuple[Item, Doc, list[Span]]] = []
        for item in items[first : first + BATCH]:
            doc = split(nlp.make_doc(item.text))
            near = [s for s in units(doc) if any(m.possible([token.lower_ for token in s]) for m in matchers)]
            if near:
                chosen.append((item, doc, near))
        parser.parse([doc for _, doc, _ in chosen], [near for _, _, near in chosen])
        for item, _, near in chosen:
            for sentence in near:
                yield item, sentence
