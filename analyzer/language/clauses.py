"""Sentence → clauses, so that a finding points at its own act and not at the one beside it."""

from spacy.tokens import Span, Token

SPLITS = frozenset(
    {
        "but",
        "and",
        "so",
        "then",
        "because",
        "cause",
        "cos",
        "while",
        "until",
        "till",
        "when",
        "if",
        ",",
        ";",
        ":",
        "—",
        "–",
        "-",
        "...",
    }
)
VERBAL = frozenset({"VERB", "AUX"})
# Shorter than this a piece without a subject is a list item or an adverb, not a clause.
LEAST = 3


def clauses(sentence: Span) -> list[Span]:
    """Return the clauses of a parsed sentence in order; together they cover it but for the joining words.

    A joint parts two clauses where both sides hold a verb of their own.
    """
    doc = sentence.doc
    found = []
    start = sentence.start
    for i in range(sentence.start, sentence.end):
        if doc[i].lower_ not in SPLITS or sentence.end - i <= LEAST:
            continue
        if i - start < LEAST and (not _holds_subject(doc[start:i]) or _is_asked(doc[i])):
            continue
        if _holds_verb(doc[start:i]) and _holds_verb(doc[i + 1 : _next_joint(sentence, i + 1)]):
            found.append(doc[start:i])
            start = i + 1
            while doc[start].lower_ in SPLITS:  # ", and"
                start += 1
    found.append(doc[start : sentence.end])
    return found


def _next_joint(sentence: Span, start: int) -> int:
    """Return where the piece that begins at ``start`` ends at the latest."""
    doc = sentence.doc
    for i in range(start + LEAST, sentence.end):
        if doc[i].lower_ in SPLITS:
            return i
    return sentence.end


def _holds_verb(span: Span) -> bool:
    return any(token.pos_ in VERBAL for token in span)


def _holds_subject(span: Span) -> bool:
    """Tell whether a verb of the piece has its subject there: "I yelled"."""
    return any(token.dep_ == "nsubj" and span.start <= token.head.i < span.end for token in span)


def _is_asked(joint: Token) -> bool:
    """Tell whether the word opens what the verb before it asks or knows: "I wonder if he left"."""
    return joint.head.dep_ == "ccomp" and joint.head.head.i < joint.i
