"""What is written → what the encoder's vocabulary knows."""

import re
import unicodedata
from functools import cache

CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})
# GoEmotions hides names and religions behind these.
HIDDEN = re.compile(r"\[NAME\]|\[RELIGION\]")
# Pictures: symbols, dingbats and emojis, several alike as one. The vocabulary holds none of them, their names it does.
PICTURE = re.compile("([\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])\\1*")
# What joins or colours pictures, and the letters that flags are made of.
JOINERS = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff]")


def tidy(sentence: str) -> str:
    """Return the sentence with plain quotes and with pictures as words: 😂 reads "face with tears of joy"."""
    plain = HIDDEN.sub("someone", sentence.translate(CURLY))
    if plain.isascii():
        return plain
    return PICTURE.sub(lambda match: _named(match.group(1)), JOINERS.sub("", plain))


def tidied_place(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words from ``start`` to ``end`` of a sentence stand in the tidied one."""
    return len(tidy(sentence[:start])), len(tidy(sentence[:end]))


@cache
def _named(picture: str) -> str:
    return f" {unicodedata.name(picture, '').lower()} "
