"""Text → sentences → parse, and whether it is English at all."""

from analyzer.language.clauses import clauses
from analyzer.language.english import language_of
from analyzer.language.model import load_parser, load_tokenizer
from analyzer.language.parse import SentenceParser
from analyzer.language.sentences import SentenceSplitter, units

__all__ = ["SentenceParser", "SentenceSplitter", "clauses", "language_of", "load_parser", "load_tokenizer", "units"]
