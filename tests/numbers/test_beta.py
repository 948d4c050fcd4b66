"""The beta distribution against values that can be worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.numbers.beta import beta_cdf, beta_quantile


@pytest.mark.parametrize("x", [0.0, 0.1, 0.5, 0.93, 1.0])
def test_beta_1_1_is_the_uniform_distribution(x: float) -> None:
    assert math.isclose(beta_cdf(x, 1, 1), x, abs_tol=1e-14)


@pytest.mark.parametrize("x", [0.02, 0.4, 0.77])
def test_integer_shapes_are_binomial_sums(x: float) -> None:
    # P(Beta(a, b) <= x) = P(Binomial(a + b - 1, x) >= a)
    tail = sum(math.comb(9, k) * x**k * (1 - x) ** (9 - k) for k in range(4, 10))
    assert math.isclose(beta_cdf(x, 4, 6), tail, rel_tol=1e-12)


def test_the_arcsine_law() -> None:
    assert math.isclose(beta_cdf(0.3, 0.5, 0.5), 2 / math.pi * math.asin(math.sqrt(0.3)), rel_tol=1e-12)


@given(some.floats(0.001, 0.999), some.floats(0.5, 3000), some.floats(0.5, 3000))
def test_quantile_and_distribution_undo_each_other(p: float, a: float, b: float) -> None:
    assert math.isclose(beta_cdf(beta_quantile(p, a, b), a, b), p, rel_tol=1e-7)


@given(some.floats(0.01, 0.99), some.floats(0.5, 500), some.floats(0.5, 500))
def test_both_tails_mirror(x: float, a: float, b: float) -> None:
    assert math.isclose(beta_cdf(x, a, b), 1 - beta_cdf(1 - x, b, a), abs_tol=1e-10)
