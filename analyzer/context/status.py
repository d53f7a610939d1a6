"""Whether it happened: negations, urges, near misses, plans and wishes that reach the finding's verb."""

from collections.abc import Sequence

from analyzer.context.clause import CARRIERS, Clause, tense
from analyzer.context.cues import PASS, Hit, load_cues, plain
from analyzer.reflection import Status, When

Answer = tuple[Status, str, bool]

HABIT = frozenset({"whenever", "every", "always", "each", "usually"})
WOULD = frozenset({"would", "'d"})
CONDITION = frozenset({"if", "unless"})
NEGATIONS = frozenset({"not", "n't", "nt", "never", "neither", "nor"})
# The strongest of several cues decides.
RANK: tuple[Status, ...] = ("done", "resisted", "urge", "imagined")
# An urge is looked at for its outcome in so many sentences after it.
OUTCOME = 2


def status_of(clause: Clause, when: When) -> Answer:
    """Return whether it happened, the reason, and whether a rule decided."""
    hits = [hit for hit in clause.hits if hit.cue.attribute == "status" and reaches(hit, clause)]
    hits = [hit for hit in hits if hit.cue.value != PASS and not _is_habit(hit, clause, when)]
    if _asks(clause):
        return "imagined", "a question", False
    if not hits:
        return _without_cue(clause)
    hit = min(hits, key=lambda h: (RANK.index(h.cue.value), abs(h.start - clause.verb.i)))  # type: ignore[arg-type]
    value: Status = hit.cue.value  # type: ignore[assignment]  # checked when the cue was built
    if value == "done":
        return "done", f"“{hit.text}”", True
    if value == "resisted":
        if plain(clause.doc[hit.end - 1]) in NEGATIONS and any(h.cue.value == "imagined" for h in hits):
            return "imagined", f"“{hit.text}”, not yet", True
        return "resisted", f"negated by “{hit.text}”", True
    if value == "urge":
        end = overcome(clause, hit)
        if end:
            return "resisted", f"an urge (“{hit.text}”), overcome (“{end}”)", True
        return "urge", f"an urge (“{hit.text}”)", True
    return "imagined", f"not told as done (“{hit.text}”)", True


def reaches(hit: Hit, clause: Clause) -> bool:
    """Tell whether the cue's reach takes in the finding."""
    cue, verb = hit.cue, clause.verb
    if cue.reach == "sentence":
        return True
    if cue.reach == "within":
        return hit.start < clause.end and clause.start < hit.end
    if cue.reach == "governs" and clause.parsed:
        return governs(hit, clause)
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
        if token.i == verb.i and hit.end - hit.start > 1:
            return True
        if token.i in over:
            return True
        head = token.head
        if token.i < head.i or token.i < verb.i:
            if head.i == verb.i and token.i < verb.i:
                return True
            if head.i in shared and token.i < head.i:
                return True
            if head.i in over and token.i < head.i and (not negation or head.lemma_ in CARRIERS):
                return True
    return False


def overcome(clause: Clause, urge: Hit) -> str:
    """Return the words that tell the end of an urge, or ""."""
    rest = clause.doc[urge.end : clause.sentence.end]
    places: list[Sequence[Hit]] = [[h for h in load_cues().find(list(rest))]] if len(rest) else []
    for number, sentence in enumerate(clause.after()):
        if number >= OUTCOME:
            break
        places.append(load_cues().find(list(sentence)))
    for hits in places:
        for hit in hits:
            if hit.cue.attribute == "outcome" and hit.cue.value == "overcome":
                return hit.text
    return ""


def _is_habit(hit: Hit, clause: Clause, when: When) -> bool:
    """Tell whether "would" tells a habit of then, or "if" one of now: "if I cry he leaves"."""
    words = {plain(token) for token in clause.sentence}
    text = plain(clause.doc[hit.start])
    if text in WOULD and hit.end - hit.start == 1:
        if clause.doc[hit.start].lemma_ == "have" or "VBN" in {clause.verb.tag_}:
            return clause.doc[hit.start].lemma_ == "have"
        return when != "now" or bool(words & HABIT)
    if text in CONDITION:
        return tense(clause.verb) in {"past", "present"} and not words & {"will", "'ll", "would", "'d", "wo"}
    return False


def _asks(clause: Clause) -> bool:
    """Tell whether the finding's sentence is a question of the writer."""
    last = next((t for t in reversed(list(clause.sentence)) if not t.is_space), None)
    return last is not None and last.text.startswith("?") and clause.sentence.end - clause.end <= 2


def _without_cue(clause: Clause) -> Answer:
    """Return "done": sure where a verb in the past or present says so itself."""
    verb = clause.verb
    if clause.parsed and verb.tag_ in {"VBD"}:
        return "done", "told as done", True
    if clause.parsed and verb.tag_ == "VB" and verb.dep_ == "ROOT" and not list(verb.lefts):
        return "imagined", "a note to do it", False
    return "done", "", False
