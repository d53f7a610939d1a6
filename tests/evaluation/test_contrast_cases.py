from pathlib import Path

import pytest

from analyzer.evaluation.contrast import Case, read_cases
from analyzer.messages import AnalyzerError
from analyzer.reflection import PatternFinding


def finding(pattern, agent="self", status="done", when="now"):
    return PatternFinding(pattern, "withdraw", agent, status, when, 0, 1, "x", 0.5)


@pytest.mark.parametrize(
    ("has", "lacks", "findings", "passes"),
    [
        pytest.param([{"pattern": "shutdown"}], [], [finding("shutdown", "other")], True, id="only the given keys count"),
        pytest.param([{"pattern": "shutdown", "agent": "self"}], [], [finding("shutdown", "other")], False, id="who"),
        pytest.param([], [{"pattern": "attack"}], [finding("shutdown")], True, id="something else is found"),
        pytest.param([], [{"pattern": "shutdown"}], [finding("shutdown")], False, id="found what is not there"),
        pytest.param([{"pattern": "pause"}], [], [], False, id="nothing found"),
        pytest.param(
            [{"pattern": "attack", "status": "resisted"}], [{"pattern": "attack", "status": "done"}],
            [finding("attack", status="resisted")], True, id="resisted and not done",
        ),
    ],
)  # fmt: skip
def test_a_case_passes_where_all_it_wants_is_found_and_nothing_it_forbids(has, lacks, findings, passes):
    assert Case("any", "text", tuple(has), tuple(lacks)).passes(findings) is passes


def test_cases_are_read_by_phenomenon(tmp_path):
    (tmp_path / "urge.yaml").write_text("# urges\n- text: I nearly left.\n  lacks: [shutdown]\n")
    assert read_cases(tmp_path) == [Case("urge", "I nearly left.", (), ({"pattern": "shutdown"},))]


def test_a_case_that_asks_for_nothing_is_refused(tmp_path):
    (tmp_path / "urge.yaml").write_text("- text: I nearly left.\n")
    with pytest.raises(AnalyzerError, match="urge.yaml: a case asks for nothing"):
        read_cases(tmp_path)


def test_a_label_that_the_guide_does_not_know_is_refused(tmp_path):
    (tmp_path / "urge.yaml").write_text("- text: I nearly left.\n  lacks: [{pattern: shutdown, agnet: self}]\n")
    with pytest.raises(AnalyzerError, match="is not of the guide"):
        read_cases(tmp_path)


def test_the_shipped_cases_are_many_and_none_stands_twice():
    cases = read_cases(Path("tests/contrast"))
    assert len(cases) >= 400
    assert len({case.text for case in cases}) == len(cases)


def test_a_folder_without_cases_is_refused(tmp_path):
    with pytest.raises(AnalyzerError, match="holds no contrast cases"):
        read_cases(tmp_path)
