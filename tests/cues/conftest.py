from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from analyzer.cues import CueMatcher
from analyzer.cues.load import load_all
from analyzer.language import SentenceParser, SentenceSplitter, load_parser, load_tokenizer, units

Parse = Callable[[str], Doc]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Parse every sentence of a text, as the pipeline parses the chosen ones."""
    tokenizer, split, parser = load_tokenizer(), SentenceSplitter(), SentenceParser(load_parser())

    def parsed(text: str) -> Doc:
        doc = split(tokenizer.make_doc(text))
        parser.parse([doc], [units(doc)])
        return doc

    return parsed


@pytest.fixture(scope="session")
def patterns() -> CueMatcher:
    return CueMatcher(load_parser().vocab, load_all("patterns"))


@pytest.fixture(scope="session")
def triggers() -> CueMatcher:
    return CueMatcher(load_parser().vocab, load_all("triggers"))
