"""At what time of life: words for then in the sentence, or carried on from the ones before."""

from spacy.tokens import Token

from analyzer.context.certainty import CERTAIN, DEFAULT, SURE
from analyzer.context.clause import Clause, clause_tense
from analyzer.context.cues import PASS, Hit, load_cues, plain
from analyzer.context.quotes import said_by
from analyzer.context.reach import reaches
from analyzer.context.subject import subject_of
from analyzer.people import People
from analyzer.reflection import When

Answer = tuple[When, str, int]

# Between a time word and the finding, these begin another time.
TURNS = frozenset({"but", ";", "now", "today", "tonight"})
# Between the finding and a time word after it, these compare the two: "the same as when I was five".
COMPARES = frozenset({"same", "like"})
# A day that is named so is the entry's own.
NAMED_DAYS = frozenset(
    {"today", "tonight", "yesterday", "last night", "this morning", "this afternoon", "this evening"},
)
HABITS = frozenset({"used to", "use to"})
# A parent's habit that has ended is one of the writer's childhood.
RAISED = frozenset({"parent"})
HABITUAL = frozenset({"never", "always", "every", "used"})
WOULD = frozenset({"would", "'d"})
# With these a "would" is no habit.
NO_HABIT = frozenset({"if", "like", "love", "rather"})
# An age told by itself holds for what follows.
AGES = ("i was ", "we were ")
ECHO = "childhood_echo"


def when_of(clause: Clause, people: People, pattern: str = "") -> Answer:
    """Return the time, the reason, and how certain it is; ``pattern`` is the finding's label."""
    if pattern == ECHO:
        return "now", "an insight of now", SURE
    if people.addressee == "self" and _is_to_a_child(clause):
        return "childhood", "a letter to the writer as a child", DEFAULT
    said = said_by(clause, pattern)
    if said is not None:
        clause = Clause(clause.doc, said, said + 1)
    here = [hit for hit in clause.hits if _is_time(hit) and _holds(hit, clause)]
    now_verb = clause.parsed and clause_tense(clause) == "present"
    then = [hit for hit in here if hit.cue.value != "now"]
    if then and not now_verb:
        return _then(clause, people, then)
    if now_verb:
        before = [hit for hit in then if hit.cue.value == "childhood" and hit.end <= clause.verb.i]
        if before:
            return "childhood", f"“{before[0].text}”", DEFAULT
        return "now", "told in the present", not then
    now = [hit for hit in here if hit.cue.value == "now"]
    if now:
        named = [hit for hit in now if hit.text.lower() in NAMED_DAYS]
        return "now", f"“{(named or now)[0].text}”", CERTAIN if named else SURE
    carried = _carried(clause)
    if carried is not None:
        young = carried.cue.value == "childhood"
        sure = SURE if young and (_is_habitual(clause) or carried.text.lower().startswith(AGES)) else DEFAULT
        return carried.cue.value, f"carried on from “{carried.text}”", sure  # type: ignore[return-value]
    raised = _raised(clause, people)
    if raised:
        return "childhood", raised, DEFAULT
    if _with_another(clause):
        return "past", "with someone of another time", DEFAULT
    later = _told_after(clause)
    if later is not None:
        return "childhood", f"“{later.text}” right after", SURE
    return "now", "", DEFAULT


def _then(clause: Clause, people: People, hits: list[Hit]) -> Answer:
    """Return the time that the cues of the sentence tell; childhood goes before a past."""
    hit = min(hits, key=lambda h: (h.cue.value != "childhood", h.start))
    if hit.cue.value == "childhood":
        return "childhood", f"“{hit.text}”", CERTAIN
    carried = _carried(clause)
    if carried is not None and carried.cue.value == "childhood":
        return "childhood", f"“{hit.text}”, in a childhood (“{carried.text}”)", SURE
    if hit.text.lower() in HABITS:
        for token in clause.sentence:
            if _is_own_parent(token, people):
                return "childhood", f"“{hit.text}” with “{token.text}”", DEFAULT
    return "past", f"“{hit.text}”", SURE


