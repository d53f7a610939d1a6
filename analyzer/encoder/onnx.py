"""The encoder: a small transformer in ONNX, fine-tuned from all-MiniLM-L6-v2 and stored in 8-bit integers."""

from collections.abc import Iterator, Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from analyzer.encoder.entry_vectors import EntryVectors
from analyzer.encoder.windows import FIRST, LAST, windows
from analyzer.encoder.words import tidy

# Tokens of a sentence that are read; the rest of a longer one is not.
LONGEST = 128
# Characters that are looked at for those tokens: a pasted page without a full stop costs no more than this.
LONGEST_TEXT = 4000
# Tokens of a batch, padding included: large enough to keep a core busy, small enough for its cache.
BATCH_TOKENS = 512
# A batch may be so many times as large as its tokens without padding; timed best between 1.0 and 1.5.
PADDED = 1.2


class SentenceEncoder:
    """Encode the sentences of an entry, each with what stands around it.

    Args:
        model: The bytes of an ONNX model with inputs ``ids`` and ``mask``, int64 of shape (n, tokens), and output
            ``states``, float32 of shape (n, tokens, d).
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
        self._tokenizer = plain_tokenizer(tokenizer)

    @property
    def size(self) -> int:
        """The number of columns, d."""
        return int(self._session.get_outputs()[0].shape[2])

    def encode(self, sentences: Sequence[str]) -> EntryVectors:
        """Read the sentences of one entry.

        No batch holds sentences of two entries: 8-bit steps are set by the largest number of a batch, and what is
        read in an entry must not depend on what stands around it in the journal.
        """
        read = [tokens_of(self._tokenizer, text) for text in sentences]
        lengths = np.array([len(ids) for ids, _ in read], dtype=np.int64)
        states = np.zeros((int(lengths.sum()), self.size), dtype=np.float32)
        begins = np.concatenate([[0], np.cumsum(lengths)])
        parts = windows(lengths.tolist())
        rows = [window_ids([ids for ids, _ in read[start:stop]]) for start, stop in parts]
        for batch in _batches([len(row) for row in rows]):
            ids, mask = padded([rows[number] for number in batch])
            found = self._session.run(None, {"ids": ids, "mask": mask})[0]
            for number, row in zip(batch, found, strict=True):
                start, stop = (begins[sentence] for sentence in parts[number])
                states[start:stop] = row[1 : 1 + stop - start]
        means = np.zeros((len(read), self.size), dtype=np.float32)
        if len(read):
            means = (np.add.reduceat(states, begins[:-1]) / lengths[:, None]).astype(np.float32)
        places = np.array([place for _, here in read for place in here], dtype=np.int32).reshape(-1, 2)
        return EntryVectors(means, states.astype(np.float16), lengths, places)


def plain_tokenizer(content: str) -> Tokenizer:
    """Return the tokenizer of a JSON file, for one sentence at a time and without its own marks or padding."""
    tokenizer = Tokenizer.from_str(content)
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def tokens_of(tokenizer: Tokenizer, sentence: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the token ids of a sentence and where each stands in it once tidied; never none.

    One sentence at a time: the tokenizer would spread a batch over all cores.
    """
    read: Encoding = tokenizer.encode(tidy(sentence[:LONGEST_TEXT]), add_special_tokens=False)
    # What leaves no token, such as a lone control character, is read as a mark between sentences.
    return (read.ids, read.offsets) if read.ids else ([LAST], [(0, 0)])


def window_ids(sentences: Sequence[Sequence[int]]) -> list[int]:
    """Return the token ids of a window."""
    return [FIRST, *(token for sentence in sentences for token in sentence), LAST]


def padded(tokens: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return token ids and their mask, both of shape (n, longest)."""
    lengths = np.array([len(row) for row in tokens])
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
    ids = np.zeros_like(mask)
    ids[mask == 1] = np.concatenate([np.asarray(row, dtype=np.int64) for row in tokens])
    return ids, mask


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the rows of each batch, the shortest windows first: like lengths stand together, little is padded."""
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
