"""Cue data for who, whether and when, from ``data/cues/context.yaml``: checked when built, matched on tokens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from spacy.tokens import Token

from analyzer.messages import AnalyzerError
from analyzer.reflection import AGENTS, STATUSES, WHENS
from analyzer.resources import shipped

Attribute = Literal["agent", "status", "when", "outcome"]
Reach = Literal["governs", "right", "left", "within", "sentence", "opening", "after"]

PASS = "pass"
VALUES: dict[str, tuple[str, ...]] = {
    "agent": (*AGENTS, PASS),
    "status": (*STATUSES, "draft", PASS),
    "when": (*WHENS, PASS),
    "outcome": ("overcome", "denied", "acted", "did", PASS),
}
REACHES: tuple[str, ...] = get_args(Reach)
REQUIRED = {"words", "attribute", "value", "reach"}
KNOWN = REQUIRED | {"window", "stop", "carries", "patterns"}
APOSTROPHES = str.maketrans("’‘`", "'''")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell an attribute of a finding.

    Attributes:
        words: One tuple of alternatives a token; "_" is any token, "#" a number.
        window: How many tokens may lie between the cue and the finding's verb.
        stop: Words that end the cue's reach.
        carries: How many sentences after its own a time holds on for, in the same paragraph.
        patterns: The labels of findings that the cue is for; none means all.
        line: Where in the data file the cue stands.
    """

    words: tuple[frozenset[str], ...]
    attribute: Attribute
    value: str
    reach: Reach
    window: int
    stop: frozenset[str]
    carries: int
    patterns: frozenset[str]
    line: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at its place: token offsets in the doc, ``end`` exclusive."""

    cue: Cue
    start: int
    end: int
    text: str


class CueTable:
    """Find cues in tokens. Of overlapping cues of one attribute the longest holds."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Index the cues by their first word."""
        self._by_first: dict[str, list[Cue]] = {}
        for cue in cues:
            for word in cue.words[0]:
                self._by_first.setdefault(word, []).append(cue)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Return the hits in the order of the text."""
        words = [plain(token) for token in tokens]
        hits = []
        for i, word in enumerate(words):
            for cue in self._by_first.get(word, ()):
                if _fits(cue.words, words, i):
                    stop = i + len(cue.words)
                    text = " ".join(token.text for token in tokens[i:stop]).replace(" n't", "n't")
                    hits.append(Hit(cue, tokens[0].i + i, tokens[0].i + stop, text.replace(" n’t", "n’t")))
        return [hit for hit in hits if not any(_covers(other, hit) for other in hits)]


def plain(token: Token) -> str:
    """Return the token in lower case with straight apostrophes."""
    return token.lower_.translate(APOSTROPHES)


def _fits(words: tuple[frozenset[str], ...], tokens: Sequence[str], i: int) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(
        tokens[i + k] in wanted or "_" in wanted or ("#" in wanted and tokens[i + k].isdigit())
        for k, wanted in enumerate(words)
    )


def _covers(longer: Hit, hit: Hit) -> bool:
    return (
        longer.cue.attribute == hit.cue.attribute
        and longer.end - longer.start > hit.end - hit.start
        and longer.start < hit.end
        and hit.start < longer.end
    )


@cache
def load_cues() -> CueTable:
    """Return the shipped cues; read once."""
    return CueTable(read_cues(shipped("data/cues/context.yaml")))


def read_cues(path: Path) -> list[Cue]:
    """Read and check a file of cues; a cue with an optional token becomes two.

    Raises:
        AnalyzerError: with file and line, where a cue has an unknown key, value or reach.
    """
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    parts = {key.value: node for key, node in root.value} if isinstance(root, yaml.MappingNode) else {}
    if set(parts) - {"words"} != {"defaults", "cues"}:
        raise AnalyzerError(f"{path.name}: expected the parts defaults and cues")
    defaults = _plain_value(parts["defaults"])
    cues: list[Cue] = []
    for node in parts["cues"].value:
        row = _plain_value(node)
        cues += _cues(f"{path.name}, line {node.start_mark.line + 1}", row, defaults, node.start_mark.line + 1)
    return cues


def _plain_value(node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    return loader.construct_document(node)


def _cues(place: str, row: Any, defaults: Any, line: int) -> list[Cue]:
    if not isinstance(row, dict) or not set(row) >= REQUIRED or set(row) - KNOWN:
        optional = ", ".join(sorted(KNOWN - REQUIRED))
        raise AnalyzerError(f"{place}: a cue has {', '.join(sorted(REQUIRED))}, and may have {optional}")
    if row["attribute"] not in VALUES:
        raise AnalyzerError(f"{place}: {row['attribute']!r} is no attribute; one of {', '.join(VALUES)}")
    if row["value"] not in VALUES[row["attribute"]]:
        raise AnalyzerError(
            f"{place}: {row['value']!r} is no {row['attribute']}; one of {', '.join(VALUES[row['attribute']])}"
        )
    if row["reach"] not in REACHES:
        raise AnalyzerError(f"{place}: {row['reach']!r} is no reach; one of {', '.join(REACHES)}")
    if not isinstance(row["words"], str) or row["words"] != row["words"].lower() or not row["words"].strip():
        raise AnalyzerError(f"{place}: the words of a cue are lower-case text in quotes")
    window = row.get("window", defaults["window"])
    if not isinstance(window, int) or window < 1:
        raise AnalyzerError(f"{place}: the window is a number of tokens, at least 1")
    carries = row.get("carries", 0)
    if not isinstance(carries, int) or carries < 0:
        raise AnalyzerError(f"{place}: carries is a number of sentences")
    patterns = frozenset(row.get("patterns", ()))
    stop = frozenset(row.get("stop", defaults["stop"]))
    return [
        Cue(words, row["attribute"], row["value"], row["reach"], window, stop, carries, patterns, line)
        for words in _variants(row["words"])
    ]


def _variants(text: str) -> list[tuple[frozenset[str], ...]]:
    """Return the token sequences that a text such as "as a little|small? kid" stands for."""
    choices: list[tuple[frozenset[str] | None, ...]] = []
    for part in text.split():
        optional = len(part) > 1 and part.endswith("?")
        words = frozenset(word for word in part.removesuffix("?").split("|") if word) if optional else None
        alternatives = words if words is not None else frozenset(part.split("|"))
        choices.append((alternatives, None) if optional else (alternatives,))
    variants = [tuple(words for words in choice if words is not None) for choice in product(*choices)]
    return [variant for variant in variants if variant]
