"""The report: one HTML page that holds all it needs, and asks no host for anything."""

from analyzer.report.page import render, write

__all__ = ["render", "write"]
