"""A choice weighs the head's word with the hints of rules."""

import numpy as np
import pytest

from analyzer.heads import Weighing

HINT_FOR_SECOND = np.array([[[0.0], [1.0]]])


@pytest.mark.parametrize(
    ("head", "weight", "second"),
    [
        pytest.param(0.5, 0.0, 0.5, id="a hint of no weight"),
        pytest.param(0.5, np.log(3), 0.75, id="a hint worth three to one"),
        pytest.param(0.9, np.log(3), 0.25, id="a hint against a sure head"),
    ],
)
def test_hints_add_to_the_log_odds(head, weight, second):
    weighing = Weighing(1.0, np.array([weight]), np.zeros(2))
    found = weighing.probabilities(np.array([[head, 1 - head]]), HINT_FOR_SECOND)
    assert found[0, 1] == pytest.approx(second)
    assert found.sum() == pytest.approx(1)


def test_what_the_head_rules_out_can_still_be_hinted_at():
    found = Weighing(1.0, np.array([20.0]), np.zeros(2)).probabilities(np.array([[1.0, 0.0]]), HINT_FOR_SECOND)
    assert found[0, 1] > 0.9
