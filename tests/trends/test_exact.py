"""The figures of a table of two by two, against scipy's own and by hand."""

import math

import pytest
from scipy.stats import contingency, fisher_exact, nchypergeom_fisher

from analyzer.trends.exact import fisher, lift, lift_interval

# together, with the trigger, with the reaction, all entries
TABLES = [
    pytest.param((12, 15, 21, 103), id="often"),
    pytest.param((1, 40, 30, 100), id="seldom"),
    pytest.param((5, 20, 25, 100), id="as by chance"),
    pytest.param((0, 15, 10, 95), id="never together"),
    pytest.param((5, 20, 5, 100), id="never apart"),
    pytest.param((15, 15, 40, 100), id="always with the trigger"),
]


def two_by_two(together, with_trigger, with_reaction, entries):
    alone = with_reaction - together
    return [[together, with_trigger - together], [alone, entries - with_trigger - alone]]


@pytest.mark.parametrize("cells", TABLES)
def test_p_is_that_of_fishers_exact_test(cells):
    assert fisher(*cells) == pytest.approx(fisher_exact(two_by_two(*cells), alternative="two-sided").pvalue, rel=1e-12)


def test_p_of_the_lady_tasting_tea():
    # Fisher (1935): three of four cups told right; 34 of 70 ways are as good or as bad.
    assert fisher(3, 4, 4, 8) == pytest.approx(34 / 70)


@pytest.mark.parametrize("cells", TABLES)
def test_the_lift_is_the_relative_risk(cells):
    together, with_trigger, with_reaction, entries = cells
    if with_reaction == together:
        assert lift(*cells) == math.inf
    else:
        risk = contingency.relative_risk(together, with_trigger, with_reaction - together, entries - with_trigger)
        assert lift(*cells) == pytest.approx(risk.relative_risk)


@pytest.mark.parametrize("cells", TABLES)
def test_the_interval_holds_the_lift_and_leaves_out_one_where_both_one_sided_tests_do(cells):
    low, high = lift_interval(*cells)
    assert low <= lift(*cells) <= high
    table = two_by_two(*cells)
    assert (low > 1) == (fisher_exact(table, alternative="greater").pvalue < 0.025)
    assert (high < 1) == (fisher_exact(table, alternative="less").pvalue < 0.025)


def test_an_end_of_the_interval_is_the_lift_at_scipys_end_of_the_odds_ratio():
    cells = (12, 15, 21, 103)
    ends = contingency.odds_ratio(two_by_two(*cells)).confidence_interval(0.95)
    for end, odds in zip(lift_interval(*cells), (ends.low, ends.high), strict=True):
        together = nchypergeom_fisher.mean(103, 21, 15, odds)
        assert end == pytest.approx((together / 15) / ((21 - together) / 88))


def test_what_never_varies_has_no_interval():
    assert all(math.isnan(end) for end in lift_interval(5, 5, 20, 20))


def test_a_reaction_that_nobody_showed_has_no_lift():
    assert math.isnan(lift(0, 5, 0, 20))
