"""Sentences → vectors: one pass a sentence, shared by all heads."""

from analyzer.encoder.neighbours import with_neighbours
from analyzer.encoder.tfidf import TfidfEncoder, pool

__all__ = ["TfidfEncoder", "pool", "with_neighbours"]
