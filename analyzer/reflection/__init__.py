"""What the analysis says of one entry."""

from analyzer.reflection.data import (
    AGENTS,
    STATUSES,
    WHENS,
    Agent,
    FeelingWords,
    Match,
    PatternFinding,
    Reflection,
    Status,
    TriggerFinding,
    When,
)
from analyzer.reflection.marks import Finding, Segment, by_place, kind, segments, visible
from analyzer.reflection.questions import Answer, Point, answers

__all__ = [
    "AGENTS",
    "STATUSES",
    "WHENS",
    "Agent",
    "Answer",
    "FeelingWords",
    "Finding",
    "Match",
    "PatternFinding",
    "Point",
    "Reflection",
    "Segment",
    "Status",
    "TriggerFinding",
    "When",
    "answers",
    "by_place",
    "kind",
    "segments",
    "visible",
]
