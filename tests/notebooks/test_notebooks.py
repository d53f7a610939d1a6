"""Every notebook runs from top to bottom, on this machine alone; kept without outputs, and without functions."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DRAWN = {"1_one_entry": 0, "2_a_year": 7, "3_your_own_journal": 1}
TABLES = {"1_one_entry": 2, "2_a_year": 6, "3_your_own_journal": 5}
# Runs before the first cell of the copy that is executed: whoever asks for a network fails, and so the notebook does.
CLOSED = """
import socket

def refuse(self, address, *rest, **more):
    if self.family != socket.AF_UNIX:
        raise OSError(f"a notebook asked for {address}")
    return connect(self, address, *rest, **more)

connect, socket.socket.connect = socket.socket.connect, refuse
"""
# A process of its own, for the kernel's client leaves sockets open; by files, not by ports, which the tests close.
EXECUTE = """
import sys
import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

source, folder = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=folder + "/kernel")
NotebookClient(notebook, km=kernel, timeout=300, resources={"metadata": {"path": folder}}).execute()
nbformat.write(notebook, source)
"""
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code_of(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_all_three_are_there():
    assert [path.stem for path in NOTEBOOKS] == list(DRAWN)


@each
def test_it_is_valid_and_kept_without_outputs(path):
    nbformat.validate(nbformat.read(path, as_version=4))
    assert all(not cell.outputs and cell.execution_count is None for cell in code_of(path))
    assert path.stat().st_size < 10_000


@each
def test_it_defines_no_function(path):
    for cell in code_of(path):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)


@pytest.mark.slow
def test_one_word_changes_the_reading_as_the_notebook_says():
    source = next(cell.source for cell in code_of(NOTEBOOKS[0]) if "variants" in cell.source)
    names: dict[str, object] = {}
    exec("import analyzer\n" + source, names)
    found = names["read"].findings.query("kind == 'pattern'").set_index("entry")
    assert list(found.index) == names["variants"]
    assert list(found["status"]) == ["done", "resisted", "urge", "done", "done", "done"]
    assert list(found["agent"]) == ["self", "self", "self", "self", "other", "both"]
    assert list(found["when"]) == ["now", "now", "now", "past", "now", "now"]


@each
def test_it_is_short(path):
    assert sum(len(cell.source.splitlines()) for cell in code_of(path)) <= 40


@pytest.fixture(scope="module")
def without_interface():
    """Return what runs a command without any network interface, or nothing where this machine lets nobody do so.

    The socket module of the kernel is closed in any case; this also stops what opens sockets below Python.
    """
    isolate = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
    can = shutil.which("unshare") and not subprocess.run([*isolate, "true"], capture_output=True).returncode
    return isolate if can else []


@each
@pytest.mark.slow
def test_it_runs_from_top_to_bottom_without_a_network(path, tmp_path, monkeypatch, without_interface):
    for name in ("JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    shutil.copytree(ROOT / "data/sample_journal", tmp_path / "data/sample_journal")
    folder = tmp_path / "notebooks"  # what it writes stays out of the checkout
    folder.mkdir()
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(CLOSED))
    nbformat.write(notebook, folder / path.name)
    command = [*without_interface, sys.executable, "-c", EXECUTE, str(folder / path.name), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    outputs = [output for cell in code_of(folder / path.name) for output in cell.outputs]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    shown = [output.data for output in outputs if "data" in output]
    assert sum("image/svg+xml" in data for data in shown) == DRAWN[path.stem]
    tables = [data["text/html"] for data in shown if "<table" in data.get("text/html", "")]
    assert len(tables) == TABLES[path.stem]
    assert all("<td>" in table for table in tables)  # each has a row
    assert "<script" not in json.dumps(shown)
    assert "https://" not in json.dumps(shown)
