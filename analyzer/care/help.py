"""Whom to call, by country: a dated list that a person or an organisation can replace by their own."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

HELP_FILE_VARIABLE = "ANALYZER_HELP_FILE"
NOTICED = "Some entries speak of being in danger or of not wanting to live. You do not have to carry that alone."


@dataclass(frozen=True, slots=True)
class HelpLines:
    """Where a person in one country finds help.

    Attributes:
        country: ISO 3166-1 alpha-2, such as ``GB``; "" where the list does not hold the country.
        name: The country as it reads after "In"; "" likewise.
        call: Reads on from "you can".
        emergency: The number for immediate danger, or words for it.
        as_of: The month for which the list was written. Numbers change: whoever passes them on should check.
    """

    country: str
    name: str
    call: str
    emergency: str
    as_of: str


def help_lines(country: str | None = None, *, path: Path | None = None) -> HelpLines:
    """Return the lines of a country, else where to find some.

    Args:
        country: ISO 3166-1 alpha-2 in any case; None takes the region of LC_ALL or LANG, such as ``en_GB.UTF-8``.
        path: A file in the form of ``data/cues/help.yaml``; None takes ANALYZER_HELP_FILE, else the shipped one.

    Raises:
        AnalyzerError: the file cannot be read or is not in that form.
    """
    named = os.environ.get(HELP_FILE_VARIABLE)
    path = path or (Path(named) if named else shipped("data/cues/help.yaml"))
    content = _content(path)
    wanted = (country or _region()).upper()
    try:
        as_of = str(content["as_of"])
        for row in content["lines"]:
            if row["country"] == wanted:
                return HelpLines(wanted, str(row["name"]), str(row["call"]), str(row["emergency"]), as_of)
        default = content["default"]
        return HelpLines("", "", str(default["call"]), str(default["emergency"]), as_of)
    except (KeyError, TypeError):
        raise _misformed(path) from None


def care_lines(country: str | None = None, *, path: Path | None = None) -> tuple[str, str]:
    """Return two calm lines for a reader: what was noticed, and who can be called. Arguments as in help_lines."""
    lines = help_lines(country, path=path)
    where = f"In {lines.name} you" if lines.name else "You"
    return NOTICED, f"{where} can {lines.call}; in an emergency call {lines.emergency}."


def _region() -> str:
    for variable in ("LC_ALL", "LANG"):
        if match := re.match(r"[a-z]{2,3}[_-]([A-Za-z]{2})\b", os.environ.get(variable, "")):
            return match[1]
    return ""


def _content(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError:
        message = f"{path}: the list of help lines cannot be read; correct {HELP_FILE_VARIABLE} or the path"
        raise AnalyzerError(message) from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise _misformed(path) from None
    if not isinstance(content, dict):
        raise _misformed(path)
    return content


def _misformed(path: Path) -> AnalyzerError:
    return AnalyzerError(f"{path}: no list of help lines; it needs as_of, default and lines as in data/cues/help.yaml")
