import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.encoder.onnx import LONGEST, window_ids
from analyzer.encoder.windows import FIRST, LAST, WINDOW, windows


def test_an_entry_that_fits_is_one_window():
    assert windows([20, 30, 40]) == [(0, 3)]


def test_a_long_entry_is_parted_into_windows_of_like_size():
    assert windows([20] * 12) == [(0, 6), (6, 12)]


def test_no_sentences_make_no_window():
    assert windows([]) == []


@given(st.lists(st.integers(1, LONGEST), max_size=60))
def test_every_sentence_stands_whole_in_one_window_that_has_room(lengths):
    parts = windows(lengths)
    assert [row for start, stop in parts for row in range(start, stop)] == list(range(len(lengths)))
    assert all(sum(lengths[start:stop]) + 2 <= WINDOW for start, stop in parts)


def test_a_window_begins_and_ends_with_its_marks():
    assert window_ids([[7, 8], [9]]) == [FIRST, 7, 8, 9, LAST]


@pytest.mark.model
def test_the_marks_are_those_of_the_tokenizer():
    from tokenizers import Tokenizer

    from analyzer.heads import read_artifact

    tokenizer = Tokenizer.from_str(read_artifact("tokenizer.json").decode("utf-8"))
    assert (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")) == (FIRST, LAST)
