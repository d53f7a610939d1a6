"""The network out of the shipped files, to go on from: weights of 8 bits times their steps, heads as they are."""

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from analyzer.corpora import label_names
from analyzer.heads import AttentionHead, AttentionScale, load_artifact, read_artifact
from analyzer.heads.linear import Vectors
from analyzer.pipeline.models import check_labels
from analyzer.training.batches import model_folder
from analyzer.training.finetune import read_settings
from analyzer.training.heads import LEVELS
from analyzer.training.network import LabelAttention, Network, pretrained
from analyzer.training.smooth import SMOOTH

# The three dense layers of a block beside attention, by the name of what they put out.
DENSE = ("attention/output/dense", "intermediate/dense", "output/dense")


def restore() -> Network:
    """Return the shipped network.

    The heads that read a whole entry in training alone are not shipped: they start from those that read its sentences.

    Raises:
        AnalyzerError: The shipped heads are of other labels than the guide's.
    """
    config, labels = read_settings(), label_names()
    network = Network(pretrained(model_folder()), labels, hidden=config["hidden"], dropout=config["dropout"])
    model = onnx.load_from_string(read_artifact("encoder.onnx"))
    network.encoder.load_state_dict(encoder_weights(model))
    emotions, beside = load_artifact("emotions"), load_artifact("neighbours")
    check_labels("emotions", emotions.labels, labels["emotions"])
    _set_linear(network.emotions, emotions.weights, emotions.intercepts)
    _set_linear(network.neighbours, beside.weights, beside.bias)
    for name in ("feelings", "topics", "levels"):
        head = load_artifact(name)
        check_labels(name, head.labels, labels.get(name, LEVELS))
        _set_attention(getattr(network, name), head)
    for name in ("patterns", "triggers"):
        head, _, choices, _ = load_artifact(name)
        check_labels(name, head.labels, labels[name])
        _set_attention(getattr(network, name), head)
        _set_attention(getattr(network, f"entry_{name}"), head)
        for question, choice in choices.items():
            check_labels(name, choice.labels, labels[question])
            _set_linear(network.choices[question], choice.weights, choice.intercepts)
    return network


def encoder_weights(model: onnx.ModelProto) -> dict[str, Tensor]:
    """Return the weights of an exported encoder by the names that PyTorch gives them, in 32 bits."""
    held = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    found: dict[str, NDArray[np.float32]] = {}

    def read(name: str) -> NDArray[np.float32]:
        if name in held:
            return held[name]
        whole = held[f"{name}_quantized"].astype("float32") - held[f"{name}_zero_point"].astype("float32")
        return np.asarray(whole * held[f"{name}_scale"], dtype=np.float32)

    def read_block(name: str) -> NDArray[np.float32]:
        plain = name.removesuffix("_quantized")
        smooth = held.get(plain + SMOOTH, np.ones(1, dtype=np.float32))
        return np.asarray(read(plain) * smooth[:, None], dtype=np.float32)

    starts = "network.encoder."
    for name in list(held):
        plain = name.removesuffix("_quantized")
        if plain.startswith(starts) and not plain.endswith(("_scale", "_zero_point")):
            found[plain.removeprefix(starts)] = read(plain)
    block = 0
    for node in model.graph.node:
        layer = f"encoder.layer.{block}."
        if node.op_type == "QAttention":
            weights, biases = read_block(node.input[1]), held[node.input[2]]
            for number, part in enumerate(("query", "key", "value")):
                columns = slice(number * len(weights), (number + 1) * len(weights))
                found[f"{layer}attention.self.{part}.weight"] = weights[:, columns].T
                found[f"{layer}attention.self.{part}.bias"] = biases[columns]
        elif node.op_type == "MatMulInteger":
            dense = next(each for each in DENSE if f"layer.{block}/{each}/" in node.output[0])
            weights = read_block(node.input[1])
            found[f"{layer}{dense.replace('/', '.')}.weight"] = weights.T
            block += dense == DENSE[-1]
    return {name: torch.from_numpy(array.copy()) for name, array in found.items()}


def _set_linear(layer: nn.Module, weights: Vectors, bias: Vectors) -> None:
    layer.load_state_dict({"weight": torch.from_numpy(weights), "bias": torch.from_numpy(bias)})


def _set_attention(module: LabelAttention, shipped: AttentionHead | AttentionScale) -> None:
    module.load_state_dict(
        {
            "score.weight": torch.from_numpy(shipped.weights),
            "score.bias": torch.from_numpy(shipped.intercepts),
            "query.weight": torch.from_numpy(shipped.queries),
        }
    )
