"""Labels, days and counts as a reader says them. Every label's name is read from the taxonomy."""

from collections.abc import Mapping
from datetime import date, datetime

from analyzer.reflection import Finding, Reflection, TriggerFinding
from analyzer.reflection.questions import AGENTS, WHENS, status_in_words
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import load_phrases

SKIPPED: Mapping[str, str] = {"no text": "without text", "no words": "without words", "not English": "not in English"}
UNSURE = "could not be made out"


def label_in_words(label: str) -> str:
    """Return a trigger or a feeling as words, such as ``being left`` for ``abandonment``."""
    return load_phrases().nouns.get(label, label)


def pattern_names() -> dict[str, str]:
    """Return the reader's name of every pattern, such as ``Shutting down`` for ``shutdown``."""
    return {row.label: row.name for row in load_taxonomy().patterns}


def how(found: Finding) -> str:
    """Return who did it, whether it happened and when, such as ``you, held back``; of a trigger from whom it came."""
    if isinstance(found, TriggerFinding):
        people = load_phrases().people
        return "set you off" if found.who == "none" else f"set you off, from {people.get(found.who, found.who)}"
    told = [AGENTS[found.agent]]
    told += [status_in_words(found.family, found.status)] if found.status != "done" else []
    told += [WHENS[found.when]] if found.when != "now" else []
    return ", ".join(told)


def day_of(reflection: Reflection) -> date | None:
    """Return the writer's local day, None where the journal gives none."""
    when = reflection.date
    return when.date() if isinstance(when, datetime) else when


def day_in_words(day: date | None) -> str:
    """Return a day such as ``3 January 2025``; "undated" where there is none."""
    return f"{day.day} {day:%B %Y}" if day else "undated"


def month_in_words(day: date | None) -> str:
    """Return a month such as ``January 2025``; "Undated" where there is none."""
    return f"{day:%B %Y}" if day else "Undated"


def days_in_words(first: date | None, last: date | None) -> str:
    """Return a span of days without saying the same twice, such as ``2 January – 31 December 2025``."""
    if first is None or last is None:
        return ""
    if first == last:
        return day_in_words(first)
    start = f"{first.day} {first:%B}" if first.year == last.year else day_in_words(first)
    return f"{start} – {day_in_words(last)}"


def count_of(number: int, one: str, many: str = "") -> str:
    """Return ``1 entry`` or ``1,234 entries``; ``many`` is ``one`` with an s where it is not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shortened(text: str, most: int) -> str:
    """Return a text of one line cut after a word, so that it has about ``most`` characters."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
