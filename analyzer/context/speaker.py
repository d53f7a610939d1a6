"""Whose thought or words they are: "she reckons …", direct quotes, limits told to another, questions to readers."""

from spacy.tokens import Token

from analyzer.context.certainty import CERTAIN, DEFAULT, SURE
from analyzer.context.clause import SPOKEN, Clause, clause_tense
from analyzer.context.cues import plain
from analyzer.context.giving import acted_on
from analyzer.context.quotes import ONLY_BEFORE, quote_start, saying, telling
from analyzer.context.subject import subject_of
from analyzer.context.words import FIRST, OTHER, SELF, WE, YOU, load_words
from analyzer.people import People
from analyzer.reflection import Agent

Answer = tuple[Agent, str, int]

BONDS = frozenset({"close_at_distance", "meaning"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "themself"})
# Thoughts about the thinker: one that another has is told by "she thinks …" or "he is sure …".
OF_ONESELF = frozenset(
    {"taking_personally", "self_compassion", "close_at_distance", "childhood_echo", "meaning"} | {"both_truths"}
)
# Whom something is told to stands this near after the verb: "told her brother and me that".
TOLD = 6
CONVINCED = frozenset({"sure", "convinced", "certain"})
READERS = frozenset({"anyone", "anybody", "someone", "somebody", "you", "y'all", "people"})


def may_share(subject: Token | None, pattern: str) -> bool:
    """Tell whether a thought may be shared, as in "we both feel it": feelings of a bond may."""
    return pattern in BONDS and subject is not None and (plain(subject) in WE or bool(list(subject.conjuncts)))


def thinker(clause: Clause, people: People, pattern: str) -> Answer | None:
    """Return another whose thought it is: "she reckons …", "he blames himself", nothing of it about the writer."""
    words = {plain(t) for t in clause.doc[clause.start : clause.end]}
    if words & REFLEXIVE and not words & FIRST:
        return "other", "of another's own self", CERTAIN
    if pattern == "not_personal":
        about = next((t for t in clause.doc[clause.start : clause.end] if plain(t) in {"him", "her"}), None)
        if about is None or about.dep_ != "pobj" or words & FIRST:
            return None
        return "other", f"about “{about.text}”", CERTAIN
    if pattern not in OF_ONESELF:
        return None
    for token in (clause.verb, *clause.verb.ancestors):
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if subject is None or not _is_thought_of(token):
            continue
        spoken_to = plain(subject) in YOU and is_addressed(Clause(clause.doc, token.i, token.i + 1))
        another = plain(subject) in OTHER or people.is_person(subject) or subject.pos_ == "PROPN"
        if plain(subject) in SELF | WE or not (another or spoken_to) or (plain(subject) in YOU and not spoken_to):
            return None
        if pattern != "close_at_distance" and _is_about_writer(token, clause):
            return None
        return "other", f"“{subject.text} {token.text}”", SURE
    return None


def _is_thought_of(verb: Token) -> bool:
    """Tell whether the verb's subject has a thought: "thinks", "says", "is sure", "reminds herself"."""
    words = load_words()
    if verb.lemma_ in words.thinking | words.saying - ONLY_BEFORE:
        return True
    return any(c.lemma_ in CONVINCED or (c.dep_ in {"dobj", "dative"} and plain(c) in REFLEXIVE) for c in verb.children)


def _is_about_writer(verb: Token, clause: Clause) -> bool:
    """Tell whether what is thought speaks of the writer, apart from whom it is told to: "told Ali and me that …"."""
    told = {t.i for c in verb.children if c.dep_ in {"dobj", "dative", "prep"} for t in c.subtree if t.pos_ != "VERB"}
    told = {i for i in told if i < verb.i + TOLD}
    stop = max(clause.end, clause.verb.right_edge.i + 1)
    return any(plain(t) in FIRST - {"our"} and t.i not in told for t in clause.doc[verb.i + 1 : stop])


def teller(clause: Clause, people: People) -> Answer | None:
    """Return who says it where the finding is what someone is told: "I told him [he gives it back]"."""
    told = telling(clause)
    if told is None:
        return None
    subject, _ = subject_of(told)
    if subject is None or plain(subject) in SELF:
        return "self", f"told by the writer (“{told.text}”)", DEFAULT
    return None


def is_addressed(clause: Clause) -> bool:
    """Tell whether "you" is someone whom the writer speaks to, who did something to or with the writer."""
    if clause_tense(clause) == "present" and not acted_on(clause.verb):
        return False
    return quote_start(clause) is None and any(plain(t) in FIRST for t in clause.sentence)


def asks_readers(clause: Clause, subject: Token | None) -> bool:
    """Tell whether the writer asks whoever reads: "does anybody here have advice?"."""
    asked = any(t.text.startswith("?") for t in clause.sentence) or "please" in {plain(t) for t in clause.sentence}
    return asked and quote_start(clause) is None and subject is not None and plain(subject) in READERS


def is_limit(clause: Clause, subject: Token | None) -> bool:
    """Tell whether the words are the limit itself: "she can't keep coming here", "you don't take my keys"."""
    if subject is None or plain(subject) not in OTHER | YOU or clause.verb.tag_ != "VB":
        return False
    return clause_tense(clause) == "present" and any(
        c.dep_ == "neg" for t in (clause.verb, *clause.over) for c in t.children
    )


def speaker(clause: Clause, people: People, subject: Token | None, pattern: str) -> Answer | None:
    """Return who acts in a direct quote whose speaker the text names: "I" is the speaker, "you" the one spoken to.

    What is done by speaking ("I'm sorry", "you never listen") is done by the speaker.
    """
    begin = quote_start(clause)
    if begin is None:
        return None
    who, by = _who_says(clause, people, begin)
    if not who:
        return None
    if subject is not None and plain(subject) in YOU and pattern and pattern not in SPOKEN:
        return ("other" if who == "self" else "self"), f"“{subject.text}” in words {by}", SURE
    return who, by, SURE


def _who_says(clause: Clause, people: People, begin: int) -> tuple[Agent | None, str]:
    """Return who speaks the quote that opens at ``begin``, and the words that tell so."""
    for token in saying(clause, begin):
        subject, _ = subject_of(token)
        if subject is None:
            return ("self", f"said by the writer (“{token.text}”)") if token.lemma_ != "be" else (None, "")
        if begin <= subject.i < clause.end:
            continue
        if plain(subject) in SELF:
            return "self", f"said by “{subject.text}”"
        if plain(subject) in OTHER or people.is_person(subject) or subject.pos_ == "PROPN":
            return "other", f"said by “{subject.text}”"
    return None, ""
