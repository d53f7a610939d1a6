"""``analysis.trends()`` hands on the frames of the analysis."""

import subprocess
import sys

import pytest

from analyzer.analysis import Analysis
from analyzer.messages import AnalyzerError


@pytest.fixture
def analysis(make_reflection):
    """Return an analysis of two entries."""
    return Analysis([make_reflection(id="a"), make_reflection(id="b", triggers=())])


def test_the_trends_are_those_of_its_frames(analysis):
    pair = analysis.trends().pairs.iloc[0]
    assert (pair.trigger, pair.reaction, pair.together, pair.entries) == ("anger", "shutdown", 1, 2)


def test_the_period_and_the_persons_are_handed_on(analysis):
    assert list(analysis.trends(by="weekday").intensity.entries) == [0, 0, 0, 0, 0, 0, 2]
    assert list(analysis.trends(persons=["partner"]).pairs.entries) == [1, 1]
    with pytest.raises(AnalyzerError, match="no person of the guide"):
        analysis.trends(persons=["Sam"])


def test_an_analysis_loads_no_statistics_before_they_are_asked_for():
    code = "import sys, analyzer.analysis; sys.exit('scipy' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
