"""Inflected forms of an English word, by rule and by a table of irregular ones.

The cue data writes ``walk~`` for walk, walks, walked, walking. A form too many does no harm: it never occurs.
"""

import re
from functools import cache

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

FORMS_FILE = "data/cues/forms.yaml"
VOWELS = "aeiou"
# "stop" doubles its last letter, "visit", "fix" and "shout" do not.
DOUBLES = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]$")
SIBILANT = ("s", "x", "z", "ch", "sh", "o")


@cache
def inflect(word: str) -> frozenset[str]:
    """Return the word with its plural, third person, past and -ing forms, in lower case."""
    return frozenset({word, *irregular().get(word, regular(word))})


def regular(word: str) -> tuple[str, ...]:
    """Return the forms in -s, -ed and -ing that spelling rules give."""
    if word.endswith("ie"):
        return word + "s", word + "d", word[:-2] + "ying"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith("ee"):
        return word + "s", word + "d", word + "ing"
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    stem = word + word[-1] if DOUBLES.match(word) else word
    plural = word + ("es" if word.endswith(SIBILANT) else "s")
    return plural, stem + "ed", stem + "ing"


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Return the table of irregular words: word → its other forms.

    Raises:
        AnalyzerError: the table is no mapping of words to a line of forms.
    """
    path = shipped(FORMS_FILE)
    table = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(table, dict) or not all(isinstance(line, str) for line in table.values()):
        raise AnalyzerError(f"{path.name}: each row must be a word and its forms; correct the file")
    return {str(word): tuple(line.split()) for word, line in table.items()}
