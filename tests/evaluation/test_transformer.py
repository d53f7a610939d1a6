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


def test_the_default_holds_as_many_weights_as_the_published_model():
    size = Size()
    layer = 12 * size.width**2 + 13 * size.width
    # 125 million in all (Liu et al. 2019), of which the positions past the timed length are not built.
    assert size.layers * layer + (size.vocabulary + size.positions) * size.width == pytest.approx(124e6, rel=0.01)
