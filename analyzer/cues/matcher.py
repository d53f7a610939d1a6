"""Find the cues of parsed sentences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from analyzer.cues import notation, syntax
from analyzer.cues.anchors import obligatory, rarest
from analyzer.cues.load import Cue, persons


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found in a doc.

    Attributes:
        cue: The cue as a reader sees it.
        start: Token offset in the doc; ``end`` likewise, exclusive.
        precision: Of the cue, between 0 and 1.
    """

    label: str
    cue: str
    start: int
    end: int
    precision: float


class CueMatcher:
    """Match cues; only those whose words stand in the sentence, in their order, are tried."""

    def __init__(self, vocab: Vocab, cues: Iterable[Cue]) -> None:
        """Compile the cues for a vocabulary."""
        self._cues = tuple(cues)
        self._words: dict[str, list[tuple[int, list[frozenset[str]], notation.Sequence]]] = defaultdict(list)
        self._matchers: dict[int, tuple[Matcher, Matcher | None, Matcher | None]] = {}
        self._shared: dict[tuple[str, ...], Matcher] = {}
        self._vocab = vocab
        for number, cue in enumerate(self._cues):
            for sequence in cue.sequences:
                needed = obligatory(sequence)
                for word in rarest(sequence):
                    self._words[word].append((number, needed, sequence))

    def possible(self, words: list[str]) -> set[int]:
        """Return the numbers of the cues whose words stand in these, a sentence's in lower case, in their order."""
        present = set(words)
        return {
            number
            for word in present & self._words.keys()
            for number, needed, sequence in self._words[word]
            if all(not present.isdisjoint(forms) for forms in needed) and notation.stands_in(sequence, words)
        }

    def best_possible(self, words: list[str]) -> dict[str, float]:
        """Return label → the greatest precision of its cues that may match in a sentence of these lower-case words."""
        best: dict[str, float] = {}
        for number in self.possible(words):
            cue = self._cues[number]
            best[cue.label] = max(cue.precision, best.get(cue.label, 0.0))
        return best

    def find(self, doc: Doc, sentences: Sequence[Span] | None = None) -> list[CueMatch]:
        """Return the matches in the parsed sentences, in the order of the text.

        Offsets are the doc's. Of matches of one label that overlap, the longest is kept.
        """
        spans = list(doc.sents) if sentences is None else sentences
        return [match for span in spans for match in self._in_sentence(doc, span)]

    def find_cues(self, sentence: Span) -> list[tuple[Cue, Span]]:
        """Return every cue that matches in a parsed sentence, also those that overlap."""
        found = []
        for number in sorted(self.possible([token.lower_ for token in sentence])):
            cue = self._cues[number]
            wanted, excluded, needed = self._compiled(number)
            matches = wanted(sentence, as_spans=True)
            if not matches or (excluded and excluded(sentence)) or (needed and not needed(sentence)):
                continue
            spans = [span for span in matches if allowed(cue, span)]
            if spans:
                found += [(cue, span) for span in _longest(spans)]
        return found

    def _in_sentence(self, doc: Doc, sentence: Span) -> list[CueMatch]:
        taken: dict[str, list[CueMatch]] = defaultdict(list)
        ranked = sorted(self.find_cues(sentence), key=lambda pair: (-len(pair[1]), -pair[0].precision))
        for cue, span in ranked:
            if all(span.end <= kept.start or kept.end <= span.start for kept in taken[cue.label]):
                taken[cue.label].append(CueMatch(cue.label, cue.text, span.start, span.end, cue.precision))
        return sorted((m for kept in taken.values() for m in kept), key=lambda m: (m.start, m.end, m.label))

    def _compiled(self, number: int) -> tuple[Matcher, Matcher | None, Matcher | None]:
        if number not in self._matchers:
            cue = self._cues[number]
            self._matchers[number] = (
                self._matcher((cue.phrase,), cue.sequences),
                self._matcher(cue.without, cue.without_sequences) if cue.without else None,
                self._matcher(cue.needs, cue.needs_sequences) if cue.needs else None,
            )
        return self._matchers[number]

    def _matcher(self, phrases: tuple[str, ...], sequences: Sequence[notation.Sequence]) -> Matcher:
        """Return the matcher of the phrases; many cues share what they may not stand with."""
        if phrases not in self._shared:
            matcher = Matcher(self._vocab)
            matcher.add("cue", [[slot.spec() for slot in sequence] for sequence in sequences])
            self._shared[phrases] = matcher
        return self._shared[phrases]


def allowed(cue: Cue, span: Span) -> bool:
    """Tell whether subject and object of the cue's verb are such as the cue asks for."""
    verb = syntax.verb_of(span)
    if verb is None:
        return True
    return _subject_fits(cue, verb) and _object_fits(cue, verb)


def _subject_fits(cue: Cue, verb: Token) -> bool:
    subject = syntax.subject_of(verb) if cue.subject != "any" else None
    if subject is None:
        return True
    if cue.subject == "self":
        return syntax.is_self(subject)
    if not syntax.is_person(subject, persons()):
        return False
    return cue.subject == "person" or not syntax.is_self(subject)


def _object_fits(cue: Cue, verb: Token) -> bool:
    if cue.object == "any":
        return True
    objects = list(syntax.objects_of(verb))
    if not objects:
        return cue.object == "not_thing"
    return any(syntax.is_person(token, persons()) for token in objects)


def _longest(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept
