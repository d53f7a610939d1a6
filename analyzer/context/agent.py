"""Who does it: the subject of the finding's verb, however far up the sentence it stands."""

from spacy.tokens import Token

from analyzer.context.certainty import DEFAULT, SURE
from analyzer.context.clause import SPOKEN, THOUGHTS, VERBAL, Clause
from analyzer.context.cues import Hit, plain
from analyzer.context.giving import acted_on, comes_from, receiver, tagged, whose_head
from analyzer.context.quotes import is_advice
from analyzer.context.speaker import asks_readers, is_addressed, is_limit, may_share, speaker, teller, thinker
from analyzer.context.subject import subject_of
from analyzer.context.words import OTHER, SELF, WE, YOU, load_words
from analyzer.people import People
from analyzer.reflection import Agent

Answer = tuple[Agent, str, int]

SUFFERS = frozenset({"dobj", "dative", "pobj"})
LONE = frozenset({"it", "this", "that", "there", "what", "which"})


def agent_of(clause: Clause, people: People, pattern: str = "") -> Answer:
    """Return who acts, the reason, and how certain it is; ``pattern`` is the finding's label."""
    subject, passive = subject_of(clause.verb) if clause.parsed else (None, DEFAULT)
    for hit in clause.hits:
        if (
            hit.cue.attribute == "agent"
            and (pattern not in THOUGHTS or may_share(subject, pattern))
            and _takes_in(hit, clause, subject, people)
        ):
            return "both", f"“{hit.text}”", SURE
    quoted = speaker(clause, people, subject, pattern)
    source = comes_from(clause, subject, people)
    if source is not None and pattern not in THOUGHTS | {"shutdown"}:
        return source
    if pattern in THOUGHTS:
        return thinker(clause, people, pattern) or quoted or ("self", "the writer's thought", SURE)
    if not clause.parsed:
        return quoted or _first_pronoun(clause) or ("self", "", DEFAULT)
    if quoted is not None and (subject is None or plain(subject) in SELF | YOU | WE | LONE):
        return quoted
    if is_advice(clause.verb):
        return "self", "advice to the writer", DEFAULT
    if pattern == "reach_out" and asks_readers(clause, subject):
        return "self", "the writer asks the readers", SURE
    if pattern == "boundary" and is_limit(clause, subject):
        return "self", "a limit set to another", SURE
    if pattern in SPOKEN:
        told = teller(clause, people)
        if told is not None:
            return told
    if subject is None:
        return before_colon(clause, people) or _without_subject(clause, people)
    if plain(subject) in SELF and subject.head.i != clause.verb.i and acted_on(clause.verb):
        return "other", "done to “me”", SURE
    if passive and clause.verb.lower_ not in load_words().states:
        return _passive(clause, subject)
    return _read(clause, subject, people)


def _takes_in(hit: Hit, clause: Clause, subject: Token | None, people: People) -> bool:
    """Tell whether words for two together are the finding's own or its subject's, and the writer is one."""
    if subject is not None and not _may_hold_self(subject, people):
        return False
    own = {t.i for t in subject.subtree} if subject is not None else set()
    if any(t.dep_ in SUFFERS and plain(t) in WE and t.i not in own for t in clause.doc[hit.start : hit.end]):
        return subject is not None and plain(subject) in WE
    if hit.start < clause.end and clause.start < hit.end:
        return True
    return subject is not None and (
        subject.left_edge.i <= hit.start <= subject.right_edge.i
        or (plain(subject) in WE and hit.end <= clause.verb.i + 8 and subject.i < hit.start)
    )


def _may_hold_self(subject: Token, people: People) -> bool:
    """Tell whether the subject may take in the writer: not "he", "I", "you", "Liam and Dad", "the landlady"."""
    word = plain(subject)
    if word in WE:
        return True
    named = [plain(t) for t in subject.subtree]
    if "me" in named or "i" in named:
        return len(named) > 1
    if "us" in named:
        return True
    return not (word in OTHER | SELF | YOU or people.is_person(subject) or subject.pos_ == "PROPN")


