import numpy as np
import pytest

from analyzer.heads import AttentionHead, AttentionScale, TripleHead
from analyzer.heads.attention import attend

WEIGHTS = np.array([[1.0, 0.0]], dtype=np.float32)
NOTHING = np.zeros((1, 2), dtype=np.float32)
LOOKS = np.array([[0.0, 50.0]], dtype=np.float32)
BASE = np.array([-1.0], dtype=np.float32)
VECTORS = np.array([[2, 0], [4, 1], [7, 0]], dtype=np.float32)


def test_without_a_query_sentences_count_alike():
    np.testing.assert_allclose(attend(VECTORS, [2, 1], WEIGHTS, NOTHING, BASE), [[2.0], [6.0]])


def test_a_query_picks_its_sentence():
    np.testing.assert_allclose(attend(VECTORS, [2, 1], WEIGHTS, LOOKS, BASE), [[3.0], [6.0]])


def test_an_entry_without_sentences_gets_the_intercepts():
    np.testing.assert_allclose(attend(VECTORS, [0, 3, 0], WEIGHTS, NOTHING, BASE)[[0, 2]], [[-1.0], [-1.0]])


def test_no_entries_give_no_rows():
    assert attend(np.zeros((0, 2), np.float32), [], WEIGHTS, NOTHING, BASE).shape == (0, 1)


def test_calibration_turns_margins_into_probabilities():
    head = AttentionHead(("fear",), WEIGHTS, NOTHING, BASE, np.array([[2.0, -1.0]]), {"fear": 0.5})
    np.testing.assert_allclose(head.probabilities(VECTORS[:1], [1]), [[1 / (1 + np.exp(-(2 * 1.0 - 1.0)))]])


@pytest.mark.parametrize(("x", "y"), [pytest.param(-9.0, 0.0, id="below"), pytest.param(9.0, 3.0, id="above")])
def test_a_scale_stays_within_its_range(x, y):
    scale = AttentionScale(("severity",), WEIGHTS, NOTHING, BASE)
    assert scale.values(np.array([[x, 0]], dtype=np.float32), [1])[0, 0] == y


@pytest.mark.parametrize(
    ("queries", "vectors", "sentence", "share"),
    [
        pytest.param(NOTHING, VECTORS, 2, 1 / 3, id="without a query the one that reads most"),
        pytest.param(LOOKS, VECTORS, 1, 1.0, id="a query picks its sentence, though another reads more"),
        pytest.param(NOTHING, -VECTORS, 0, 1 / 3, id="where all speak against it, the one that does so least"),
        pytest.param(NOTHING, VECTORS[:1], 0, 1.0, id="the only one"),
        pytest.param(LOOKS, np.array([[2, 0], [2, 1]], dtype=np.float32), 1, 1.0, id="alike in words, the one looked at"),
    ],
)  # fmt: skip
def test_the_telling_sentence(queries, vectors, sentence, share):
    head = AttentionHead(
        ("joy", "fear"), np.tile(WEIGHTS, (2, 1)), np.tile(queries, (2, 1)), np.tile(BASE, 2), np.ones((2, 2)), {}
    )
    best, found = head.telling(vectors, "fear", [1] * len(vectors))
    assert best == sentence
    assert found == pytest.approx(share)


def test_a_sentence_tells_by_all_its_tokens():
    """Three tokens alike: the sentence of two of them has twice the say."""
    head = AttentionHead(("joy",), WEIGHTS, NOTHING, BASE, np.ones((1, 2)), {})
    vectors = np.array([[2, 1], [2, 1], [2, 1], [0, 1]], dtype=np.float32)
    assert head.telling(vectors, "joy", [1, 2, 1]) == (1, pytest.approx(0.5))


def test_an_entry_is_read_whole_by_its_best_sentence_and_by_any():
    random = np.random.default_rng(3)
    weights, queries, rows = (random.normal(size=shape) for shape in ((2, 4), (2, 4), (6, 4)))
    head = TripleHead(("a", "b"), weights, queries, np.zeros(2), np.tile([1.0, 0.0], (2, 1)), {}, np.array([1.0, 0, 0]))
    lengths, entries = [2, 1, 3], [2, 1]
    three = head.three(rows, lengths, entries)
    by_sentence = head.margins(rows, lengths)
    np.testing.assert_allclose(three[:, :, 0], head.margins(rows, [3, 3]))
    np.testing.assert_allclose(three[0, :, 1], by_sentence[:2].max(axis=0))
    np.testing.assert_allclose(three[1, :, 1:], np.stack([by_sentence[2]] * 2, axis=-1))
    assert (three[0, :, 2] > three[0, :, 1]).all()
    np.testing.assert_allclose(head.entry_probabilities(rows, lengths, entries), head.probabilities(rows, [3, 3]))
    assert head.three(rows[:0], [], [0]).tolist() == [[[0.0] * 3] * 2]
