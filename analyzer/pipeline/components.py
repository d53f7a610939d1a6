"""The components. Each finds first and writes once; what they write is plain data.

``doc._.analyzer_vectors`` holds the ``EntryVectors``: sentences with what their neighbours tell of them, and tokens;
``doc._.analyzer_read`` what the heads of patterns and triggers read in them; ``doc._.analyzer_people`` who is there.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from analyzer.heads.linear import Floats, Vectors
from analyzer.language import SentenceParser, load_parser, units
from analyzer.pipeline import models
from analyzer.pipeline.candidates import Kind, choose
from analyzer.pipeline.findings import find_patterns, find_triggers
from analyzer.reflection import PatternFinding, TriggerFinding

PATTERNS_KEY = "analyzer_patterns"
TRIGGERS_KEY = "analyzer_triggers"
PATTERNS: Kind = "patterns"
TRIGGERS: Kind = "triggers"
KINDS = (PATTERNS, TRIGGERS)
# Docs that are encoded and parsed together.
BATCH = 64

for extension, empty in {
    "analyzer_vectors": None,
    "analyzer_read": None,
    "analyzer_people": None,
    "feelings": None,
    "topics": None,
    "intensity": None,
    "severity": None,
    "analyzer_pattern_findings": (),
    "analyzer_trigger_findings": (),
}.items():
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=empty)


class Component:
    """Work on batches of docs; one doc is a batch of one."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc."""
        self.work([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Work on a stream of docs, ``batch_size`` at a time."""
        batch: list[Doc] = []
        for doc in stream:
            batch.append(doc)
            if len(batch) == batch_size:
                self.work(batch)
                yield from batch
                batch = []
        if batch:
            self.work(batch)
            yield from batch

    def work(self, docs: list[Doc]) -> None:
        """Read the docs and write what was found into them."""
        raise NotImplementedError


class Encoder(Component):
    """Encode every sentence once, for all heads."""

    def work(self, docs: list[Doc]) -> None:
        """Write ``doc._.analyzer_vectors``, and forget what was read from earlier ones."""
        for doc in docs:
            doc._.analyzer_read = doc._.analyzer_people = None
            read = models.encoder().encode([unit.text for unit in units(doc)])
            doc._.analyzer_vectors = models.neighbours().around(read)


class Feelings(Component):
    """Read the feelings of an entry out of all its tokens, as ``{label: probability}``."""

    def work(self, docs: list[Doc]) -> None:
        """Write ``doc._.feelings``."""
        head = models.entry_heads().feelings
        for doc in docs:
            read = encoded(doc)._.analyzer_vectors
            found = head.entry_probabilities(read.token_rows, read.lengths, [len(read.lengths)])
            doc._.feelings = _named(head.labels, found[0])


class Topics(Component):
    """Read the topics of an entry out of its sentences, as ``{label: probability}``."""

    def work(self, docs: list[Doc]) -> None:
        """Write ``doc._.topics``."""
        head = models.entry_heads().topics
        for doc, row in zip(docs, head.probabilities(*stacked(docs)), strict=True):
            doc._.topics = _named(head.labels, row)


class Levels(Component):
    """Read intensity and severity, 0 to 3."""

    def work(self, docs: list[Doc]) -> None:
        """Write both."""
        scale = models.entry_heads().levels
        for doc, row in zip(docs, scale.values(*stacked(docs)), strict=True):
            for name, value in zip(scale.labels, row, strict=True):
                doc._.set(name, round(float(value), 2))


def stacked(docs: list[Doc]) -> tuple[Vectors, list[int]]:
    """Return the sentences' vectors with their neighbours, of all docs, and how many each doc has."""
    found = [encoded(doc)._.analyzer_vectors.sentences for doc in docs]
    return np.concatenate(found), [len(vectors) for vectors in found]


class Parse(Component):
    """Parse the sentences that can come to a finding."""

    def __init__(self) -> None:
        """Open the parser."""
        self._parser = SentenceParser(load_parser())

    def work(self, docs: list[Doc]) -> None:
        """Write the parse of the chosen sentences."""
        self._parser.parse(docs, [self._chosen(doc) for doc in docs])

    @staticmethod
    def _chosen(doc: Doc) -> list[Span]:
        heads = {kind: models.mention_heads(kind) for kind in KINDS}
        return choose(doc, units(doc), heads, {kind: read_head(doc, kind) for kind in KINDS})


class Patterns(Component):
    """Find patterns: which, who, whether, when."""

    def __init__(self, people: dict[str, str]) -> None:
        """Take who the people are whose names stand in the journal."""
        self._people = people

    def work(self, docs: list[Doc]) -> None:
        """Write ``doc.spans["analyzer_patterns"]`` and the findings."""
        for doc in docs:
            heads, read = models.mention_heads(PATTERNS), read_head(doc, PATTERNS)
            found = find_patterns(doc, units(doc), doc._.analyzer_vectors, heads, read, self._people)
            doc._.analyzer_pattern_findings = tuple(found)
            doc.spans[PATTERNS_KEY] = [_span(doc, finding, finding.pattern) for finding in found]


class Triggers(Component):
    """Find triggers and their source."""

    def __init__(self, people: dict[str, str]) -> None:
        """Take who the people are whose names stand in the journal."""
        self._people = people

    def work(self, docs: list[Doc]) -> None:
        """Write ``doc.spans["analyzer_triggers"]`` and the findings."""
        for doc in docs:
            heads, read = models.mention_heads(TRIGGERS), read_head(doc, TRIGGERS)
            found = find_triggers(doc, units(doc), doc._.analyzer_vectors, heads, read, self._people)
            doc._.analyzer_trigger_findings = tuple(found)
            doc.spans[TRIGGERS_KEY] = [_span(doc, finding, finding.theme) for finding in found]


def encoded(doc: Doc) -> Doc:
    """Return the doc with its sentences' vectors, also where it came here without passing the encoder."""
    if doc._.analyzer_vectors is None:
        Encoder()(doc)
    return doc


def read_head(doc: Doc, kind: Kind) -> Floats:
    """Return the probabilities of patterns or triggers, shape (n_sentences, n_labels), read once a doc."""
    vectors = encoded(doc)._.analyzer_vectors
    if doc._.analyzer_read is None:
        doc._.analyzer_read = {}
    if kind not in doc._.analyzer_read:
        head = models.mention_heads(kind).head
        doc._.analyzer_read[kind] = head.probabilities(vectors.token_rows, vectors.lengths)
    found: Floats = doc._.analyzer_read[kind]
    return found


def _named(labels: Sequence[str], row: Floats) -> dict[str, float]:
    return {label: round(float(value), 4) for label, value in zip(labels, row, strict=True)}


def _span(doc: Doc, finding: PatternFinding | TriggerFinding, label: str) -> Span:
    span = doc.char_span(finding.start, finding.end, label=label, alignment_mode="expand")
    assert span is not None  # the finding's offsets come from this doc's tokens
    return span


@Language.factory("analyzer_encoder", requires=["token.is_sent_start"], assigns=["doc._.analyzer_vectors"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """Make the component."""
    return Encoder()


@Language.factory("analyzer_feelings", requires=["doc._.analyzer_vectors"], assigns=["doc._.feelings"])
def make_feelings(nlp: Language, name: str) -> Feelings:
    """Make the component."""
    return Feelings()


@Language.factory("analyzer_topics", requires=["doc._.analyzer_vectors"], assigns=["doc._.topics"])
def make_topics(nlp: Language, name: str) -> Topics:
    """Make the component."""
    return Topics()


@Language.factory("analyzer_levels", requires=["doc._.analyzer_vectors"], assigns=["doc._.intensity", "doc._.severity"])
def make_levels(nlp: Language, name: str) -> Levels:
    """Make the component."""
    return Levels()


@Language.factory(
    "analyzer_parse",
    requires=["doc._.analyzer_vectors"],
    assigns=["token.lemma", "token.dep", "token.head", "token.pos"],
)
def make_parse(nlp: Language, name: str) -> Parse:
    """Make the component."""
    return Parse()


@Language.factory(
    "analyzer_triggers",
    requires=["token.is_sent_start"],
    assigns=["doc.spans"],
    default_config={"people": {}},
)
def make_triggers(nlp: Language, name: str, people: dict[str, str]) -> Triggers:
    """Make the component."""
    return Triggers(people)


@Language.factory(
    "analyzer_patterns",
    requires=["token.is_sent_start"],
    assigns=["doc.spans"],
    default_config={"people": {}},
)
def make_patterns(nlp: Language, name: str, people: dict[str, str]) -> Patterns:
    """Make the component."""
    return Patterns(people)
