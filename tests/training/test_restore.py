"""What ships can be trained further: the network comes back out of its 8 bits."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="the extra train is not installed")
torch = pytest.importorskip("torch", reason="the extra train is not installed")
pytest.importorskip("transformers", reason="the extra train is not installed")

from analyzer.encoder import SentenceEncoder  # noqa: E402
from analyzer.encoder.onnx import plain_tokenizer, tokens_of, window_ids  # noqa: E402
from analyzer.heads import load_artifact, read_artifact  # noqa: E402
from analyzer.training.export import export  # noqa: E402
from analyzer.training.restore import encoder_weights, restore  # noqa: E402
from analyzer.training.smooth import smoothed  # noqa: E402

TEXTS = ("He went quiet and I followed him round the house.", "Mum rang twice.", "I could not sleep for going over it.")

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore"),  # of the exporter of PyTorch, at each call
]


@pytest.fixture(scope="module")
def network():
    return restore().eval()


@pytest.fixture(scope="module")
def tokenizer():
    return read_artifact("tokenizer.json").decode("utf-8")


@pytest.fixture(scope="module")
def windows(tokenizer):
    words = plain_tokenizer(tokenizer)
    return [window_ids([tokens_of(words, text)[0]]) for text in TEXTS]


def read(model, tokenizer):
    return np.concatenate([SentenceEncoder(model, tokenizer).encode([text]).sentences for text in TEXTS])


def away(found, from_):
    return np.linalg.norm(found - from_) / np.linalg.norm(from_)


def test_it_reads_as_the_shipped_encoder_but_for_the_steps_of_8_bits(network, tokenizer):
    shipped, whole = read(read_artifact("encoder.onnx"), tokenizer), read(export(network), tokenizer)
    assert 0 < away(shipped, whole) < 0.15


def test_8_bits_come_nearer_to_32_where_outliers_are_smoothed(network, tokenizer, windows, monkeypatch):
    whole, smooth = read(export(network), tokenizer), read(export(network, windows), tokenizer)
    monkeypatch.setattr("analyzer.training.export.smoothed", lambda model, windows: model)
    assert away(smooth, whole) < away(read(export(network, windows), tokenizer), whole)


def test_heads_are_those_that_ship(network):
    head, _, choices, _ = load_artifact("patterns")
    np.testing.assert_array_equal(network.patterns.score.weight.detach().numpy(), head.weights)
    np.testing.assert_array_equal(network.choices["agent"].weight.detach().numpy(), choices["agent"].weights)


def test_a_smoothed_network_comes_back_out_of_its_8_bits(network, windows):
    back = encoder_weights(onnx.load_from_string(export(network, windows)))
    assert max(away(back[name].numpy(), held.numpy()) for name, held in network.encoder.state_dict().items()) < 0.1


def test_smoothing_changes_nothing_in_32_bits(network, windows, tokenizer):
    plain = export(network)
    smooth = smoothed(onnx.load_from_string(plain), windows).SerializeToString()
    assert away(read(smooth, tokenizer), read(plain, tokenizer)) < 1e-4
