"""How a trigger, a reaction, a person and a quality are said in words, read from ``data/taxonomy`` once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends.schema import ANYONE


@dataclass(frozen=True, slots=True)
class Quality:
    """A secure quality, and the patterns whose acts show it. ``definition`` reads on from "someone …"."""

    label: str
    name: str
    definition: str
    patterns: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words for the labels of the taxonomy, each by its label.

    Attributes:
        people: Whom the source of a trigger is to the writer, such as "your partner".
        nouns: A trigger in a list, such as "being left".
        clauses: What goes on from "When …", by trigger and source; the source may be ``ANYONE``.
        acts: What goes on from "you …", by pattern.
    """

    people: Mapping[str, str]
    nouns: Mapping[str, str]
    clauses: Mapping[tuple[str, str], str]
    acts: Mapping[str, str]


@cache
def load_qualities() -> tuple[Quality, ...]:
    """Return the seven secure qualities.

    Raises:
        AnalyzerError: the shipped file has been edited so that it no longer holds together.
    """
    path = shipped("data/taxonomy") / "qualities.yaml"
    known = load_taxonomy().pattern_labels
    rows = _rows(path, "qualities", ("label", "name", "definition", "patterns", "source"))
    for row in rows:
        if strange := [label for label in row["patterns"] if label not in known]:
            raise AnalyzerError(f"{path.name}, {row['label']}: {strange[0]} is no pattern; correct the file")
    return tuple(Quality(**row | {"patterns": tuple(row["patterns"])}) for row in rows)


@cache
def load_phrases() -> Phrases:
    """Return the words for every person, trigger and pattern.

    Raises:
        AnalyzerError: the shipped file has been edited so that it no longer holds together.
    """
    path, guide = shipped("data/taxonomy") / "phrases.yaml", load_taxonomy()
    people = _complete(path, "people", ("label", "phrase"), guide.sources)
    starts = _complete(path, "triggers", ("label", "noun", "by", "anyone", "own", "none"), guide.trigger_labels)
    acts = _complete(path, "patterns", ("label", "you"), guide.pattern_labels)
    clauses: dict[tuple[str, str], str] = {}
    for theme, row in starts.items():
        clauses |= {(theme, who): row["by"].format(who=person["phrase"]) for who, person in people.items()}
        clauses |= {(theme, ANYONE): row["anyone"], (theme, "self"): row["own"], (theme, "none"): row["none"]}
    return Phrases(
        people=MappingProxyType({label: row["phrase"] for label, row in people.items()}),
        nouns=MappingProxyType({label: row["noun"] for label, row in starts.items()}),
        clauses=MappingProxyType(clauses),
        acts=MappingProxyType({label: row["you"] for label, row in acts.items()}),
    )


def _complete(path: Path, section: str, fields: Sequence[str], labels: Sequence[str]) -> dict[str, dict[str, Any]]:
    rows = {row["label"]: row for row in _rows(path, section, fields)}
    if odd := sorted(set(rows).symmetric_difference(labels)):
        raise AnalyzerError(f"{path.name}, {section}: {odd[0]} is missing or no label; correct the file")
    return rows


def _rows(path: Path, section: str, fields: Sequence[str]) -> list[dict[str, Any]]:
    content = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    rows: list[dict[str, Any]] = content[section]
    for row in rows:
        if sorted(row) != sorted(fields):
            raise AnalyzerError(f"{path.name}, {section}: a row needs {', '.join(fields)}; correct the file")
    return rows
