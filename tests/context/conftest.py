"""Cases are written with the finding's words in brackets: "I [went quiet] at lunch."."""

import pytest

from analyzer.context import read_context
from analyzer.language import SentenceParser, SentenceSplitter, load_parser, load_tokenizer, units
from analyzer.people import find_people


@pytest.fixture(scope="module")
def parse():
    tokenizer, split, parser = load_tokenizer(), SentenceSplitter(), SentenceParser(load_parser())

    def parse(text, *, flat=False, only_with=""):
        doc = split(tokenizer(text))
        chosen = [] if flat else [unit for unit in units(doc) if only_with in unit.text]
        parser.parse([doc], [chosen])
        return doc

    return parse


@pytest.fixture(scope="module")
def read(parse):
    def read(marked, pattern="", *, flat=False, alone=False, known=None):
        before, rest = marked.split("[", 1)
        inside, after = rest.split("]", 1)
        doc = parse(before + inside + after, flat=flat, only_with=inside if alone else "")
        span = doc.char_span(len(before), len(before) + len(inside), alignment_mode="expand")
        return read_context(doc, span.start, span.end, find_people(doc, known or {}), pattern)

    return read
