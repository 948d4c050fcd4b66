"""The funnel plot against exact distributions and against what it is for."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats

from amanat.core import DataError
from amanat.numbers.funnel_plot import Spread, Standing, funnel_of_rates, funnel_of_shares

NAMES = tuple("abcdefghij")


@given(some.integers(2, 4000), some.floats(0.02, 0.98), some.sampled_from([0.95, 0.998]))
def test_binomial_limits_lie_within_one_count_of_the_quantiles(n: int, theta: float, level: float) -> None:
    plot = funnel_of_shares("abc", [1, 1, 1], [n, n, n], target=theta, spread=Spread.NONE)
    limits = plot.limits(n, level)
    for limit, p in ((limits.low, (1 - level) / 2), (limits.high, (1 + level) / 2)):
        r = stats.binom.ppf(p, n, theta)
        alpha = (stats.binom.cdf(r, n, theta) - p) / stats.binom.pmf(r, n, theta)
        assert math.isclose(limit, min(1, max(0, (r - alpha) / n)), rel_tol=1e-6, abs_tol=1e-6)


@given(some.floats(0.5, 3000), some.sampled_from([0.95, 0.998]))
def test_poisson_limits_lie_within_one_count_of_the_quantiles(mean: float, level: float) -> None:
    plot = funnel_of_rates("abc", [1, 1, 1], [1.0, 1.0, 1.0], target=mean, spread=Spread.NONE)
    limits = plot.limits(1.0, level)
    for limit, p in ((limits.low, (1 - level) / 2), (limits.high, (1 + level) / 2)):
        r = stats.poisson.ppf(p, mean)
        alpha = (stats.poisson.cdf(r, mean) - p) / stats.poisson.pmf(r, mean)
        assert math.isclose(limit, max(0, r - alpha), rel_tol=1e-6, abs_tol=1e-6)


def test_chance_alone_stays_inside() -> None:
    rng = np.random.default_rng(5)
    wholes = rng.integers(20, 900, 400)
    names = [str(i) for i in range(400)]
    plot = funnel_of_shares(names, rng.binomial(wholes, 0.3).tolist(), wholes.tolist(), spread=Spread.NONE)
    beyond = [unit for unit in plot.units if unit.standing is Standing.BEYOND]
    inside = [unit for unit in plot.units if unit.standing is Standing.INSIDE]
    assert len(beyond) <= 4
    assert 0.92 <= len(inside) / 400 <= 0.98
    assert 0.5 < plot.dispersion < 1  # drawing the tails in takes a third of it away
    full = funnel_of_shares(names, [u.part for u in plot.units], wholes.tolist(), spread=Spread.NONE, winsorised=0)
    assert 0.8 < full.dispersion < 1.2


def test_one_unit_stands_out_and_does_not_widen_the_limits_for_itself() -> None:
    plot = funnel_of_shares(NAMES, [30, 31, 29, 32, 28, 30, 33, 27, 30, 80], [100] * 10, target=0.3)
    assert plot.spread is Spread.NONE
    assert [unit.standing for unit in plot.units] == [Standing.INSIDE] * 9 + [Standing.BEYOND]
    assert "above what chance explains; this says that it differs, not why" in plot.sentence("j")
    assert "no different from the rest" in plot.sentence("a")
    assert "league" not in plot.sentence("a")


@pytest.mark.parametrize("spread", [Spread.ADDITIVE, Spread.MULTIPLICATIVE])
def test_overdispersion_widens(spread: Spread) -> None:
    parts = [10, 40, 22, 35, 12, 50, 18, 44, 27, 31]
    narrow = funnel_of_shares(NAMES, parts, [100] * 10, spread=Spread.NONE)
    wide = funnel_of_shares(NAMES, parts, [100] * 10, spread=spread)
    assert wide.dispersion > 2
    for one, other in zip(narrow.units, wide.units, strict=True):
        assert other.limits.low < one.limits.low < one.limits.high < other.limits.high
        assert abs(other.adjusted) < abs(other.z)
    # With equal sizes both ways of widening are the same.
    assert math.isclose(wide.units[0].adjusted, narrow.units[0].z / math.sqrt(wide.dispersion), rel_tol=0.06)


def test_additive_variance_by_hand() -> None:
    plot = funnel_of_shares("abc", [10, 30, 20], [100, 100, 100], winsorised=0)
    weight = 100 / (0.2 * 0.8)
    phi = (0.01 + 0.01) * weight / 3
    assert math.isclose(plot.dispersion, phi)
    assert math.isclose(plot.between, (3 * phi - 2) / (3 * weight - weight))


def test_the_curve_narrows_with_size() -> None:
    plot = funnel_of_rates(NAMES, [5, 9, 12, 3, 7, 8, 10, 6, 4, 11], [1e6] * 10)
    widths = [each.high - each.low for each in plot.curve([1e5, 1e6, 1e7, 1e8])]
    assert widths == sorted(widths, reverse=True)
    assert "per 100,000" in plot.sentence("a")


@pytest.mark.parametrize(
    ("code", "parts", "wholes"),
    [
        ("N031", [1, 2], [3, 4, 5]),
        ("N031", [1, 2, 9], [3, 4, 5]),
        ("N031", [1, -2, 3], [3, 4, 5]),
        ("N031", [1, 0, 3], [3, 0, 5]),
        ("N033", [0, 0, 0], [3, 4, 5]),
        ("N033", [3, 4, 5], [3, 4, 5]),
    ],
)
def test_impossible_units_are_refused(code: str, parts: list[int], wholes: list[int]) -> None:
    with pytest.raises(DataError, match=code):
        funnel_of_shares("abc", parts, wholes)


def test_too_few_units_and_other_wrong_calls() -> None:
    with pytest.raises(DataError, match="N032"):
        funnel_of_shares("ab", [1, 2], [3, 4])
    with pytest.raises(DataError, match="N031"):
        funnel_of_shares("aba", [1, 2, 2], [3, 4, 5])
    with pytest.raises(DataError, match="N033"):
        funnel_of_rates("abc", [0, 0, 0], [3, 4, 5])
    with pytest.raises(DataError, match="N033"):
        funnel_of_shares("abc", [1, 2, 2], [3, 4, 5], winsorised=0.5)
    with pytest.raises(DataError, match="N034"):
        funnel_of_shares("abc", [1, 2, 2], [3, 4, 5]).sentence("d")
