"""The small notation of the cue data, and what it compiles to.

    quiet|silent        one token, any of these words
    walk~               any form of the word: walk, walks, walked, walking
    call~/V             and tagged as a verb (V), noun (N), adjective (A), adverb (R), name (P), number (C)
    *  or  */A          any one token, or any one so tagged
    …  or  …6           a gap of up to 3, or 6, tokens that ends no sentence
    [up]                may be missing
    (give~ in | fold~)  either sequence; spaces around the bar make the difference
    <person>            a class, itself a phrase of this notation, from ``data/cues/classes.yaml``
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from analyzer.cues.forms import inflect

GAP = 3
# Where one phrase gives more sequences than this, it should be two cues.
MOST_VARIANTS = 400
NEVER_IN_A_GAP = (".", "!", "?", "…", "...", ";", ":", "(", ")", '"', "“", "”", "\n", "\n\n")
TAGS = {
    "V": ("VERB", "AUX"),
    "N": ("NOUN",),
    "A": ("ADJ",),
    "R": ("ADV",),
    "P": ("PROPN",),
    "C": ("NUM",),
}
PIECES = re.compile(r"[()\[\]]|…\d*|<[a-z_]+>|[^\s()\[\]…<>]+|\S")
WORD = re.compile(r"[\w'’~.-]+(?:\|[\w'’~.-]+)*")


@dataclass(frozen=True, slots=True)
class Slot:
    """One token of a sequence, or a gap.

    Attributes:
        words: Lower-case forms, or None for any word.
        tags: Coarse parts of speech, empty for any.
        optional: The token may be missing.
        gap: Up to so many tokens; 0 for a token.
    """

    words: frozenset[str] | None = None
    tags: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def spec(self) -> dict[str, Any]:
        """Return the token pattern of spaCy's ``Matcher``."""
        if self.gap:
            return {"LOWER": {"NOT_IN": list(NEVER_IN_A_GAP)}, "OP": f"{{0,{self.gap}}}"}
        spec: dict[str, Any] = {}
        if self.words is not None:
            spec["LOWER"] = {"IN": sorted(self.words)}
        if self.tags:
            spec["POS"] = {"IN": list(self.tags)}
        if self.optional:
            spec["OP"] = "?"
        return spec


Sequence = tuple[Slot, ...]


class NotationError(ValueError):
    """A phrase that cannot be read; the loader adds file and cue."""


def read_phrase(phrase: str, classes: Mapping[str, str]) -> tuple[Sequence, ...]:
    """Return the sequences that a phrase stands for.

    Raises:
        NotationError: a bracket is open, a class or a tag is unknown, or the phrase names no word.
    """
    found = _Reader(phrase, classes).read()
    if len(found) > MOST_VARIANTS:
        raise NotationError(f"stands for {len(found)} sequences; make it two cues")
    if not all(any(slot.words and not slot.optional for slot in sequence) for sequence in found):
        raise NotationError("can match without a single word of its own")
    return found


class _Reader:
    """Read a phrase from left to right; brackets call ``_choices`` again."""

    def __init__(self, phrase: str, classes: Mapping[str, str]) -> None:
        self._pieces = PIECES.findall(phrase)
        self._next = 0
        self._classes = classes

    def read(self) -> tuple[Sequence, ...]:
        found = self._choices("")
        return tuple(dict.fromkeys(found))

    def _choices(self, closing: str) -> list[Sequence]:
        done: list[Sequence] = []
        open_: list[Sequence] = [()]
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            self._next += 1
            if piece == closing:
                return done + open_
            if piece in ")]":
                raise NotationError(f"has a '{piece}' too many")
            if piece == "|":
                done, open_ = done + open_, [()]
            else:
                parts = self._parts(piece)
                open_ = [before + part for before in open_ for part in parts]
        if closing:
            raise NotationError(f"lacks a '{closing}'")
        return done + open_

    def _parts(self, piece: str) -> list[Sequence]:
        if piece == "(":
            return self._choices(")")
        if piece == "[":
            inner = self._choices("]")
            if len(inner) == 1 and len(inner[0]) == 1 and not inner[0][0].gap:
                return [(replace(inner[0][0], optional=True),)]
            return [*inner, ()]
        if piece.startswith("…"):
            return [(Slot(gap=int(piece[1:] or GAP)),)]
        if piece.startswith("<"):
            name = piece[1:-1]
            if name not in self._classes:
                raise NotationError(f"uses the unknown class {piece}")
            return list(_Reader(self._classes[name], self._classes).read())
        return [(_token(piece),)]


def _token(piece: str) -> Slot:
    text, _, tag = piece.partition("/")
    if tag and tag not in TAGS:
        raise NotationError(f"has the unknown tag '/{tag}'; the tags are {', '.join(TAGS)}")
    if text == "*":
        return Slot(tags=TAGS.get(tag, ()))
    if not WORD.fullmatch(text):
        raise NotationError(f"holds '{piece}', which is no word of the notation")
    words: set[str] = set()
    for word in text.lower().split("|"):
        words |= inflect(word[:-1]) if word.endswith("~") else {word}
    words |= {word.replace("'", "’") for word in words}
    return Slot(words=frozenset(words), tags=TAGS.get(tag, ()))


def plain(phrase: str) -> str:
    """Return the phrase as a reader sees it in a report."""
    return " ".join(re.sub(r"~|/[VNARPC]\b", "", phrase).split())
