"""A rule's word and the head's, weighed."""

import numpy as np
import pytest

from analyzer.context import Context
from analyzer.pipeline.attributes import decide

LABELS = ("done", "resisted", "urge", "imagined")


def decided(certainty, head):
    context = Context("self", "resisted", "now", (), 0, certainty, 0)
    return decide("status", LABELS, np.array(head), context)


@pytest.mark.parametrize(
    ("certainty", "head", "status"),
    [
        pytest.param(0, [0.9, 0.05, 0.03, 0.02], "done", id="a default gives way to the head"),
        pytest.param(1, [0.6, 0.3, 0.05, 0.05], "resisted", id="a sure rule turns a close call"),
        pytest.param(1, [0.97, 0.01, 0.01, 0.01], "done", id="a sure rule does not turn a sure head"),
        pytest.param(2, [0.97, 0.01, 0.01, 0.01], "resisted", id="words that leave no doubt turn nearly any"),
        pytest.param(2, [1.0, 0.0, 0.0, 0.0], "done", id="what the head rules out stays out"),
    ],
)
def test_decide(certainty, head, status):
    assert decided(certainty, head) == status
