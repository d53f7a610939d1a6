"""Vectors → probabilities: small heads, and the artifacts that hold them."""

from analyzer.heads.artifact import load_artifact, prune, read_artifact, save_artifact, write_artifact, write_card
from analyzer.heads.attention import AttentionHead, AttentionScale, TripleHead
from analyzer.heads.combination import Combination
from analyzer.heads.linear import LinearChoice, LinearHead
from analyzer.heads.weighing import Weighing

__all__ = [
    "AttentionHead",
    "AttentionScale",
    "Combination",
    "LinearChoice",
    "LinearHead",
    "TripleHead",
    "Weighing",
    "load_artifact",
    "prune",
    "read_artifact",
    "save_artifact",
    "write_artifact",
    "write_card",
]
