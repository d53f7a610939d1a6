"""Plain statements of suicide, self-harm and present danger in a text, found by the rules of ``care.yaml``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

Kind = Literal["suicide", "self_harm", "danger"]
Reach = Literal["before", "after", "sentence", "around"]

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′＇", "'"))
SENTENCE_END = re.compile(r"[.!?…\n]+")
CLAUSE_END = re.compile(r"[.!?…\n,;:()—–]|\b(?:but|although|though|because|so that)\b")
LONGEST_SENTENCE = 400  # characters to look at on each side: text without full stops has no sentences


@dataclass(frozen=True, slots=True)
class Cue:
    """A context that takes a rule back, such as "film" or "not"."""

    reach: Reach
    says: re.Pattern[str]
    pseudo: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns of one kind. The rule is tried only where one of ``words`` occurs in the text."""

    name: str
    kind: Kind
    words: tuple[str, ...]
    says: re.Pattern[str]
    cues: tuple[Cue, ...]
    cancelled: re.Pattern[str] | None
    cased: bool


def speaks_of_danger(text: str) -> tuple[tuple[int, int, Kind], ...]:
    """Return start, end and kind of every plain statement, in the order of the text; end is exclusive.

    It speaks of now or lately, of the writer or somebody near. What is denied, long past, told of a film or meant
    as a figure of speech is left out. Statements do not overlap: of two, the one that starts first counts.
    """
    return _find(text, _shipped_rules())


def _find(text: str, rules: tuple[Rule, ...]) -> tuple[tuple[int, int, Kind], ...]:
    cased = text.translate(APOSTROPHES)
    lower = _lower(cased)
    found: list[tuple[int, int, Kind]] = []
    for rule in rules:
        if any(word in lower for word in rule.words):
            found += ((*span, rule.kind) for span in _said(rule, cased if rule.cased else lower, lower))
    kept: list[tuple[int, int, Kind]] = []
    for start, end, kind in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, kind))
    return tuple(kept)


def _said(rule: Rule, text: str, lower: str) -> Iterator[tuple[int, int]]:
    cancelled: list[tuple[int, int]] | None = None
    for match in rule.says.finditer(text):
        start, end = match.span()
        if cancelled is None:  # most texts never come this far
            cancelled = [other.span() for other in rule.cancelled.finditer(lower)] if rule.cancelled else []
        if any(start < stop and begin < end for begin, stop in cancelled):
            continue
        if not any(_holds(cue, lower, start, end) for cue in rule.cues):
            yield start, end


def _holds(cue: Cue, text: str, start: int, end: int) -> bool:
    context = _context(cue.reach, text, start, end)
    if cue.pseudo:
        context = cue.pseudo.sub(" … ", context)
    if cue.reach == "before":
        return any(match.end() >= len(context.rstrip()) for match in cue.says.finditer(context))
    return bool(cue.says.search(context))


def _context(reach: Reach, text: str, start: int, end: int) -> str:
    before = text[max(0, start - LONGEST_SENTENCE) : start]
    after = text[end : end + LONGEST_SENTENCE]
    if reach == "before":
        return CLAUSE_END.split(before)[-1]
    if reach == "after":
        return CLAUSE_END.split(after)[0]
    *earlier, head = SENTENCE_END.split(before)
    sentence = head + text[start:end] + SENTENCE_END.split(after)[0]
    previous = [part for part in earlier if part.strip()][-1:] if reach == "around" else []
    return ". ".join([*previous, sentence])


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals, such as İ, become two characters and would shift every offset
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower


@cache
def _shipped_rules() -> tuple[Rule, ...]:
    return read_rules(shipped("data/cues/care.yaml"))


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file such as ``data/cues/care.yaml``, compiled.

    Raises:
        AnalyzerError: a field, a part, a cue or a pattern is wrong; the message names the file and the rule.
    """
    try:
        content: dict[str, Any] = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        parts, raw_cues, raw_rules = content["parts"], content["cues"], content["rules"]
    except (yaml.YAMLError, KeyError, TypeError):
        raise AnalyzerError(f"{path.name}: needs valid YAML with parts, cues and rules; correct the file") from None
    name = ""
    try:
        cues = {}
        for name, raw in raw_cues.items():
            if raw["reach"] not in get_args(Reach) or set(raw) - {"reach", "says", "pseudo"}:
                raise KeyError("reach, says or pseudo")
            cues[name] = Cue(raw["reach"], _compiled(raw["says"], parts), _optional(raw.get("pseudo"), parts))
        rules = []
        for raw in raw_rules:
            name = str(raw["name"])
            if raw["kind"] not in get_args(Kind):
                raise KeyError("kind")
            if unknown := set(raw) - {"name", "kind", "words", "says", "unless", "not", "cased"}:
                raise KeyError(", ".join(sorted(unknown)))
            rules.append(
                Rule(
                    name=name,
                    kind=raw["kind"],
                    words=tuple(raw["words"]),
                    says=_compiled(raw["says"], parts),
                    cues=tuple(cues[cue] for cue in raw.get("unless", ())),
                    cancelled=_optional(raw.get("not"), parts),
                    cased=bool(raw.get("cased", False)),
                )
            )
    except (KeyError, TypeError) as error:
        raise AnalyzerError(f"{path.name}, '{name}': missing or unknown: {error}; correct the file") from None
    except re.error as error:
        raise AnalyzerError(f"{path.name}, '{name}': no regular expression: {error}; correct the file") from None
    return tuple(rules)


def _optional(patterns: list[str] | None, parts: dict[str, str]) -> re.Pattern[str] | None:
    return _compiled(patterns, parts) if patterns else None


def _compiled(patterns: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Join patterns into one, with the conveniences that the head of the file describes."""
    joined = "|".join(patterns)
    while named := re.search(r"<([a-z]+)>", joined):  # a part may use another part
        joined = joined.replace(named[0], parts[named[1]])
    joined = re.sub(r"(?<!\\)\((?!\?)", "(?:", joined)
    # A look-behind needs a fixed width, so its space stays one white space.
    joined = re.sub(r"(\(\?<[!=][^)]*) (\))", r"\1\\s\2", joined)
    joined = re.sub(r" [*?]", r"\\s*", joined).replace(" ", r"\s+").replace("'", "'?")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
