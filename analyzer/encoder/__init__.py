"""Sentences → vectors: one pass over an entry, shared by all heads."""

from analyzer.encoder.entry_vectors import EntryVectors
from analyzer.encoder.neighbours import Neighbours
from analyzer.encoder.onnx import SentenceEncoder
from analyzer.encoder.words import tidied_place, tidy

__all__ = ["EntryVectors", "Neighbours", "SentenceEncoder", "tidied_place", "tidy"]
