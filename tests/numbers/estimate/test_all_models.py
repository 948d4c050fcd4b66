"""All hierarchical models: how many, which is best, and the published intervals."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from amanat.core import DataError
from amanat.numbers.estimate import Table, hierarchical, hierarchical_bootstrap
from amanat.numbers.estimate.all_models import generators, models

Tables = Callable[[str], Table]


@pytest.mark.parametrize(("t", "order", "number"), [(3, 2, 8), (4, 3, 113), (5, 3, 6212), (5, 2, 1024), (4, 1, 1)])
def test_how_many_models_there_are(t: int, order: int, number: int) -> None:
    thetas, sizes = models(t, order)
    assert len(sizes) == number
    seen = {tuple(sorted(row[:size])) for row, size in zip(thetas.tolist(), sizes.tolist(), strict=True)}
    assert len(seen) == number
    for model in seen:
        assert all(theta & ~(1 << i) in model for theta in model for i in range(t))


@pytest.mark.parametrize("name", ["Korea", "Kosovo", "UKdat_5", "Ned_5"])
def test_the_best_models_are_those_of_the_r_package(name: str, golden: dict, published_table: Tables) -> None:
    expected, found = golden["mse_bic"][name], hierarchical(published_table(name))
    assert found.admissible == expected["n_models"]
    top = found.top(25)
    assert [model.generators for model in top] == [model["model"] for model in expected["top_models"]]
    np.testing.assert_allclose([model.bic for model in top], [m["BIC"] for m in expected["top_models"]], rtol=1e-9)
    np.testing.assert_allclose(
        [model.estimate for model in top], [model["abundance"] for model in expected["top_models"]], rtol=1e-6
    )


def test_the_other_edition_of_new_orleans(golden: dict, published_table: Tables) -> None:
    table = published_table("NewOrl_v2").merged("B", "E").merged("B+E", "F").merged("B+E+F", "G")
    found, expected = hierarchical(table), golden["mse_bic"]["NewOrl_5"]
    assert (found.admissible, table.observed) == (expected["n_models"], 186)
    assert math.isclose(found.estimate, expected["estimate"], rel_tol=1e-9)
    assert hierarchical(published_table("Western")).admissible == 3354


def test_the_published_interval_of_kosovo(published_table: Tables) -> None:
    """Silverman, Chan and Vincent 2024, table 2: [9100, 12000] with one model, [6900, 18000] with ten or more."""
    table = published_table("Kosovo")
    tops = hierarchical_bootstrap(table, hierarchical(table), replicates=1000, seed=5).tops
    one, many = tops[1].interval(), tops[20].interval()
    np.testing.assert_allclose([one.low, one.high], [9100, 12000], rtol=0.03)
    np.testing.assert_allclose([many.low, many.high], [6900, 18000], rtol=0.05)


def test_the_published_interval_of_korea(published_table: Tables) -> None:
    """Silverman, Chan and Vincent 2024, table 3: [131, 248] with one model, [128, 349] with all."""
    table = published_table("Korea")
    tops = hierarchical_bootstrap(table, hierarchical(table), replicates=4000, seed=2).tops
    one, many = tops[1].interval(), tops[6].interval()
    np.testing.assert_allclose([one.low, one.high], [131, 248], rtol=0.08)
    np.testing.assert_allclose([many.low, many.high], [128, 349], rtol=0.08)


def test_the_bootstrap_never_does_worse_with_more_models(hand: Table) -> None:
    fitted = hierarchical(hand)
    assert fitted.enumerated == 8
    tops = hierarchical_bootstrap(hand, fitted, replicates=100, seed=3)
    assert list(tops.tops)[-1] == fitted.admissible
    assert tops.widest is tops.tops[fitted.admissible]
    assert tops.widest.without_estimate <= tops.tops[1].without_estimate
    again = hierarchical_bootstrap(hand, fitted, replicates=100, seed=3)
    np.testing.assert_array_equal(tops.widest.replicates, again.widest.replicates)


def test_models_are_written_by_their_largest_terms() -> None:
    assert generators([0, 1, 2, 4, 8, 3, 5, 6, 7]) == "[123,4]"
    assert generators([0, 1, 2, 4]) == "[1,2,3]"


def test_refusals(hand: Table) -> None:
    with pytest.raises(DataError, match="N013"):
        hierarchical(hand.without("A"))
    with pytest.raises(DataError, match="N013"):
        hierarchical(hand, order=3)
    with pytest.raises(DataError, match="N012"):
        hierarchical(Table(("A", "B", "C"), (0, 5, 5, 0, 5, 0, 0, 0)))
    with pytest.raises(DataError, match="N011"):
        hierarchical_bootstrap(hand, hierarchical(hand), top=0)
