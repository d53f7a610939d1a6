"""Parse only the sentences that something points at; the others keep a flat tree."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP, HEAD]
# A sentence longer than this is a list or a paste; the parser's memory grows with it.
LONGEST = 400

Chooser = Callable[[Doc], Sequence[Span]]


class SentenceParser:
    """Run tagger, parser and lemmatizer over chosen sentences of many docs at once.

    An unparsed sentence is flat: each token's head is its first token, and lemma, tag and dep are empty.
    """

    def __init__(self, nlp: Language) -> None:
        """Take the pipeline that parses, see ``load_parser``."""
        self._nlp = nlp

    def parse(self, docs: Sequence[Doc], chosen: Sequence[Sequence[Span]]) -> None:
        """Write the parse of the chosen sentences into their docs."""
        spans = [span for spans in chosen for span in spans if len(span) <= LONGEST]
        parsed = iter(self._nlp.pipe(self._alone(spans), batch_size=256))
        for doc, wanted in zip(docs, chosen, strict=True):
            table = _flat(doc)
            for span in wanted:
                if len(span) <= LONGEST:
                    table[span.start : span.end] = next(parsed).to_array(ATTRIBUTES)
            if len(doc):
                borders = doc.to_array([SENT_START]).reshape(-1, 1)
                doc.from_array(ATTRIBUTES, table)  # type: ignore[arg-type]  # spaCy's stub knows its own array type only
                # Heads written by from_array move the borders of what stays unparsed; they were right before.
                doc.from_array([SENT_START], borders)  # type: ignore[arg-type]

    def _alone(self, spans: Iterable[Span]) -> Iterator[Doc]:
        """Yield each sentence as a doc of its own whose only border is its start."""
        for span in spans:
            yield Doc(
                self._nlp.vocab,
                words=[token.text for token in span],
                spaces=[bool(token.whitespace_) for token in span],
                sent_starts=[i == 0 for i in range(len(span))],
            )


def _flat(doc: Doc) -> NDArray[np.uint64]:
    """Return a table for ``Doc.from_array`` in which every sentence is a flat tree."""
    table = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
    heads = np.zeros(len(doc), dtype=np.int64)
    for sentence in doc.sents:
        heads[sentence.start : sentence.end] = sentence.start - np.arange(sentence.start, sentence.end)
    table[:, ATTRIBUTES.index(HEAD)] = heads.astype(np.uint64)
    return table
