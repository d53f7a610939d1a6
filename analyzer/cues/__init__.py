"""Phrases that say a label: data with syntax, their matcher, and how often each is right."""

from analyzer.cues.anchors import anchors
from analyzer.cues.load import Cue, load_cues, read_cues
from analyzer.cues.matcher import CueMatch, CueMatcher

__all__ = ["Cue", "CueMatch", "CueMatcher", "anchors", "load_cues", "read_cues"]
