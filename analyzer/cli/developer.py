"""The bodies of ``train``, ``evaluate`` and ``bench``: for those who change the models."""

import sys
from pathlib import Path

from analyzer.messages import AnalyzerError

# Published macro F1 on GoEmotions' test split, 28 labels.
PUBLISHED = "BERT-base 0.46 (Demszky et al. 2020, arXiv 2005.00547)"


def train(folder: Path) -> None:
    """Train every model into the folder."""
    from analyzer.training.run import train as run

    run(folder, lambda step: print(f"training {step}", file=sys.stderr))


def evaluate(gold: Path | None) -> None:
    """Print the figures of GoEmotions' test split and of the labelled journals in ``gold``."""
    from analyzer.heads import load_artifact
    from analyzer.training.run import emotion_scores

    scores = emotion_scores(load_artifact("encoder"), load_artifact("emotions"))
    macro, micro = scores["test_macro_f1"], scores["test_micro_f1"]
    print(f"GoEmotions test, 28 labels, thresholds from dev: macro F1 {macro:.3f}, micro F1 {micro:.3f}; {PUBLISHED}")
    if gold is None:
        return
    from analyzer.evaluation.gold import gold_scores

    for name, result in gold_scores(gold):
        print(f"\n{name}")
        for measure, value in result.items():
            if isinstance(value, int | float):
                print(f"  {measure:16} {value:.3f}" if isinstance(value, float) else f"  {measure:16} {value}")


def bench(path: str) -> None:
    """Print time and memory of the analysis of a journal, beside spaCy's own pipeline."""
    from analyzer.evaluation.speed import measure
    from analyzer.readers import read

    entries = [entry for entry in read(path) if entry.text]
    if not entries:
        raise AnalyzerError(f"{path} holds no entry with text: name another journal")
    speed = measure(entries)
    print(f"{speed.entries} entries, {speed.words:,} words")
    print(f"analysis       {speed.seconds:8.1f} s  {speed.words / speed.seconds:9,.0f} words/s")
    print(f"spaCy's own    {speed.spacy_seconds:8.1f} s  {speed.words / speed.spacy_seconds:9,.0f} words/s")
    print(f"ratio {speed.ratio:.2f}; peak memory {speed.peak_mb:,.0f} MiB before spaCy's own ran")
