import numpy as np
import pytest

from analyzer.encoder.onnx import LONGEST, padded
from analyzer.pipeline import models

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder():
    return models.encoder()


def test_a_sentence_gives_a_row(encoder):
    assert encoder.encode(["I went quiet.", "He left."]).shape == (2, encoder.size)


def test_no_sentences_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, encoder.size)


def test_rows_stand_in_the_order_of_the_sentences(encoder):
    sentences = ["He left and did not come back until long after the children had gone to bed.", "No.", "I was so sad."]
    both = encoder.encode(sentences)
    for row, sentence in zip(both, sentences, strict=True):
        alone = encoder.encode([sentence])[0]
        assert np.dot(row, alone) / np.linalg.norm(row) / np.linalg.norm(alone) > 0.97


def test_curly_and_straight_apostrophes_read_the_same(encoder):
    np.testing.assert_array_equal(encoder.encode(["didn't he"]), encoder.encode(["didn’t he"]))


def test_a_sentence_of_any_length_is_read(encoder):
    assert np.isfinite(encoder.encode(["word " * 20 * LONGEST, "", "\u200d"])).all()


def test_shorter_rows_are_padded_and_masked():
    ids, mask = padded([[101, 7, 102], [101, 102]])
    assert ids.tolist() == [[101, 7, 102], [101, 102, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 1, 0]]
