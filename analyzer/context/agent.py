"""Who does it: the subject of the finding's verb, however far up the sentence it stands."""

from spacy.tokens import Token

from analyzer.context.clause import SPOKEN, THOUGHTS, VERBAL, Clause
from analyzer.context.cues import Hit, plain
from analyzer.context.quotes import is_advice, quote_start, saying, telling
from analyzer.context.subject import subject_of
from analyzer.context.words import load_words
from analyzer.people import People
from analyzer.reflection import Agent

Answer = tuple[Agent, str, bool]

SELF = frozenset({"i", "im", "ive", "id", "ill", "me", "myself", "mine", "oneself"})
WE = frozenset({"we", "us", "ourselves", "weve", "wed"})
OTHER = frozenset(
    {"he", "she", "they", "him", "her", "them", "hes", "shes", "theyre", "theyve", "everyone", "everybody"}
    | {"someone", "somebody", "nobody", "anyone", "anybody", "himself", "herself", "themselves", "who"}
)
YOU = frozenset({"you", "u", "ya", "ye", "yourself", "y'"})
LONE = frozenset({"it", "this", "that", "there", "what", "which"})


def agent_of(clause: Clause, people: People, pattern: str = "") -> Answer:
    """Return who acts, the reason, and whether a rule decided; ``pattern`` is the finding's label."""
    subject, passive = subject_of(clause.verb) if clause.parsed else (None, False)
    for hit in clause.hits:
        if hit.cue.attribute == "agent" and pattern not in THOUGHTS and _takes_in(hit, clause, subject):
            return "both", f"“{hit.text}”", True
    speaker = _speaker(clause, people)
    if pattern in THOUGHTS:
        return _thinker(clause, people) or speaker or ("self", "the writer's thought", True)
    if not clause.parsed:
        return speaker or _first_pronoun(clause) or ("self", "", False)
    if speaker is not None and (subject is None or plain(subject) in SELF | YOU | WE | LONE):
        return speaker
    if is_advice(clause.verb):
        return "self", "advice to the writer", False
    if pattern in SPOKEN:
        teller = _teller(clause, people)
        if teller is not None:
            return teller
    if subject is None:
        return _without_subject(clause)
    if passive and clause.verb.lower_ not in load_words().states:
        return _passive(clause, subject)
    return _read(clause, subject, people)


def _takes_in(hit: Hit, clause: Clause, subject: Token | None) -> bool:
    """Tell whether words for two together are the finding's own or its subject's, and the writer is one."""
    if subject is not None and plain(subject) in OTHER | SELF | YOU:
        return False
    if hit.start < clause.end and clause.start < hit.end:
        return True
    return subject is not None and subject.left_edge.i <= hit.start <= subject.right_edge.i


def _read(clause: Clause, subject: Token, people: People) -> Answer:
    """Return who the subject is."""
    word = plain(subject)
    if any(plain(c) in SELF | {"you"} for c in subject.conjuncts) or (
        word in SELF and any(c.dep_ == "conj" for c in subject.children)
    ):
        return "both", f"subject “{subject.text} and …”", True
    if word in SELF:
        return "self", f"subject “{subject.text}”", True
    if word in WE:
        return "both", f"subject “{subject.text}”", False
    if word in YOU:
        if people.addressee not in (None, "self"):
            return "other", f"“{subject.text}” in a letter", True
        return "self", f"“{subject.text}” to oneself", False
    if word in OTHER or people.is_person(subject):
        role = people.role_of(subject)
        return "other", f"subject “{subject.text}”" + (f" ({role})" if role else ""), True
    if word in {"part", "bit", "half", "side", "none"} and any(plain(t) == "me" for t in subject.subtree):
        return "self", f"subject “{subject.text} of me”", True
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    if owner is not None:
        if plain(owner) == "my":
            return "self", f"subject “my {subject.text}”", True
        if plain(owner) in {"his", "her", "their"} or people.is_person(owner):
            return "other", f"subject “{owner.text} {subject.text}”", True
    if word in LONE:
        return _first_pronoun(clause, after=subject.i) or ("self", "", False)
    if subject.pos_ == "PROPN":
        return "other", f"subject “{subject.text}”", True
    if subject.pos_ == "NOUN" and subject.dep_ in {"nsubj", "poss"}:
        return "other", f"subject “{subject.text}”", False
    return "self", "", False


def _thinker(clause: Clause, people: People) -> Answer | None:
    """Return another who thinks or says it, where the text says "she reckons …"."""
    token = clause.verb
    while token.head.i != token.i:
        if token.dep_ == "ccomp" and (
            token.head.lemma_ in load_words().thinking or token.head.lemma_ in load_words().saying
        ):
            subject, _ = subject_of(token.head)
            if subject is not None and (
                plain(subject) in OTHER or (people.is_person(subject) and plain(subject) not in SELF | WE | YOU)
            ):
                return "other", f"“{subject.text} {token.head.text}”", False
            return None
        token = token.head
    return None


def _teller(clause: Clause, people: People) -> Answer | None:
    """Return who says it where the finding is what someone is told: "I told him [he gives it back]"."""
    told = telling(clause)
    if told is None:
        return None
    subject, _ = subject_of(told)
    if subject is None or plain(subject) in SELF:
        return "self", f"told by the writer (“{told.text}”)", False
    return None


def _without_subject(clause: Clause) -> Answer:
    """Return the writer, who leaves out "I" in notes; or the owner of a noun."""
    verb = clause.verb
    if verb.pos_ in VERBAL and verb.dep_ == "ROOT":
        found = _first_pronoun(clause) if clause.start < verb.i else None
        if found is not None and any(plain(t) in SELF | OTHER for t in clause.doc[clause.start : verb.i]):
            return found
        return "self", "no subject, as in notes", verb.tag_ != "VBZ"
    return _first_pronoun(clause) or ("self", "", False)


def _passive(clause: Clause, subject: Token) -> Answer:
    """Return whose act a passive tells: the one after "by", else the other side of the subject."""
    verb = clause.verb
    for child in verb.children:
        if child.dep_ == "agent":
            actor = next(iter(child.children), None)
            if actor is not None:
                who: Agent = "self" if plain(actor) in SELF else "other"
                return who, f"passive, by “{actor.text}”", True
    if plain(subject) in SELF | WE:
        return "other", f"passive with “{subject.text}”", True
    return "other", "passive", False


def _first_pronoun(clause: Clause, after: int = -1) -> Answer | None:
    """Return the first person named in the finding's words."""
    for token in clause.doc[clause.start : clause.end]:
        if token.i <= after:
            continue
        word = plain(token)
        if word in SELF:
            return "self", f"“{token.text}”", False
        if word in OTHER - {"who", "her", "him", "them"}:
            return "other", f"“{token.text}”", False
    return None


def _speaker(clause: Clause, people: People) -> Answer | None:
    """Return who speaks where the finding stands in a direct quote and the text says so."""
    begin = quote_start(clause)
    if begin is None:
        return None
    for token in saying(clause, begin):
        subject, _ = subject_of(token)
        if subject is None:
            return "self", f"said by the writer (“{token.text}”)", True
        word = plain(subject)
        if word in SELF:
            return "self", f"said by “{subject.text}”", False
        if word in OTHER or people.is_person(subject) or subject.pos_ == "PROPN":
            return "other", f"said by “{subject.text}”", False
    return None
