"""Phrases that say a label: data with syntax, their matcher, and how often each is right."""

from analyzer.cues.load import Cue, load_cues, read_cues
from analyzer.cues.matcher import CueMatch, CueMatcher

__all__ = ["Cue", "CueMatch", "CueMatcher", "load_cues", "read_cues"]
