"""What another saw, knew, told of, wished or feared: the act is the one told of, not the telling."""

from spacy.tokens import Token

from analyzer.context.clause import PAST_TAGS, PRESENT_TAGS, SPOKEN, SUBJECTS, THOUGHTS, Clause
from analyzer.context.cues import plain
from analyzer.context.words import OTHER, SELF, WE, YOU, load_words
from analyzer.people import People

# These are done by speaking, so that "he says I never listen" is his act; the others are as he tells them.
BY_TELLING = SPOKEN - {"pursuit"}
TOLD = frozenset({"ccomp", "xcomp"})


def told_of(clause: Clause, people: People, pattern: str) -> Clause:
    """Return the clause of the act in "Naomi knows that [I begged]", "I wish [he'd call]"; else the clause itself.

    ``pattern`` is the finding's label; where it is not known, the words are taken as they stand.
    """
    if not clause.parsed or not pattern or pattern in THOUGHTS:
        return clause
    verb, words = _telling(clause.verb), load_words()
    if verb is None or (pattern in BY_TELLING and verb.lemma_ in words.reporting):
        return clause
    if pattern == "boundary" and verb.lemma_ == "want":
        return clause  # "I want him to leave me alone" is the writer's limit.
    for act in verb.children:
        if act.dep_ in TOLD and act.i > verb.i and _is_of_another(act, verb, people, pattern):
            begin = max(clause.start, act.left_edge.i)
            if begin >= clause.end or _goes_on(clause, verb, act):
                return clause
            return Clause(clause.doc, begin, clause.end)
    return clause


def _telling(verb: Token) -> Token | None:
    """Return the word that tells of an act: the verb itself, "watch" of "had to watch", "scared" of "I'm scared"."""
    words = load_words()
    if _is_negated(verb):
        return None
    if verb.lemma_ in words.witnessing | words.reporting | words.hoping:
        return verb
    for child in verb.children:
        below = child.dep_ == "xcomp" and child.lemma_ in words.witnessing and not _is_negated(child)
        if child.i > verb.i and (below or (child.dep_ == "acomp" and child.lower_ in words.hoping)):
            return child
    return None


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _is_of_another(act: Token, telling: Token, people: People, pattern: str) -> bool:
    """Tell whether the act has a person of its own for its subject, and another than who tells of it."""
    own = next((c for c in act.children if c.dep_ in SUBJECTS), None)
    if own is None or (plain(own) in YOU and pattern in BY_TELLING):
        return False  # "I hope you know I love you" is the speaker's.
    if not (plain(own) in SELF | WE | OTHER | YOU or own.pos_ == "PROPN" or people.is_person(own)):
        return False
    teller = next((c for t in (telling, telling.head) for c in t.children if c.dep_ in SUBJECTS), None)
    return teller is None or plain(own) != plain(teller)


def _goes_on(clause: Clause, telling: Token, act: Token) -> bool:
    """Tell whether who tells does something after it: "he saw me crying and walked off" is his act."""
    joined = [c for t in (clause.verb, telling) for c in t.children if c.dep_ in {"conj", "parataxis"}]
    if act.tag_ in {"VB", "VBG"}:  # The parser may hang "walked off" on "crying".
        joined += [c for c in act.conjuncts if c.tag_ in PAST_TAGS | PRESENT_TAGS]
    return any(act.i < c.i < clause.end for c in joined)
