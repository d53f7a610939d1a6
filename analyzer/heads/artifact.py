"""Trained artifacts on disk, and a hash that is checked before anything is opened.

A pickle of unknown origin runs code, so a file whose SHA-256 is not the manifest's is refused unread.
"""

import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import joblib

from analyzer.messages import AnalyzerError
from analyzer.resources import shipped

MANIFEST = "manifest.json"


def read_artifact(name: str, folder: Path | None = None) -> bytes:
    """Return the content of a file of ``models/``, such as ``encoder.onnx``.

    Raises:
        AnalyzerError: the file is missing, or differs from the manifest by as little as one byte.
    """
    folder = folder or shipped("models")
    path = folder / name
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if name not in manifest or not path.exists():
        raise AnalyzerError(
            f"{name} is not among the models of {folder}: install analyzer again, or run analyzer train"
        )
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != manifest[name]:
        raise AnalyzerError(
            f"{name} is not the file that was trained (its SHA-256 differs from {MANIFEST}), so it stays shut: "
            "install analyzer again, or run analyzer train"
        )
    return content


def load_artifact(name: str, folder: Path | None = None) -> Any:
    """Return the object of ``models/<name>.joblib``.

    Raises:
        AnalyzerError: as for ``read_artifact``.
    """
    return joblib.load(io.BytesIO(read_artifact(f"{name}.joblib", folder)))


def save_artifact(name: str, model: Any, card: dict[str, Any], folder: Path) -> None:
    """Write a model as joblib, its card ``<name>.card.json``, and its hash into the manifest."""
    buffer = io.BytesIO()
    joblib.dump(model, buffer, compress=("zlib", 6))
    write_artifact(f"{name}.joblib", buffer.getvalue(), folder)
    write_card(name, card, folder)


def write_artifact(name: str, content: bytes, folder: Path) -> None:
    """Write a file of ``models/`` and its hash into the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    manifest[name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(dict(sorted(manifest.items())), indent=1) + "\n", encoding="utf-8")


def prune(folder: Path, kept: Iterable[str]) -> None:
    """Drop every model that is not among ``kept``, a model's name being what stands before its first dot."""
    names = set(kept)
    for path in folder.iterdir():
        if path.suffix in (".joblib", ".json", ".onnx", ".svg") and path.name.split(".")[0] not in names | {"manifest"}:
            path.unlink()
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    left = {name: digest for name, digest in manifest.items() if name.split(".")[0] in names}
    path.write_text(json.dumps(left, indent=1) + "\n", encoding="utf-8")


def write_card(name: str, card: dict[str, Any], folder: Path) -> None:
    """Write what a model is, what it learnt from and how well it does."""
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (folder / f"{name}.card.json").write_text(text, encoding="utf-8")
