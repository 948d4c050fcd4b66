"""BCa limits against those of the R package from its own replicates, and the parts by hand."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.numbers.estimate import Bootstrap, Table, bca_limits
from amanat.numbers.estimate.bootstrap import acceleration, quantile, resampled, without_one
from amanat.numbers.estimate.stepwise_pairs import estimates_of


@pytest.mark.parametrize("name", ["UKdat_5", "Ned_5", "NewOrl_5", "UKdat", "Ned"])  # codespell:ignore ned
def test_limits_from_given_replicates(name: str, golden: dict, published_table: Callable[[str], Table]) -> None:
    expected = golden["sparsemse_bootstrap"][name]
    replicates = np.asarray(expected["all_bootreps"])
    found = bca_limits(expected["popest"], replicates, expected["ahat"], [float(p) for p in expected["bca"]])
    np.testing.assert_allclose(found, list(expected["bca"].values()), rtol=1e-12)
    table = published_table(name)
    tables, weights = without_one(table)
    speed, lost = acceleration(estimates_of(len(table.lists), tables), weights)
    assert lost == 0
    assert math.isclose(speed, expected["ahat"], abs_tol=1e-12)


@given(some.lists(some.floats(-1e6, 1e6), min_size=2, max_size=60), some.floats(0, 1))
def test_the_quantile_is_the_median_unbiased_one(values: list[float], p: float) -> None:
    expected = np.quantile(values, p, method="median_unbiased")
    assert math.isclose(quantile(np.sort(values), p), expected, rel_tol=1e-9, abs_tol=1e-6)


def test_without_bias_and_acceleration_the_limits_are_plain_quantiles() -> None:
    replicates = np.arange(1.0, 1001)
    np.testing.assert_allclose(
        bca_limits(500.5, replicates, 0.0, (0.025, 0.5, 0.975)),
        np.quantile(replicates, (0.025, 0.5, 0.975), method="median_unbiased"),
    )


def test_an_unbounded_estimate_shows_as_an_unbounded_limit() -> None:
    replicates = np.concatenate([np.arange(90.0, 185), np.full(5, math.inf)])
    drawn = Bootstrap(140.0, replicates, 0.0, 0)
    assert math.isinf(drawn.interval().high)
    assert math.isfinite(drawn.interval(0.8).high)
    assert drawn.without_estimate == 5


def test_replicates_without_an_estimate_are_counted_and_left_out() -> None:
    replicates = np.concatenate([np.arange(90.0, 185), np.full(5, math.nan)])
    drawn = Bootstrap(130.0, replicates, 0.0, 0)
    assert drawn.without_estimate == 5
    assert drawn.interval().high < 185
    with pytest.raises(DataError, match="N014"):
        Bootstrap(130.0, np.full(5, math.nan), 0.0, 0).interval()


def test_all_replicates_on_one_side() -> None:
    assert Bootstrap(1.0, np.arange(5.0, 9), 0.0, 0).interval() == Bootstrap(1.0, np.arange(5.0, 9), 0.9, 0).interval()


def test_resampling_keeps_the_number_of_people_and_the_empty_cells(hand: Table) -> None:
    drawn = resampled(hand, 50, 1)
    assert set(drawn.sum(axis=1)) == {hand.observed}
    assert not drawn[:, hand.array == 0].any()
    np.testing.assert_allclose(drawn.mean(axis=0), hand.array, atol=4)


def test_the_jackknife_takes_one_person_from_each_history(hand: Table) -> None:
    tables, weights = without_one(hand)
    assert set(tables.sum(axis=1)) == {hand.observed - 1}
    assert weights.sum() == hand.observed
    assert acceleration(np.asarray([5.0, math.inf]), np.asarray([3.0, 2.0])) == (0.0, 2)
    assert acceleration(np.asarray([math.inf]), np.asarray([2.0])) == (0.0, 2)
