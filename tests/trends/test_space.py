"""The space before a reaction, and where it changed."""

import numpy as np
import pandas as pd
import pytest
from journals import act, entry, frames, trigger
from scipy.stats import binomtest

from analyzer.trends import changes, space
from analyzer.trends.steps import clearest, steps


def row_of(*found):
    return space(*frames(entry("a", "2025-03-02", *found))).iloc[0]


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        pytest.param((act("shutdown"),), (1, 0, 0, 0, 1), id="a reaction"),
        pytest.param((act("pause"),), (0, 1, 0, 1, 1), id="a pause"),
        pytest.param((act("attack", status="resisted"),), (0, 0, 1, 1, 1), id="an urge overcome"),
        pytest.param((act("pause"), act("attack", status="resisted")), (0, 1, 1, 1, 1), id="both, one moment"),
        pytest.param((act("shutdown"), act("pause")), (1, 1, 0, 1, 1), id="a pause after a reaction"),
        pytest.param((act("stay_present"),), (0, 0, 0, 0, 0), id="a secure move"),
        pytest.param((act("pause", status="resisted"),), (0, 0, 0, 0, 0), id="a pause that was not made"),
        pytest.param((act("childhood_echo"),), (0, 0, 0, 0, 0), id="an insight"),
        pytest.param((act("pause", agent="other"),), (0, 0, 0, 0, 0), id="the other pauses"),
        pytest.param((act("shutdown", when="past"),), (0, 0, 0, 0, 0), id="in the past"),
    ],
)
def test_a_moment_is_a_reaction_a_pause_or_an_urge_overcome(found, counts):
    row = row_of(trigger("anger"), *found)
    assert (row.reactions, row.pauses, row.resisted, row.with_space, row.moments) == counts


def test_the_share_has_wilsons_interval():
    entries = [entry(f"p{n}", "2025-03-02", act("pause")) for n in range(3)]
    entries += [entry(f"r{n}", "2025-03-09", act("shutdown")) for n in range(9)]
    row = space(*frames(*entries)).iloc[0]
    ends = binomtest(3, 12).proportion_ci(0.95, method="wilson")
    assert (row.share, row.low, row.high) == (0.25, pytest.approx(ends.low), pytest.approx(ends.high))
    # Wilson's formula by hand, with z = 1.959964.
    middle, half = (3 + 1.9207) / (12 + 3.8415), 1.959964 * np.sqrt(12 * 0.25 * 0.75 + 0.9604) / (12 + 3.8415)
    assert (row.low, row.high) == (pytest.approx(middle - half, abs=1e-4), pytest.approx(middle + half, abs=1e-4))


def test_a_period_without_moments_has_no_share():
    table = space(*frames(entry("a", "2025-01-02", act("pause")), entry("b", "2025-03-02")))
    assert table.share.isna().tolist() == [False, True, True]
    assert list(table.moments) == [1, 0, 0]


def table_of(hits, totals):
    period = pd.date_range("2025-01-01", periods=len(hits), freq="MS", unit="ms")
    return pd.DataFrame({"period": period, "with_space": hits, "moments": totals})


def test_a_planted_change_is_found_where_it_is():
    found = changes(table_of([1, 2, 1, 1, 2, 8, 9, 7, 8, 9, 8, 9], [12] * 12))
    assert found.period.tolist() == [pd.Timestamp("2025-06-01")]
    assert (found.before.iloc[0], found.after.iloc[0]) == (pytest.approx(7 / 60), pytest.approx(58 / 84))
    assert found.p.iloc[0] <= 0.001


def test_two_changes_are_found_in_order_with_the_shares_between_them():
    found = changes(table_of([1] * 5 + [10] * 5 + [2] * 5, [12] * 15))
    assert found.period.tolist() == [pd.Timestamp("2025-06-01"), pd.Timestamp("2025-11-01")]
    assert found.before.tolist() == pytest.approx([1 / 12, 10 / 12])
    assert found.after.tolist() == pytest.approx([10 / 12, 2 / 12])


@pytest.mark.parametrize(
    ("hits", "totals"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([3], [30], id="one period"),
        pytest.param([0, 0, 9], [3, 3, 9], id="too few on one side"),
        pytest.param([0, 0, 0], [30, 30, 30], id="never"),
        pytest.param([30, 30, 30], [30, 30, 30], id="always"),
        pytest.param([0, 0, 0], [0, 0, 0], id="no moments"),
    ],
)
def test_where_there_is_too_little_to_ask_nothing_changed(hits, totals):
    assert changes(table_of(hits, totals)).empty


def test_the_place_is_the_likeliest_of_all():
    hits, totals = np.array([1, 5, 0, 6, 9, 2, 8]), np.array([12, 15, 11, 12, 13, 10, 14])

    def log_likelihood(k, n):
        return sum(count * np.log(count / n) for count in (k, n - k) if count)

    def gain(at):
        sides = ((hits[:at], totals[:at]), (hits[at:], totals[at:]))
        return sum(log_likelihood(k.sum(), n.sum()) for k, n in sides)

    assert clearest(hits, totals).at == max(range(1, 7), key=gain)


def test_p_of_two_periods_is_fishers():
    # With one place to step there is nothing to choose, and the shuffles follow Fisher's own distribution.
    from scipy.stats import fisher_exact

    p = clearest(np.array([3, 9]), np.array([20, 20])).p
    assert p == pytest.approx(fisher_exact([[3, 17], [9, 11]]).pvalue, abs=0.02)


def test_random_months_seldom_claim_a_change():
    lot = np.random.default_rng(7)
    claimed = sum(bool(steps(lot.binomial(25, 0.2, 12), np.full(12, 25), draws=499)) for _ in range(300))
    assert claimed <= 300 * 0.05 + 2 * np.sqrt(300 * 0.05 * 0.95)


def test_the_same_table_gives_the_same_answer():
    table = table_of([1, 2, 1, 1, 2, 8, 9, 7, 8, 9, 8, 9], [12] * 12)
    assert changes(table).equals(changes(table))
