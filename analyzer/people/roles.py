"""The words for people, read from ``data/cues/people.yaml`` and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

Gender = Literal["he", "she", ""]

ROLES = frozenset(
    {
        "partner",
        "ex",
        "parent",
        "child",
        "sibling",
        "family",
        "friend",
        "work",
        "stranger",
        "self",
        "none",
    }
)
PARTS = frozenset({"roles", "gender", "social_verbs", "letters", "selves"})


@dataclass(frozen=True)
class RoleWords:
    """Words for people, lower case.

    Attributes:
        plain: Word → role for words that name a person by themselves.
        owned: Word → role for words that do so only after "my", "the", "his" and the like.
        gender: Word → "he" or "she".
        social_verbs: Lemmas whose subject, where it is an unknown name, is a person.
    """

    plain: Mapping[str, str]
    owned: Mapping[str, str]
    gender: Mapping[str, Gender]
    social_verbs: frozenset[str]
    letters: frozenset[str]
    selves: frozenset[str]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of those that are written in two."""
        return frozenset(word.split()[0] for word in (*self.plain, *self.owned) if " " in word)


@cache
def load_roles() -> RoleWords:
    """Return the shipped words; read once."""
    return read_roles(shipped("data/cues/people.yaml"))


def read_roles(path: Path) -> RoleWords:
    """Read and check a file of role words.

    Raises:
        AnalyzerError: a part is missing, a role is unknown, or a word is no lower-case text.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(rows, dict) or set(rows) != PARTS:
        raise AnalyzerError(f"{path.name}: expected the parts {', '.join(sorted(PARTS))}")
    plain: dict[str, str] = {}
    owned: dict[str, str] = {}
    for role, words in rows["roles"].items():
        if role not in ROLES:
            raise AnalyzerError(f"{path.name}, roles, {role}: not a role; one of {', '.join(sorted(ROLES))}")
        if not isinstance(words, dict) or set(words) != {"plain", "owned"}:
            raise AnalyzerError(f"{path.name}, roles, {role}: expected the lists plain and owned")
        plain.update((word, role) for word in _words(path, f"roles, {role}, plain", words["plain"]))
        owned.update((word, role) for word in _words(path, f"roles, {role}, owned", words["owned"]))
    if set(rows["gender"]) != {"he", "she"}:
        raise AnalyzerError(f"{path.name}, gender: expected the lists he and she")
    gender: dict[str, Gender] = dict.fromkeys(_words(path, "gender, he", rows["gender"]["he"]), "he")
    gender.update(dict.fromkeys(_words(path, "gender, she", rows["gender"]["she"]), "she"))
    return RoleWords(
        plain,
        owned,
        gender,
        *(frozenset(_words(path, part, rows[part])) for part in ("social_verbs", "letters", "selves")),
    )


def _words(path: Path, place: str, words: Any) -> list[str]:
    if not isinstance(words, list):
        raise AnalyzerError(f"{path.name}, {place}: expected a list of words")
    for word in words:
        if not isinstance(word, str) or not word or word != word.lower():
            raise AnalyzerError(f"{path.name}, {place}: {word!r} is no lower-case word; put it in quotes")
    return words
