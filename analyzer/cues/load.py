"""Load the cue files and check every row."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from analyzer.cues import notation
from analyzer.messages import AnalyzerError
from analyzer.resources import shipped
from analyzer.taxonomy import load as load_taxonomy

Name = Literal["patterns", "triggers"]
Subject = Literal["person", "self", "other", "any"]
Object = Literal["person", "not_thing", "any"]

FOLDER = "data/cues"
# The row of a cue file that holds for all its cues: phrases that no cue may share a sentence with, and the labels
# whose cues any subject may have.
EVERYWHERE = "everywhere"
FIELDS = frozenset({"cue", "not", "with", "subject", "object"})
# A cue that never matched where cues are counted is as likely right as wrong: one right and one wrong
# match are added to what was counted.
PRIOR_RIGHT, PRIOR_WRONG = 1, 1
# A cue that is right less often says too little. 0, 0.2, 0.25, 0.3 and 0.4 did equally well on the held-out texts of
# the corpus; on diaries the seldom right cues stood behind much that was nonsense.
LEAST_PRECISION = 0.3


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that says a label.

    Attributes:
        phrase: In the notation of ``analyzer.cues.notation``.
        without: Phrases that make it mean something else when they stand in the same sentence.
        needs: Phrases of which one must stand in the same sentence too; none asks for nothing.
        subject: Who must do it. ``person`` turns down things, ``self`` asks for the writer, ``other`` for
            someone else; a sentence without a subject passes.
        object: ``person`` asks for a person as object; ``not_thing`` also takes a verb without an object.
        precision: Share of its matches in labelled and in sparse texts that were right, between 0 and 1.
    """

    label: str
    phrase: str
    without: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    subject: Subject = "person"
    object: Object = "any"
    precision: float = 0.5
    sequences: tuple[notation.Sequence, ...] = field(default=(), repr=False)
    without_sequences: tuple[notation.Sequence, ...] = field(default=(), repr=False)
    needs_sequences: tuple[notation.Sequence, ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """The name under which its counts are kept."""
        return f"{self.label}: {self.phrase}"

    @property
    def text(self) -> str:
        """The phrase as a reader sees it."""
        return notation.plain(self.phrase)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What holds for a row that says nothing else."""

    subject: Subject
    without: tuple[str, ...]
    counts: Mapping[str, tuple[float, float]]


@cache
def load_cues(name: Name) -> tuple[Cue, ...]:
    """Return the shipped cues of ``patterns`` or ``triggers`` that can be trusted; read at the first call only.

    Raises:
        AnalyzerError: as for ``load_all``.
    """
    return tuple(cue for cue in load_all(name) if cue.precision >= LEAST_PRECISION)


def load_all(name: Name) -> tuple[Cue, ...]:
    """Return the shipped cues of ``patterns`` or ``triggers``, also those that are seldom right.

    Raises:
        AnalyzerError: a row names an unknown label or field, or its phrase cannot be read.
    """
    taxonomy = load_taxonomy()
    labels = taxonomy.pattern_labels if name == "patterns" else taxonomy.trigger_labels
    folder = shipped(FOLDER)
    # A pattern is an act, and things do not act; what sets someone off may be a thing.
    subject: Subject = "person" if name == "patterns" else "any"
    return read_cues(folder / f"{name}.yaml", labels, subject=subject, counts=read_counts(folder / "precision.json"))


def read_cues(
    path: Path,
    labels: Sequence[str],
    *,
    subject: Subject = "person",
    counts: Mapping[str, tuple[float, float]] | None = None,
) -> tuple[Cue, ...]:
    """Return the cues of a file: label → list of phrases, or of rows with the fields of FIELDS.

    Args:
        subject: Who must do it where a row says nothing.
        counts: Cue id → (matches, right matches), see ``analyzer.cues.precision``.

    Raises:
        AnalyzerError: as ``load_cues``; the message names file and cue.
    """
    content = _yaml(path)
    rules = content.pop(EVERYWHERE, {})
    everywhere, any_subject = _phrases(rules.get("not", [])), rules.get("any_subject", [])
    cues: dict[str, Cue] = {}
    for label, rows in content.items():
        if label not in labels:
            raise AnalyzerError(f"{path.name}: '{label}' is no label of the guide; correct the file")
        if not isinstance(rows, list) or not rows:
            raise AnalyzerError(f"{path.name}: '{label}' must hold a list of cues; correct the file")
        usual = _Usual("any" if label in any_subject else subject, everywhere, counts or {})
        for row in rows:
            cue = _cue(path, label, {"cue": row} if isinstance(row, str) else row, usual)
            if cue.id in cues:
                raise AnalyzerError(f"{path.name}, {label}, '{cue.phrase}': stands twice; correct the file")
            cues[cue.id] = cue
    return tuple(cues.values())


def read_counts(path: Path) -> dict[str, tuple[float, float]]:
    """Return cue id → (matches, right matches); empty where nothing was counted yet."""
    if not path.exists():
        return {}
    return {cue: (hits, right) for cue, (hits, right) in json.loads(path.read_text("utf-8")).items()}


@cache
def read_classes() -> dict[str, str]:
    """Return the classes of the notation: name → phrase."""
    path = shipped(FOLDER) / "classes.yaml"
    # A long list of words is folded after a bar.
    return {str(name): re.sub(r"(?<=\S)\|\s+", "|", str(phrase)).strip() for name, phrase in _yaml(path).items()}


@cache
def persons() -> frozenset[str]:
    """Return the nouns that name a person, in all their forms."""
    sequences = notation.read_phrase("<role>", read_classes())
    return frozenset(word for sequence in sequences for slot in sequence for word in slot.words or ())


def _cue(path: Path, label: str, row: Any, usual: _Usual) -> Cue:
    if not isinstance(row, dict) or not isinstance(row.get("cue"), str):
        raise AnalyzerError(f"{path.name}, {label}, '{row}': needs a phrase in cue; correct the file")
    phrase = row["cue"]
    where = f"{path.name}, {label}, '{phrase}'"
    if unknown := sorted(set(map(str, row)) - FIELDS):
        raise AnalyzerError(f"{where}: has fields that nobody reads: {', '.join(unknown)}; correct the file")
    if row.get("subject", usual.subject) not in get_args(Subject) or row.get("object", "any") not in get_args(Object):
        raise AnalyzerError(
            f"{where}: subject must be {'|'.join(get_args(Subject))} and object {'|'.join(get_args(Object))}"
        )
    hits, right = usual.counts.get(f"{label}: {phrase}", (0, 0))
    without, needs = (*_phrases(row.get("not", [])), *usual.without), _phrases(row.get("with", []))
    try:
        return Cue(
            label=label,
            phrase=phrase,
            without=without,
            needs=needs,
            subject=row.get("subject", usual.subject),
            object=row.get("object", "any"),
            precision=(right + PRIOR_RIGHT) / (hits + PRIOR_RIGHT + PRIOR_WRONG),
            sequences=_sequences(phrase),
            without_sequences=_all(without),
            needs_sequences=_all(needs),
        )
    except notation.NotationError as error:
        raise AnalyzerError(f"{where}: {error}; correct the file") from None


def _phrases(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, value))  # type: ignore[call-overload]


def _all(phrases: Sequence[str]) -> tuple[notation.Sequence, ...]:
    return tuple(found for phrase in phrases for found in _sequences(phrase))


@cache
def _sequences(phrase: str) -> tuple[notation.Sequence, ...]:
    return notation.read_phrase(phrase, read_classes())


def _yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError:
        raise AnalyzerError(f"{path.name} is missing from the cue data: install analyzer again") from None
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise AnalyzerError(f"{path.name}, line {line}: this is no valid YAML; correct the file") from None
    if not isinstance(content, dict):
        raise AnalyzerError(f"{path.name}: must be a mapping of labels to cues; correct the file")
    return content
