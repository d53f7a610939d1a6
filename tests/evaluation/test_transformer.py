import numpy as np
import onnx
import onnxruntime
import pytest

from analyzer.evaluation.transformer import Size, random_encoder

SMALL = Size(layers=2, width=16, heads=4, vocabulary=50)


@pytest.fixture(scope="module")
def model():
    return random_encoder(SMALL, tokens=6)


def test_the_graph_is_sound_and_gives_a_vector_a_sentence(model):
    onnx.checker.check_model(onnx.load_from_string(model))
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"ids": np.arange(18).reshape(3, 6)})
    assert found.shape == (3, SMALL.width)
    assert np.isfinite(found).all()


def weights_of(size, tokens):
    """Layers of attention (4 w²) and two dense ones (8 w²) with their biases and norms; words, positions, first norm."""
    w = size.width
    return size.layers * (12 * w**2 + 13 * w) + (size.vocabulary + tokens) * w + 2 * w


def test_the_graph_holds_the_weights_that_its_size_names(model):
    shapes = [tensor.dims for tensor in onnx.load_from_string(model).graph.initializer if tensor.data_type == 1]
    # One more number than weights: the scale of attention.
    assert sum(int(np.prod(shape)) for shape in shapes) == weights_of(SMALL, 6) + 1


def test_the_default_is_of_the_published_size():
    assert weights_of(Size(), 514) == pytest.approx(125e6, rel=0.01)  # Liu et al. 2019
