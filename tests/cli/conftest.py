"""Runs the commands in this process, with an analysis that needs no model."""

import pytest
from typer.testing import CliRunner

from analyzer.cli.app import make_analyze, make_analyzer

LINES = """\
{"id": "a", "date": "2025-03-02", "text": "She snapped at me. I went quiet."}
{"id": "b", "date": "2025-03-04T21:40:00+01:00", "text": "She snapped at me. I went quiet."}
{"id": "c", "date": "2025-03-05", "text": ""}
"""


@pytest.fixture
def journal(tmp_path):
    """Return the path of a small invented journal: two entries with a text, one without."""
    path = tmp_path / "journal.jsonl"
    path.write_text(LINES)
    return path


@pytest.fixture
def analyze(fake_reflect):
    """Run ``analyze``; what is ``typed`` stands on standard input."""

    def run(*arguments, typed=None):
        return CliRunner().invoke(make_analyze(), [str(argument) for argument in arguments], input=typed)

    return run


@pytest.fixture
def analyzer_(fake_reflect):
    """Run ``analyzer``."""
    return lambda *arguments: CliRunner().invoke(make_analyzer(), [str(argument) for argument in arguments])
