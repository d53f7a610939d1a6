"""The contrast cases hold as often as they did: a phenomenon that falls more than SLACK below its floor has been broken.

``floors.json`` tells how many cases of each phenomenon pass; ``make evaluate`` prints today's rates. Raise a floor when
the rate has risen. Sums of 8-bit numbers differ a little between processors, so a few cases fewer still hold.
"""

import json
from pathlib import Path

import pytest

from analyzer.evaluation.contrast import pass_rates, read_cases

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
# The most that two processors have been seen to differ by.
SLACK = 2


@pytest.fixture(scope="module")
def rates():
    return pass_rates(read_cases(HERE))


def test_every_phenomenon_has_a_floor(rates):
    assert set(FLOORS) == set(rates)


@pytest.mark.parametrize("phenomenon", sorted(FLOORS))
def test_a_phenomenon_stays_near_its_floor(rates, phenomenon):
    right, n = rates[phenomenon]
    assert right >= FLOORS[phenomenon] - SLACK, f"{phenomenon}: {right} of {n} pass"


def test_all_phenomena_together_stay_near_their_floors(rates):
    assert sum(right for right, _ in rates.values()) >= sum(FLOORS.values()) - 3 * SLACK
