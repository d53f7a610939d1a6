"""Words that the reading of the parse needs: pronouns, and the lists of lemmas in ``data/cues/context.yaml``."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import yaml

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

# What the parser takes for a subject where the writer leaves out "I": "wanna tell him", "am leaving".
NOT_SAID = frozenset({"wanna", "gonna", "gotta", "dunno", "am", "d", "m"})
SELF = frozenset({"i", "im", "ive", "id", "ill", "me", "myself", "oneself"} | NOT_SAID)
WE = frozenset({"we", "us", "ourselves", "weve", "wed"})
OTHER = frozenset(
    {"he", "she", "they", "him", "her", "them", "hes", "shes", "theyre", "theyve", "everyone", "everybody"}
    | {"someone", "somebody", "nobody", "anyone", "anybody", "himself", "herself", "themselves", "who"}
)
YOU = frozenset({"you", "u", "ya", "ye", "yourself", "y'"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "im", "ive"})


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas, lower case; ``states`` are word forms.

    Attributes:
        saying: Verbs that say, and so tell who speaks a quote.
        thinking: Verbs that tell whose thought it is.
        witnessing: Verbs of who sees or knows of another's act: "she noticed me crying".
        reporting: Verbs of who tells of another's act.
        hoping: Verbs and adjectives of who wishes or fears another's act.
        making: Verbs whose object does the act: "asked him to leave".
        carriers: Verbs through which a negation reaches the act: "didn't go and shout".
        acts: Nouns that stand for the act: "the urge to leave".
        withdrawing: Verbs that withdraw: "did not hang up" is no withdrawal, "did not speak" is one.
        limiting: Verbs that set a limit: "did not say no" sets none.
        blaming: Verbs that blame oneself: "did not beat myself up".
        states: Participles of a state, which the parser takes for a passive.
    """

    saying: frozenset[str]
    thinking: frozenset[str]
    witnessing: frozenset[str]
    reporting: frozenset[str]
    hoping: frozenset[str]
    making: frozenset[str]
    carriers: frozenset[str]
    acts: frozenset[str]
    states: frozenset[str]
    withdrawing: frozenset[str]
    limiting: frozenset[str]
    blaming: frozenset[str]

    def undone(self, pattern: str) -> frozenset[str]:
        """Return the verbs whose negation means that the pattern did not happen, for patterns that are refusals."""
        lists = {"shutdown": self.withdrawing, "boundary": self.limiting, "taking_personally": self.blaming}
        return lists.get(pattern, frozenset())


@cache
def load_words() -> Words:
    """Return the shipped lists; read once."""
    return read_words(shipped("data/cues/context.yaml"))


def read_words(path: Path) -> Words:
    """Read and check the lists.

    Raises:
        AnalyzerError: a list is missing, or one holds something else than lower-case words.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=loader).get("words")
    names = [field.name for field in fields(Words)]
    if not isinstance(rows, dict) or set(rows) != set(names):
        raise AnalyzerError(f"{path.name}, words: expected the lists {', '.join(names)}")
    for name in names:
        for word in rows[name]:
            if not isinstance(word, str) or word != word.lower():
                raise AnalyzerError(f"{path.name}, words, {name}: {word!r} is no lower-case word; put it in quotes")
    return Words(**{name: frozenset(rows[name]) for name in names})
