"""Steadied rates: the likelihood is at its top, and the pull is the stronger the fewer cases."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import optimize, stats

from amanat.core import DataError
from amanat.numbers.shrinkage import beta_binomial, gamma_poisson

PARTS, WHOLES = [13, 40, 200, 5, 90, 2], [58, 100, 900, 7, 300, 2]
NAMES = "abcdef"


def test_beta_binomial_is_at_the_top_of_its_likelihood() -> None:
    fitted = beta_binomial(NAMES, PARTS, WHOLES)

    def lost(x: np.ndarray) -> float:
        return -stats.betabinom.logpmf(PARTS, WHOLES, math.exp(x[0]), math.exp(x[1])).sum()

    best = optimize.minimize(lost, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12})
    a, b = np.exp(best.x)
    assert math.isclose(fitted.mean, a / (a + b), rel_tol=1e-4)
    assert math.isclose(fitted.strength, a + b, rel_tol=1e-3)


def test_gamma_poisson_is_at_the_top_of_its_likelihood() -> None:
    exposures = [2.0, 5.0, 30.0, 0.4, 11.0, 0.2]
    fitted = gamma_poisson(NAMES, PARTS, exposures)

    def lost(x: np.ndarray) -> float:
        shape, mean = np.exp(x)
        return -stats.nbinom.logpmf(PARTS, shape, shape / (shape + mean * np.asarray(exposures))).sum()

    best = optimize.minimize(lost, [5.0, 2.0], method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12})
    shape, mean = np.exp(best.x)
    assert math.isclose(fitted.mean, mean, rel_tol=1e-4)
    assert math.isclose(fitted.strength, shape / mean, rel_tol=1e-2)  # the top is flat there


def test_small_units_are_drawn_in_most() -> None:
    fitted = {unit.name: unit for unit in beta_binomial(NAMES, PARTS, WHOLES).units}
    assert fitted["f"].raw == 1
    assert fitted["f"].value < 0.7
    assert fitted["f"].weight < fitted["a"].weight < fitted["c"].weight
    assert abs(fitted["c"].value - fitted["c"].raw) < 0.01
    for unit in fitted.values():
        assert unit.interval.low < unit.value < unit.interval.high
        assert math.isclose(
            unit.value,
            unit.weight * unit.raw + (1 - unit.weight) * beta_binomial(NAMES, PARTS, WHOLES).mean,
            rel_tol=1e-9,
        )


@given(some.integers(1, 9))
def test_units_that_are_alike_get_one_figure(part: int) -> None:
    for fitted in (beta_binomial("abcd", [part] * 4, [10] * 4), gamma_poisson("abcd", [part] * 4, [10.0] * 4)):
        assert fitted.alike
        assert {unit.value for unit in fitted.units} == {part / 10}
        assert "no list of best and worst" in fitted.sentence("a")


def test_the_sentence_prints_counts_first() -> None:
    said = beta_binomial(NAMES, PARTS, WHOLES).sentence("f")
    assert said.startswith("2 of 2 is 100.0 %; steadied by all units")
    assert "per 100,000" in gamma_poisson(NAMES, PARTS, [w * 1e5 for w in WHOLES]).sentence("a")


@pytest.mark.parametrize(
    ("code", "parts", "wholes"),
    [
        ("N031", [1, 2, 9], [3, 4, 5]),
        ("N031", [1, 2, 1.5], [3, 4, 5]),
        ("N031", [1, 2, 1], [3, 4, 0]),
        ("N031", [1, 2, 1], [3, 4]),
        ("N033", [0, 0, 0], [3, 4, 5]),
        ("N032", [1, 2], [3, 4]),
    ],
)
def test_impossible_units_are_refused(code: str, parts: list[int], wholes: list[int]) -> None:
    with pytest.raises(DataError, match=code):
        beta_binomial("abc"[: len(parts)], parts, wholes)


def test_other_wrong_calls() -> None:
    with pytest.raises(DataError, match="N033"):
        gamma_poisson("abc", [0, 0, 0], [1, 2, 3])
    with pytest.raises(DataError, match="N025"):
        gamma_poisson("abc", [1, 0, 0], [1, 2, 3], level=0)
    with pytest.raises(DataError, match="N034"):
        beta_binomial(NAMES, PARTS, WHOLES).sentence("z")
