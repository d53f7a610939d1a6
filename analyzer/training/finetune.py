"""Fine-tune the encoder with all heads at once; a run that was stopped goes on at its last epoch.

Losses are binary cross-entropies summed over labels, so a head with many labels weighs more; NaN targets do not count.
"""

import copy
import math
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from torch import Tensor
from torch.nn import functional

from analyzer.corpora import Item, fingerprint, label_names, read_items
from analyzer.encoder import tidied_place
from analyzer.encoder.entry_vectors import within
from analyzer.encoder.onnx import plain_tokenizer
from analyzer.messages import AnalyzerError
from analyzer.training.batches import Batch, Disturbance, lay_out, model_folder, schedule, tokenise
from analyzer.training.network import Network, Read, pretrained

SETTINGS = Path(__file__).with_suffix(".yaml")
CHECKPOINT = "checkpoint.pt"


def finetune(
    folder: Path, say: Callable[[str], None], *, settings: Path = SETTINGS, teacher: Path | None = None
) -> Path:
    """Train and return the path of the averaged weights, ``folder/network.pt``.

    Args:
        folder: Where the checkpoint of every epoch is written.
        say: Told what is going on.
        teacher: A ``.npy`` file with out-of-fold probabilities of a linear model for GoEmotions' train split.
    """
    config = yaml.safe_load(settings.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config["seed"])
    # The moments of words that do not occur fade to numbers too small for a processor to handle quickly.
    torch.set_flush_denormal(True)
    labels = label_names()
    items = {name: read_items(name, labels, np.load(teacher) if teacher else None) for name in config["rounds"]}
    tokenizer = plain_tokenizer((model_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    for corpus in items.values():
        tokenise(corpus, tokenizer)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = Network(pretrained(model_folder()), labels, hidden=config["hidden"], dropout=config["dropout"]).to(device)
    average = copy.deepcopy(network).eval()
    optimizer = _optimizer(network, config)
    steps = [
        len(schedule(items, config["rounds"], config["batch"], config["seed"] + e)) for e in range(config["epochs"])
    ]
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, _decay(sum(steps), config["warm_up"]))
    checkpoint = folder / CHECKPOINT
    first = 0
    origin = {"settings": config, "labels": {name: list(each) for name, each in labels.items()}, "data": fingerprint()}
    if checkpoint.exists():
        held = torch.load(checkpoint, weights_only=True, map_location=device)
        if held["origin"] != origin:
            raise AnalyzerError(f"{checkpoint} is of a run with other settings, labels or data: name another --work")
        network.load_state_dict(held["network"])
        average.load_state_dict(held["average"])
        optimizer.load_state_dict(held["optimizer"])
        rate.load_state_dict(held["rate"])
        first = held["epoch"]
    for epoch in range(first, config["epochs"]):
        network.train()
        begun = time.monotonic()
        losses: dict[str, list[float]] = {}
        disturbance = Disturbance(config["hidden_words"], config["pieces"], config["seed"] + epoch)
        for step, batch in enumerate(schedule(items, config["rounds"], config["batch"], config["seed"] + epoch)):
            loss = _loss(network, batch, lay_out(batch, disturbance), labels, config["weights"])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            rate.step()
            done = sum(steps[:epoch]) + step
            _follow(average, network, min(config["average"], (1 + done) / (10 + done)))
            losses.setdefault(batch[0].kind, []).append(float(loss.detach()))
            if step % 100 == 0:
                means = {name: round(float(np.mean(each[-50:])), 3) for name, each in losses.items()}
                say(f"epoch {epoch + 1}, step {step} of {steps[epoch]}, {time.monotonic() - begun:.0f} s: {means}")
        state = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
        aside = checkpoint.with_suffix(".new")
        torch.save(state | {"rate": rate.state_dict(), "epoch": epoch + 1, "origin": origin}, aside)
        aside.replace(checkpoint)
    trained = folder / "network.pt"
    torch.save(average.state_dict(), trained)
    return trained


def _optimizer(network: Network, config: dict[str, Any]) -> torch.optim.Optimizer:
    encoder = [p for name, p in network.named_parameters() if name.startswith("encoder.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": config["learning_rate"]}, {"params": heads, "lr": config["head_learning_rate"]}],
        weight_decay=config["weight_decay"],
        fused=True,
    )