def _read(clause: Clause, subject: Token, people: People) -> Answer:
    """Return who the subject is."""
    word = plain(subject)
    if any(plain(c) in SELF | {"you"} for c in subject.conjuncts) or (
        word in SELF and any(c.dep_ == "conj" for c in subject.children)
    ):
        return "both", f"subject “{subject.text} and …”", SURE
    if word in SELF:
        return "self", f"subject “{subject.text}”", SURE
    if word in WE:
        return "both", f"subject “{subject.text}”", SURE
    if word in YOU:
        if people.addressee not in (None, "self"):
            return "other", f"“{subject.text}” in a letter", SURE
        if people.addressee is None and is_addressed(clause):
            return "other", f"“{subject.text}”, to whom the writer speaks", SURE
        return "self", f"“{subject.text}” to oneself", DEFAULT
    if word in OTHER or people.is_person(subject):
        role = people.role_of(subject)
        return "other", f"subject “{subject.text}”" + (f" ({role})" if role else ""), SURE
    if word in {"part", "bit", "half", "side", "none"} and any(plain(t) == "me" for t in subject.subtree):
        return "self", f"subject “{subject.text} of me”", SURE
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    if owner is not None:
        if plain(owner) == "my":
            return "self", f"subject “my {subject.text}”", SURE
        if plain(owner) in {"his", "her", "their"} or people.is_person(owner):
            return "other", f"subject “{owner.text} {subject.text}”", SURE
    if word in LONE or (subject.pos_ == "NOUN" and whose_head(clause)):
        return whose_head(clause) or _first_pronoun(clause, after=subject.i) or ("self", "", DEFAULT)
    if subject.pos_ == "PROPN":
        return "other", f"subject “{subject.text}”", SURE
    if subject.pos_ == "NOUN" and subject.dep_ in {"nsubj", "poss"}:
        return "other", f"subject “{subject.text}”", DEFAULT
    return "self", "", DEFAULT


def before_colon(clause: Clause, people: People) -> Answer | None:
    """Return who says what stands without a subject after a colon: "we kept texting: please answer"."""
    colon = next((t.i for t in clause.doc[clause.sentence.start : clause.verb.i] if t.text == ":"), None)
    if colon is None or clause.verb.tag_ != "VB" or clause.sentence.root.i > colon:
        return None
    subject, passive = subject_of(clause.sentence.root)
    return None if subject is None or passive else _read(clause, subject, people)


def _without_subject(clause: Clause, people: People) -> Answer:
    """Return the writer, who leaves out "I" in notes; or the owner of a noun."""
    verb = clause.verb
    if acted_on(verb):
        return "other", "done to “me”", SURE
    head = whose_head(clause)
    if head is not None:
        return head
    top = verb
    while top.dep_ == "conj":
        top = top.head
    if verb.pos_ in VERBAL and top.dep_ == "ROOT" and top.pos_ in VERBAL:
        other = tagged(clause)
        if other is not None:
            return other
        found = _first_pronoun(clause) if clause.start < verb.i else None
        if found is not None and any(plain(t) in SELF | OTHER for t in clause.doc[clause.start : verb.i]):
            return found
        return "self", "no subject, as in notes", verb.tag_ != "VBZ"
    return receiver(clause, people) or _first_pronoun(clause) or ("self", "", DEFAULT)


def _passive(clause: Clause, subject: Token) -> Answer:
    """Return whose act a passive tells: the one after "by", else the other side of the subject."""
    verb = clause.verb
    for child in verb.children:
        if child.dep_ == "agent":
            actor = next(iter(child.children), None)
            if actor is not None:
                who: Agent = "self" if plain(actor) in SELF else "other"
                return who, f"passive, by “{actor.text}”", SURE
    if plain(subject) in SELF | WE:
        return "other", f"passive with “{subject.text}”", SURE
    return "other", "passive", DEFAULT


def _first_pronoun(clause: Clause, after: int = -1) -> Answer | None:
    """Return the first person named in the finding's words."""
    for token in clause.doc[clause.start : clause.end]:
        if token.i <= after:
            continue
        word = plain(token)
        if word in SELF - {"me"}:
            return "self", f"“{token.text}”", DEFAULT
        if word in OTHER - {"who", "her", "him", "them"}:
            return "other", f"“{token.text}”", DEFAULT
    return None
