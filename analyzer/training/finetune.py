"""Fine-tune an encoder with all heads at once, stage by stage; a run that was stopped goes on at its last epoch."""

import copy
import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml

from analyzer.corpora import Item, fingerprint, label_names, read_items
from analyzer.encoder.onnx import plain_tokenizer
from analyzer.messages import AnalyzerError
from analyzer.training.batches import Disturbance, lay_out, model_folder, schedule, tokenise
from analyzer.training.losses import Recipe, loss
from analyzer.training.network import Network, pretrained
from analyzer.training.soft import add_soft

SETTINGS = Path(__file__).with_suffix(".yaml")
CHECKPOINT = "checkpoint.pt"

Settings = Mapping[str, Any]
Corpora = dict[str, list[Item]]


def read_settings(path: Path = SETTINGS) -> dict[str, Any]:
    """Return the settings of a run."""
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def read_corpora(linear: Path | None = None) -> Corpora:
    """Return the items of all corpora with their token ids.

    Args:
        linear: A ``.npy`` file with out-of-fold probabilities of a linear model for GoEmotions' train split.
    """
    labels = label_names()
    judged = np.load(linear) if linear else None
    tokenizer = plain_tokenizer((model_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    items = {name: read_items(name, labels, judged) for name in read_settings()["stages"][0]["rounds"]}
    for corpus in items.values():
        tokenise(corpus, tokenizer)
    return items


def finetune(
    folder: Path, say: Callable[[str], None], *, linear: Path | None = None, shipped: Network | None = None
) -> Path:
    """Train through all stages and return the path of the averaged weights, ``folder/network.pt``.

    Args:
        folder: Where the checkpoint of every epoch is written.
        say: Told what is going on.
        linear: As for ``read_corpora``.
        shipped: A trained network to go on from, by the one stage of ``go_on``.
    """
    settings, labels = read_settings(), label_names()
    stages = [settings["go_on"]] if shipped is not None else settings["stages"]
    folder.mkdir(parents=True, exist_ok=True)
    items = read_corpora(linear)
    if newer := add_soft(items):
        say(f"{newer} entries of the corpus are newer than the soft labels and count as people labelled them")
    network = shipped or Network(
        pretrained(model_folder()), labels, hidden=settings["hidden"], dropout=settings["dropout"]
    )
    common = {
        "settings": settings,
        "labels": {name: list(each) for name, each in labels.items()},
        "data": fingerprint(),
        "from": "shipped" if shipped is not None else "published",
    }
    for number, stage in enumerate(stages, start=1):
        origin = common | {"stage": number}
        done, checkpoint = folder / stage_file(number), folder / CHECKPOINT
        if not done.exists():
            say(f"stage {number}")
            network = fit(network, items, settings | stage, say, checkpoint=checkpoint, origin=origin)
            torch.save({"network": network.state_dict(), "origin": origin}, done)
            checkpoint.unlink()
        network.load_state_dict(_of_origin(done, origin)["network"])
    trained = folder / "network.pt"
    torch.save(network.state_dict(), trained)
    return trained


def fit(
    network: Network,
    items: Corpora,
    settings: Settings,
    say: Callable[[str], None],
    *,
    checkpoint: Path | None = None,
    origin: Settings | None = None,
) -> Network:
    """Train a network through one stage and return the running average of its weights.

    Args:
        settings: Those of the stage and those that all stages share.
        checkpoint: Written after every epoch, and gone on from where it is of the same ``origin``.

    Raises:
        AnalyzerError: The checkpoint is of another origin.
    """
    # The moments of words that do not occur fade to numbers too small for a processor to handle quickly.
    torch.set_flush_denormal(True)
    torch.manual_seed(settings["seed"])
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = network.to(device)
    average: Network = copy.deepcopy(network).eval()
    recipe = Recipe(label_names(), settings["weights"], settings["soft"], settings["beside"])
    optimizer = _optimizer(network, settings)
    epochs = range(settings["epochs"])
    plans = [schedule(items, settings["rounds"], settings["batch"], settings["seed"] * 100 + e) for e in epochs]
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, _decay(sum(map(len, plans)), settings["warm_up"]))
    first = 0
    if checkpoint and checkpoint.exists():
        held = _of_origin(checkpoint, origin)
        for name, part in (("network", network), ("average", average), ("optimizer", optimizer), ("rate", rate)):
            part.load_state_dict(held[name])
        first = held["epoch"]
    for epoch in epochs[first:]:
        network.train()
        begun = time.monotonic()
        losses: dict[str, list[float]] = {}
        disturbance = Disturbance(settings["hidden_words"], settings["pieces"], settings["seed"] * 1000 + epoch)
        for step, batch in enumerate(plans[epoch]):
            cost = loss(network, batch, lay_out(batch, disturbance), recipe)
            optimizer.zero_grad()
            cost.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            rate.step()
            done = sum(map(len, plans[:epoch])) + step
            _follow(average, network, min(settings["average"], (1 + done) / (10 + done)))
            losses.setdefault(batch[0].kind, []).append(float(cost.detach()))
            if step % 100 == 0:
                means = {name: round(float(np.mean(each[-50:])), 3) for name, each in losses.items()}
                say(f"epoch {epoch + 1}, step {step} of {len(plans[epoch])}, {time.monotonic() - begun:.0f} s: {means}")
        if checkpoint:
            state = {"network": network.state_dict(), "average": average.state_dict(), "rate": rate.state_dict()}
            aside = checkpoint.with_suffix(".new")
            torch.save(
                state | {"optimizer": optimizer.state_dict(), "epoch": epoch + 1, "origin": dict(origin or {})}, aside
            )
            aside.replace(checkpoint)
    average.cpu()
    return average


def stage_file(number: int) -> str:
    """Return the name of the file that holds a stage's weights once it is done."""
    return f"stage-{number}.pt"


def _of_origin(path: Path, origin: Settings | None) -> dict[str, Any]:
    held: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")
    if held["origin"] != origin:
        raise AnalyzerError(f"{path} is of a run with other settings, labels or data: name another --work")
    return held


def _optimizer(network: Network, settings: Settings) -> torch.optim.Optimizer:
    encoder = [p for name, p in network.named_parameters() if name.startswith("encoder.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": settings["learning_rate"]}, {"params": heads, "lr": settings["head_learning_rate"]}],
        weight_decay=settings["weight_decay"],
        fused=True,
    )


def _decay(total: int, warm_up: float) -> Callable[[int], float]:
    warm = max(1, int(total * warm_up))
    return lambda step: step / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / (total - warm)))


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    for mean, now in zip(average.parameters(), network.parameters(), strict=True):
        mean.lerp_(now, 1 - decay)
