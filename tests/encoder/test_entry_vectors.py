"""Two sentences, of two tokens and of one; each token's vector is its number, twice."""

import numpy as np
import pytest

from analyzer.encoder import EntryVectors, tidied_place


@pytest.fixture
def entry():
    tokens = np.array([[1, 1], [2, 2], [3, 3]], dtype=np.float16)
    places = np.array([[0, 4], [5, 9], [0, 6]], dtype=np.int32)
    # The last column stands for what neighbours tell of a sentence.
    sentences = np.array([[1.5, 1.5, 10], [3, 3, 20]], dtype=np.float32)
    return EntryVectors(sentences, tokens, np.array([2, 1]), places)


def test_a_token_stands_beside_what_its_sentences_neighbours_tell(entry):
    assert entry.token_rows.tolist() == [[1, 1, 10], [2, 2, 10], [3, 3, 20]]


def test_words_are_the_mean_of_the_tokens_that_they_touch(entry):
    assert entry.span(0, 5, 9).tolist() == [2, 2]
    assert entry.span(0, 3, 6).tolist() == [1.5, 1.5]
    assert entry.span(1, 0, 2).tolist() == [3, 3]


def test_words_past_what_was_read_are_read_as_their_sentence(entry):
    assert entry.span(0, 400, 420).tolist() == [1.5, 1.5]


@pytest.mark.parametrize(
    ("sentence", "words", "there"),
    [
        ("I went quiet.", "went quiet", (2, 12)),
        ("So tired… I left.", "I left", (12, 18)),
        ("😂 I left.", "I left", (len(" face with tears of joy  "), len(" face with tears of joy  ") + 6)),
    ],
)
def test_a_place_in_a_sentence_is_found_in_the_tidied_one(sentence, words, there):
    start = sentence.index(words)
    assert tidied_place(sentence, start, start + len(words)) == there
