"""The labelled corpora, read from ``data/`` of a checkout."""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from analyzer.messages import AnalyzerError

DATA = Path("data")


@dataclass(frozen=True)
class Labelled:
    """Texts with yes-or-no labels; ``truth`` has shape (n_texts, n_labels)."""

    texts: list[str]
    labels: tuple[str, ...]
    truth: NDArray[np.bool_]


def goemotions(split: str, root: Path = DATA) -> Labelled:
    """Read a split of GoEmotions: ``train``, ``dev`` or ``test``.

    Texts of the train split that also stand in the dev or test split, but for case and spaces, are left out.
    """
    folder = _folder(root / "goemotions")
    labels = tuple((folder / "labels.txt").read_text(encoding="utf-8").split())
    texts, rows = _tsv(folder / f"{split}.tsv", len(labels))
    if split == "train":
        others = (_tsv(folder / f"{name}.tsv", len(labels))[0] for name in ("dev", "test"))
        held_out = {_plain(text) for other in others for text in other}
        keep = [i for i, text in enumerate(texts) if _plain(text) not in held_out]
        texts, rows = [texts[i] for i in keep], rows[keep]
    return Labelled(texts, labels, rows)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _tsv(path: Path, n_labels: int) -> tuple[list[str], NDArray[np.bool_]]:
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    truth = np.zeros((len(lines), n_labels), dtype=bool)
    texts = []
    for row, line in enumerate(lines):
        text, numbers, _ = line.split("\t")
        texts.append(text)
        truth[row, [int(number) for number in numbers.split(",")]] = True
    return texts, truth


def lemotif(kind: str, root: Path = DATA) -> Labelled:
    """Read Lemotif's answers with their ``feeling`` or ``topic`` labels."""
    with (_folder(root / "lemotif") / "train.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    columns = [name for name in rows[0] if name.startswith(f"{kind}.")]
    truth = np.array([[row[name] == "1" for name in columns] for row in rows])
    return Labelled([row["text"] for row in rows], tuple(name.split(".")[1] for name in columns), truth)


def sad(root: Path = DATA) -> list[dict[str, Any]]:
    """Read SAD's sentences: ``text``, ``top_label``, ``is_stressor``, ``avg_severity`` from 0 to 10."""
    return _json_lines(_folder(root / "sad") / "train.jsonl")


def journals(root: Path = DATA) -> list[dict[str, Any]]:
    """Read the labelled corpus: invented entries and short real texts, labelled by the guide."""
    return [row for path in sorted(_folder(root / "corpus").glob("*.jsonl")) for row in _json_lines(path)]


def second_readings(root: Path = DATA) -> dict[str, list[str]]:
    """Read which feelings a second reader, who had not seen the first one's labels, found in the corpus's entries."""
    rows = _tab_separated(_folder(root / "corpus") / "feelings_second.tsv")
    return {key: _listed(labels) for key, labels in rows}


def entry_topics(root: Path = DATA) -> dict[str, tuple[str, list[str]]]:
    """Read what some of the corpus's entries are mainly about ("" where it is none of the topics), and what else."""
    rows = _tab_separated(_folder(root / "corpus") / "topics.tsv")
    return {key: (main, _listed(others)) for key, main, others in rows}


def mapping(root: Path = DATA) -> dict[str, dict[str, Any]]:
    """Read how the labels of the public corpora stand to ours."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((root / "taxonomy" / "mapping.yaml").read_text(encoding="utf-8"))
    return loaded


def fingerprint(root: Path = DATA) -> dict[str, str]:
    """Return the SHA-256 of every file that training reads, for the cards."""
    folders = [
        path
        for name in ("goemotions", "lemotif", "sad", "corpus", "teacher")
        for path in sorted((root / name).glob("*.*"))
    ]
    cues = [root / "cues" / f"{name}.yaml" for name in ("patterns", "triggers")]
    paths = [path for path in folders if path.suffix != ".md"] + cues + [root / "taxonomy" / "mapping.yaml"]
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise AnalyzerError(f"{path} is missing: training runs in a checkout of the repository, at its top level")
    return path


def _tab_separated(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _listed(labels: str) -> list[str]:
    return [label for label in labels.split(",") if label]


def _json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
