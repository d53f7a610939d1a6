from analyzer.corpora import Item
from analyzer.training.batches import HIDDEN, Disturbance, lay_out, padded, schedule


def item(kind, length, *, held_out=False):
    return Item(kind, "text", ["s"] * length, held_out, tokens=[[101, 102]] * length)


CORPORA = {
    "journals": [item("journals", 3) for _ in range(20)] + [item("journals", 3, held_out=True) for _ in range(5)],
    "sad": [item("sad", 1) for _ in range(30)],
}
ROUNDS = {"journals": 1.5, "sad": 1}


def flat(batches):
    return [one for batch in batches for one in batch]


def test_what_is_held_out_is_never_in_a_batch():
    assert not any(one.held_out for one in flat(schedule(CORPORA, ROUNDS, 8, seed=1)))


def test_every_corpus_is_gone_through_as_often_as_its_rounds_say():
    kinds = [one.kind for one in flat(schedule(CORPORA, ROUNDS, 8, seed=1))]
    assert kinds.count("journals") == 30
    assert kinds.count("sad") == 30


def test_a_batch_is_of_one_corpus_and_holds_no_more_sentences_than_asked():
    for batch in schedule(CORPORA, ROUNDS, 8, seed=1):
        assert len({one.kind for one in batch}) == 1
        assert sum(len(one.sentences) for one in batch) <= 8


def test_an_entry_longer_than_a_batch_stands_alone():
    long = {"journals": [item("journals", 20), item("journals", 2)]}
    assert sorted(len(batch) for batch in schedule(long, {"journals": 1}, 8, seed=1)) == [1, 1]


def test_the_seed_decides_the_order():
    first, second = (schedule(CORPORA, ROUNDS, 8, seed=seed) for seed in (1, 1))
    assert [id(one) for one in flat(first)] == [id(one) for one in flat(second)]
    assert [id(one) for one in flat(first)] != [id(one) for one in flat(schedule(CORPORA, ROUNDS, 8, seed=2))]


def test_every_token_of_every_sentence_is_found_in_the_windows():
    long = Item("journals", "text", ["s"] * 3, False, tokens=[[n] * 100 for n in (5, 6, 7)])
    short = Item("journals", "text", ["s"] * 2, False, tokens=[[8, 8], [9]])
    laid = lay_out([long, short])
    assert laid.ids.reshape(-1)[laid.tokens].tolist() == [5] * 100 + [6] * 100 + [7] * 100 + [8, 8, 9]
    assert laid.lengths == [100, 100, 100, 2, 1]
    assert laid.sentences == [3, 2]


def test_in_training_some_words_are_hidden_and_no_sentence_is_lost():
    items = [Item("journals", "text", ["s"] * 10, False, tokens=[[7] * 10] * 10) for _ in range(20)]
    laid = lay_out(items, Disturbance(hidden=0.2, pieces=0.5, seed=1))
    read = laid.ids.reshape(-1)[laid.tokens]
    assert len(read) == 20 * 100
    assert set(read.tolist()) == {7, HIDDEN}
    assert 0.17 < (read == HIDDEN).mean() < 0.23
    # Half the items stand in one window, the others in four to ten.
    assert 20 * 3 < len(laid.ids) < 20 * 7


def test_shorter_rows_are_padded_and_masked():
    ids, mask = padded([[101, 7, 102], [101, 102]])
    assert ids.tolist() == [[101, 7, 102], [101, 102, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 1, 0]]
