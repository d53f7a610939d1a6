import numpy as np
import pytest

from analyzer.encoder.onnx import LONGEST
from analyzer.encoder.windows import WINDOW
from analyzer.pipeline import models

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder():
    return models.encoder()


def likeness(one, other):
    return np.dot(one, other) / np.linalg.norm(one) / np.linalg.norm(other)


def test_a_sentence_gives_a_row_and_its_tokens_one_each(encoder):
    read = encoder.encode(["I went quiet.", "He left."])
    assert read.sentences.shape == (2, encoder.size)
    assert read.lengths.tolist() == [4, 3]
    assert read.tokens.shape == (7, encoder.size)
    assert read.places.shape == (7, 2)


def test_a_sentence_is_the_mean_of_its_tokens(encoder):
    read = encoder.encode(["I went quiet.", "He left."])
    np.testing.assert_allclose(read.sentences[1], read.tokens[4:].mean(axis=0, dtype=np.float32), atol=0.01)


def test_no_sentences_give_no_rows(encoder):
    read = encoder.encode([])
    assert read.sentences.shape == (0, encoder.size)
    assert read.token_rows.shape == (0, encoder.size)


def test_rows_stand_in_the_order_of_the_sentences_also_over_windows(encoder):
    sentences = [f"She had {n} loaves of bread and a long way to carry them up the hill." for n in range(3 * 12)]
    assert sum(map(len, sentences)) / 5 > 2 * WINDOW
    sentences[20] = "I was so sad."
    read = encoder.encode(sentences)
    alone = encoder.encode([sentences[20]]).sentences[0]
    assert int(np.argmax([likeness(row, alone) for row in read.sentences])) == 20


def test_what_stands_around_a_sentence_changes_how_it_is_read(encoder):
    lone = encoder.encode(["He went quiet."]).sentences[0]
    after = encoder.encode(["The engine had rattled all the way to the garage.", "He went quiet."]).sentences[1]
    assert likeness(lone, after) < 0.999


def test_curly_and_straight_apostrophes_read_the_same(encoder):
    straight, curly = encoder.encode(["didn't he"]), encoder.encode(["didn’t he"])
    np.testing.assert_array_equal(straight.sentences, curly.sentences)


def test_a_sentence_of_any_length_is_read(encoder):
    read = encoder.encode(["word " * 20 * LONGEST, "", "\u200d"])
    assert np.isfinite(read.sentences).all()
    assert read.lengths.tolist() == [LONGEST, 1, 1]
