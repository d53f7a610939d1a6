import pytest

from analyzer.encoder import tidy


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("I didn’t go", "I didn't go", id="curly apostrophe"),
        pytest.param("“no”…", '"no"...', id="curly quotes and an ellipsis"),
        pytest.param("so funny 😂", "so funny  face with tears of joy ", id="a picture by its name"),
        pytest.param("thanks 👍🏽", "thanks  thumbs up sign ", id="a picture without the tone of its skin"),
        pytest.param("no 😂😂😂", "no  face with tears of joy ", id="several alike as one"),
        pytest.param("───── → 🇬🇧", "───── → ", id="rules, arrows and flags have no name"),
        pytest.param("[NAME] left", "someone left", id="a hidden name"),
        pytest.param("Übermut, naïve", "Übermut, naïve", id="letters stay"),
    ],
)
def test_words_are_as_the_vocabulary_knows_them(written, read):
    assert tidy(written) == read
