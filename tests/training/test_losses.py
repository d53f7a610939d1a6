"""What people say and what larger networks say, together in one target."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed")

from analyzer.corpora import Item  # noqa: E402
from analyzer.training.losses import Recipe, _binary, _mixed, _most  # noqa: E402

NAN = float("nan")


def item(soft):
    return Item("sad", "x", ["x"], False, {}, soft={"topics": np.array(soft, dtype=np.float32)} if soft else {})


def test_a_share_of_the_target_is_soft_and_all_of_it_where_people_tell_nothing():
    recipe = Recipe({}, {}, soft={"topics": 0.25})
    mixed = _mixed(torch.tensor([[1.0, NAN]]), [item([0.2, 0.6])], "topics", recipe)
    torch.testing.assert_close(mixed, torch.tensor([[0.8, 0.6]]))


@pytest.mark.parametrize("recipe", [Recipe({}, {}), Recipe({}, {}, soft={"levels": 0.5})])
def test_without_a_share_people_are_all(recipe):
    truth = torch.tensor([[1.0, 0.0]])
    assert _mixed(truth, [item([0.2, 0.6])], "topics", recipe) is truth


def test_an_entry_holds_what_its_best_sentence_holds():
    values = torch.tensor([[0.1, 0.9], [0.7, 0.2], [0.3, 0.3]])
    torch.testing.assert_close(_most(values, torch.tensor([0, 0, 1]), 2), torch.tensor([[0.7, 0.9], [0.3, 0.3]]))


def test_what_nobody_knows_costs_nothing():
    logits = torch.tensor([[5.0, 0.0]])
    assert _binary(logits, torch.tensor([[NAN, 1.0]])) == pytest.approx(np.log(2))
