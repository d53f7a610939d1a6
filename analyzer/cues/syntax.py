"""Who does it, and to whom: what the dependency parse says of a cue's verb."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A verb without a subject of its own shares that of the verb it hangs on.
SHARES = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "auxpass", "ccomp", "acomp", "oprd"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
TO_SOMEONE = frozenset({"at", "to", "on", "with", "after", "for", "from", "about", "off", "in", "into", "out"})
THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what", "there", "something", "anything",
                    "nothing", "everything", "whatever"})  # fmt: skip
SELF = frozenset({"i", "we", "me", "us", "im", "myself"})
LONGEST_CLIMB = 4


def verb_of(span: Span) -> Token | None:
    """Return the first full verb of the span, else its first auxiliary."""
    auxiliary = None
    for token in span:
        if token.pos_ == "VERB":
            return token
        if token.pos_ == "AUX" and auxiliary is None:
            auxiliary = token
    return auxiliary


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or shared; for "the man shouting", the man."""
    for _ in range(LONGEST_CLIMB):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _behind(own, verb)
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ not in SHARES or verb.head is verb:
            return None
        verb = verb.head
    return None


def _behind(subject: Token, verb: Token) -> Token:
    """Resolve "who" and "that" to the word that they stand for."""
    if subject.lower_ in {"who", "that", "which"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def objects_of(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, direct and after a preposition such as "at" or "to"."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield child
        elif child.dep_ in {"prep", "prt", "dative"} and child.lower_ in TO_SOMEONE:
            yield from (below for below in child.children if below.dep_ in OBJECTS)


def is_person(token: Token, persons: frozenset[str]) -> bool:
    """Tell whether a noun or pronoun names a person; any name counts as a person's."""
    if token.lower_ in THINGS:
        return False
    if token.pos_ in {"PRON", "PROPN", "NUM", "DET"}:
        return True
    if token.lower_ in persons or token.lemma_.lower() in persons:
        return True
    # The tagger calls many a name at the start of a sentence a noun; "i" without a capital, too.
    return token.lower_ in SELF


def is_self(token: Token) -> bool:
    """Tell whether the word is the writer, alone or among others."""
    return token.lower_ in SELF
