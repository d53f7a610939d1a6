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

__all__ = [
    "AGENTS",
    "STATUSES",
    "WHENS",
    "Agent",
    "Match",
    "PatternFinding",
    "Reflection",
    "Status",
    "TriggerFinding",
    "When",
]
