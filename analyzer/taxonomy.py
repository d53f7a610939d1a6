"""The words of the field: every label with its definition, example and source, read from ``data/taxonomy``.

Nothing is read on import; ``load()`` reads the five files once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

Valence = Literal["pleasant", "unpleasant", "neither"]

STEPS = 4  # intensity and severity run from 0 to 3
MAY_BE_EMPTY = frozenset({"not_when"})


@dataclass(frozen=True, slots=True)
class Family:
    """A group of patterns with the same direction, such as ``withdraw``."""

    label: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A reaction. ``definition`` reads on from "someone …"; ``not_when`` may be ""."""

    label: str
    family: str
    name: str
    definition: str
    not_when: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a closed set: an agent, a status, a time of life, or the source of a trigger."""

    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a writer off. ``definition`` reads on from "set off by …"."""

    label: str
    definition: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Feeling:
    """A feeling of the writer, and whether it is pleasant to have."""

    label: str
    valence: Valence
    definition: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of life."""

    label: str
    name: str
    definition: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of an entry. ``steps`` are the words for 0, 1, 2 and 3."""

    label: str
    name: str
    definition: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every label, in the order of all tables and models.

    Attributes:
        who: The sources that a trigger can have; ``sources`` are their labels.
    """

    families: tuple[Family, ...]
    patterns: tuple[Pattern, ...]
    agents: tuple[Value, ...]
    statuses: tuple[Value, ...]
    whens: tuple[Value, ...]
    triggers: tuple[Trigger, ...]
    who: tuple[Value, ...]
    feelings: tuple[Feeling, ...]
    topics: tuple[Topic, ...]
    scales: tuple[Scale, ...]

    @property
    def pattern_labels(self) -> tuple[str, ...]:
        """The 19 patterns."""
        return tuple(row.label for row in self.patterns)

    @property
    def family_labels(self) -> tuple[str, ...]:
        """The 6 families."""
        return tuple(row.label for row in self.families)

    @property
    def family_of(self) -> Mapping[str, str]:
        """The family of each pattern, both as labels."""
        return MappingProxyType({row.label: row.family for row in self.patterns})

    @property
    def trigger_labels(self) -> tuple[str, ...]:
        """The 21 themes of a trigger."""
        return tuple(row.label for row in self.triggers)

    @property
    def sources(self) -> tuple[str, ...]:
        """The 11 values of a trigger's ``who``."""
        return tuple(row.label for row in self.who)

    @property
    def feeling_labels(self) -> tuple[str, ...]:
        """The 28 feelings."""
        return tuple(row.label for row in self.feelings)

    @property
    def topic_labels(self) -> tuple[str, ...]:
        """The 12 topics."""
        return tuple(row.label for row in self.topics)

    @property
    def pleasant(self) -> frozenset[str]:
        """The feelings that are pleasant to have."""
        return frozenset(row.label for row in self.feelings if row.valence == "pleasant")

    @property
    def unpleasant(self) -> frozenset[str]:
        """The feelings that are unpleasant to have; those in neither set are mixed or neutral."""
        return frozenset(row.label for row in self.feelings if row.valence == "unpleasant")

    @property
    def steps(self) -> Mapping[str, tuple[str, ...]]:
        """The words for 0 to 3 of ``intensity`` and ``severity``."""
        return MappingProxyType({row.label: row.steps for row in self.scales})


@cache
def load() -> Taxonomy:
    """Return the shipped taxonomy; the files are read at the first call only.

    Raises:
        AnalyzerError: a shipped file has been edited so that it no longer holds together.
    """
    return read(shipped("data/taxonomy"))


def read(folder: Path) -> Taxonomy:
    """Return the taxonomy whose five YAML files lie in ``folder``.

    Raises:
        AnalyzerError: a file is missing or no YAML, or a row has a missing, unknown, empty or repeated field;
            the message names the file and the label.
    """
    patterns, triggers = folder / "patterns.yaml", folder / "triggers.yaml"
    taxonomy = Taxonomy(
        families=_rows(patterns, "families", Family),
        patterns=_rows(patterns, "patterns", Pattern),
        agents=_rows(patterns, "agents", Value),
        statuses=_rows(patterns, "statuses", Value),
        whens=_rows(patterns, "whens", Value),
        triggers=_rows(triggers, "triggers", Trigger),
        who=_rows(triggers, "sources", Value),
        feelings=_rows(folder / "feelings.yaml", "feelings", Feeling),
        topics=_rows(folder / "topics.yaml", "topics", Topic),
        scales=_rows(folder / "scales.yaml", "scales", Scale),
    )
    for row in taxonomy.patterns:
        if row.family not in taxonomy.family_labels:
            raise _broken(patterns, row.label, f"belongs to a family that is not listed, '{row.family}'")
    for feeling in taxonomy.feelings:
        if feeling.valence not in get_args(Valence):
            raise _broken(folder / "feelings.yaml", feeling.label, f"has no such valence as '{feeling.valence}'")
    return taxonomy


Row = TypeVar("Row", Family, Pattern, Value, Trigger, Feeling, Topic, Scale)


def _rows(path: Path, section: str, kind: type[Row]) -> tuple[Row, ...]:
    wanted = [field.name for field in fields(kind)]
    rows: dict[str, Row] = {}
    for place, raw in enumerate(_section(path, section), start=1):
        label = str(raw.get("label", "")) or f"{section}, row {place}"
        if missing := [name for name in wanted if name not in raw]:
            raise _broken(path, label, f"lacks {', '.join(missing)}")
        if unknown := sorted(set(map(str, raw)) - set(wanted)):
            raise _broken(path, label, f"has fields that nobody reads: {', '.join(unknown)}")
        if label in rows:
            raise _broken(path, label, f"stands twice in {section}")
        rows[label] = kind(**{name: _value(path, label, name, raw[name]) for name in wanted})
    return tuple(rows.values())


def _section(path: Path, section: str) -> list[dict[str, Any]]:
    try:
        content = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError:
        raise AnalyzerError(f"{path.name} is missing from the taxonomy: install analyzer again") from None
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise AnalyzerError(f"{path.name}, line {line}: this is no valid YAML; correct the file") from None
    rows = content.get(section) if isinstance(content, dict) else None
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise AnalyzerError(f"{path.name}: '{section}' must be a list of rows; correct the file")
    return rows


def _value(path: Path, label: str, name: str, raw: object) -> Any:
    if name == "steps":
        if isinstance(raw, list) and len(raw) == STEPS and all(isinstance(step, str) and step for step in raw):
            return tuple(raw)
        raise _broken(path, label, f"needs {STEPS} words in steps")
    if not isinstance(raw, str) or not (raw.strip() or name in MAY_BE_EMPTY):
        raise _broken(path, label, f"needs text in {name}")
    return raw


def _broken(path: Path, label: str, problem: str) -> AnalyzerError:
    return AnalyzerError(f"{path.name}, {label}: {problem}; correct the file")
