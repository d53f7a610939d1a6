"""The assembled pipeline."""

from collections.abc import Mapping

from spacy.language import Language

from analyzer.language import load_tokenizer
from analyzer.messages import AnalyzerError
from analyzer.pipeline import components  # noqa: F401  the factories register on import
from analyzer.taxonomy import load as load_taxonomy


def load(*, people: Mapping[str, str] | None = None) -> Language:
    """Return the pipeline: sentences, encoder, feelings, topics, levels, parse, triggers, patterns.

    Args:
        people: Names of people and who they are to the writer, such as ``{"Sam": "partner"}``.

    Raises:
        AnalyzerError: a role is none of the guide's sources, or a model is missing or altered.
    """
    known = dict(people or {})
    check_people(known)
    nlp = load_tokenizer()
    nlp.add_pipe("analyzer_sentences")
    nlp.add_pipe("analyzer_encoder")
    nlp.add_pipe("analyzer_feelings")
    nlp.add_pipe("analyzer_topics")
    nlp.add_pipe("analyzer_levels")
    nlp.add_pipe("analyzer_parse")
    nlp.add_pipe("analyzer_triggers", config={"people": known})
    nlp.add_pipe("analyzer_patterns", config={"people": known})
    return nlp


def check_people(people: Mapping[str, str]) -> None:
    """Raise AnalyzerError where a name stands with a role that the guide does not know."""
    sources = load_taxonomy().sources
    for name, role in people.items():
        if role not in sources:
            raise AnalyzerError(f"--person {name}={role}: {role} is no role; the roles are {', '.join(sources)}")
