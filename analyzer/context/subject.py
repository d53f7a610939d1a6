"""The subject of a verb, however far up the sentence it stands."""

from spacy.tokens import Token

from analyzer.context.cues import plain
from analyzer.context.words import load_words

RELATIVE = frozenset({"who", "that", "which", "whoever"})
# "It was Ray who went": the one after "was" acts.
CLEFT = frozenset({"it", "this", "that"})

# A subject stands before its verb, or this near after it: "did I shout", "said my brother".
REACH = 6


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """Return the subject of a verb or noun, from its governors where it has none, and whether it suffers."""
    token = verb
    for _ in range(10):
        child = _own(token)
        if child is not None and (token.i == verb.i or child.i < verb.i):
            if plain(child) in RELATIVE and token.dep_ in {"relcl", "acl"}:
                return _antecedent(token.head), False
            return child, child.dep_ == "nsubjpass" and token.i == verb.i
        if token.dep_ == "poss":
            return token, False
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if token.pos_ in {"NOUN"} and owner is not None and token.i == verb.i:
            return owner, False
        if token.dep_ in {"relcl", "acl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if token.tag_ == "VBG" or token.dep_ == "relcl":
                if token.dep_ == "acl" and _is_act(token.head):
                    token = token.head
                    continue
                return _antecedent(token.head), False
            token = token.head
            continue
        if token.dep_ in {"xcomp", "ccomp"} and token.head.lemma_ in load_words().making:
            made = next((c for c in token.head.children if c.dep_ in {"dobj", "dative"} and c.i < token.i), None)
            if made is not None and plain(made) not in {"myself"}:
                return made, False
        if token.head.i == token.i or token.dep_ in {"ROOT", "parataxis"}:
            return None, False
        token = _joined(token) if token.dep_ == "conj" else token.head
    return None, False


def _joined(verb: Token) -> Token:
    """Return what a verb is joined to: a told one to the told one above, in "I asked him to stop and sent the bill"."""
    head = verb.head
    while verb.tag_ == "VBD" and head.tag_ in {"VB", "VBG"} and head.head.i != head.i and head.dep_ != "ROOT":
        if any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children if head.tag_ == "VBG"):
            break
        head = head.head
    return head


def _own(verb: Token) -> Token | None:
    """Return the subject that hangs on the verb or, in "we were both shouting", on its auxiliary."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    for word in (verb, *auxiliaries):
        for child in word.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < verb.i + REACH:
                return child
    return None


def _is_act(noun: Token) -> bool:
    """Tell whether a noun stands for the act itself: "the urge to leave"."""
    return noun.lemma_ in load_words().acts


def _antecedent(noun: Token) -> Token:
    """Return whom a relative clause is about: "I was the one who left" is about "I", "it was Ray who left" Ray."""
    if noun.dep_ == "attr":
        for child in noun.head.children:
            if child.dep_ == "nsubj" and plain(child) not in CLEFT:
                return child
    return noun
