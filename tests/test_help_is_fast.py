"""``--help`` loads nothing that it does not need."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("heavy", ["spacy", "pandas", "sklearn", "numpy", "pyarrow", "scipy"])
def test_the_command_line_imports_nothing_heavy(heavy):
    code = f"import sys, analyzer.cli.main; sys.exit('{heavy}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
