"""Reads a journal and shows what was felt, what set it off and how people reacted.

``read(path)`` streams entries, ``analyze(path)`` returns an ``Analysis``, ``load()`` returns the spaCy pipeline.
Nothing heavy is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analyzer.messages import AnalyzerError

if TYPE_CHECKING:
    from analyzer.analysis import Analysis, analyze
    from analyzer.entry import Entry
    from analyzer.pipeline import load
    from analyzer.readers import read
    from analyzer.reflection import Reflection

__version__ = "0.1.0"
__all__ = ["Analysis", "AnalyzerError", "Entry", "Reflection", "__version__", "analyze", "load", "read"]

_PLACES = {
    "Analysis": "analyzer.analysis",
    "Entry": "analyzer.entry",
    "Reflection": "analyzer.reflection",
    "analyze": "analyzer.analysis",
    "load": "analyzer.pipeline",
    "read": "analyzer.readers",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'analyzer' has no attribute '{name}'")
    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
