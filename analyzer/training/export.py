"""The fine-tuned encoder as an ONNX file of 8-bit integers."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from analyzer.training.network import Network
from analyzer.training.smooth import smoothed

OPSET = 17
HEADS = 12
WIDTH = 384


class States(nn.Module):
    """Token ids → the tokens' vectors, as the shipped file computes them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return shape (n, tokens, width)."""
        return self.network.states(ids, mask)


def export(network: Network, windows: Sequence[Sequence[int]] | None = None) -> bytes:
    """Return the ONNX file's content: fused for inference and, where there are ``windows``, its weights in 8 bits.

    The network's attention is left in its plain form.

    Args:
        windows: Token ids of texts, to see how far the encoder's numbers reach.

    Raises:
        ValueError: There is no window among them.
    """
    example = torch.tensor([[101, 2002, 2187, 102], [101, 2175, 102, 0]])
    mask = (example > 0).long()
    moving = {0: "n", 1: "tokens"}
    # Attention in its plain form is what the optimiser knows how to fuse.
    network.encoder.set_attn_implementation("eager")
    with tempfile.TemporaryDirectory() as folder:
        plain, fused, small = (Path(folder) / name for name in ("plain.onnx", "fused.onnx", "small.onnx"))
        torch.onnx.export(
            States(network).eval(),
            (example, mask),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["states"],
            dynamic_axes={"ids": moving, "mask": moving, "states": moving},
            opset_version=OPSET,
            dynamo=False,
        )
        fusion = FusionOptions("bert")
        # The activation in its tanh form: quicker, and different only in the fourth digit.
        fusion.enable_gelu_approximation = True
        optimize_model(
            str(plain), model_type="bert", num_heads=HEADS, hidden_size=WIDTH, optimization_options=fusion
        ).save_model_to_file(str(fused))
        model = with_quick_norms(onnx.load(fused))
        if windows is None:
            return bytes(model.SerializeToString())
        onnx.save(smoothed(model, windows), fused)
        quantize_dynamic(
            fused,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        return small.read_bytes()


def with_quick_norms(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the model with its layer norms as instance norms, each token a channel of its own.

    ONNX Runtime adds up a layer norm's row number by number and an instance norm's several at a time: over a window
    the first take a fifth of the encoder's time, the second a fiftieth.
    """
    made = onnx.ModelProto()
    made.CopyFrom(model)
    nodes: list[onnx.NodeProto] = []
    for number, node in enumerate(model.graph.node):
        if node.op_type != "SkipLayerNormalization":
            nodes.append(node)
            continue
        own, skip, gain, offset, bias = node.input
        ones, zeros, moved, added, normed, scaled = (
            f"norm_{number}_{x}" for x in ("ones", "zeros", "moved", "added", "normed", "scaled")
        )
        nodes += [
            *_row_of(1.0, skip, ones),
            *_row_of(0.0, skip, zeros),
            helper.make_node("Add", [own, bias], [moved]),
            helper.make_node("Add", [moved, skip], [added]),
            helper.make_node("InstanceNormalization", [added, ones, zeros], [normed], epsilon=_epsilon(node)),
            helper.make_node("Mul", [normed, gain], [scaled]),
            helper.make_node("Add", [scaled, offset], [node.output[0]]),
        ]
    del made.graph.node[:]
    made.graph.node.extend(nodes)
    return made


def _row_of(number: float, like: str, name: str) -> list[onnx.NodeProto]:
    """Return what makes a row of as many equal numbers as ``like``, of shape (n, tokens, width), has tokens."""
    value = numpy_helper.from_array(np.array([number], dtype=np.float32))
    return [
        helper.make_node("Shape", [like], [f"{name}_shape"], start=1, end=2),
        helper.make_node("ConstantOfShape", [f"{name}_shape"], [name], value=value),
    ]


def _epsilon(node: onnx.NodeProto) -> float:
    return next(float(attribute.f) for attribute in node.attribute if attribute.name == "epsilon")
