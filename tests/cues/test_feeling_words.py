import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analyzer import taxonomy
from analyzer.cues.feelings import feeling_words, with_feeling_words

LABELS = taxonomy.load().feeling_labels


def told(sentence):
    return {label for label, count in zip(LABELS, feeling_words([sentence])[0], strict=True) if count}


@pytest.mark.parametrize(
    ("sentence", "feeling"),
    [
        pytest.param("I was furious with the bank.", "anger", id="a word"),
        pytest.param("I’m so worried about Friday", "anxiety", id="curly apostrophe before it"),
        pytest.param("Such a weight off my shoulders.", "relief", id="a phrase"),
        pytest.param("felt so EMBARRASSED", "embarrassment", id="capitals and an open ending"),
    ],
)
def test_a_feeling_is_told_by_its_words(sentence, feeling):
    assert feeling in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "feeling"),
    [
        pytest.param("I wasn't angry at all.", "anger", id="negated"),
        pytest.param("I am not even sad.", "sadness", id="negated with a word between"),
        pytest.param("He was furious about the car.", "anger", id="another's feeling"),
        pytest.param("She looked so sad.", "sadness", id="another's look"),
        pytest.param("Rage Lane is closed for roadworks, a blueprint says.", "sadness", id="part of another word"),
    ],
)
def test_what_the_writer_does_not_feel_does_not_count(sentence, feeling):
    assert feeling not in told(sentence)


def test_an_entry_counts_the_words_of_all_its_sentences_up_to_two():
    vectors = with_feeling_words(csr_matrix((2, 3), dtype=np.float32), [["So angry.", "Furious. Livid."], ["Soup."]])
    assert vectors.shape == (2, 3 + len(LABELS))
    assert vectors[0, 3 + LABELS.index("anger")] == 1.0  # two words at a weight of a half
    assert vectors[1].nnz == 0
