"""Sentences that respect line breaks, bullets and run-on text.

People write journals in lines, lists and long breaths. The rules see tokens only, so that every sentence
can be found before anything is parsed; the parser then keeps these borders.
"""

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

TERMINAL = frozenset({".", "!", "?", "…", "...", "..", "!!", "??", "?!", "!?"})
CLOSING = frozenset({'"', "”", "’", "'", ")", "]", "''", "*", "_"})
# A run-on sentence longer than this many tokens is parted where a new clause begins.
LONG = 40
# Each part of a run-on sentence holds at least so many tokens.
PART = 10
JOINERS = frozenset({"and", "but", "so", "then", "because", "cause", "cos", "cuz", "&"})
SUBJECTS = frozenset({"i", "he", "she", "we", "they", "you", "it", "then", "im", "my", "his", "her", "the"})


class SentenceSplitter:
    """Set ``is_sent_start`` of every token."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the borders, all at once: token by token spaCy checks the whole doc each time."""
        borders = np.full((len(doc), 1), -1, dtype=np.int64)
        borders[list(starts(doc) if len(doc) else ()), 0] = 1
        doc.from_array([SENT_START], borders.astype(np.uint64))  # type: ignore[arg-type]
        return doc


def starts(doc: Doc) -> frozenset[int]:
    """Return the indices of the tokens that begin a sentence."""
    words = [token.lower_ for token in doc]
    found = {0}
    ended = False
    last = 0
    for i, word in enumerate(words):
        if "\n" in word:
            ended = True
            continue
        if i and ended and not doc[i].is_space and not _closes(words, doc, i):
            found.add(i)
            last = i
            ended = False
        if _ends(word):
            ended = True
        elif i - last >= LONG and _begins_clause(words, i):
            cut = i
            found.add(cut)
            last = cut
    return frozenset(found)


def _ends(word: str) -> bool:
    return word in TERMINAL or (len(word) > 1 and set(word) <= set(".!?…"))


def _closes(words: list[str], doc: Doc, i: int) -> bool:
    """Tell whether token i still belongs to the sentence that has ended: a quote that closes it, a second mark."""
    return (words[i] in CLOSING or _ends(words[i])) and not doc[i - 1].whitespace_ and "\n" not in words[i - 1]


def _begins_clause(words: list[str], i: int) -> bool:
    """Tell whether a new clause begins at i: "and then he", ", she", "so I"."""
    if i + 1 >= len(words):
        return False
    joined = words[i] in JOINERS and words[i + 1] in SUBJECTS
    spliced = words[i - 1] == "," and words[i] in SUBJECTS
    return joined or spliced


def units(doc: Doc) -> list[Span]:
    """Return the doc's sentences without the white space around them; empty ones are left out."""
    found = []
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start < end:
            found.append(doc[start:end])
    return found


@Language.factory("analyzer_sentences", assigns=["token.is_sent_start"])
def make_sentence_splitter(nlp: Language, name: str) -> SentenceSplitter:
    """Make the component."""
    return SentenceSplitter()
