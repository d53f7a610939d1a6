"""The clause of a finding: its verb, what stands over it, its sentence and the ones around."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from analyzer.context.cues import Hit, load_cues, plain

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# A verb hangs by these on a verb that says whether it happens: "wanted to leave", "about leaving".
OVER = frozenset({"xcomp", "ccomp", "pcomp", "prep", "acomp", "dobj", "attr", "pobj", "acl", "advcl", "oprd"})
# Patterns that are thoughts about someone: who acts in them is who thinks, whatever the subject is.
THOUGHTS = frozenset(
    {"taking_personally", "not_personal", "both_truths", "childhood_echo"}
    | {"meaning", "close_at_distance", "self_compassion"}
)
# Patterns that are done by not doing: "I'm not choosing between you two", "he wouldn't look at me".
REFUSALS = frozenset({"boundary", "shutdown", "not_personal", "taking_personally"})
# Patterns that are done by speaking: what is said names the act, who says it does it.
SPOKEN = frozenset({"boundary", "stay_present", "reach_out", "repair", "defend", "appease", "attack", "pursuit"})
# A base form that stands for a past too: the tagger cannot tell "I put" of then from now.
SAME_IN_PAST = frozenset(
    {"put", "let", "shut", "cut", "hit", "set", "read", "quit", "hurt", "split", "spread", "come", "lay"}
)
# These open a clause that only tells when another happens.
LEADING = frozenset({"when", "whenever", "if", "every", "each", "next", "after", "before", "as", "once", "since"})
PAST_TAGS = frozenset({"VBD"})
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
# How many sentences back or on are looked at, at most.
FAR = 12


@dataclass(frozen=True)
class Clause:
    """The words of a finding in their doc: token offsets, ``end`` exclusive."""

    doc: Doc
    start: int
    end: int

    @cached_property
    def sentence(self) -> Span:
        """Return the sentence in which the finding starts."""
        return self.doc[self.start].sent

    @cached_property
    def parsed(self) -> bool:
        """Tell whether that sentence has a parse."""
        return any(token.dep_ for token in self.sentence)

    @cached_property
    def verb(self) -> Token:
        """Return the verb on which the finding's other words hang, else the word on which they do.

        Where the words hold several clauses of equal rank, the first holds.
        """
        stop = min(self.end, self.sentence.end)
        words = [t for t in self.doc[self.start : stop] if not t.is_space and not t.is_punct]
        if not words or not self.parsed:
            return words[0] if words else self.doc[self.start]
        advised = next((c for t in words for c in t.children if is_bare(c)), None)
        if advised is not None and self.start <= advised.i < stop:
            return advised
        tops = [t for t in words if not (self.start <= t.head.i < stop) or t.head.i == t.i or t.head not in words]
        verbs = [t for t in tops if t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"}]
        if verbs:
            return self._main(verbs[0])
        inside = [t for t in words if t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"}]
        hung = [t for t in tops if t.dep_ in {"aux", "auxpass", "neg", "nsubj", "nsubjpass"}]
        if hung and not inside:
            return hung[0].head
        return inside[0] if inside and tops[0].dep_ in {"intj", "npadvmod", "advmod", "cc"} else tops[0]

    def _main(self, top: Token) -> Token:
        """Return the verb after a leading "when …", "if …" or "every time …" that the parser took for the main one."""
        held = [t for t in self.doc[self.start : min(self.end, self.sentence.end)] if has_subject(t)]
        if plain(self.doc[self.start]) in LEADING and len(held) > 1 and held[0].i == top.i:
            return held[1]
        return next(
            (t for t in held if t.dep_ == "ccomp" and t.head.i == top.i and tense(t) == "past" and t.i < top.i), top
        )

    @cached_property
    def over(self) -> tuple[Token, ...]:
        """Return the words that the verb hangs on, nearest first, up to a clause with a life of its own."""
        found: list[Token] = []
        token = self.verb
        while token.head.i != token.i and len(found) < 8:
            if token.dep_ == "conj":
                if has_subject(token) or own_clause(token):
                    break
                token = token.head
                continue
            if token.dep_ not in OVER:
                break
            if token.dep_ == "advcl" and not _is_open(token):
                break
            if token.dep_ in {"ccomp"} and token.head.i > token.i:
                break
            token = token.head
            found.append(token)
        return tuple(found)

    @cached_property
    def siblings(self) -> tuple[Token, ...]:
        """Return the verbs before that share the finding's auxiliaries: "didn't [shout] or cry"."""
        found: list[Token] = []
        token = self.verb
        while token.dep_ == "conj" and not has_subject(token) and not own_clause(token):
            token = token.head
            found.append(token)
        return tuple(found)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Return the cues of the sentence."""
        return tuple(load_cues().find(list(self.sentence)))

    def before(self) -> Iterator[Span]:
        """Yield the sentences before in the same paragraph, nearest first."""
        sentence = self.sentence
        for _ in range(FAR):
            if sentence.start == 0 or breaks(self.doc, sentence.start):
                return
            sentence = self.doc[sentence.start - 1].sent
            yield sentence

    def after(self) -> Iterator[Span]:
        """Yield the sentences after in the same paragraph, nearest first."""
        end = max(self.sentence.end, self.doc[self.end - 1].sent.end)
        for _ in range(FAR):
            if end >= len(self.doc) or breaks(self.doc, end):
                return
            sentence = self.doc[end].sent
            yield sentence
            end = sentence.end


def breaks(doc: Doc, i: int) -> bool:
    """Tell whether a line ends right before the token."""
    return (i > 0 and "\n" in doc[i - 1].text) or (i < len(doc) and "\n" in doc[i].text)


def has_subject(token: Token) -> bool:
    """Tell whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in token.children)


