"""Vectors → probabilities: small linear heads, and the artifacts that hold them."""

from analyzer.heads.artifact import load_artifact, save_artifact
from analyzer.heads.linear import LinearChoice, LinearHead, LinearScale, best_threshold, fit_label

__all__ = ["LinearChoice", "LinearHead", "LinearScale", "best_threshold", "fit_label", "load_artifact", "save_artifact"]
