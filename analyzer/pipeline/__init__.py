"""Entry → Doc → Reflection: a spaCy ``Language`` with our components."""

from analyzer.pipeline.load import load
from analyzer.pipeline.reflect import explain, reflect

__all__ = ["explain", "load", "reflect"]
