"""The contrast cases: short texts in which one word turns the reading, by phenomenon."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.pipeline import reflect
from analyzer.reflection import AGENTS, STATUSES, WHENS, PatternFinding
from analyzer.taxonomy import load as load_taxonomy

VALUES = {"pattern": load_taxonomy().pattern_labels, "agent": AGENTS, "status": STATUSES, "when": WHENS}


@dataclass(frozen=True)
class Case:
    """A text and what must and must not be found in it.

    Attributes:
        has: Each mapping names a pattern and any of agent, status and when; a finding must fit it.
        lacks: No finding may fit any of these.
    """

    phenomenon: str
    text: str
    has: tuple[Mapping[str, str], ...]
    lacks: tuple[Mapping[str, str], ...]

    def passes(self, findings: Sequence[PatternFinding]) -> bool:
        """Tell whether the findings are as the case wants them."""
        return all(any(_fits(finding, wanted) for finding in findings) for wanted in self.has) and not any(
            _fits(finding, unwanted) for finding in findings for unwanted in self.lacks
        )


def read_cases(folder: Path) -> list[Case]:
    """Read every YAML file of the folder; a file's name is its phenomenon.

    Raises:
        AnalyzerError: there is none, a case has neither ``has`` nor ``lacks``, or names what the guide does not know.
    """
    cases = []
    for path in sorted(folder.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            case = Case(path.stem, row["text"], _wanted(row.get("has", ())), _wanted(row.get("lacks", ())))
            if not case.has and not case.lacks:
                raise AnalyzerError(f"{path.name}: a case asks for nothing: give it has or lacks: {case.text}")
            for wanted in case.has + case.lacks:
                if "pattern" not in wanted or any(wanted[key] not in VALUES.get(key, ()) for key in wanted):
                    raise AnalyzerError(f"{path.name}: {dict(wanted)} is not of the guide: {case.text}")
            cases.append(case)
    if not cases:
        raise AnalyzerError(f"{folder} holds no contrast cases (*.yaml): name the folder that does")
    return cases


def pass_rates(cases: Sequence[Case]) -> dict[str, tuple[int, int]]:
    """Return phenomenon → (cases that pass, cases)."""
    rates: dict[str, tuple[int, int]] = {}
    for case, passed in run(cases):
        right, n = rates.get(case.phenomenon, (0, 0))
        rates[case.phenomenon] = right + passed, n + 1
    return rates


def run(cases: Sequence[Case]) -> Iterator[tuple[Case, bool]]:
    """Yield every case with whether it passes."""
    entries = (Entry(id=str(number), text=case.text) for number, case in enumerate(cases))
    for case, reflection in zip(cases, reflect(entries), strict=True):
        yield case, not reflection.skipped and case.passes(reflection.patterns)


def _wanted(rows: Sequence[str | Mapping[str, str]]) -> tuple[Mapping[str, str], ...]:
    return tuple({"pattern": row} if isinstance(row, str) else dict(row) for row in rows)


def _fits(finding: PatternFinding, wanted: Mapping[str, str]) -> bool:
    return all(getattr(finding, key) == value for key, value in wanted.items())
