"""What the network computes in training is what the shipped arrays compute at run time."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed")

from analyzer.encoder import EntryVectors, Neighbours  # noqa: E402
from analyzer.heads.attention import attend  # noqa: E402
from analyzer.training.network import LabelAttention, Network  # noqa: E402

LABELS = dict.fromkeys(("emotions", "feelings", "topics", "patterns", "triggers"), ("a", "b", "c")) | dict.fromkeys(
    ("agent", "status", "when", "who"), ("x", "y")
)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return Network(torch.nn.Identity(), LABELS, hidden=5, dropout=0.0, width=4).eval()


def test_an_entry_is_read_the_same(network):
    """Two items of two and one sentences; a state of noise for every token."""
    lengths, entries = [3, 1, 2], [2, 1]
    states = torch.randn(2, 6, 4)
    tokens = torch.tensor([1, 2, 3, 4, 7, 8])
    read = network.read(states, tokens, lengths, entries)
    layer = Neighbours(network.neighbours.weight.detach().numpy(), network.neighbours.bias.detach().numpy())
    rows = states.reshape(-1, 4)[tokens].numpy()
    sentence = token = 0
    for count in entries:
        here = lengths[sentence : sentence + count]
        own = rows[token : token + sum(here)]
        means = np.array([part.mean(axis=0) for part in np.split(own, np.cumsum(here)[:-1])])
        places = np.zeros((len(own), 2), np.int32)
        entry = layer.around(EntryVectors(means, own.astype(np.float16), np.array(here), places))
        stop = sentence + count
        np.testing.assert_allclose(read.sentences[sentence:stop].detach().numpy(), entry.sentences, atol=1e-5)
        found = read.tokens[token : token + sum(here)].detach().numpy()
        np.testing.assert_allclose(found, entry.token_rows, atol=1e-2)
        sentence, token = stop, token + sum(here)
    assert read.entry_tokens == [4, 2]


def test_attention_is_the_same():
    torch.manual_seed(1)
    module, vectors, lengths = LabelAttention(4, 3), torch.randn(6, 4), [3, 1, 2]
    torch.nn.init.normal_(module.query.weight)
    weights, queries, bias = (x.detach().numpy() for x in (module.score.weight, module.query.weight, module.score.bias))
    expected = module(vectors, lengths).detach().numpy()
    np.testing.assert_allclose(attend(vectors.numpy(), lengths, weights, queries, bias), expected, atol=1e-5)
