import numpy as np
import pytest

from analyzer import corpora
from analyzer.corpora import split_corpus

pytestmark = pytest.mark.model


def mention(quote):
    return {"pattern": "shutdown", "agent": "self", "status": "done", "when": "now", "quote": quote}


def test_a_mention_lies_on_the_sentence_that_holds_its_words():
    row = {"text": "It rained. I went quiet. Soup.", "patterns": [mention("went quiet")], "triggers": []}
    split = split_corpus([row])
    assert split.texts == ["It rained.", "I went quiet.", "Soup."]
    assert [len(here) for here in split.patterns] == [0, 1, 0]


def test_a_quote_over_two_sentences_lies_where_most_of_it_is():
    row = {"text": "He left. I went quiet and hid.", "patterns": [mention("left. I went quiet and")], "triggers": []}
    assert [len(here) for here in split_corpus([row]).patterns] == [0, 1]


@pytest.fixture(scope="module")
def items():
    labels = corpora.label_names()
    return {name: corpora.read_items(name, labels) for name in ("journals", "lemotif", "sad")}


def test_what_a_corpus_says_nothing_of_is_unknown_not_absent(items):
    labels = corpora.label_names()
    answer, stressor = items["lemotif"][0], items["sad"][0]
    assert np.isnan(answer.targets["topics"][labels["topics"].index("money")])
    assert np.isnan(answer.targets["own_feelings"][labels["feelings"].index("loneliness")])
    assert np.isnan(stressor.targets["levels"][0])


def test_what_one_of_two_readers_found_is_half_there(items):
    shares = {float(share) for item in items["journals"] for share in item.targets["feelings"]}
    assert shares == {0.0, 0.5, 1.0}


def test_comments_of_a_train_split_are_never_held_out():
    text = next(
        f"comment {n}" for n in range(99) if corpora.is_held_out_entry({"id": "posts-01-1", "text": f"comment {n}"})
    )
    assert not corpora.is_held_out_entry({"id": "comments-01-001", "text": text})
