"""The encoder's outliers moved from what it reckons with into its weights, before both are cut to 8 bits.

A few columns of the activations are ten times larger than the rest, and the largest sets the steps of all. Dividing
each column by what it tends to reach, and multiplying the weights that read it, changes nothing but the steps
(SmoothQuant: Xiao et al. 2023, arXiv 2211.10438).
"""

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

# How much of a column's reach the weights take over, by the width of what is read: 384 for the blocks' input, 1536
# within. Chosen by how near 8 bits come to 32 on texts of the corpus. What attention puts out has no such columns.
SHARES = {384: 0.5, 1536: 0.75}
LEAST = 1e-5
SMOOTH = "_smooth"
Floats = NDArray[np.float32]


def smoothed(model: onnx.ModelProto, windows: Sequence[Sequence[int]]) -> onnx.ModelProto:
    """Return the fused model with columns of like reach.

    Args:
        windows: Token ids of texts to read, to see how far each column reaches.

    Raises:
        ValueError: There is no window among them.
    """
    if not windows:
        raise ValueError("no texts to see how far the encoder's numbers reach")
    made = onnx.ModelProto()
    made.CopyFrom(model)
    weights = {each.name: each for each in made.graph.initializer}
    read = {
        node.input[1]: node.input[0]
        for node in made.graph.node
        if node.op_type in ("Attention", "MatMul") and node.input[1] in weights and "/attention/" not in node.name
    }
    reach = _reach(model, sorted(set(read.values())), windows)
    nodes: list[onnx.NodeProto] = []
    for node in made.graph.node:
        if len(node.input) > 1 and read.get(node.input[1]) == node.input[0]:
            held = numpy_helper.to_array(weights[node.input[1]])
            factors = _factors(reach[node.input[0]], np.abs(held).max(axis=1))
            name = node.input[1] + SMOOTH
            weights[node.input[1]].CopyFrom(numpy_helper.from_array(held * factors[:, None], node.input[1]))
            made.graph.initializer.append(numpy_helper.from_array(1 / factors, name))
            nodes.append(helper.make_node("Mul", [node.input[0], name], [f"{name}_out"]))
            node.input[0] = f"{name}_out"
        nodes.append(node)
    kept = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del made.graph.node[:]
    made.graph.node.extend(kept)
    return made


def _factors(reach: Floats, weights: Floats) -> Floats:
    share = SHARES[len(reach)]
    logs = share * np.log(np.maximum(reach, LEAST)) - (1 - share) * np.log(np.maximum(weights, LEAST))
    return np.asarray(np.exp(logs - logs.mean()), dtype=np.float32)


def _reach(model: onnx.ModelProto, names: Sequence[str], windows: Sequence[Sequence[int]]) -> dict[str, Floats]:
    """Return the greatest size of each column of the named values."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    reach = {name: np.zeros(1, dtype=np.float32) for name in names}
    for window in windows:
        ids = np.array([window], dtype=np.int64)
        for name, values in zip(names, session.run(names, {"ids": ids, "mask": np.ones_like(ids)}), strict=True):
            reach[name] = np.maximum(reach[name], np.abs(values).reshape(-1, values.shape[-1]).max(axis=0))
    return reach
