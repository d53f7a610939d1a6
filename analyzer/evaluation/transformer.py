"""A transformer encoder with random weights, for timing alone: what a model of a given size costs."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

OPSET = 20


@dataclass(frozen=True)
class Size:
    """The measures of an encoder; the defaults are RoBERTa-base's."""

    layers: int = 12
    width: int = 768
    heads: int = 12
    vocabulary: int = 50_265


class _Graph:
    """Nodes and weights, each named by a number."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.weights: list[TensorProto] = []
        self._random = np.random.default_rng(0)

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, values: object) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def random(self, *shape: int) -> str:
        return self.constant(self._random.normal(0, 0.02, shape).astype(np.float32))

    def dense(self, x: str, rows: int, columns: int) -> str:
        return self.node("Add", self.node("MatMul", x, self.random(rows, columns)), self.random(columns))

    def normalised(self, x: str, width: int) -> str:
        ones, zeros = self.constant(np.ones(width, np.float32)), self.constant(np.zeros(width, np.float32))
        return self.node("LayerNormalization", x, ones, zeros, axis=-1)


def random_encoder(size: Size, tokens: int) -> bytes:
    """Return an ONNX model: ``ids``, int64 of shape (n, tokens), to ``vectors`` of shape (n, width)."""
    graph, width = _Graph(), size.width
    each = width // size.heads
    x = graph.node("Gather", graph.random(size.vocabulary, width), "ids")
    x = graph.normalised(graph.node("Add", x, graph.random(tokens, width)), width)
    split, joined = graph.constant([0, tokens, size.heads, each]), graph.constant([0, tokens, width])
    scale = graph.constant(np.float32(each**-0.5))
    for _ in range(size.layers):
        query, key, value = (
            graph.node("Transpose", graph.node("Reshape", graph.dense(x, width, width), split), perm=perm)
            for perm in ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])
        )
        scores = graph.node("Softmax", graph.node("Mul", graph.node("MatMul", query, key), scale), axis=-1)
        seen = graph.node("Transpose", graph.node("MatMul", scores, value), perm=[0, 2, 1, 3])
        attended = graph.dense(graph.node("Reshape", seen, joined), width, width)
        x = graph.normalised(graph.node("Add", x, attended), width)
        inner = graph.node("Gelu", graph.dense(x, width, 4 * width))
        x = graph.normalised(graph.node("Add", x, graph.dense(inner, 4 * width, width)), width)
    mean = graph.node("ReduceMean", x, graph.constant([1]), keepdims=0)
    graph.nodes.append(helper.make_node("Identity", [mean], ["vectors"]))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", tokens])
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", width])
    made = helper.make_graph(graph.nodes, "encoder", [ids], [vectors], graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    return bytes(model.SerializeToString())
