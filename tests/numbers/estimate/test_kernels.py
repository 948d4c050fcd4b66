"""The arithmetic: against closed forms, against scipy, and compiled against as it stands."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import optimize, stats

from amanat.numbers.estimate import kernels
from amanat.numbers.estimate.speed import compiles, fast

COUNTS = some.lists(some.integers(0, 30), min_size=7, max_size=7).map(lambda c: np.asarray([0, *c], float))


def thetas(*interactions: int) -> np.ndarray:
    return np.asarray([0, 1, 2, 4, *interactions])


def fit(model: np.ndarray, counts: np.ndarray) -> tuple[int, float, float, np.ndarray]:
    alpha = np.zeros(len(model))
    warm = False
    return (*kernels.fit_one(model, counts, kernels.superset_sums(counts), alpha, warm), alpha)


@given(COUNTS)
def test_sums_over_supersets_and_subsets(counts: np.ndarray) -> None:
    above, below = kernels.superset_sums(counts), kernels.subset_sums(counts)
    for w in range(8):
        assert above[w] == sum(counts[v] for v in range(8) if v & w == w)
        assert below[w] == sum(counts[v] for v in range(8) if v & w == v)


@given(some.integers(1, 6), some.integers(0, 2**32 - 1))
def test_solve_is_that_of_numpy(p: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(p, p + 2))
    matrix, right = root @ root.T + 0.1 * np.eye(p), rng.normal(size=p)
    solution = right.copy()
    first = kernels.solve(matrix.copy(), solution)
    np.testing.assert_allclose(solution, np.linalg.solve(matrix, right), rtol=1e-8, atol=1e-8)
    assert math.isclose(first, np.linalg.inv(matrix)[0, 0], rel_tol=1e-8)
    assert kernels.solve(-np.eye(p), right.copy()) == 0


@pytest.mark.parametrize(
    ("interactions", "hidden"),
    [
        ((3, 6), lambda n: n[1] * n[4] / n[5]),  # 1 and 3 independent given 2
        ((3, 5), lambda n: n[2] * n[4] / n[6]),
        ((3, 5, 6), lambda n: n[1] * n[2] * n[4] * n[7] / (n[3] * n[5] * n[6])),
    ],
)
def test_closed_forms(interactions: tuple[int, ...], hidden: object) -> None:
    counts = np.asarray([0, 30, 40, 6, 50, 9, 8, 2], float)
    code, variance, _, alpha = fit(thetas(*interactions), counts)
    assert code == kernels.GOOD
    assert variance > 0
    assert callable(hidden)
    assert math.isclose(math.exp(alpha[0]), hidden(counts), rel_tol=1e-6)


@given(some.integers(0, 200), some.floats(1e-3, 300))
def test_poisson_tails_are_those_of_scipy(n: int, mean: float) -> None:
    expected = min(stats.poisson.cdf(n, mean), stats.poisson.sf(n - 1, mean))
    assert math.isclose(kernels.poisson_tail(float(n), mean), expected, rel_tol=1e-9, abs_tol=1e-250)


def test_nothing_is_expected_where_the_mean_is_0() -> None:
    assert (kernels.poisson_tail(0.0, 0.0), kernels.poisson_tail(3.0, 0.0)) == (1.0, 0.0)


@settings(max_examples=120)
@given(
    some.lists(some.integers(0, 2), min_size=7, max_size=7).filter(any),
    some.sampled_from([(), (3,), (3, 5), (3, 5, 6)]),
)
def test_check_is_the_linear_programme(counts: list[int], interactions: tuple[int, ...]) -> None:
    """Fienberg and Rinaldo: maximise s subject to A x = A n, x ≥ s; s = 0 means that no estimate exists."""
    model, n = thetas(*interactions), np.asarray([0, *counts], float)
    totals = kernels.superset_sums(n)
    live = model[totals[model] > 0]
    dropped = model[totals[model] == 0]
    kept = np.asarray([w > 0 and not any(w & d == d for d in dropped) for w in range(8)])
    cells = np.flatnonzero(kept)
    if len(live) == 0 or len(cells) == 0:
        return
    design = np.asarray([[float(w & theta == theta) for w in cells] for theta in live])
    m = len(cells)
    found = optimize.linprog(
        [0.0] * m + [-1.0],
        A_ub=np.hstack([-np.eye(m), np.ones((m, 1))]),
        b_ub=np.zeros(m),
        A_eq=np.hstack([design, np.zeros((len(live), 1))]),
        b_eq=design @ n[cells],
        bounds=[(0, None)] * (m + 1),
    )
    exists = -found.fun > 1e-7
    identifiable = np.linalg.matrix_rank(design) == len(live)
    expected = (0 if exists else kernels.NO_MLE) + (0 if identifiable else kernels.NOT_IDENTIFIABLE)
    assert kernels.check(live, kept, n) == expected


@pytest.mark.skipif(not compiles(), reason="numba is not installed (the extra `estimate`)")
@settings(max_examples=15)
@given(some.lists(some.integers(0, 25), min_size=15, max_size=15).filter(any))
def test_compiled_and_as_it_stands_give_the_same_numbers(counts: list[int]) -> None:
    table = np.asarray([[0.0, *map(float, counts)]])
    plain, compiled = kernels.choose_each(4, table, 0.05), fast(kernels.choose_each)(4, table, 0.05)
    np.testing.assert_allclose(compiled, plain, rtol=1e-9)
    model = np.asarray([[0, 1, 2, 4, 8, 3, 5, 0], [0, 1, 2, 4, 8, 3, 5, 6]])
    one, other = np.zeros(model.shape), np.zeros(model.shape)
    sizes = np.asarray([7, 8])
    for here, there in zip(
        kernels.fit_each(model, sizes, table[0], one),
        fast(kernels.fit_each)(model, sizes, table[0], other),
        strict=True,
    ):
        np.testing.assert_allclose(here, there, rtol=1e-7, atol=1e-7)
