"""The graph that ships computes what the trained one does."""

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx", reason="the extra train is not installed")
pytest.importorskip("torch", reason="the extra train is not installed")

from onnx import helper, numpy_helper  # noqa: E402

from analyzer.training.export import with_quick_norms  # noqa: E402

WIDTH = 8


@pytest.fixture
def model():
    """A layer norm over a sum of two inputs, as the optimiser writes it."""
    random = np.random.default_rng(0)
    arrays = [
        numpy_helper.from_array(random.normal(size=WIDTH).astype(np.float32), name)
        for name in ("gain", "offset", "bias")
    ]
    node = helper.make_node(
        "SkipLayerNormalization",
        ["own", "skip", "gain", "offset", "bias"],
        ["out"],
        domain="com.microsoft",
        epsilon=1e-12,
    )
    shape = ["n", "tokens", WIDTH]
    inputs, output = (
        [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape) for name in names]
        for names in (("own", "skip"), ("out",))
    )
    graph = helper.make_graph([node], "norm", inputs, output, initializer=arrays)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def run(model, data):
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, data)[0]


def test_quick_norms_give_what_the_layer_norms_gave(model):
    random = np.random.default_rng(1)
    data = {name: random.normal(size=(2, 5, WIDTH)).astype(np.float32) for name in ("own", "skip")}
    quick = with_quick_norms(model)
    assert "SkipLayerNormalization" not in {node.op_type for node in quick.graph.node}
    np.testing.assert_allclose(run(quick, data), run(model, data), atol=1e-5)
