"""The encoder: a small transformer in ONNX, fine-tuned from all-MiniLM-L6-v2 and stored in 8-bit integers."""

from collections.abc import Iterator, Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from analyzer.encoder.words import tidy

Vectors = NDArray[np.float32]
# Tokens of a sentence that are read; the rest of a longer one is not.
LONGEST = 128
# Characters that are looked at for those tokens: a pasted page without a full stop costs no more than this.
LONGEST_TEXT = 4000
# Tokens of a batch, padding included: large enough to keep a core busy, small enough for its cache.
BATCH_TOKENS = 512
# A batch may be so many times as large as its tokens without padding; timed best between 1.0 and 1.5.
PADDED = 1.2


class SentenceEncoder:
    """Encode sentences as the mean of their tokens' vectors.

    Args:
        model: The bytes of an ONNX model with inputs ``ids`` and ``mask``, int64 of shape (n, tokens), and output
            ``vectors``, float32 of shape (n, d).
        tokenizer: The JSON of its tokenizer.
        threads: Processor cores to use; one, so that processes can share a machine.
    """

    def __init__(self, model: bytes, tokenizer: str, *, threads: int = 1) -> None:
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    @property
    def size(self) -> int:
        """The number of columns, d."""
        return int(self._session.get_outputs()[0].shape[1])

    def encode_entries(self, entries: Sequence[Sequence[str]]) -> Vectors:
        """Return the rows of all entries' sentences, shape (n_sentences, d), in the order given.

        No batch holds sentences of two entries: 8-bit steps are set by the largest number of a batch, and what is
        read in an entry must not depend on what stands around it in the journal.
        """
        return np.concatenate([np.zeros((0, self.size), np.float32), *map(self.encode, entries)])

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return the rows of one entry's sentences, shape (n_sentences, d); no sentences gives (0, d)."""
        found = np.zeros((len(sentences), self.size), dtype=np.float32)
        if not sentences:
            return found
        # One by one: a batch would be spread over all cores.
        tokens = [self._tokenizer.encode(tidy(text[:LONGEST_TEXT])).ids for text in sentences]
        for rows in _batches([len(ids) for ids in tokens]):
            ids, mask = padded([tokens[row] for row in rows])
            found[rows] = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return found


def padded(tokens: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return token ids and their mask, both of shape (n, longest)."""
    lengths = np.array([len(row) for row in tokens])
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
    ids = np.zeros_like(mask)
    ids[mask == 1] = np.concatenate([np.asarray(row, dtype=np.int64) for row in tokens])
    return ids, mask


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the rows of each batch, the shortest sentences first: like lengths stand together, little is padded."""
    batch: list[int] = []
    tokens = 0
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        width, padded_tokens = lengths[row], (len(batch) + 1) * lengths[row]
        if batch and (padded_tokens > BATCH_TOKENS or padded_tokens > PADDED * (tokens + width)):
            yield batch
            batch, tokens = [], 0
        batch.append(row)
        tokens += width
    if batch:
        yield batch
