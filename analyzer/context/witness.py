"""What another saw, knew, told of, wished or feared: the act is the one told of, not the telling."""

from spacy.tokens import Token

from analyzer.context.clause import SPOKEN, SUBJECTS, THOUGHTS, Clause
from analyzer.context.cues import plain
from analyzer.context.words import load_words

# These are done by speaking, so that "he says I never listen" is his act; the others are as he tells them.
BY_TELLING = SPOKEN - {"pursuit"}
TOLD = frozenset({"ccomp", "xcomp"})


def told_of(clause: Clause, pattern: str) -> Clause:
    """Return the clause of the act in "Naomi knows that [I begged]", "I wish [he'd call]"; else the clause itself.

    ``pattern`` is the finding's label; where it is not known, the words are taken as they stand.
    """
    if not clause.parsed or not pattern or pattern in THOUGHTS:
        return clause
    verb = _telling(clause.verb)
    if verb is None or (verb.lemma_ in load_words().reporting and pattern in BY_TELLING):
        return clause
    for act in verb.children:
        if act.dep_ in TOLD and act.i > verb.i and _is_of_another(act, verb):
            begin = max(clause.start, act.left_edge.i)
            return Clause(clause.doc, begin, clause.end) if begin < clause.end else clause
    return clause


def _telling(verb: Token) -> Token | None:
    """Return the word that tells of an act: the verb itself, "watch" of "had to watch", "scared" of "I'm scared"."""
    words = load_words()
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    if verb.lemma_ in words.witnessing | words.reporting | words.hoping:
        return verb
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "xcomp" and child.lemma_ in words.witnessing:
            return child
        if child.dep_ == "acomp" and child.lower_ in words.hoping:
            return child
    return None


def _is_of_another(act: Token, telling: Token) -> bool:
    """Tell whether the act has a subject of its own, and another than who tells of it."""
    own = next((c for c in act.children if c.dep_ in SUBJECTS), None)
    teller = next((c for t in (telling, telling.head) for c in t.children if c.dep_ in SUBJECTS), None)
    return own is not None and (teller is None or plain(own) != plain(teller))
