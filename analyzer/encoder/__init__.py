"""Sentences → vectors: one pass a sentence, shared by all heads."""

from analyzer.encoder.neighbours import Neighbours
from analyzer.encoder.onnx import SentenceEncoder
from analyzer.encoder.words import tidy

__all__ = ["Neighbours", "SentenceEncoder", "tidy"]