def _decay(total: int, warm_up: float) -> Callable[[int], float]:
    warm = max(1, int(total * warm_up))
    return lambda step: step / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / (total - warm)))


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    for mean, now in zip(average.parameters(), network.parameters(), strict=True):
        mean.lerp_(now, 1 - decay)


def _loss(
    network: Network,
    batch: Sequence[Item],
    laid: Batch,
    labels: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
) -> Tensor:
    device = next(network.parameters()).device
    ids, mask, tokens = (torch.from_numpy(array).to(device) for array in (laid.ids, laid.mask, laid.tokens))
    with torch.autocast(device.type, torch.bfloat16):
        states = network.states(ids, mask)
    read = network.read(states, tokens, laid.lengths, laid.sentences)
    kind = batch[0].kind
    if kind == "goemotions":
        truth = _targets(batch, "emotions")
        if "teacher" in batch[0].targets:
            truth = (1 - weights["teacher"]) * truth + weights["teacher"] * _targets(batch, "teacher")
        loss = weights["emotions"] * _binary(network.emotions(read.sentences[:, : states.shape[-1]]), truth)
        return loss + weights["twins"] * _felt(network, read, batch, "twins")
    if kind == "lemotif":
        loss = weights["own_feelings"] * _felt(network, read, batch, "own_feelings")
        return loss + weights["topics"] * _binary(
            network.topics(read.sentences, read.entries), _targets(batch, "topics")
        )
    levels = weights["levels"] * _squared(network.levels(read.sentences, read.entries), _targets(batch, "levels"))
    if kind == "sad":
        return levels + weights["topics"] * _binary(
            network.topics(read.sentences, read.entries), _targets(batch, "topics")
        )
    loss = levels + weights["feelings"] * _felt(network, read, batch, "feelings")
    for name, key in (("patterns", "pattern"), ("triggers", "theme")):
        placed = [mentions for item in batch for mentions in item.mentions[name]]
        truth = torch.tensor([[float(any(m[key] == x for m in here)) for x in labels[name]] for here in placed])
        loss = loss + weights[name] * _binary(getattr(network, name)(read.tokens, read.lengths), truth)
        loss = loss + weights["choices"] * _choices(network, read, batch, name, key, labels)
    return loss


def _felt(network: Network, read: Read, batch: Sequence[Item], name: str) -> Tensor:
    return _binary(network.feelings(read.tokens, read.entry_tokens), _targets(batch, name))


def _choices(
    network: Network, read: Read, batch: Sequence[Item], name: str, key: str, labels: Mapping[str, Sequence[str]]
) -> Tensor:
    mentions, sentences, spans = [], [], []
    row = first = 0
    for item in batch:
        for text, places, here in zip(item.sentences, item.places, item.mentions[name], strict=True):
            for mention in here:
                mentions.append(mention)
                sentences.append(row)
                inside = within(places, *tidied_place(text, *mention["at"]))
                spans.append(read.tokens[[first + token for token in inside]].mean(dim=0)[: network.width])
            row, first = row + 1, first + len(places)
    total = read.sentences.new_zeros(())
    if not mentions:
        return total
    device = read.sentences.device
    columns = torch.tensor([labels[name].index(mention[key]) for mention in mentions], device=device)
    asked = functional.one_hot(columns, len(labels[name])).float()
    data = torch.cat([read.sentences[sentences], torch.stack(spans), asked], dim=1)
    for question in ("agent", "status", "when") if name == "patterns" else ("who",):
        truth = torch.tensor([labels[question].index(mention[question]) for mention in mentions], device=device)
        total = total + functional.cross_entropy(network.choices[question](data), truth)
    return total


def _targets(batch: Sequence[Item], name: str) -> Tensor:
    return torch.from_numpy(np.stack([item.targets[name] for item in batch]))


def _binary(logits: Tensor, truth: Tensor) -> Tensor:
    truth = truth.to(logits.device)
    known = ~torch.isnan(truth)
    losses = functional.binary_cross_entropy_with_logits(logits, torch.nan_to_num(truth), reduction="none")
    return (losses * known).sum() / len(truth)


def _squared(values: Tensor, truth: Tensor) -> Tensor:
    truth = truth.to(values.device)
    known = ~torch.isnan(truth)
    return (((values - torch.nan_to_num(truth)) ** 2) * known).sum() / len(truth)
