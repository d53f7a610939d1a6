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

    card = json.loads((ROOT / "models/emotions.card.json").read_text(encoding="utf-8"))
    told = re.search(r"macro F1 (0\.\d{3}) over", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert float(told.group(1)) == pytest.approx(card["macro_f1"][0], abs=0.0006)


@pytest.mark.model
@pytest.mark.parametrize("name", ["emotions", "feelings", "topics", "levels", "neighbours", "patterns", "triggers"])
def test_every_shipped_model_opens(name):
    assert load_artifact(name) is not None


@pytest.mark.model
def test_the_models_stay_small():
    sizes = {path.name: path.stat().st_size for path in (ROOT / "models").iterdir()}
    assert sizes["encoder.onnx"] <= 25_000_000
    assert sum(sizes.values()) <= 30_000_000
