"""Who is behind what another gets: "done to me", "fourteen calls from me", "not one word to Graham", "in my head"."""

from spacy.tokens import Token

from analyzer.context.certainty import CERTAIN, SURE
from analyzer.context.clause import VERBAL, Clause
from analyzer.context.cues import plain
from analyzer.context.words import OTHER, SELF
from analyzer.people import People
from analyzer.reflection import Agent

Answer = tuple[Agent, str, int]

OBJECT = frozenset({"dobj", "dative"})
# The subject of these gets what another does: "he got an apology out of me".
GETTING = frozenset({"get", "receive", "have", "give", "hear"})


def acted_on(verb: Token) -> bool:
    """Tell whether "me" is the object of a verb that is told, not said or asked: whoever acts, it is not the writer."""
    if verb.tag_ not in {"VBD", "VBG", "VBN"}:
        return False
    for child in verb.children:
        if child.dep_ in OBJECT and plain(child) == "me":
            return True
        if child.dep_ == "prep" and any(c.dep_ == "pobj" and plain(c) == "me" for c in child.children):
            return True
    return False


def comes_from(clause: Clause, subject: Token | None, people: People) -> Answer | None:
    """Return who gives what another gets: "Jess got fourteen calls from me", "I was given a limit by my daughter"."""
    got = subject is None or subject.head.lemma_ in GETTING
    own = {t.i for t in subject.subtree} if subject is not None else set()
    given = {clause.verb.i, *(t.i for t in clause.over)}
    if clause.verb.pos_ not in VERBAL:
        given.add(clause.sentence.root.i)
    for token in clause.sentence:
        if plain(token) not in {"from", "by"} and not (plain(token) == "of" and plain(token.head) == "out"):
            continue
        if not got and token.i not in own:
            continue
        giver = next((c for c in token.children if c.dep_ == "pobj"), None)
        top = token.head.head if plain(token) == "of" else token.head
        if giver is None or not ({top.i, top.head.i} & given or clause.start <= top.i < clause.end):
            continue
        if plain(giver) in SELF:
            return "self", f"“{token.text} {giver.text}”", CERTAIN
        if plain(giver) in OTHER or people.is_person(giver):
            return "other", f"“{token.text} {giver.text}”", SURE
    return None


def receiver(clause: Clause, people: People) -> Answer | None:
    """Return who is behind words without a verb that go to someone: "not one word to Graham", "a long text to me"."""
    for token in clause.doc[clause.start : clause.end]:
        to = next((c for c in token.children if c.dep_ == "pobj"), None) if plain(token) in {"to", "at"} else None
        if to is not None and token.head.pos_ == "NOUN":
            if plain(to) == "me":
                return "other", f"“{token.text} me”", SURE
            if plain(to) in OTHER or people.is_person(to) or to.pos_ == "PROPN":
                return "self", f"“{token.text} {to.text}”", SURE
    return None


def whose_head(clause: Clause) -> Answer | None:
    """Return in whose head something goes round: "what he said keeps going round in my head"."""
    for token in clause.sentence:
        if token.lower_ in {"head", "mind", "brain"} and token.head.lower_ == "in":
            owner = next((plain(c) for c in token.children if c.dep_ == "poss"), "")
            if owner == "my":
                return "self", f"in my {token.text}", SURE
            if owner in {"his", "her", "their"}:
                return "other", f"in {owner} {token.text}", SURE
    return None


def tagged(clause: Clause) -> Answer | None:
    """Return whom the words before a note in its sentence name: "Not clingy, is he, just turned up again"."""
    for token in reversed(list(clause.doc[clause.sentence.start : clause.start])):
        if token.dep_ == "nsubj" and token.head.dep_ not in {"relcl", "advcl", "acl"}:
            if plain(token) in OTHER - {"who"}:
                return "other", f"“{token.text}” before", SURE
            return None
    return None
