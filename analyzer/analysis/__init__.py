"""A whole journal: its entries read, analysed, and brought together."""

from analyzer.analysis.journal import Analysis, analyze
from analyzer.analysis.sources import LeftOut, Watch, read_all
from analyzer.analysis.summary import Example, FeltIn, Reaction, SetOff, Summary, Tally, Together

__all__ = [
    "Analysis",
    "Example",
    "FeltIn",
    "LeftOut",
    "Reaction",
    "SetOff",
    "Summary",
    "Tally",
    "Together",
    "Watch",
    "analyze",
    "read_all",
]
