"""Who does it: the subject of the finding's verb, however far up the sentence it stands."""

from spacy.tokens import Token

from analyzer.context.certainty import CERTAIN, SURE
from analyzer.context.clause import SPOKEN, THOUGHTS, VERBAL, Clause, clause_tense
from analyzer.context.cues import Hit, plain
from analyzer.context.quotes import ONLY_BEFORE, is_advice, quote_start, saying, telling
from analyzer.context.subject import subject_of
from analyzer.context.words import load_words
from analyzer.people import People
from analyzer.reflection import Agent

Answer = tuple[Agent, str, int]

# What the parser takes for a subject where the writer leaves out "I": "wanna tell him", "am leaving".
NOT_SAID = frozenset({"wanna", "gonna", "gotta", "dunno", "am", "d", "m"})
SELF = frozenset({"i", "im", "ive", "id", "ill", "me", "myself", "oneself"} | NOT_SAID)
WE = frozenset({"we", "us", "ourselves", "weve", "wed"})
OTHER = frozenset(
    {"he", "she", "they", "him", "her", "them", "hes", "shes", "theyre", "theyve", "everyone", "everybody"}
    | {"someone", "somebody", "nobody", "anyone", "anybody", "himself", "herself", "themselves", "who"}
)
YOU = frozenset({"you", "u", "ya", "ye", "yourself", "y'"})
OBJECT = frozenset({"dobj", "dative"})
SUFFERS = frozenset({"dobj", "dative", "pobj"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "im", "ive"})
BONDS = frozenset({"close_at_distance", "meaning"})
# The subject of these gets what another does: "he got an apology out of me".
GETTING = frozenset({"get", "receive", "have", "give", "hear"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "themself"})
# Thoughts about the thinker: one that another has is told by "she thinks …" or "he is sure …".
OF_ONESELF = frozenset({"taking_personally", "self_compassion", "close_at_distance", "childhood_echo", "meaning"})
CONVINCED = frozenset({"sure", "convinced", "certain"})
READERS = frozenset({"anyone", "anybody", "someone", "somebody", "you", "y'all", "people"})
LONE = frozenset({"it", "this", "that", "there", "what", "which"})


def agent_of(clause: Clause, people: People, pattern: str = "") -> Answer:
    """Return who acts, the reason, and whether a rule decided; ``pattern`` is the finding's label."""
    subject, passive = subject_of(clause.verb) if clause.parsed else (None, False)
    for hit in clause.hits:
        if hit.cue.attribute == "agent" and (pattern not in THOUGHTS or _share(subject, pattern)) and _takes_in(hit, clause, subject, people):
            return "both", f"“{hit.text}”", True
    speaker = _speaker(clause, people, subject, pattern)
    source = comes_from(clause, subject, people)
    if source is not None and pattern not in THOUGHTS | {"shutdown"}:
        return source
    if pattern in THOUGHTS:
        return _thinker(clause, people, pattern) or speaker or ("self", "the writer's thought", True)
    if not clause.parsed:
        return speaker or _first_pronoun(clause) or ("self", "", False)
    if speaker is not None and (subject is None or plain(subject) in SELF | YOU | WE | LONE):
        return speaker
    if is_advice(clause.verb):
        return "self", "advice to the writer", False
    if pattern == "reach_out" and asks_readers(clause, subject):
        return "self", "the writer asks the readers", True
    if pattern == "boundary" and is_limit(clause, subject):
        return "self", "a limit set to another", True
    if pattern in SPOKEN:
        teller = _teller(clause, people)
        if teller is not None:
            return teller
    if subject is None:
        return _before_colon(clause, people) or _without_subject(clause, people)
    if plain(subject) in SELF and subject.head.i != clause.verb.i and acted_on(clause.verb):
        return "other", "done to “me”", True
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
        return "both", f"subject “{subject.text} and …”", True
    if word in SELF:
        return "self", f"subject “{subject.text}”", True
    if word in WE:
        return "both", f"subject “{subject.text}”", SURE
    if word in YOU:
        if people.addressee not in (None, "self"):
            return "other", f"“{subject.text}” in a letter", True
        if people.addressee is None and is_addressed(clause):
            return "other", f"“{subject.text}”, to whom the writer speaks", True
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
    if word in LONE or (subject.pos_ == "NOUN" and whose_head(clause)):
        return whose_head(clause) or _first_pronoun(clause, after=subject.i) or ("self", "", False)
    if subject.pos_ == "PROPN":
        return "other", f"subject “{subject.text}”", True
    if subject.pos_ == "NOUN" and subject.dep_ in {"nsubj", "poss"}:
        return "other", f"subject “{subject.text}”", False
    return "self", "", False


