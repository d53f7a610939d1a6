import pytest

from analyzer.pipeline.reflect import cycle, match
from analyzer.reflection import PatternFinding


def finding(family, agent, status="done", when="now"):
    return PatternFinding("any", family, agent, status, when, 0, 1, "x", 0.5)


@pytest.mark.parametrize(
    ("intensity", "severity", "felt", "answer"),
    [
        pytest.param(2.5, 1.0, True, "higher", id="more than the situation"),
        pytest.param(1.2, 1.0, True, "fits", id="as the situation"),
        pytest.param(0.5, 2.5, True, "lower", id="less than the situation"),
        pytest.param(2.5, 1.0, False, None, id="no feeling to compare"),
    ],
)
def test_match_compares_intensity_with_severity(intensity, severity, felt, answer):
    assert match(intensity, severity, felt) == answer


@pytest.mark.parametrize(
    ("findings", "answer"),
    [
        pytest.param([finding("pursue", "self"), finding("withdraw", "other")], True, id="writer pursues"),
        pytest.param([finding("withdraw", "self"), finding("pursue", "other")], True, id="writer withdraws"),
        pytest.param([finding("pursue", "self"), finding("withdraw", "self")], False, id="one person does both"),
        pytest.param([finding("pursue", "self", "resisted"), finding("withdraw", "other")], False, id="resisted"),
        pytest.param([finding("pursue", "self", when="past"), finding("withdraw", "other")], False, id="long ago"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_a_cycle_needs_both_sides_in_the_entrys_own_time(findings, answer):
    assert cycle(findings) is answer
