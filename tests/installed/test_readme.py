"""Whatever the README shows, runs."""

import re
from pathlib import Path

import pytest

from analyzer.heads import load_artifact

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_python_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    names: dict[str, object] = {}
    exec(example, names)
    assert len(names["journal"].entries) == 166
    assert len(names["mine"]) > 0
    assert names["doc"].spans["analyzer_patterns"] is not None


@pytest.mark.model
def test_the_readme_tells_the_figure_of_the_shipped_card():
    import json

    card = json.loads((ROOT / "models/emotions.json").read_text(encoding="utf-8"))
    assert f"macro F1 {card['test_macro_f1']:.3f}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
@pytest.mark.parametrize(
    "name", ["encoder", "emotions", "feelings", "topics", "intensity", "severity", "patterns", "triggers"]
)
def test_every_shipped_model_opens(name):
    assert load_artifact(name) is not None
