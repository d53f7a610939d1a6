"""What the analysis says of one entry."""

from analyzer.reflection.data import (
    AGENTS,
    STATUSES,
    WHENS,
    Agent,
    Match,
    PatternFinding,
    Reflection,
    Status,
    TriggerFinding,
    When,
)
from analyzer.reflection.marks import Finding, Segment, by_place, kind, segments, visible

__all__ = [
    "AGENTS",
    "STATUSES",
    "WHENS",
    "Agent",
    "Finding",
    "Match",
    "PatternFinding",
    "Reflection",
    "Segment",
    "Status",
    "TriggerFinding",
    "When",
    "by_place",
    "kind",
    "segments",
    "visible",
]
