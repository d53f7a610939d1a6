"""The network that is fine-tuned: one small encoder, many heads. PyTorch lives here and nowhere at run time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

Labels = Mapping[str, Sequence[str]]
# Most labels are absent from most texts: the log odds that every label starts with.
RARE = -3.0


class LabelAttention(nn.Module):
    """Read texts out of their parts: every label looks for the parts that speak of it."""

    def __init__(self, width: int, n_labels: int) -> None:
        super().__init__()
        self.score = nn.Linear(width, n_labels)
        self.query = nn.Linear(width, n_labels, bias=False)
        nn.init.zeros_(self.query.weight)

    def forward(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return logits of shape (n_texts, n_labels) for parts of shape (sum(lengths), width)."""
        scores, queries = self.score(vectors), self.query(vectors)
        text = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths)).to(vectors.device)
        empty = scores.new_zeros((len(lengths), scores.shape[1]))
        most = torch.full_like(empty, -torch.inf).scatter_reduce(0, text[:, None].expand_as(queries), queries, "amax")
        shares = torch.exp(queries - most.detach()[text])
        logits: Tensor = empty.index_add(0, text, shares * scores) / empty.index_add(0, text, shares)
        return logits


@dataclass(frozen=True)
class Read:
    """What the network reads in a batch.

    Attributes:
        sentences: Shape (n_sentences, width + hidden); ``tokens`` shape (n_tokens, width + hidden).
        lengths: How many tokens each sentence has; ``entries`` how many sentences each item has.
    """

    sentences: Tensor
    tokens: Tensor
    lengths: list[int]
    entries: list[int]

    @property
    def entry_tokens(self) -> list[int]:
        """How many tokens each item has."""
        each = iter(self.lengths)
        return [sum(next(each) for _ in range(n)) for n in self.entries]


class Network(nn.Module):
    """Encoder and heads.

    Args:
        encoder: Takes token ids and a mask and returns ``last_hidden_state``.
        labels: The labels of each head: emotions, feelings, topics, patterns, triggers, agent, status, when, who.
    """

    def __init__(self, encoder: nn.Module, labels: Labels, *, hidden: int, dropout: float, width: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.width = width
        self.dropout = nn.Dropout(dropout)
        self.emotions = nn.Linear(width, len(labels["emotions"]))
        self.neighbours = nn.Linear(3 * width, hidden)
        around = width + hidden
        self.feelings = LabelAttention(around, len(labels["feelings"]))
        self.topics = LabelAttention(around, len(labels["topics"]))
        self.levels = LabelAttention(around, 2)
        self.patterns = LabelAttention(around, len(labels["patterns"]))
        self.triggers = LabelAttention(around, len(labels["triggers"]))
        # Read from the whole entry, in training only: they keep the encoder's eye on what an entry holds.
        self.entry_patterns = LabelAttention(around, len(labels["patterns"]))
        self.entry_triggers = LabelAttention(around, len(labels["triggers"]))
        asked = {"agent": "patterns", "status": "patterns", "when": "patterns", "who": "triggers"}
        self.choices = nn.ModuleDict(
            {name: nn.Linear(around + width + len(labels[kind]), len(labels[name])) for name, kind in asked.items()}
        )
        whole = (self.entry_patterns, self.entry_triggers)
        for head in (self.feelings, self.topics, self.patterns, self.triggers, *whole):
            nn.init.constant_(head.score.bias, RARE)
        nn.init.constant_(self.emotions.bias, RARE)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the tokens' vectors, shape (n_windows, longest, width)."""
        found: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        return found

    def read(self, states: Tensor, tokens: Tensor, lengths: list[int], entries: list[int]) -> Read:
        """Return sentences and tokens, each with what the neighbouring sentences tell.

        Args:
            states: As ``states`` returns them.
            tokens: Where each token of each sentence stands in the flattened windows, shape (n_tokens,).
            lengths: How many tokens each sentence has; ``entries`` how many sentences each item has.
        """
        rows = states.reshape(-1, states.shape[-1])[tokens]
        counts = torch.tensor(lengths, device=rows.device)
        sentence = torch.repeat_interleave(torch.arange(len(lengths), device=rows.device), counts)
        means = rows.new_zeros((len(lengths), rows.shape[1])).index_add(0, sentence, rows) / counts[:, None]
        sentences = self.around(self.dropout(means), entries)
        beside = sentences[:, rows.shape[1] :][sentence]
        return Read(sentences, torch.cat([self.dropout(rows), beside], dim=1), lengths, entries)

    def around(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return each sentence's vector beside what its neighbours tell of it, shape (n, width + hidden)."""
        before, after = torch.zeros_like(vectors), torch.zeros_like(vectors)
        start = 0
        for length in lengths:
            stop = start + length
            before[start + 1 : stop] = vectors[start : stop - 1]
            after[start : stop - 1] = vectors[start + 1 : stop]
            start = stop
        mixed = torch.nn.functional.gelu(
            self.neighbours(torch.cat([before, vectors, after], dim=1)), approximate="tanh"
        )
        return torch.cat([vectors, self.dropout(mixed)], dim=1)


def pretrained(folder: Path) -> nn.Module:
    """Return MiniLM with its published weights out of a folder."""
    from transformers import AutoModel

    model: nn.Module = AutoModel.from_pretrained(folder, local_files_only=True, add_pooling_layer=False)
    return model
