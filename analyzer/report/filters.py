"""What the filters of the entries offer: only what some entry holds."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analyzer.frames import BETWEEN
from analyzer.reflection.questions import source_in_words
from analyzer.report.entries import EntryList
from analyzer.report.words import label_in_words, pattern_names
from analyzer.taxonomy import load as load_taxonomy

Choice = tuple[str, str]  # value, words


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of each filter with their words. ``patterns`` are grouped by the name of their family."""

    patterns: tuple[tuple[str, tuple[Choice, ...]], ...]
    triggers: tuple[Choice, ...]
    people: tuple[Choice, ...]
    feelings: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    months: tuple[Choice, ...]


def choices(entries: pd.DataFrame, findings: pd.DataFrame, listed: EntryList) -> Choices:
    """Return what can be asked for, in the guide's order; months from the first to the last."""
    guide, names = load_taxonomy(), pattern_names()
    triggers = findings[findings.kind == "trigger"]
    found, people = set(findings.label[findings.kind == "pattern"]), set(triggers.who)
    groups = [
        (family.name, [row.label for row in guide.patterns if row.family == family.label and row.label in found])
        for family in guide.families
    ]
    topics = _present(entries.topics_present)
    return Choices(
        patterns=tuple((name, tuple((label, names[label]) for label in labels)) for name, labels in groups if labels),
        triggers=_known(guide.trigger_labels, set(triggers.label), "t"),
        people=tuple((f"w:{who}", source_in_words(who).capitalize()) for who in guide.sources if who in people),
        feelings=_known(guide.feeling_labels, _present(entries.feelings_present), "f"),
        topics=tuple((f"o:{row.label}", row.name) for row in guide.topics if row.label in topics),
        months=tuple((month.key, month.name) for month in reversed(listed.months) if month.key),
    )


def _known(labels: Iterable[str], present: set[str], kind: str) -> tuple[Choice, ...]:
    return tuple((f"{kind}:{label}", label_in_words(label).capitalize()) for label in labels if label in present)


def _present(cells: pd.Series) -> set[str]:
    return {label for cell in cells for label in str(cell).split(BETWEEN) if label}
