"""The three questions of an entry, and what the writer did then: answered in words, each with the writer's own.

Between a trigger and a reaction there is a space. What was I feeling? What had just activated me? Did my intensity
match the situation?
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.reflection.data import Match, PatternFinding, Reflection
from analyzer.reflection.marks import TRIGGER, by_place
from analyzer.taxonomy import load as load_taxonomy

FELT, ACTIVATED, MATCHED, DID = (
    "What was I feeling?",
    "What had just activated me?",
    "Did my intensity match the situation?",
    "What did I do then?",
)
FEELING, SITUATION = "feeling", "situation"
SECURE = "secure"
AGENTS: Mapping[str, str] = {"self": "you", "other": "someone else", "both": "you both"}
STATUSES: Mapping[str, str] = {
    "done": "happened",
    "resisted": "held back",
    "urge": "wanted",
    "imagined": "only imagined",
}
NOT_MADE = "not done"  # a secure move that was not made is nothing held back
WHENS: Mapping[str, str] = {"now": "now", "past": "earlier in life", "childhood": "in childhood"}
NOT_NAMED: Mapping[str, str] = {"none": "no person", "self": "yourself"}
MATCHES: Mapping[Match, str] = {
    "higher": "The feelings are stronger than the situation",
    "fits": "The feelings fit the situation",
    "lower": "The feelings are weaker than the situation",
}
NO_FEELING_STANDS_OUT = "No feeling stands out."
NO_TRIGGER = "No trigger is found."
NO_REACTION = "No reaction of yours is found."


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an answer names.

    Attributes:
        kind: ``feeling``, ``trigger``, ``situation``, or the family of a pattern.
        quote: The writer's own words for it, as they stand; "" where the text has none.
        how: Whether and how it happened, or from whom it came; "" where there is nothing to add.
        secure: It is a secure move, and it was made.
    """

    kind: str
    name: str
    quote: str = ""
    how: str = ""
    secure: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, the answer in a sentence, and what it rests on, in the order of the text."""

    question: str
    text: str
    points: tuple[Point, ...] = ()


def answers(reflection: Reflection) -> tuple[Answer, ...]:
    """Return the answers to the three questions and to what the writer did then; none for a skipped entry.

    The writer's acts are those of the entry's own time, by themselves or by both.
    """
    if reflection.skipped:
        return ()
    felt, activated, did = _felt(reflection), _activated(reflection), _did(reflection)
    return (
        Answer(FELT, _sentence(point.name for point in felt) or NO_FEELING_STANDS_OUT, felt),
        Answer(ACTIVATED, _sentence(f"{point.name} ({point.how})" for point in activated) or NO_TRIGGER, activated),
        Answer(MATCHED, match_in_words(reflection), _compared(felt, activated)),
        Answer(DID, _sentence(_told(point) for point in did) or NO_REACTION, did),
    )


def match_in_words(reflection: Reflection) -> str:
    """Return the answer to the third question with both levels, 0 to 3, and their words."""
    steps = load_taxonomy().steps
    levels = {"intensity": reflection.intensity, "severity": reflection.severity}
    words = {name: steps[name][min(3, max(0, round(value)))] for name, value in levels.items()}
    first = MATCHES[reflection.match] if reflection.match else "There is no feeling to compare"
    return (
        f"{first}: intensity {reflection.intensity:.1f} of 3 ({words['intensity']}), "
        f"severity {reflection.severity:.1f} of 3 ({words['severity']})."
    )


def is_own(found: PatternFinding) -> bool:
    """Tell whether it is the writer's, alone or with another, in the entry's own time."""
    return found.agent != "other" and found.when == "now"


def how_in_words(family: str, agent: str, status: str, when: str) -> str:
    """Return who did it, whether it happened and when, such as ``you, held back, now``."""
    return f"{AGENTS.get(agent, agent)}, {status_in_words(family, status)}, {WHENS.get(when, when)}"


def status_in_words(family: str, status: str) -> str:
    """Return whether it happened; a secure move that did not was ``not done``."""
    return NOT_MADE if (family, status) == (SECURE, "resisted") else STATUSES.get(status, status)


def source_in_words(who: str) -> str:
    """Return from whom a trigger came."""
    return NOT_NAMED.get(who, who)


def _felt(reflection: Reflection) -> tuple[Point, ...]:
    words = {found.feeling: found.quote for found in reflection.feeling_words}
    return tuple(Point(FEELING, label, words.get(label, "")) for label in reflection.feelings_present)


def _activated(reflection: Reflection) -> tuple[Point, ...]:
    return tuple(Point(TRIGGER, f.theme, f.quote, source_in_words(f.who)) for f in by_place(reflection.triggers))


def _compared(felt: Sequence[Point], activated: Sequence[Point]) -> tuple[Point, ...]:
    """Set the words of the likeliest feeling beside those of what set it off first."""
    pair = [Point(FEELING, "the feeling", point.quote, point.name) for point in felt[:1] if point.quote]
    return (*pair, *(Point(SITUATION, "the situation", point.quote, point.name) for point in activated[:1]))


def _did(reflection: Reflection) -> tuple[Point, ...]:
    names = {row.label: row.name for row in load_taxonomy().patterns}
    return tuple(
        Point(
            f.family,
            names.get(f.pattern, f.pattern),
            f.quote,
            status_in_words(f.family, f.status) + (f", {AGENTS['both']}" if f.agent == "both" else ""),
            secure=(f.family, f.status) == (SECURE, "done"),
        )
        for f in by_place(reflection.patterns)
        if is_own(f)
    )


def _told(point: Point) -> str:
    name = point.name.lower()
    return f"{name} ({'a secure move' if point.secure else point.how})"


def _sentence(parts: Iterable[str]) -> str:
    """Join parts to a sentence, each told once; no parts give ""."""
    told = list(dict.fromkeys(parts))
    if not told:
        return ""
    text = ", ".join(told[:-1]) + (" and " if told[:-1] else "") + told[-1]
    return f"{text[0].upper()}{text[1:]}."
