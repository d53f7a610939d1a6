"""The fine-tuned encoder as an ONNX file of 8-bit integers."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from analyzer.training.network import Network

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


def export(network: Network, *, integers: bool = True) -> bytes:
    """Return the ONNX file's content: fused for inference and, with ``integers``, its weights in 8 bits.

    The network's attention is left in its plain form.
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
        if not integers:
            return fused.read_bytes()
        quantize_dynamic(
            fused,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        return small.read_bytes()
