"""Vectors → probabilities: small heads, and the artifacts that hold them."""

from analyzer.heads.artifact import load_artifact, prune, read_artifact, save_artifact, write_artifact, write_card
from analyzer.heads.attention import AttentionHead, AttentionScale
from analyzer.heads.linear import Combination, LinearChoice, LinearHead

__all__ = [
    "AttentionHead",
    "AttentionScale",
    "Combination",
    "LinearChoice",
    "LinearHead",
    "load_artifact",
    "prune",
    "read_artifact",
    "save_artifact",
    "write_artifact",
    "write_card",
]
