"""Time the analysis, and beside it in the same run what people would compare it with. All on one thread."""

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from analyzer.entry import Entry
from analyzer.language import load_tokenizer, units
from analyzer.language.model import MODELS
from analyzer.pipeline import models, reflect

# The length of sentence at which encoders are compared, special tokens included.
TOKENS = 20
SENTENCES = 1000
# Sentences of an entry, which are encoded together.
ENTRY = 10


@dataclass(frozen=True)
class Speed:
    """Wall-clock seconds of one program over the same text.

    Attributes:
        sentences: How many were read; ``words`` likewise, 0 where a program was given sentences of fixed length.
        note: What was timed, or why it was not.
    """

    name: str
    seconds: float
    sentences: int
    words: int = 0
    note: str = ""


def peak_mb() -> float:
    """Return the most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def journal_speeds(entries: Sequence[Entry]) -> Iterator[Speed]:
    """Yield the times of the whole analysis, of spaCy's own pipeline and of VADER over the entries."""
    list(reflect([Entry(id="warm", text="I went quiet and he left the room.")]))
    split = load_tokenizer()
    split.add_pipe("analyzer_sentences")
    sentences = [unit.text for entry in entries for unit in units(split(entry.text))]
    words = sum(len(entry.text.split()) for entry in entries)
    yield Speed("the analysis", _timed(lambda: list(reflect(entries))), len(sentences), words)
    import spacy

    own = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    own.max_length = 10**8
    texts = [entry.text for entry in entries]
    yield Speed("spaCy's own pipeline", _timed(lambda: list(own.pipe(texts, batch_size=64))), len(sentences), words)
    if find_spec("vaderSentiment") is None:
        yield Speed("VADER", 0, 0, note="not timed: pip install 'reflection-analyzer[dev]'")
        return
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader = SentimentIntensityAnalyzer()
    seconds = _timed(lambda: [vader.polarity_scores(sentence) for sentence in sentences])
    yield Speed("VADER", seconds, len(sentences), words, "one score a sentence, positive to negative")


def encoder_speeds() -> Iterator[Speed]:
    """Yield the times of our encoder and of one of RoBERTa-base's size over sentences of equal length."""
    text = "we talked about the rent again and he went out to the car and did not come back"
    encoder = models.encoder()
    encoder.encode([text] * 64)
    seconds = _timed(lambda: [encoder.encode([text] * ENTRY) for _ in range(SENTENCES // ENTRY)])
    yield Speed("the encoder", seconds, SENTENCES, note=f"sentences of {TOKENS} tokens, entries of {ENTRY}")
    name = "an encoder of RoBERTa-base's size"
    if find_spec("onnx") is None:
        yield Speed(name, 0, 0, note="not timed: pip install 'reflection-analyzer[dev]'")
        return
    few = SENTENCES // 10
    ids = np.full((ENTRY, TOKENS), 5)
    session = _random_roberta()
    session(ids)
    seconds = _timed(lambda: [session(ids) for _ in range(few // ENTRY)])
    yield Speed(name, seconds, few, note="random weights, 32-bit floats")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _random_roberta() -> Callable[[NDArray[np.int64]], object]:
    import onnxruntime

    from analyzer.evaluation.transformer import Size, random_encoder

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = random_encoder(Size(), TOKENS)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return lambda ids: session.run(None, {"ids": ids})
