"""spaCy finds our components by name, with no import of ours."""

import ast
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

import analyzer

PACKAGE = Path(analyzer.__file__).parent
POINTS = distribution("reflection-analyzer").entry_points.select(group="spacy_factories")
NAME = "analyzer_sentences"
MARKED = "['I slept.', 'Badly though']"

BLANK = f"""
import sys
import spacy
assert not [name for name in sys.modules if name.partition(".")[0] == "analyzer"]
nlp = spacy.blank("en")
nlp.add_pipe("{NAME}")
nlp.to_disk(sys.argv[1])
print([str(sentence) for sentence in nlp("I slept. Badly though").sents])
"""
LOADED = """
import sys
import spacy
nlp = spacy.load(sys.argv[1])
print([str(sentence) for sentence in nlp("I slept. Badly though").sents])
"""


def factories():
    """Return the name and place of every factory that the package's source declares."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for call in getattr(node, "decorator_list", []):
                if isinstance(call, ast.Call) and ast.unparse(call.func) in ("Language.factory", "Language.component"):
                    found[ast.literal_eval(call.args[0])] = f"{module}:{node.name}"
    return found


def test_the_installed_distribution_names_every_factory_and_no_other():
    assert {point.name: point.value for point in POINTS} == factories()
    assert NAME in POINTS.names


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.name)
def test_what_a_name_leads_to_is_the_factory(point):
    assert callable(point.load())


def test_a_process_that_imports_spacy_alone_makes_and_loads_the_component(tmp_path):
    assert run(BLANK, tmp_path / "model") == MARKED
    assert run(LOADED, tmp_path / "model") == MARKED


def run(code, folder):
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, cwd=folder.parent, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
