"""The wheel, away from its source; the installed command, without any network interface."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
JOURNAL = ROOT / "data/sample_journal/day_one.zip"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel and unpack it where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    site = folder / "site"
    shutil.unpack_archive(built, site, format="zip")
    return site


def run(site, *arguments, before=()):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"PYTHONPATH": str(site)}
    code = "import sys; from analyzer.cli.main import analyze_command; sys.argv[0] = 'analyze'; analyze_command()"
    return subprocess.run(
        [*before, sys.executable, "-c", code, *arguments], cwd=site.parent, env=environment, capture_output=True, text=True
    )  # fmt: skip


def test_the_wheel_carries_models_and_taxonomy(wheel):
    assert (wheel / "analyzer/models/manifest.json").exists()
    assert (wheel / "analyzer/data/taxonomy/patterns.yaml").exists()
    assert (wheel / "analyzer/data/cues/patterns.yaml").exists()


def test_the_wheel_carries_what_the_report_is_made_of(wheel):
    templates = {path.name for path in (ROOT / "analyzer/report/templates").iterdir()}
    assert {path.name for path in (wheel / "analyzer/report/templates").iterdir()} == templates
    assert {"page.html", "style.css", "script.js"} <= templates


def test_the_installed_command_writes_a_report(wheel, tmp_path):
    done = run(wheel, str(JOURNAL), "--report", str(tmp_path / "me.html"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "me.html").read_text().count('<details class="entry"') == 166


def test_the_wheel_carries_no_corpus(wheel):
    assert not list(wheel.rglob("*goemotions*"))


def test_the_installed_command_works_without_any_network_interface(wheel):
    isolate = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*isolate, "true"], capture_output=True).returncode:
        pytest.skip("this machine lets nobody make a network namespace")
    done = run(wheel, str(JOURNAL), "--format", "jsonl", before=isolate)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 166
    assert sum(1 for row in rows if row["patterns"]) > 30


def test_what_is_written_can_be_read_by_its_owner_only(wheel, tmp_path):
    done = run(wheel, str(JOURNAL), "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    written = list((tmp_path / "out").rglob("*"))
    assert {p.name for p in written} >= {"entries.parquet", "findings.parquet"}
    assert all(not stat.S_IMODE(p.stat().st_mode) & 0o077 for p in [tmp_path / "out", *written])


def test_the_day_one_zip_and_the_markdown_folder_read_alike(wheel):
    def days(path):
        rows = [json.loads(line) for line in run(wheel, str(path), "--format", "jsonl").stdout.splitlines()]
        return sorted((row["date"] or "")[:10] for row in rows if not row.get("skipped"))

    assert days(JOURNAL) == days(ROOT / "data/sample_journal/markdown")
