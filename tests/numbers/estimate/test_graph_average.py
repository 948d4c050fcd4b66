"""Averaging over graphs: against dga's results, and against the formula written out."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from amanat.core import DataError
from amanat.numbers.estimate import Table, decomposable
from amanat.numbers.estimate.graph_average import decomposable_graphs


@pytest.mark.parametrize(("t", "number"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)])
def test_how_many_decomposable_graphs_there_are(t: int, number: int) -> None:
    graphs = decomposable_graphs(t)
    assert len(graphs) == number
    for graph in graphs:
        assert len(graph.separators) == len(graph.cliques) - 1
        lists = sum(c.bit_count() for c in graph.cliques) - sum(s.bit_count() for s in graph.separators)
        assert lists == t
        assert not any(a != b and a & b == a for a in graph.cliques for b in graph.cliques)


@pytest.mark.parametrize("name", ["Korea", "Kosovo", "NewOrl_5", "UKdat_5", "Ned_5"])
def test_posterior_is_that_of_the_r_package(name: str, golden: dict, published_table: Callable[[str], Table]) -> None:
    expected = golden["dga"][name]
    found = decomposable(published_table(name), most_hidden=expected["Nmissing_max"], delta=expected["delta"])
    assert math.isclose(found.mean, expected["mean"], rel_tol=1e-6)
    interval = found.interval()
    assert (found.median, found.mode) == (expected["median"], expected["mode"])
    assert [interval.low, interval.high] == expected["ci95"]
    np.testing.assert_allclose([p for _, p in found.graphs[:5]], expected["top_model_probs"], rtol=1e-6)
    assert math.isclose(found.posterior[-1], expected["post_at_max"], rel_tol=1e-6)


GRAPHS = [
    (["A", "B", "C"], ["", ""]),
    *((["AB", "C"], [""]), (["AC", "B"], [""]), (["BC", "A"], [""])),
    *((["AB", "BC"], ["B"]), (["AB", "AC"], ["A"]), (["AC", "BC"], ["C"])),
    (["ABC"], []),
]
"""All graphs of three lists, by hand."""


def test_the_formula_written_out(hand: Table) -> None:
    """Every graph and every N_∅ of a short grid, term by term with the standard library."""
    delta, size = 0.2, 150
    place = {"A": 1, "B": 2, "C": 4}

    def part(names: str, hidden: int) -> float:
        mask, prior = sum(place[name] for name in names), delta * 2 ** (3 - len(names))
        cells: dict[int, float] = {}
        for w, count in enumerate(hand.counts):
            cells[w & mask] = cells.get(w & mask, 0) + count
        cells[0] += hidden
        return sum(math.lgamma(n + prior) - math.lgamma(prior) for n in cells.values())

    scores = np.empty((len(GRAPHS), size))
    for g, (cliques, separators) in enumerate(GRAPHS):
        for hidden in range(1, size + 1):
            n = hand.observed + hidden
            score = sum(part(c, hidden) for c in cliques) - sum(part(s, hidden) for s in separators)
            score += math.lgamma(8 * delta) - math.lgamma(n + 8 * delta)
            score += math.lgamma(n + 1) - math.lgamma(hidden + 1) - math.log(n)
            scores[g, hidden - 1] = score
    weights = np.exp(scores - scores.max())
    found = decomposable(hand, most_hidden=size, delta=delta)
    np.testing.assert_allclose(found.posterior, weights.sum(axis=0) / weights.sum(), rtol=1e-9)
    expected = sorted(weights.sum(axis=1) / weights.sum(), reverse=True)
    np.testing.assert_allclose([share for _, share in found.graphs], expected, rtol=1e-9)


def test_a_grid_that_is_too_short_is_told(hand: Table) -> None:
    assert decomposable(hand, most_hidden=80).touched
    assert not decomposable(hand, most_hidden=60_000).touched
    assert decomposable(hand, most_hidden=1).median == hand.observed + 1


def test_refusals(hand: Table) -> None:
    with pytest.raises(DataError, match="N013"):
        decomposable(hand.without("A"))
    with pytest.raises(DataError, match="N015"):
        decomposable(hand, most_hidden=0)
    with pytest.raises(DataError, match="N015"):
        decomposable(hand, delta=0)
