"""What all tests share: invented reflections, and an analysis that needs no model."""

import sys
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

import analyzer
from analyzer.entry import Entry
from analyzer.reflection import FeelingWords, PatternFinding, Reflection, TriggerFinding

TEXT = "She snapped at me. I went quiet."
TRIGGER = TriggerFinding("anger", "partner", 0, 17, "She snapped at me", 0.75, "the words “snapped at me”")
PATTERN = PatternFinding(
    "shutdown", "withdraw", "self", "done", "now", 19, 31, "I went quiet", 0.83, "the words “went quiet”"
)
FEELING = FeelingWords("hurt", 0, 18, "She snapped at me.", 0.875)


@pytest.fixture
def make_reflection() -> Callable[..., Reflection]:
    """Make an invented reflection; whatever is given replaces a field."""

    def make(**changes):
        given = {
            "id": "e1",
            "date": date(2025, 3, 2),
            "source": "test",
            "words": 7,
            "language": "en",
            "feelings": {"anger": 0.25, "hurt": 0.75},
            "feelings_present": ("hurt",),
            "feeling_words": (FEELING,),
            "topics": {"love": 0.875},
            "topics_present": ("love",),
            "triggers": (TRIGGER,),
            "patterns": (PATTERN,),
            "intensity": 2.5,
            "severity": 1.0,
            "match": "higher",
            "place": "Journal.json, entry 1",
            "text": TEXT,
        }
        return Reflection(**given | changes)

    return make


@pytest.fixture
def skipped_reflection() -> Callable[..., Reflection]:
    """Make the reflection of an entry that was not analysed."""

    def make(why="no text", **changes):
        given = {"id": "s1", "date": None, "source": "test", "words": 0, "language": ""}
        return Reflection(**given | {"skipped": why} | changes)

    return make


class FakeReflect:
    """Stands for the pipeline: the same reflection for every entry with a text. ``asked`` lists the ids."""

    def __init__(self, make, make_skipped):
        self.asked, self.people = [], None
        self.make, self.make_skipped = make, make_skipped

    def __call__(self, entries, *, people=None):
        self.people = people
        for entry in entries:
            self.asked.append(entry.id)
            known = {"id": entry.id, "date": entry.date, "source": entry.source, "place": entry.place}
            if entry.problem or not entry.text:
                yield self.make_skipped(entry.problem or "no text", **known)
            else:
                yield self.make(text=entry.text, words=len(entry.text.split()), **known)

    def explain(self, text, *, people=None):
        return next(self([Entry(id="text", text=text)], people=people))


@pytest.fixture
def fake_reflect(monkeypatch, make_reflection, skipped_reflection) -> FakeReflect:
    """Put an analysis in the pipeline's place that needs neither model nor spaCy."""
    fake = FakeReflect(make_reflection, skipped_reflection)
    pipeline = SimpleNamespace(reflect=fake, explain=fake.explain)
    monkeypatch.setitem(sys.modules, "analyzer.pipeline", pipeline)
    monkeypatch.setattr(analyzer, "pipeline", pipeline, raising=False)
    return fake


@pytest.fixture
def make_entries() -> Callable[[int], list[Entry]]:
    """Make as many invented entries as asked, one a day."""

    def make(count):
        return [
            Entry(id=f"e{n}", text=TEXT, date=date.fromordinal(date(2025, 1, 1).toordinal() + n), source="test")
            for n in range(count)
        ]

    return make
