"""Stepwise Poisson log-linear estimation with sparse overlaps (the method of SparseMSE).

Source: Chan, Silverman and Vincent, Multiple systems estimation for sparse capture data, JASA 116 (2021) 1297.
Critics: choosing terms by their significance overstates (Whitehead, Jackson, Balch and Francis, J. Human Trafficking 7
(2021) 1); `all_models` and `graph_average` do not choose so, and often disagree.
"""

import math
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist

import numpy as np

from amanat.core import DataError
from amanat.numbers.estimate import kernels
from amanat.numbers.estimate.bootstrap import Bootstrap, Floats, acceleration, resampled, without_one
from amanat.numbers.estimate.speed import fast
from amanat.numbers.estimate.table import Table
from amanat.numbers.funnel import Interval

THRESHOLD = 0.02
"""A pair is added when chance alone would do as much less often than this (JASA 2021, section 3.2)."""


_NOTHING_SHARED = "the lists share so few persons that even the simplest model has no finite estimate"


@dataclass(frozen=True, slots=True)
class Stepwise:
    """The model chosen and what it says."""

    estimate: float
    """N plus the dark figure: persons on no list included."""
    conditional: Interval
    """Limits that take the chosen model for granted: normal for log of the dark figure. Too narrow; never alone."""
    terms: tuple[str, ...]
    """Pairs of lists found to depend on each other, in the order chosen."""
    empty: tuple[str, ...]
    """Those of `terms` that nobody is on: α = -∞."""
    coefficients: dict[str, float]
    """α_∅ under the name ``(none)``, then each list, then each pair in the order chosen."""
    aic: float
    """Akaike's criterion; a term at -∞ counts as a parameter."""
    deviance: float
    df: int
    """Histories left in the problem minus parameters fitted."""
    threshold: float


def stepwise(table: Table, *, threshold: float = THRESHOLD, level: float = 0.95) -> Stepwise:
    """Choose pairs of lists stepwise and estimate the persons on no list.

    ``log μ_w = Σ α_θ over θ ⊆ w``; the dark figure is exp(α_∅). See `kernels.choose` for the choice.

    Raises:
        DataError: N012 when not even main effects have a finite estimate, N025 for a wrong level.
    """
    if not 0 < level < 1:
        raise DataError("N025", f"a confidence level lies between 0 and 1, got {level}")
    counts, t = table.array, len(table.lists)
    order = np.zeros(t * (t - 1) // 2, np.int64)
    added, dark, variance, _ = kernels.choose(t, counts, threshold, order)
    if not math.isfinite(dark):
        raise DataError("N012", _NOTHING_SHARED)
    pairs = [int(pair) for pair in order[:added]]
    thetas = np.asarray([0, *(1 << i for i in range(t)), *pairs], np.int64)
    alpha = np.zeros(len(thetas))
    totals = kernels.superset_sums(counts)
    _, _, height = kernels.fit_one(thetas, counts, totals, alpha, False)  # noqa: FBT003 - a kernel takes no keywords
    empty = [pair for pair in pairs if totals[pair] == 0]
    left = sum(1 for w in range(1, 1 << t) if not any(w & pair == pair for pair in empty))
    constants = sum(math.lgamma(count + 1) for count in table.counts)
    saturated = sum(count * math.log(count) - count for count in table.counts if count)
    z = NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(variance)
    return Stepwise(
        estimate=table.observed + math.exp(dark),
        conditional=Interval(table.observed + math.exp(dark - z), table.observed + math.exp(dark + z)),
        terms=tuple(table.words(pair) for pair in pairs),
        empty=tuple(table.words(pair) for pair in empty),
        coefficients=dict(
            zip(("(none)", *table.lists, *(table.words(pair) for pair in pairs)), alpha.tolist(), strict=True)
        ),
        aic=2 * (len(thetas) - (height - constants)),
        deviance=2 * (saturated - height),
        df=left - (len(thetas) - len(empty)),
        threshold=threshold,
    )


def stepwise_bootstrap(
    table: Table, *, replicates: int = 1000, seed: int = 1, threshold: float = THRESHOLD
) -> Bootstrap:
    """Repeat choice and estimate on resampled tables; ``.interval()`` gives the limits that count the choice in.

    Raises:
        DataError: N011 for too few replicates, N012 as `stepwise`.
    """
    again = fast(kernels.choose_each)
    t, (tables, weights) = len(table.lists), without_one(table)
    estimate = float(again(t, table.array[None], threshold)[0])
    if not math.isfinite(estimate):
        raise DataError("N012", _NOTHING_SHARED)
    speed, lost = acceleration(again(t, tables, threshold), weights)
    return Bootstrap(estimate, again(t, resampled(table, replicates, seed), threshold), speed, lost)


def estimates_of(t: int, tables: Floats, *, threshold: float = THRESHOLD) -> Floats:
    """Return the stepwise estimates of many tables of t lists, one row of 2^t counts each; infinite where none."""
    return fast(kernels.choose_each)(t, np.ascontiguousarray(tables, np.float64), threshold)


def check_pairs(table: Table) -> int:
    """Check the model with every pair of lists: 0 good, 1 no estimate exists, 2 not identifiable, 3 both.

    With no person on three lists it is never identifiable. Source: JASA 2021, section 2.4.
    """
    return check_model(table, [1 << i | 1 << j for i, j in combinations(range(len(table.lists)), 2)])


def check_model(table: Table, interactions: list[int]) -> int:
    """Check the model with main effects and these interactions (histories as numbers); codes as in `check_pairs`."""
    counts, t = table.array, len(table.lists)
    thetas = np.asarray([0, *(1 << i for i in range(t)), *interactions], np.int64)
    totals = kernels.superset_sums(counts)
    return kernels.fit_one(thetas, counts, totals, np.zeros(len(thetas)), False)[0]  # noqa: FBT003 - as above