def _raised(clause: Clause, people: People) -> str:
    """Return the reason where a habit of the writer's parent is told in the past, or ""."""
    words = {plain(token) for token in clause.sentence}
    if clause_tense(clause) == "present" or words & NO_HABIT:
        return ""
    acting = [t for t in clause.sentence if t.dep_ == "nsubj" and _is_own_parent(t, people)]
    subject, _ = subject_of(clause.verb)
    mine = subject is not None and _is_own_parent(subject, people)
    modals = [t for t in clause.sentence if t.tag_ == "MD" and plain(t) in WOULD and t.head.tag_ == "VB"]
    would = any(subject_of(modal.head)[0] in acting for modal in modals)
    if acting and would:
        return f"a parent's habit (“{acting[0].text} would”)"
    if mine and subject is not None and words & HABITUAL:
        return f"a parent's habit (“{subject.text} … {min(words & HABITUAL)}”)"
    both = {people.gender_of(t) for t in clause.sentence if _is_own_parent(t, people) and t.pos_ != "PRON"}
    return "of the writer's parents" if mine and len(both) > 1 else ""


def _is_own_parent(token: Token, people: People) -> bool:
    """Tell whether the word is the writer's parent: not "his mother", not "any father"."""
    if not people.is_person(token) or people.role_of(token) not in RAISED:
        return False
    owner = next((plain(c) for c in token.children if c.dep_ in {"poss", "det"}), "")
    return owner in {"my", "our"} or (not owner and plain(token) not in {"father", "mother", "mothers", "parent"})


def _with_another(clause: Clause) -> bool:
    """Tell whether the sentence sets off with another person's name: "With Kelsey I'd go missing"."""
    words = clause.sentence
    return (
        len(words) > 3
        and plain(words[0]) == "with"
        and words[1].text[:1].isupper()
        and plain(words[2]) in {"i", "he", "she", "we", "it"}
        and clause_tense(clause) != "present"
    )


def _is_to_a_child(clause: Clause) -> bool:
    """Tell whether a letter to oneself is to the child one was, and the finding says "you"."""
    head = next(iter(clause.doc.sents))
    young = any(_is_time(h) and h.cue.value == "childhood" for h in load_cues().find(list(head)))
    young = young or bool({"small", "little", "younger"} & {plain(t) for t in clause.doc[:6]})
    return young and any(plain(t) in {"you", "your"} for t in clause.doc[clause.start : clause.end])


def _is_time(hit: Hit) -> bool:
    return hit.cue.attribute == "when" and hit.cue.value != PASS


def _holds(hit: Hit, clause: Clause) -> bool:
    """Tell whether the time word's clause takes in the finding: no turn between them."""
    if hit.cue.reach != "sentence":
        return reaches(hit, clause)
    if hit.start < clause.end and clause.start < hit.end:
        return True
    if hit.end <= clause.verb.i:
        return not TURNS & {plain(token) for token in clause.doc[hit.end : clause.verb.i]}
    return not (TURNS | COMPARES) & {plain(token) for token in clause.doc[clause.end : hit.start]}


def _carried(clause: Clause) -> Hit | None:
    """Return the cue of a time told before that still holds: nothing since then has come back to now.

    A past holds on for a habit only ("he'd sulk"): what is told after "I used to" is as often of today.
    """
    habitual = _is_habitual(clause)
    for number, sentence in enumerate(clause.before(), start=1):
        if any(token.tag_ in {"VBZ", "VBP"} and token.dep_ == "ROOT" for token in sentence):
            return None
        for hit in reversed([h for h in load_cues().find(list(sentence)) if _is_time(h)]):
            if hit.cue.value == "now":
                return None
            if hit.cue.carries >= number and (habitual or hit.cue.value == "childhood"):
                return hit
    return None


def _is_habitual(clause: Clause) -> bool:
    """Tell whether the finding's sentence tells a habit of then."""
    return any(plain(token) in WOULD or plain(token) == "used" for token in clause.sentence)


def _told_after(clause: Clause) -> Hit | None:
    """Return "I was seven." where it stands at the head of the next sentence."""
    sentence = next(clause.after(), None)
    if sentence is None or len(sentence) > 8:
        return None
    hits = [h for h in load_cues().find(list(sentence)) if _is_time(h) and h.cue.value == "childhood"]
    return hits[0] if hits and hits[0].start == sentence.start else None
