"""What the analysis says of one entry: frozen plain data, without a spaCy object."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from analyzer.reflection.questions import Answer

Agent = Literal["self", "other", "both"]
Status = Literal["done", "resisted", "urge", "imagined"]
When = Literal["now", "past", "childhood"]
Match = Literal["higher", "fits", "lower"]

AGENTS: tuple[Agent, ...] = get_args(Agent)
STATUSES: tuple[Status, ...] = get_args(Status)
WHENS: tuple[When, ...] = get_args(When)


@dataclass(frozen=True, slots=True)
class PatternFinding:
    """One act of a pattern: who did it, whether it happened, when, and the words that say so.

    Attributes:
        start: Offset in characters of the entry's text; ``end`` likewise, exclusive.
        score: Probability between 0 and 1 that the entry states this.
        why: What made the analyzer say so, for a reader: the cue or the head and its score, the context's cues.
    """

    pattern: str
    family: str
    agent: Agent
    status: Status
    when: When
    start: int
    end: int
    quote: str
    score: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class TriggerFinding:
    """What set the writer off, and its source. Offsets and score as in PatternFinding."""

    theme: str
    who: str
    start: int
    end: int
    quote: str
    score: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class FeelingWords:
    """The sentence that shows a present feeling most. Offsets as in PatternFinding.

    Attributes:
        share: How much of the reading of this feeling rests on the sentence, between 0 and 1.
    """

    feeling: str
    start: int
    end: int
    quote: str
    share: float


@dataclass(frozen=True, slots=True)
class Reflection:
    """The answer to the three questions for one entry.

    Attributes:
        feelings: Probability of every feeling of the guide, 0 to 1; empty for a skipped entry.
        feeling_words: The words for each feeling of ``feelings_present``; not part of the JSON contract.
        topics: Likewise for the topics of life.
        intensity: How strong the feelings are at their strongest, 0 to 3.
        severity: How serious the situation is to a fair outsider, 0 to 3.
        match: Intensity against severity, or None where there is no feeling to compare.
        care: The entry speaks plainly of self-harm, suicide or present danger.
        skipped: Why the entry was not analysed, else "".
        place: Where in the export the entry stands; not part of the JSON contract.
        text: The text the offsets count in; written only on request.
    """

    id: str
    date: datetime | date | None
    source: str
    words: int
    language: str
    feelings: Mapping[str, float] = field(default_factory=dict)
    feelings_present: tuple[str, ...] = ()
    feeling_words: tuple[FeelingWords, ...] = ()
    topics: Mapping[str, float] = field(default_factory=dict)
    topics_present: tuple[str, ...] = ()
    triggers: tuple[TriggerFinding, ...] = ()
    patterns: tuple[PatternFinding, ...] = ()
    intensity: float = 0.0
    severity: float = 0.0
    match: Match | None = None
    cycle: bool = False
    care: bool = False
    skipped: str = ""
    place: str = ""
    text: str = ""

    def as_dict(self, *, include_text: bool = False) -> dict[str, Any]:
        """Return the object of the JSON Lines contract; ``skipped`` and ``text`` only where they apply."""
        row: dict[str, Any] = {
            "id": self.id,
            "date": self.date.isoformat() if self.date else None,
            "source": self.source,
            "words": self.words,
            "language": self.language,
            "feelings": dict(self.feelings),
            "feelings_present": list(self.feelings_present),
            "topics": dict(self.topics),
            "topics_present": list(self.topics_present),
            "triggers": [_plain(finding) for finding in self.triggers],
            "patterns": [_plain(finding) for finding in self.patterns],
            "intensity": self.intensity,
            "severity": self.severity,
            "match": self.match,
            "cycle": self.cycle,
            "care": self.care,
        }
        if self.skipped:
            row["skipped"] = self.skipped
        if include_text:
            row["text"] = self.text
        return row

    def answers(self) -> "tuple[Answer, ...]":
        """Answer the three questions, and what the writer did then, each with their words; none where skipped."""
        from analyzer.reflection.questions import answers

        return answers(self)

    def _repr_html_(self) -> str:
        """Return what a notebook draws: the text with its spans marked, and the answers."""
        from analyzer.reflection.page import as_html

        return as_html(self)

    def as_json(self, *, include_text: bool = False) -> str:
        """Return ``as_dict`` as one line of JSON."""
        return json.dumps(self.as_dict(include_text=include_text), ensure_ascii=False)


def _plain(finding: PatternFinding | TriggerFinding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in finding.__dataclass_fields__ if name != "why"}
