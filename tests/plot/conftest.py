"""Invented journals for the pictures."""

from datetime import date

import pytest

from analyzer import taxonomy
from analyzer.frames import entries_frame, findings_frame
from analyzer.reflection import PatternFinding, Reflection, TriggerFinding


@pytest.fixture
def trigger():
    """Make a trigger; ``at`` is where its words begin."""
    return lambda theme, who="partner", at=0: TriggerFinding(theme, who, at, at + 5, "secretwords", 0.75)


@pytest.fixture
def act():
    """Make an act of a pattern; ``at`` is where its words begin."""

    def make(pattern, agent="self", status="done", when="now", at=10):
        family = taxonomy.load().family_of[pattern]
        return PatternFinding(pattern, family, agent, status, when, at, at + 5, "secretwords", 0.75)

    return make


@pytest.fixture
def entry():
    """Make an entry of what was found in it; ``day`` is "2025-03-02" or None."""

    def make(name, day, *found, feelings=(), **more):
        return Reflection(
            id=name,
            date=date.fromisoformat(day) if day else None,
            source="test",
            words=100,
            language="en",
            feelings_present=tuple(feelings),
            triggers=tuple(one for one in found if isinstance(one, TriggerFinding)),
            patterns=tuple(one for one in found if isinstance(one, PatternFinding)),
            **{"intensity": 1.0, "severity": 1.0} | more,
        )

    return make


@pytest.fixture
def frames():
    """Return the frames of entries and findings of reflections."""
    return lambda reflections: (entries_frame(reflections), findings_frame(reflections))


@pytest.fixture
def year(entry, trigger, act, frames):
    """Frames of a year of 60 entries: shutdown after anger, and after nothing else; a pause in each fifth."""
    made = []
    for number in range(60):
        day = date.fromordinal(date(2025, 1, 1).toordinal() + number * 6).isoformat()
        found = [trigger("anger"), act("shutdown")] if number % 3 == 0 else [trigger("distance"), act("pursuit")]
        if number % 5 == 0:
            found.append(act("pause", at=30))
        if number % 10 == 0:
            found.append(act("attack", "other", at=40))
        feelings = ["fear"] if number % 2 else ["joy", "fear"]
        made.append(entry(f"e{number}", day, *found, feelings=feelings, cycle=number % 10 == 0, intensity=2.0))
    return frames(made)