def own_clause(token: Token) -> bool:
    """Tell whether a verb joined to another stands for itself: "but stayed", "and walked off"."""
    head = token.head
    if any(plain(c) in {"but", "then", "instead"} for c in head.children if head.i < c.i < token.i):
        return True
    if any(child.dep_ in {"aux", "auxpass"} for child in token.children):
        return True
    if token.tag_ == "VBD" and head.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ == "VB" for c in head.children):
        return False  # "should have got up and [held] her": the same form after "have"
    return token.tag_ in PAST_TAGS | PRESENT_TAGS and token.tag_ != head.tag_


def is_bare(verb: Token) -> bool:
    """Tell whether a verb is bare advice: "my sister says [sleep on it]"."""
    said = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in {"say", "reckon", "suggest"}
    if not said or verb.tag_ != "VB" or verb.i < verb.head.i or verb.head.tag_ == "VBD":
        return False
    return not any(child.dep_ in SUBJECTS | {"aux", "mark"} for child in verb.children)


def clause_tense(clause: Clause) -> str:
    """Return the tense of the finding's verb, or of the nearest word over it that has one."""
    for token in (clause.verb, *clause.siblings, *clause.over):
        found = tense(token)
        if found:
            return found
    return ""


def _is_open(token: Token) -> bool:
    """Tell whether an adverbial clause has no subject and no conjunction, as in "felt like leaving"."""
    return not has_subject(token) and not any(child.dep_ == "mark" for child in token.children)


def tense(verb: Token) -> str:
    """Return "past", "present" or "" from the verb and its auxiliaries."""
    words = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}] + [verb]
    for word in words:
        if word.dep_ == "aux" and word.lemma_ == "have" and word.tag_ in PRESENT_TAGS:
            return ""
        if word.tag_ in PAST_TAGS:
            return "past"
        if word.tag_ in PRESENT_TAGS:
            return "" if word.tag_ == "VBP" and word.lower_ in SAME_IN_PAST else "present"
        if word.tag_ == "MD":
            return "present" if plain(word) in {"will", "'ll", "wo", "ca", "can", "shall", "may"} else ""
    return ""
