"""The gamma function and distribution against scipy, and against sums worked out by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import special, stats

from amanat.numbers.gamma import gamma_cdf, gamma_quantile, log_gamma


def test_log_gamma_of_whole_numbers_is_a_sum_of_logs() -> None:
    sums = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, 60)))))
    np.testing.assert_allclose(log_gamma(np.arange(1.0, 61.0)), sums, rtol=1e-14, atol=1e-14)


@given(some.lists(some.floats(1e-6, 1e9), min_size=1, max_size=30))
def test_log_gamma_agrees_with_scipy(values: list[float]) -> None:
    x = np.asarray(values)
    np.testing.assert_allclose(log_gamma(x), special.gammaln(x), rtol=2e-14, atol=2e-14)


@given(some.floats(1e-3, 5e5), some.floats(0.01, 4.0))
def test_the_distribution_agrees_with_scipy(shape: float, factor: float) -> None:
    x = shape * factor
    assert math.isclose(gamma_cdf(x, shape), stats.gamma.cdf(x, shape), rel_tol=1e-8, abs_tol=1e-10)


@given(some.floats(0.001, 0.999), some.floats(0.3, 20_000))
def test_quantile_and_distribution_undo_each_other(p: float, shape: float) -> None:
    assert math.isclose(gamma_cdf(gamma_quantile(p, shape), shape), p, rel_tol=1e-7)


@pytest.mark.parametrize("x", [0.0, -1.0])
def test_nothing_lies_below_zero(x: float) -> None:
    assert gamma_cdf(x, 2.0) == 0
    assert gamma_quantile(0.0, 2.0) == 0