def _thinker(clause: Clause, people: People, pattern: str) -> Answer | None:
    """Return another whose thought it is: "she reckons …", "he blames himself", nothing of it about the writer."""
    words = load_words()
    if any(plain(t) in FIRST for t in clause.doc[clause.start : clause.end]):
        return None
    if any(plain(t) in REFLEXIVE for t in clause.doc[clause.start : clause.end]):
        return "other", "of another's own self", True
    if pattern == "not_personal":
        about = next((t for t in clause.doc[clause.start : clause.end] if plain(t) in {"him", "her"}), None)
        return None if about is None or about.dep_ != "pobj" else ("other", f"about “{about.text}”", CERTAIN)
    if pattern not in OF_ONESELF:
        return None
    for token in (clause.verb, *clause.verb.ancestors):
        thinks = token.lemma_ in words.thinking | words.saying - ONLY_BEFORE
        if not thinks and not any(c.lemma_ in CONVINCED for c in token.children):
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if subject is None or plain(subject) in SELF | WE | YOU:
            return None
        if plain(subject) in OTHER or people.is_person(subject) or subject.pos_ == "PROPN":
            return "other", f"“{subject.text} {token.text}”", True
    return None


def _share(subject: Token | None, pattern: str) -> bool:
    """Tell whether a thought may be shared, as in "we both feel it": feelings of a bond may."""
    return pattern in BONDS and subject is not None and (plain(subject) in WE or bool(list(subject.conjuncts)))


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


def _before_colon(clause: Clause, people: People) -> Answer | None:
    """Return who says what stands without a subject after a colon: "we kept texting: please answer"."""
    colon = next((t.i for t in clause.doc[clause.sentence.start : clause.verb.i] if t.text == ":"), None)
    if colon is None or clause.verb.tag_ != "VB" or clause.sentence.root.i > colon:
        return None
    subject, passive = subject_of(clause.sentence.root)
    return None if subject is None or passive else _read(clause, subject, people)


def _tagged(clause: Clause) -> Answer | None:
    """Return whom the words before a note in its sentence name: "Not clingy, is he, just turned up again"."""
    for token in reversed(list(clause.doc[clause.sentence.start : clause.start])):
        if token.dep_ == "nsubj" and token.head.dep_ not in {"relcl", "advcl", "acl"}:
            if plain(token) in OTHER - {"who"}:
                return "other", f"“{token.text}” before", SURE
            return None
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


def _teller(clause: Clause, people: People) -> Answer | None:
    """Return who says it where the finding is what someone is told: "I told him [he gives it back]"."""
    told = telling(clause)
    if told is None:
        return None
    subject, _ = subject_of(told)
    if subject is None or plain(subject) in SELF:
        return "self", f"told by the writer (“{told.text}”)", False
    return None


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
        tagged = _tagged(clause)
        if tagged is not None:
            return tagged
        found = _first_pronoun(clause) if clause.start < verb.i else None
        if found is not None and any(plain(t) in SELF | OTHER for t in clause.doc[clause.start : verb.i]):
            return found
        return "self", "no subject, as in notes", verb.tag_ != "VBZ"
    return _receiver(clause, people) or _first_pronoun(clause) or ("self", "", False)


def _receiver(clause: Clause, people: People) -> Answer | None:
    """Return who is behind words without a verb that go to someone: "not one word to Graham", "a long text to me"."""
    for token in clause.doc[clause.start : clause.end]:
        to = next((c for c in token.children if c.dep_ == "pobj"), None) if plain(token) in {"to", "at"} else None
        if to is not None and token.head.pos_ == "NOUN":
            if plain(to) == "me":
                return "other", f"“{token.text} me”", SURE
            if plain(to) in OTHER or people.is_person(to) or to.pos_ == "PROPN":
                return "self", f"“{token.text} {to.text}”", SURE
    return None


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
        if word in SELF - {"me"}:
            return "self", f"“{token.text}”", False
        if word in OTHER - {"who", "her", "him", "them"}:
            return "other", f"“{token.text}”", False
    return None


def _speaker(clause: Clause, people: People, subject: Token | None, pattern: str) -> Answer | None:
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
        return ("other" if who == "self" else "self"), f"“{subject.text}” in words {by}", True
    return who, by, True


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
