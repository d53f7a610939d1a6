"""Whether it happened: negations, urges, near misses, plans and wishes that reach the finding's verb."""

from spacy.tokens import Token

from analyzer.context.certainty import CERTAIN, DEFAULT, SURE
from analyzer.context.clause import REFUSALS, SAME_IN_PAST, SPOKEN, THOUGHTS, Clause, clause_tense, has_subject, tense
from analyzer.context.cues import PASS, Hit, plain
from analyzer.context.outcome import FIRST, answered, asks, denied, outcomes, same_side
from analyzer.context.quotes import is_advice, said_by
from analyzer.context.reach import NEGATIONS, opening, reaches
from analyzer.context.words import load_words
from analyzer.reflection import Status, When

Answer = tuple[Status, str, int]

HABIT = frozenset({"whenever", "every", "always", "each", "usually", "often", "sometimes"})
WOULD = frozenset({"would", "'d", "could"})
PLANS = frozenset({"will", "'ll", "wo", "going", "gon", "should", "shall", "might", "may"})
# After these an act is as often done at once.
MIXED = frozenset({"agreed", "decided"})
OUGHT = frozenset({"should", "shoulda", "shouldve", "tomorrow"})
CONDITION = frozenset({"if", "unless"})
# What these announce is no plan any more where it is told in the past: "he told me to go and slammed the door".
ORDERED = frozenset(
    {"told", "said", "says", "agreed", "decided", "promised", "'ll", "will", "going", "supposed", "need"}
)
# These hedge a thought, which is thought all the same.
HEDGES = frozenset({"maybe", "perhaps", "plan", "tomorrow", "need", "needs", "supposed", "meant"})
# An urge for then is a plan: "tomorrow I want to tell him".
AHEAD = frozenset({"tomorrow", "next", "someday", "starting", "from", "as", "one"})
NEARLY = frozenset({"almost", "nearly", "no longer", "this close to", "that close to", "so close to"})
# Of several cues the first in this order decides.
RANK = ("done", "resisted", "urge", "draft", "imagined")
# An urge is looked at for its outcome in so many sentences after it; an act taken back, in one.
OUTCOME = 2
# A thought about what will come is thought now: "he will get bored of me".
ASSUMED = frozenset({"taking_personally"})


def status_of(clause: Clause, when: When, pattern: str = "") -> Answer:
    """Return whether it happened, the reason, and how certain it is.

    ``pattern`` is the label of the finding: a thought is thought even about what may come, and a refusal is
    an act though it says "not".
    """
    answer = answered(clause)
    if answer:
        return answer
    if asks(clause):
        return ("done" if pattern in SPOKEN else "imagined"), "a question", DEFAULT
    if is_advice(clause.verb):
        return "imagined", "advice", SURE
    said = said_by(clause, pattern)
    if said is not None:
        value, why, certain = _read(Clause(clause.doc, said, said + 1), when, pattern)
        return value, why or "said", certain if value == "resisted" else DEFAULT
    return _read(clause, when, pattern)


def _read(clause: Clause, when: When, pattern: str) -> Answer:
    """Return what the cues that reach the finding's verb tell."""
    hits = [hit for hit in clause.hits if hit.cue.attribute == "status" and reaches(hit, clause)]
    hits += opening(clause)
    hits = [hit for hit in hits if not hit.cue.patterns or pattern in hit.cue.patterns]
    hits = [hit for hit in hits if hit.cue.value != PASS and not _is_habit(hit, clause, when)]
    hits = [hit for hit in hits if not _is_beside(hit, clause)]
    if pattern in THOUGHTS:
        hits = [hit for hit in hits if _holds_thought(hit, clause, pattern)]
    if not hits:
        return _without_cue(clause)
    hit = min(hits, key=lambda h: (RANK.index(h.cue.value), _is_weak(h), abs(h.start - clause.verb.i)))
    urges = [h for h in hits if h.cue.value == "urge" and h.cue.reach == "governs"]
    if hit.cue.value == "done" and urges:
        hit = urges[0]
    if hit.cue.value == "done":
        return "done", f"“{hit.text}”", CERTAIN if hit.text.split()[0].lower() in NEARLY else SURE
    if hit.cue.value == "resisted":
        return _negated(clause, hit, hits, pattern)
    if hit.cue.value in {"urge", "draft"}:
        ahead = [h for h in hits if h.cue.value == "imagined" and plain(clause.doc[h.start]) in AHEAD]
        if hit.cue.value == "urge" and ahead and clause_tense(clause) != "past":
            return "imagined", f"not told as done (“{ahead[0].text}”)", CERTAIN
        return _wanted(clause, hit)
    if pattern in ASSUMED or (
        pattern in THOUGHTS and plain(clause.doc[hit.start]) in WOULD and hit.end - hit.start == 1
    ):
        return "done", f"a thought (“{hit.text}”)", DEFAULT
    denial = denied(clause)
    if denial and plain(clause.doc[hit.start]) in WOULD:
        return "resisted", f"“{hit.text}”, but “{denial}”", SURE
    if plain(clause.doc[hit.start]) in OUGHT:
        return "imagined", f"not told as done (“{hit.text}”)", CERTAIN
    return "imagined", f"not told as done (“{hit.text}”)", plain(clause.doc[hit.start]) not in CONDITION | WOULD | MIXED


