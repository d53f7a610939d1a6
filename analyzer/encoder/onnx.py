"""The encoder: a small transformer in ONNX, fine-tuned from all-MiniLM-L6-v2 and stored in 8-bit integers."""

from collections.abc import Sequence

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from analyzer.encoder.entry_vectors import EntryVectors
from analyzer.encoder.windows import FIRST, LAST, windows
from analyzer.encoder.words import tidy

# Tokens of a sentence that are read; the rest of a longer one is not.
LONGEST = 128
# Characters that are looked at for those tokens: a pasted page without a full stop costs no more than this.
LONGEST_TEXT = 4000


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

        One window at a time: it keeps a core busy, nothing is padded, and what is read in it does not depend on what
        stands beside it, since 8-bit steps are set by the largest number of a batch.
        """
        read = [tokens_of(self._tokenizer, text) for text in sentences]
        lengths = np.array([len(ids) for ids, _ in read], dtype=np.int64)
        states = np.zeros((int(lengths.sum()), self.size), dtype=np.float32)
        begins = np.concatenate([[0], np.cumsum(lengths)])
        for start, stop in windows(lengths.tolist()):
            row = np.array([window_ids([ids for ids, _ in read[start:stop]])], dtype=np.int64)
            found = self._session.run(None, {"ids": row, "mask": np.ones_like(row)})[0]
            states[begins[start] : begins[stop]] = found[0, 1:-1]
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
