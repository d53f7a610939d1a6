"""Score the analysis against labelled journals with the scorer that lies beside them."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.pipeline import reflect


def gold_scores(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of every labelled file in ``folder`` and its scores, by the ``score.py`` that lies there.

    Raises:
        AnalyzerError: the folder holds no ``score.py`` or no labelled file.
    """
    path = folder / "score.py"
    files = sorted(folder.glob("*.jsonl"))
    if not path.exists() or not files:
        raise AnalyzerError(
            f"{folder} holds no score.py with labelled .jsonl files beside it: name the folder that does"
        )
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for file in files:
        gold = scorer.read(file)
        predicted = reflect(Entry(id=key, text=row["text"]) for key, row in gold.items())
        yield (
            file.stem,
            scorer.score(gold, {row["id"]: row for row in (json.loads(r.as_json()) for r in predicted)}),
        )
