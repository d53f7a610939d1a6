"""Train everything, in order, and write the artifacts with their cards."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch

from analyzer import corpora
from analyzer.corpora import Item
from analyzer.cues import load_cues
from analyzer.cues.precision import write_precision
from analyzer.encoder import SentenceEncoder
from analyzer.encoder.onnx import plain_tokenizer
from analyzer.evaluation.held_out import held_out
from analyzer.heads import prune, save_artifact, write_artifact, write_card
from analyzer.pipeline.candidates import matcher
from analyzer.training import heads
from analyzer.training.batches import check_weights, lay_out, model_folder, tokenise
from analyzer.training.combine import CLEAN, clean, combine, crossed_presence, gather_told
from analyzer.training.export import export
from analyzer.training.finetune import CHECKPOINT, finetune, read_settings, stage_file
from analyzer.training.linear import judge_linearly
from analyzer.training.losses import ASKED, KEYS
from analyzer.training.network import Network, pretrained
from analyzer.training.picture import draw_reliability
from analyzer.training.restore import restore
from analyzer.training.soft import add_soft
from analyzer.training.sparse import count_sparse
from analyzer.training.weigh import crossed_accuracy, fit_weighing, gather_asked, prior_of

LICENCE = (
    "MIT; fine-tuned from all-MiniLM-L6-v2 (Apache-2.0) on GoEmotions (CC BY 4.0), Lemotif, SAD and our corpus (MIT), "
    "with soft labels of networks fine-tuned from all-mpnet-base-v2 (Apache-2.0)"
)
FAILURES = (
    "English only. Irony, quoted moods of others and feelings shown by acts alone are often missed; rare labels rest "
    "on few examples. Public posts read worse than journals."
)

# One text in so many shows how far the encoder's numbers reach.
EVERY = 200


def train(folder: Path, work: Path, say: Callable[[str], None], *, go_on: bool = False) -> None:
    """Train into ``folder``; ``work`` holds the checkpoints, from which a stopped run goes on.

    With ``go_on`` the shipped weights are where it starts, and one stage is all.
    """
    check_weights()
    work.mkdir(parents=True, exist_ok=True)
    shipped = _start(work) if go_on else None
    linear = work / "linear.npy"
    # What a stopped run left is refused where the data differs; probabilities alone may be of other data.
    if not (linear.exists() and any((work / name).exists() for name in (CHECKPOINT, stage_file(1)))):
        say("the linear model's view of GoEmotions")
        np.save(linear, judge_linearly())
    say("how often each cue is right")
    sparse = {name: corpora.read_items(name, corpora.label_names()) for name in ("goemotions", "sad")}
    add_soft(sparse)
    write_precision(
        [row for row in corpora.journals() if not corpora.is_held_out_entry(row)],
        beside=count_sparse([item for here in sparse.values() for item in here if not item.held_out]),
    )
    load_cues.cache_clear()
    matcher.cache_clear()
    weights = finetune(work, say, linear=linear, shipped=shipped)
    write_models(weights, folder, say, start="the shipped models" if go_on else "the published weights")


def _start(work: Path) -> Network:
    """Return the network that shipped when the run began: what it writes may take the place of that."""
    path = work / "shipped.pt"
    network = restore()
    if path.exists():
        network.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
    else:
        torch.save(network.state_dict(), path)
    return network


def write_models(weights: Path, folder: Path, say: Callable[[str], None], *, start: str) -> None:
    """Turn a trained network into the shipped artifacts; ``start`` tells for the cards what training began with."""
    labels = corpora.label_names()
    config = read_settings()
    network = Network(pretrained(model_folder()), labels, hidden=config["hidden"], dropout=config["dropout"])
    network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    network.eval()
    common = {
        "trained": datetime.now(UTC).date().isoformat(),
        "licence": LICENCE,
        "known_failures": FAILURES,
        "made_with": {name: version(name) for name in ("torch", "transformers", "onnxruntime", "scikit-learn")},
        "settings": config,
        "began_with": start,
        "data": corpora.fingerprint(),
    }
    say("the ONNX file")
    tokenizer = (model_folder() / "tokenizer.json").read_text(encoding="utf-8")
    items = {name: corpora.read_items(name, labels) for name in ("journals", "lemotif", "sad")}
    model = export(network, _windows(items["journals"], tokenizer))
    write_artifact("encoder.onnx", model, folder)
    write_artifact("tokenizer.json", tokenizer.encode(), folder)
    encoder = SentenceEncoder(model, tokenizer)
    whole = SentenceEncoder(export(network), tokenizer)
    say("the heads")
    beside = heads.neighbours(network)
    journals, answers, stressors = (held_out(items[name], encoder, beside) for name in ("journals", "lemotif", "sad"))
    emotions, card = heads.emotions(network, encoder)
    unrounded = heads.emotions(network, whole)[1]
    write_card(
        "encoder",
        {
            "kind": "vectors of tokens, int8 ONNX",
            "bytes": len(model),
            "goemotions_test_macro_f1": {"int8": card["macro_f1"], "fp32": unrounded["macro_f1"]},
        }
        | common,
        folder,
    )

    def save(name: str, made: Any, card: heads.Card) -> None:
        save_artifact(name, made, card | common, folder)

    save("emotions", emotions, {"kind": "GoEmotions' 28 labels of a sentence"} | card)
    save("neighbours", beside, {"kind": "a sentence beside its neighbours"})
    feelings, card = heads.feelings(network, journals)
    save("feelings", feelings, {"kind": "the guide's 28 feelings of an entry"} | card)
    draw_reliability(card["reliability"], "feelings of held-out texts", folder / "feelings.reliability.svg")
    topics, card = heads.topics(network, answers, stressors)
    save("topics", topics, {"kind": "topics of life of an entry"} | card)
    levels, card = heads.levels(network, journals, stressors)
    save("levels", levels, {"kind": "intensity and severity of an entry, 0 to 3"} | card)
    read = {kind: heads.mentions(network, kind, KEYS[kind], asked, journals) for kind, asked in ASKED.items()}
    say("head and cues together")
    told = gather_told(journals.items, journals.entries, {kind: head for kind, (head, _, _) in read.items()}, KEYS)
    for kind, (head, choices, card) in read.items():
        truth = np.stack([text.holds for text in told[kind]])
        combination, bar = combine(told[kind], CLEAN[kind])
        best, found = crossed_presence(told[kind], CLEAN[kind])
        card |= heads.scores(head.labels, best, found, truth) | {
            "clean": round(clean(found, truth), 4),
            "bar": bar,
            "combination": asdict(combination),
        }
        asked = gather_asked(journals.items, journals.entries, choices, kind)
        starts = {name: prior_of(kind, each.hints.shape[-1]) for name, each in asked.items()}
        weighings = {name: fit_weighing(each, starts[name]) for name, each in asked.items()}
        card |= {
            f"{name}_accuracy_with_rules": round(crossed_accuracy(each, starts[name]), 4)
            for name, each in asked.items()
        }
        head = replace(head, thresholds=dict.fromkeys(head.labels, bar))
        save(kind, (head, combination, choices, weighings), {"kind": f"{kind} of a sentence"} | card)
    names = ["emotions", "neighbours", "feelings", "topics", "levels", *ASKED]
    prune(folder, ["encoder", "tokenizer", *names])


def _windows(items: Sequence[Item], tokenizer: str) -> list[list[int]]:
    """Return the token ids of some texts that are trained on, as the encoder reads them."""
    some = [item for item in items if not item.held_out][::EVERY]
    tokenise(some, plain_tokenizer(tokenizer))
    return [ids[ids > 0].tolist() for ids in lay_out(some).ids]
