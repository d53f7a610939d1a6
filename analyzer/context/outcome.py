"""What came of it: an urge overcome, an act taken back, an own question answered."""

from collections.abc import Iterator

from analyzer.context.certainty import SURE
from analyzer.context.clause import Clause
from analyzer.context.cues import Hit, load_cues, plain
from analyzer.context.reach import NEGATIONS
from analyzer.context.subject import subject_of
from analyzer.reflection import Status

Answer = tuple[Status, str, int]

OTHERS = frozenset({"he", "she", "they", "you", "it", "nobody", "mum", "mom", "dad"})
FIRST = frozenset({"i", "we", "im"})


def outcomes(clause: Clause, start: int, sentences: int) -> Iterator[Hit]:
    """Yield the outcome cues of the rest of the sentence and of so many after it."""
    rest = list(clause.doc[start : max(clause.sentence.end, clause.end)])
    places = [rest] if rest else []
    for number, sentence in enumerate(clause.after()):
        if number >= sentences:
            break
        places.append(list(sentence))
    for place in places:
        yield from (hit for hit in load_cues().find(place) if hit.cue.attribute == "outcome")


def denied(clause: Clause) -> str:
    """Return the words right after that take the act back: "… I didn't.", "Deleted it", or ""."""
    for outcome in outcomes(clause, clause.verb.i + 1, 1):
        near = 0 <= outcome.start - clause.end < 4
        if outcome.cue.value == "denied" and near and same_side(clause, outcome.start):
            return outcome.text
    return ""


def same_side(clause: Clause, i: int) -> bool:
    """Tell whether what starts at the token may be told of who acts in the finding: not "I shouted. He didn't."."""
    before = plain(clause.doc[i - 1]) if i else ""
    subject, _ = subject_of(clause.verb)
    mine = subject is None or plain(subject) in FIRST
    return before not in (OTHERS if mine else FIRST)


def answered(clause: Clause) -> Answer | None:
    """Return what the writer answers to an own question: "Did I shout? I did not."."""
    following = next(clause.after(), None)
    if not asks(clause) or following is None:
        return None
    words = [plain(token) for token in following[:4]]
    if words[:1] == ["no"] or (words[:2] == ["i", "did"] and words[2:3] and words[2] in NEGATIONS):
        return "resisted", f"asked, and “{following.text}”", SURE
    return ("done", f"asked, and “{following.text}”", True) if words[:2] == ["i", "did"] else None


def asks(clause: Clause) -> bool:
    """Tell whether the finding's sentence is a question of the writer."""
    last = next((t for t in reversed(list(clause.sentence)) if not t.is_space), None)
    return last is not None and last.text.startswith("?") and clause.sentence.end - clause.end <= 2
