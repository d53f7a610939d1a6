"""Time the analysis against spaCy's own pipeline over the same text in the same run."""

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.entry import Entry
from analyzer.language.model import MODELS
from analyzer.pipeline import reflect
from analyzer.pipeline.load import load


@dataclass(frozen=True)
class Speed:
    """Wall-clock seconds over the same words in one process, models already open."""

    entries: int
    words: int
    seconds: float
    spacy_seconds: float
    peak_mb: float

    @property
    def ratio(self) -> float:
        """Our time divided by that of spaCy's own pipeline with all its components."""
        return self.seconds / self.spacy_seconds


def measure(entries: Sequence[Entry]) -> Speed:
    """Analyse the entries and then run spaCy's own pipeline over them. Peak memory is the process's, in MiB."""
    import spacy

    list(reflect([Entry(id="warm", text="I went quiet and he left the room.")]))
    load()
    start = time.perf_counter()
    words = sum(reflection.words for reflection in reflect(entries))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    own = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    own.max_length = 10**8
    start = time.perf_counter()
    for _ in own.pipe((entry.text for entry in entries), batch_size=64):
        pass
    return Speed(len(entries), words, seconds, time.perf_counter() - start, peak)
