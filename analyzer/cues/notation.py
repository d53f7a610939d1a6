"""The small notation of the cue data, and what it compiles to.

quiet|silent        either word
walk~               any form of the word: walk, walks, walked, walking
call~/V             and tagged as a verb (V), noun (N), adjective (A), adverb (R), name (P), number (C)
*  or  */A          any one token, or any one so tagged
…  or  …6           a gap of up to 3, or 6, tokens that ends no sentence
[right up]          may be missing
(give~ in|fold~)    either sequence
(my|his car | it)   the same, where the bar without spaces binds tighter than the one with spaces
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
PIECES = re.compile(r"\s\|\s|[()\[\]|]|…\d*|<[a-z_]+>|[^\s()\[\]…<>|]+|[<>]")
LOOSE, TIGHT = " | ", "|"
WORD = re.compile(r"[\w'’~.-]+")


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

    def after(self, places: set[int], words: list[str]) -> set[int]:
        """Return the places that a match can have come to after this slot, from those before it; tags are not asked."""
        if self.gap:
            gone, reached = places, set(places)
            for _ in range(self.gap):
                gone = {place + 1 for place in gone if place < len(words) and words[place] not in NEVER_IN_A_GAP}
                reached |= gone
            return reached
        held = self.words
        found = {place + 1 for place in places if place < len(words) and (held is None or words[place] in held)}
        return found | places if self.optional else found


Sequence = tuple[Slot, ...]


def stands_in(sequence: Sequence, words: list[str]) -> bool:
    """Tell whether a sequence may match in a sentence's lower-case words: all that can be told before a parse."""
    places = set(range(len(words)))
    for slot in sequence:
        places = slot.after(places, words)
        if not places:
            return False
    return True


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
    """Read a phrase from left to right; brackets call ``_group`` again."""

    def __init__(self, phrase: str, classes: Mapping[str, str]) -> None:
        self._pieces = PIECES.findall(phrase)
        self._next = 0
        self._classes = classes

    def read(self) -> tuple[Sequence, ...]:
        return tuple(dict.fromkeys(self._group("")))

    def _group(self, closing: str) -> list[Sequence]:
        """Read up to the closing bracket; items and bars first, since one bar tells how the others bind."""
        items: list[list[Sequence] | str] = []
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            self._next += 1
            if piece == closing:
                return _join(items, bracket=True)
            if piece in (")", "]"):
                raise NotationError(f"has a '{piece}' too many")
            items.append(LOOSE if piece.isspace() or piece.strip() != piece else self._item(piece))
        if closing:
            raise NotationError(f"lacks a '{closing}'")
        return _join(items, bracket=False)

    def _item(self, piece: str) -> list[Sequence] | str:
        if piece == TIGHT:
            return TIGHT
        if piece == "(":
            return self._group(")")
        if piece == "[":
            inner = self._group("]")
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


def _join(items: list[list[Sequence] | str], *, bracket: bool) -> list[Sequence]:
    """Return the sequences of a group."""
    tight = not bracket or LOOSE in items
    done: list[Sequence] = []
    open_: list[Sequence] = [()]
    place = 0
    while place < len(items):
        item = items[place]
        if isinstance(item, str):
            if item == TIGHT and tight:
                raise NotationError("has a bar with nothing on one side")
            done, open_ = done + open_, [()]
        else:
            while tight and items[place + 1 : place + 2] == [TIGHT] and place + 2 < len(items):
                place += 2
                other = items[place]
                if isinstance(other, str):
                    raise NotationError("has a bar with nothing on one side")
                item = item + other
            item = _merge(item)
            open_ = [before + part for before in open_ for part in item]
        place += 1
    return _merge(done + open_)


def _merge(sequences: list[Sequence]) -> list[Sequence]:
    """Make one token of the sequences that are a single word, so that few patterns are left to try."""
    words: set[str] = set()
    rest: list[Sequence] = []
    for sequence in sequences:
        if len(sequence) == 1 and (slot := sequence[0]).words and not slot.tags and not slot.optional:
            words |= slot.words or set()
        else:
            rest.append(sequence)
    return [(Slot(words=frozenset(words)),), *rest] if words else rest


def _token(piece: str) -> Slot:
    text, _, tag = piece.partition("/")
    if tag and tag not in TAGS:
        raise NotationError(f"has the unknown tag '/{tag}'; the tags are {', '.join(TAGS)}")
    if text == "*":
        return Slot(tags=TAGS.get(tag, ()))
    if not WORD.fullmatch(text):
        raise NotationError(f"holds '{piece}', which is no word of the notation")
    word = text.lower()
    words = inflect(word[:-1]) if word.endswith("~") else {word}
    return Slot(words=frozenset({*words, *(form.replace("'", "’") for form in words)}), tags=TAGS.get(tag, ()))


def plain(phrase: str) -> str:
    """Return the phrase as a reader sees it in a report."""
    return " ".join(re.sub(r"~|/[VNARPC]\b", "", phrase).split())
