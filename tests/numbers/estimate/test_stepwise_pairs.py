"""The stepwise method against SparseMSE's results, and against what it is for."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from amanat.core import DataError
from amanat.numbers.estimate import Table, check_model, check_pairs, stepwise, stepwise_bootstrap
from amanat.numbers.estimate.stepwise_pairs import estimates_of

Tables = Callable[[str], Table]
NAMES = ("Artificial_3", "UKdat_5", "Ned_5", "NewOrl_5", "UKdat", "Ned")  # codespell:ignore ned


@pytest.mark.parametrize("name", NAMES)
def test_points_terms_and_criteria_are_those_of_the_r_package(name: str, golden: dict, published_table: Tables) -> None:
    table, expected = published_table(name), golden["sparsemse_point"][name]["stepwise"]
    found = stepwise(table)
    limits = expected["estimate"]
    assert math.isclose(found.estimate, limits["point est."], rel_tol=1e-9)
    assert math.isclose(found.conditional.low, limits["2.5%"], rel_tol=1e-9)
    assert math.isclose(found.conditional.high, limits["97.5%"], rel_tol=1e-9)
    assert math.isclose(found.aic, expected["aic"], rel_tol=1e-9)
    assert math.isclose(found.deviance, expected["deviance"], rel_tol=1e-9)
    assert found.df == expected["df"]
    coefficients = {
        name.replace("(Intercept)", "(none)").replace(":", " & "): value
        for name, value in expected["coefficients"].items()
    }
    finite = {name: value for name, value in found.coefficients.items() if math.isfinite(value)}
    assert list(finite) == list(coefficients)
    np.testing.assert_allclose(list(finite.values()), list(coefficients.values()), rtol=1e-9)
    empty = expected["empty_overlaps_in_model"] or []
    empty = [empty] if isinstance(empty, str) else empty
    assert {term.replace(" & ", ":") for term in found.empty} == set(empty)
    assert check_pairs(table) == golden["sparsemse_point"][name]["checkident_all_pairs"]
    assert table.triples == golden["sparsemse_point"][name]["ntriples"]


@pytest.mark.parametrize("name", ["UKdat_5", "Ned_5", "NewOrl_5", "UKdat", "Ned"])  # codespell:ignore ned
def test_every_stored_replicate_comes_out_again(
    name: str, golden: dict, published_table: Tables, published_rows: Callable[[str], list[int]]
) -> None:
    table, expected = published_table(name), golden["sparsemse_bootstrap"][name]
    rows = np.zeros((len(expected["replicate_counts"]), len(table.counts)))
    rows[:, published_rows(name)] = expected["replicate_counts"]
    found = estimates_of(len(table.lists), rows)  # compiled where numba is installed
    np.testing.assert_allclose(found, expected["replicate_estimates"], rtol=1e-8)


def test_check_codes_of_the_paper(published_table: Tables) -> None:
    table = published_table("Artificial_3")
    assert check_pairs(table) == 2
    assert check_model(table, [0b011]) == 1
    assert check_model(table, [0b101, 0b110]) == 0


def test_independent_lists_need_no_pairs_and_dependent_ones_do() -> None:
    rng = np.random.default_rng(3)
    people = rng.random((4000, 4)) < [0.2, 0.15, 0.25, 0.1]
    plain = stepwise(counted(people))
    assert plain.terms == ()
    assert 3400 < plain.estimate < 4700
    people[:, 1] |= people[:, 0] & (rng.random(4000) < 0.5)
    dependent = stepwise(counted(people))
    assert dependent.terms[0] == "A & B"
    assert 3300 < dependent.estimate < 4900


def counted(people: np.ndarray) -> Table:
    histories = (people * [1, 2, 4, 8]).sum(axis=1)
    counts = np.bincount(histories, minlength=16)
    return Table(("A", "B", "C", "D"), (0, *counts[1:].tolist()))


def test_an_empty_overlap_that_should_not_be_is_a_term_at_minus_infinity() -> None:
    rng = np.random.default_rng(4)
    people = rng.random((6000, 4)) < [0.2, 0.2, 0.2, 0.2]
    people[:, 1] &= ~people[:, 0]
    found = stepwise(counted(people))
    assert "A & B" in found.empty
    assert found.coefficients["A & B"] == -math.inf
    assert 4500 < found.estimate < 8000


def test_the_interval_that_counts_the_choice_in_is_repeatable_and_wider_on_sparse_lists(hand: Table) -> None:
    one, other = (stepwise_bootstrap(hand, replicates=300, seed=7) for _ in range(2))
    np.testing.assert_array_equal(one.replicates, other.replicates)
    interval = one.interval()
    assert hand.observed <= interval.low < one.estimate < interval.high


def test_where_nobody_is_shared_there_is_no_estimate() -> None:
    alone = Table(("A", "B", "C"), (0, 5, 5, 0, 5, 0, 0, 0))
    for call in (stepwise, stepwise_bootstrap):
        with pytest.raises(DataError, match="N012"):
            call(alone)


def test_wrong_calls(hand: Table) -> None:
    with pytest.raises(DataError, match="N025"):
        stepwise(hand, level=0)
    with pytest.raises(DataError, match="N011"):
        stepwise_bootstrap(hand, replicates=1)
