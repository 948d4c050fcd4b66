"""Latent classes: R-hat by hand, the cap, repeatability, and what the R package got."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from amanat.core import DataError
from amanat.numbers.estimate import LatentClasses, Table, latent_classes
from amanat.numbers.estimate.speed import compiles

numba = pytest.mark.skipif(not compiles(), reason="too slow without numba (the extra `estimate`)")


@numba
def test_intervals_are_those_of_the_r_package(golden: dict, published_table: Callable[[str], Table]) -> None:
    table = published_table("Kosovo")
    found = latent_classes(table, chains=8, burn_in=10_000, draws=1000, thinning=10)
    runs = [run for name, run in golden["lcmcr"].items() if name.startswith("Kosovo")]
    assert math.isclose(found.median, np.mean([run["median"] for run in runs]), rel_tol=0.05)
    interval = found.interval()
    assert math.isclose(interval.low, np.mean([run["ci95"][0] for run in runs]), rel_tol=0.05)
    assert math.isclose(interval.high, np.mean([run["ci95"][1] for run in runs]), rel_tol=0.08)
    assert not found.touched


@numba
def test_the_answer_does_not_depend_on_the_threads(hand: Table) -> None:
    one = latent_classes(hand, chains=3, burn_in=200, draws=50, thinning=2, workers=1)
    two = latent_classes(hand, chains=3, burn_in=200, draws=50, thinning=2, workers=3)
    np.testing.assert_array_equal(one.draws, two.draws)
    other = latent_classes(hand, chains=3, burn_in=200, draws=50, thinning=2, seed=2)
    assert not np.array_equal(one.draws, other.draws)


def test_independent_lists_give_back_the_population() -> None:
    rng = np.random.default_rng(11)
    people = rng.random((2000, 3)) < [0.4, 0.5, 0.3]
    counts = np.bincount((people * [1, 2, 4]).sum(axis=1), minlength=8)
    table = Table(("A", "B", "C"), (0, *counts[1:].tolist()))
    found = latent_classes(table, chains=2, burn_in=300, draws=100, thinning=2)
    assert found.interval().low < 2050
    assert found.interval(0.999).high > 1900


def test_compiled_and_as_it_stands_give_the_same_draws(hand: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = latent_classes(hand, chains=1, burn_in=20, draws=10, thinning=1)
    monkeypatch.setattr("amanat.numbers.estimate.speed.find_spec", lambda _: None)
    plain = latent_classes(hand, chains=1, burn_in=20, draws=10, thinning=1)
    np.testing.assert_array_equal(compiled.draws, plain.draws)


def test_a_cap_that_decides_is_told(hand: Table) -> None:
    found = latent_classes(hand, chains=1, burn_in=50, draws=60, thinning=1, cap=0.2)
    assert found.draws.max() <= hand.observed * 1.2
    assert found.touched


def test_r_hat_by_hand() -> None:
    calm = LatentClasses(np.asarray([[10, 12, 10, 12], [10, 12, 10, 12]]), 5, 20.0, 0)
    within = np.log([10, 12]).var(ddof=1)
    assert math.isclose(calm.r_hat, math.sqrt(0.5 * within / within))
    apart = LatentClasses(np.asarray([[10, 12, 10, 12], [100, 120, 100, 120]]), 5, 20.0, 0)
    assert apart.r_hat > 5
    assert not apart.mixed
    assert calm.mixed
    assert math.isinf(LatentClasses(np.asarray([[7, 7, 7, 7]]), 5, 20.0, 0).r_hat)


@pytest.mark.parametrize(
    "wrong",
    [{"chains": 0}, {"draws": 3}, {"classes": 1}, {"burn_in": -1}, {"cap": 0}, {"cap": math.inf}, {"shape": 0}],
)
def test_numbers_that_make_no_chain(hand: Table, wrong: dict[str, float]) -> None:
    with pytest.raises(DataError, match="N016"):
        latent_classes(hand, **wrong)


def test_two_lists_are_refused(hand: Table) -> None:
    with pytest.raises(DataError, match="N013"):
        latent_classes(hand.without("A"))
