"""The context of a finding: who did it, whether it happened, at what time of life."""

from dataclasses import dataclass

from spacy.tokens import Doc

from analyzer.context.agent import agent_of
from analyzer.context.clause import Clause
from analyzer.context.status import status_of
from analyzer.context.when import when_of
from analyzer.context.witness import told_of
from analyzer.people import People
from analyzer.reflection import Agent, Status, When


@dataclass(frozen=True, slots=True)
class Context:
    """Who, whether and when.

    Attributes:
        why: Short reasons for a reader, with the words that gave them.
        agent_sure: How certain the rule is (see ``certainty``), 0 where it is the default;
            ``status_sure`` and ``when_sure`` likewise.
    """

    agent: Agent
    status: Status
    when: When
    why: tuple[str, ...]
    agent_sure: int
    status_sure: int
    when_sure: int


def read_context(doc: Doc, start: int, end: int, people: People, pattern: str = "") -> Context:
    """Return the context of a finding's words.

    ``start`` and ``end`` (exclusive) are token offsets in the doc. ``pattern`` is the finding's label, which
    tells a thought ("he's just tired, it isn't me") from an act, or "" where it is not known. A sentence
    without a parse is read by its words alone.

    Raises:
        ValueError: the words are no part of the doc.
    """
    if not 0 <= start < end <= len(doc):
        raise ValueError(f"the finding's words [{start}, {end}) are no part of a doc of {len(doc)} tokens")
    clause = told_of(Clause(doc, start, end), people, pattern)
    agent, who, agent_sure = agent_of(clause, people, pattern)
    when, time, when_sure = when_of(clause, people, pattern)
    status, whether, status_sure = status_of(clause, when, pattern)
    why = tuple(reason for reason in (who, whether, time) if reason)
    return Context(agent, status, when, why, agent_sure, status_sure, when_sure)
