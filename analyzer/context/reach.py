"""Which cues reach the finding's verb: what governs it, what stands near, what the entry opens with."""

from spacy.tokens import Token

from analyzer.context.clause import VERBAL, Clause, clause_tense
from analyzer.context.cues import Hit, load_cues, plain
from analyzer.context.words import load_words

# These say nothing themselves: "I had such an urge to make up an excuse".
LIGHT = frozenset({"have", "feel", "get"})
NEGATIONS = frozenset({"not", "n't", "nt", "never", "neither", "nor"})
# A clause of its own before the verb does not govern it: "when my parents fought I hid".
CLAUSAL = frozenset({"advcl", "ccomp", "csubj", "relcl", "acl", "parataxis"})
# A first sentence up to this many tokens may be a heading.
LONG = 8


def reaches(hit: Hit, clause: Clause) -> bool:
    """Tell whether the cue's reach takes in the finding."""
    cue, verb = hit.cue, clause.verb
    if cue.reach == "sentence":
        return True
    if cue.reach == "within":
        return hit.start < clause.end and clause.start < hit.end
    if cue.reach == "governs" and clause.parsed:
        return governs(hit, clause)
    if cue.value == "urge" and verb.lemma_ in LIGHT and verb.i < hit.start < clause.end:
        return True
    if cue.reach in {"right", "governs"}:
        gap = [plain(t) for t in clause.doc[hit.end : max(verb.i, hit.end)]]
        return hit.start <= verb.i and len(gap) <= cue.window and not cue.stop & set(gap)
    if cue.reach == "left":
        gap = [plain(t) for t in clause.doc[clause.end : hit.start]]
        return hit.start >= verb.i and len(gap) <= cue.window and not cue.stop & set(gap)
    return False


def governs(hit: Hit, clause: Clause) -> bool:
    """Tell whether a word of the cue stands over the verb: its auxiliary, its negation, its governor."""
    verb = clause.verb
    over = {token.i for token in clause.over}
    shared = {token.i for token in clause.siblings}
    negation = plain(clause.doc[hit.start]) in NEGATIONS
    for token in clause.doc[hit.start : hit.end]:
        head = token.head
        if token.i in over or (token.i == verb.i and hit.end - hit.start > 1):
            return True
        if negation and head.i == verb.i and _is_before_subject(token, verb):
            continue
        if token.dep_ in CLAUSAL and token.pos_ in VERBAL and token.i < head.i:
            continue
        if head.i == verb.i and token.i < verb.i:
            return True
        if head.i in shared and token.i < head.i and not (negation and _is_positive(verb)):
            return True
        if head.i in over and token.i < head.i and (not negation or head.lemma_ in load_words().carriers):
            return True
    return False


def _is_before_subject(negation: Token, verb: Token) -> bool:
    """Tell whether the verb's subject parts it from the negation: "cool about him not replying that I rang"."""
    between = [c for c in verb.children if negation.i < c.i < verb.i]
    subject = next((c for c in between if c.dep_ == "nsubj"), None)
    return subject is not None and not any(c.dep_ == "aux" and c.i < subject.i for c in between)


def _is_positive(verb: Token) -> bool:
    """Tell whether a verb joined to a negated one stands for itself: "he never asked, just went", not "or went"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    return not any(c.dep_ == "cc" and plain(c) in {"or", "nor"} for c in verb.head.children)


def opening(clause: Clause) -> list[Hit]:
    """Return the cues that the entry opens with, such as "plan", where the finding is not told in the past."""
    first = next(iter(clause.doc.sents))
    if clause_tense(clause) == "past" or first.start == clause.sentence.start or len(first) > LONG:
        return []
    return [hit for hit in load_cues().find(list(first)) if hit.cue.reach == "opening"]
