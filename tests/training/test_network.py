"""What the network computes in training is what the shipped arrays compute at run time."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed")

from analyzer.encoder import Neighbours  # noqa: E402
from analyzer.heads.attention import attend  # noqa: E402
from analyzer.training.network import LabelAttention, Network  # noqa: E402

LABELS = dict.fromkeys(("emotions", "feelings", "topics", "patterns", "triggers"), ("a", "b", "c")) | dict.fromkeys(
    ("agent", "status", "when", "who"), ("x", "y")
)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return Network(torch.nn.Identity(), LABELS, hidden=5, dropout=0.0, width=4).eval()


def test_neighbours_are_the_same(network):
    vectors, lengths = torch.randn(6, 4), [3, 1, 2]
    layer = Neighbours(network.neighbours.weight.detach().numpy(), network.neighbours.bias.detach().numpy())
    expected = network.around(vectors, lengths).detach().numpy()
    np.testing.assert_allclose(layer.around(vectors.numpy(), lengths), expected, atol=1e-5)


def test_attention_is_the_same():
    torch.manual_seed(1)
    module, vectors, lengths = LabelAttention(4, 3), torch.randn(6, 4), [3, 1, 2]
    torch.nn.init.normal_(module.query.weight)
    weights, queries, bias = (x.detach().numpy() for x in (module.score.weight, module.query.weight, module.score.bias))
    expected = module(vectors, lengths).detach().numpy()
    np.testing.assert_allclose(attend(vectors.numpy(), lengths, weights, queries, bias), expected, atol=1e-5)