def _is_beside(hit: Hit, clause: Clause) -> bool:
    """Tell whether the words mean another thing here: "feel like he left", or a plan where the verb tells a past."""
    verb = clause.verb
    if hit.cue.value == "urge" and plain(clause.doc[hit.end - 1]) == "like":
        return not any(t.tag_ == "VBG" for t in clause.doc[hit.end : hit.end + 3])
    told = verb.tag_ == "VBD" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return hit.cue.value == "imagined" and told and plain(clause.doc[hit.start]) in ORDERED


def _is_weak(hit: Hit) -> bool:
    """Tell whether the cue is a lone "would" or "if", which may be a habit's."""
    return hit.end - hit.start == 1 and hit.text.lower() in CONDITION | WOULD


def _holds_thought(hit: Hit, clause: Clause, pattern: str) -> bool:
    """Tell whether a cue says of the thought itself whether it was thought, not something within what is thought.

    "She doesn't trust me and she loves me" is thought; "I never once told myself that" is not.
    """
    if hit.cue.value not in {"resisted", "imagined"} or hit.cue.reach in {"sentence", "within", "opening"}:
        return True
    if hit.cue.value == "imagined" and plain(clause.doc[hit.start]) not in HEDGES | WOULD | PLANS:
        return True
    thinker = _thinks(clause, hit)
    return (thinker is None or plain(thinker) in FIRST) and pattern != "both_truths"


def _thinks(clause: Clause, hit: Hit) -> Token | None:
    """Return the subject of the verb that the cue belongs to, where that verb thinks, feels or says."""
    for token in (clause.doc[hit.end - 1], *clause.doc[hit.end - 1].ancestors):
        subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None:
            return subject
    return None


def _negated(clause: Clause, hit: Hit, hits: list[Hit], pattern: str) -> Answer:
    """Return what a negation or a near miss means here."""
    if plain(clause.doc[hit.end - 1]) in NEGATIONS:
        if any(plain(clause.doc[h.start]) in PLANS for h in hits if h.cue.value == "imagined"):
            return ("done" if pattern in REFUSALS else "imagined"), f"“{hit.text}”, of what is to come", DEFAULT
        if _is_rule(clause):
            return "imagined", f"a rule to oneself (“{hit.text}”)", SURE
        if clause.parsed and clause.verb.lemma_ == "be":
            return "done", f"“{hit.text}” of a state", DEFAULT
        if pattern in REFUSALS and clause.verb.lemma_ not in load_words().undone(pattern):
            return "done", f"a refusal (“{hit.text}”)", DEFAULT
    ends = {plain(clause.doc[hit.start]), plain(clause.doc[hit.end - 1])}
    flat = bool(ends & NEGATIONS) or hit.text.lower() in NEARLY
    return "resisted", f"negated by “{hit.text}”", CERTAIN if flat else SURE


def _is_rule(clause: Clause) -> bool:
    """Tell whether the words forbid: "Don't say sorry again."."""
    verb = clause.verb
    if verb.tag_ != "VB" or has_subject(verb) or verb.dep_ not in {"ROOT", "conj"}:
        return False
    return any(c.dep_ == "aux" and plain(c) == "do" for c in verb.children)


def _wanted(clause: Clause, hit: Hit) -> Answer:
    """Return whether an urge, or an act ready in the head, was overcome or given in to."""
    draft = hit.cue.value == "draft"
    for outcome in outcomes(clause, hit.end, OUTCOME):
        told = outcome.cue.value
        if told == "did" and same_side(clause, outcome.start + 1):
            return "done", f"an urge (“{hit.text}”), and “{outcome.text}”", CERTAIN
        if told in {"overcome", "denied"} or (told == "acted" and (draft or tense(clause.verb) == "past")):
            what = "ready to" if draft else "an urge"
            sure = CERTAIN if told != "acted" or draft else DEFAULT
            return "resisted", f"{what} (“{hit.text}”), overcome (“{outcome.text}”)", sure
    if draft:
        return "resisted", f"ready to (“{hit.text}”)", DEFAULT
    wish = hit.text.lower().startswith("want") and hit.cue.reach == "governs"
    return "urge", f"an urge (“{hit.text}”)", CERTAIN if wish else SURE


def _is_habit(hit: Hit, clause: Clause, when: When) -> bool:
    """Tell whether "would" is a habit of then, "'d" is "had", or "if" a habit of now: "if I cry he leaves"."""
    words = {plain(token) for token in clause.sentence}
    first = clause.doc[hit.start]
    text = plain(first)
    if text in WOULD and hit.end - hit.start == 1:
        if text == "'d" and clause.verb.tag_ in {"VBN", "VBD"} and clause.verb.i > hit.start:
            return True
        if words & CONDITION and text != "could":
            return False
        return when != "now" or bool(words & HABIT)
    if text in CONDITION:
        return clause.parsed and tense(clause.verb) == "past"
    return False


def _without_cue(clause: Clause) -> Answer:
    """Return "done": sure where a verb in the past says so itself and nothing takes it back."""
    verb = clause.verb
    denial = denied(clause)
    if denial and denial.split()[0].lower() not in {"put", "hung", "took", "left", "kept", "held"}:
        return "resisted", f"taken back (“{denial}”)", SURE
    if denial:
        return "done", "", DEFAULT
    if clause.parsed and verb.tag_ == "VBD":
        return "done", "told as done", DEFAULT
    note = verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.lefts)
    if clause.parsed and note and verb.lower_ == verb.lemma_.lower() and verb.lower_ not in SAME_IN_PAST:
        return "imagined", "a note to do it", DEFAULT
    return "done", "", DEFAULT
