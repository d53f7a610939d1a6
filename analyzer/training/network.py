"""The network that is fine-tuned: one small encoder, many heads. PyTorch lives here and nowhere at run time."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

Labels = Mapping[str, Sequence[str]]
# Most labels are absent from most texts: the log odds that every label starts with.
RARE = -3.0


class LabelAttention(nn.Module):
    """Read an entry out of its sentences: every label looks for the sentences that speak of it."""

    def __init__(self, width: int, n_labels: int) -> None:
        super().__init__()
        self.score = nn.Linear(width, n_labels)
        self.query = nn.Linear(width, n_labels, bias=False)
        nn.init.zeros_(self.query.weight)

    def forward(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return logits of shape (n_entries, n_labels) for vectors of shape (sum(lengths), width)."""
        scores, queries = self.score(vectors), self.query(vectors)
        rows = [
            (torch.softmax(query, dim=0) * score).sum(dim=0)
            for score, query in zip(scores.split(list(lengths)), queries.split(list(lengths)), strict=True)
        ]
        return torch.stack(rows)


class Network(nn.Module):
    """Encoder and heads.

    Args:
        encoder: Takes token ids and a mask and returns ``last_hidden_state``.
        labels: The labels of each head: emotions, feelings, topics, patterns, triggers, agent, status, when, who.
    """

    def __init__(self, encoder: nn.Module, labels: Labels, *, hidden: int, dropout: float, width: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.emotions = nn.Linear(width, len(labels["emotions"]))
        self.neighbours = nn.Linear(3 * width, hidden)
        around = width + hidden
        self.feelings = LabelAttention(around, len(labels["feelings"]))
        self.topics = LabelAttention(around, len(labels["topics"]))
        self.levels = LabelAttention(around, 2)
        self.patterns = nn.Linear(around, len(labels["patterns"]))
        self.triggers = nn.Linear(around, len(labels["triggers"]))
        asked = {"agent": "patterns", "status": "patterns", "when": "patterns", "who": "triggers"}
        self.choices = nn.ModuleDict(
            {name: nn.Linear(around + len(labels[kind]), len(labels[name])) for name, kind in asked.items()}
        )
        for head in (self.emotions, self.feelings.score, self.topics.score, self.patterns, self.triggers):
            nn.init.constant_(head.bias, RARE)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the mean of the tokens' vectors, shape (n, width)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weights = mask.unsqueeze(-1).float()
        return self.dropout((states * weights).sum(dim=1) / weights.sum(dim=1))

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
