"""Trained artifacts on disk: a joblib file, a card, and a hash that is checked before anything is loaded.

A pickle of unknown origin runs code, so a file whose SHA-256 is not the manifest's is refused unread.
"""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import joblib

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

MANIFEST = "manifest.json"


def load_artifact(name: str, folder: Path | None = None) -> Any:
    """Return the object of ``models/<name>.joblib``.

    Raises:
        AnalyzerError: the file is missing, or differs from the manifest by as little as one byte.
    """
    folder = folder or shipped("models")
    path = folder / f"{name}.joblib"
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if name not in manifest or not path.exists():
        raise AnalyzerError(
            f"{path.name} is not among the models of {folder}: install analyzer again, or run analyzer train"
        )
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != manifest[name]:
        raise AnalyzerError(
            f"{path.name} is not the file that was trained (its SHA-256 differs from {MANIFEST}), so it stays shut: "
            "install analyzer again, or run analyzer train"
        )
    return joblib.load(io.BytesIO(content))


def save_artifact(name: str, model: Any, card: dict[str, Any], folder: Path) -> None:
    """Write the model, its card ``<name>.json``, and its hash into the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.joblib"
    joblib.dump(model, path, compress=("zlib", 6))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / f"{name}.json").write_text(json.dumps(card | {"sha256": digest}, indent=1, ensure_ascii=False) + "\n")
    manifest_path = folder / MANIFEST
    manifest = json.loads(manifest_path.read_text(encoding="utf-8")) if manifest_path.exists() else {}
    manifest[name] = digest
    manifest_path.write_text(json.dumps(dict(sorted(manifest.items())), indent=1) + "\n", encoding="utf-8")
