"""Invented journals for the trends: a few entries by hand, or a year by a seeded generator."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from analyzer import taxonomy
from analyzer.frames import entries_frame, findings_frame
from analyzer.reflection import PatternFinding, Reflection, TriggerFinding

Frames = tuple[pd.DataFrame, pd.DataFrame]


def trigger(theme, who="partner", at=0):
    """Make a trigger whose words begin at a place in the text."""
    return TriggerFinding(theme, who, at, at + 5, f"{theme} words", 0.75)


def act(pattern, agent="self", status="done", when="now", at=10):
    """Make an act of a pattern."""
    family = taxonomy.load().family_of[pattern]
    return PatternFinding(pattern, family, agent, status, when, at, at + 5, f"{pattern} words", 0.75)


def entry(name, day, *found, words=100, feelings=(), **more):
    """Make an entry of what was found in it; ``day`` is "2025-03-02", a datetime or None."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return Reflection(
        id=name,
        date=when,
        source="test",
        words=words,
        language="en",
        feelings_present=tuple(feelings),
        triggers=tuple(one for one in found if isinstance(one, TriggerFinding)),
        patterns=tuple(one for one in found if isinstance(one, PatternFinding)),
        **{"intensity": 1.0, "severity": 1.0} | more,
    )


def frames(*reflections) -> Frames:
    """Return the frames of entries and findings."""
    return entries_frame(reflections), findings_frame(reflections)


def year(seed, *, entries=300, chance: Callable[[str, set[str], date], float] = lambda label, themes, day: 0.08):
    """Return the frames of a year of entries, each label in it or not by lot.

    ``chance`` gives the probability of a pattern in an entry, from its label, the entry's themes and its day; themes
    have a probability of 0.1 each.
    """
    guide, lot = taxonomy.load(), np.random.default_rng(seed)
    made = []
    for number, offset in enumerate(sorted(lot.integers(0, 365, entries))):
        day = date(2025, 1, 1) + timedelta(days=int(offset))
        themes = [theme for theme in guide.trigger_labels if lot.random() < 0.1]
        acts = [label for label in guide.pattern_labels if lot.random() < chance(label, set(themes), day)]
        made.append(entry(f"e{number}", day.isoformat(), *(trigger(t) for t in themes), *(act(p) for p in acts)))
    return frames(*made)


EMPTY, ONE, UNDATED, ONE_DAY = (
    pytest.param([], id="an empty journal"),
    pytest.param([entry("a", "2025-03-02", trigger("anger"), act("shutdown"), feelings=["fear"])], id="one entry"),
    pytest.param(
        [entry(f"u{n}", None, trigger("anger"), act("shutdown"), act("repair", at=20)) for n in range(3)],
        id="undated entries",
    ),
    pytest.param(
        [
            entry(f"d{n}", datetime(2025, 3, 2, n, 30), trigger("anger"), act(["shutdown", "pause"][n % 2]))
            for n in range(10)
        ],
        id="ten entries on one day",
    ),
)
SKIPPED = pytest.param(
    [Reflection(id="s", date=date(2025, 3, 2), source="test", words=0, language="", skipped="no text")], id="skipped"
)
ODD_JOURNALS = [EMPTY, ONE, UNDATED, ONE_DAY, SKIPPED]
