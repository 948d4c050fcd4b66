"""Intervals that count the choice of the model in: every resampled table goes through the whole procedure again.

An interval that takes the chosen model for granted is too narrow, often by far (Chan, Silverman and Vincent, JASA 116
(2021) 1297, section 3.3; Silverman, Chan and Vincent, Statistics and Computing 34 (2024) 44, section 3). The limits
are those of the bias-corrected and accelerated bootstrap (DiCiccio and Efron, Statistical Science 11 (1996) 189,
section 2).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError
from amanat.numbers.estimate.table import Table
from amanat.numbers.funnel import Interval

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bootstrap:
    """Estimates of resampled tables, with what the limits are made of."""

    estimate: float
    """From the table itself."""
    replicates: Floats
    """From each resampled table: infinite where its lists shared nobody, NaN where no model had an estimate."""
    acceleration: float
    """â: how fast the standard error changes with the estimate, from the jackknife."""
    undefined: int
    """Persons whose removal leaves no estimate at all; they are left out of the acceleration."""

    @property
    def bias(self) -> float:
        """ẑ₀: how far the estimate lies from the middle of its replicates, in standard errors."""
        return bias_correction(self.estimate, self._known)

    @property
    def _known(self) -> Floats:
        known = self.replicates[~np.isnan(self.replicates)]
        if not len(known):
            raise DataError("N014", "no resampled table allowed an estimate, so no limits can be given")
        return known

    @property
    def without_estimate(self) -> int:
        """Replicates that allowed no finite estimate. Those that are NaN count for nothing in the limits."""
        return int((~np.isfinite(self.replicates)).sum())

    def interval(self, level: float = 0.95) -> Interval:
        """Return the BCa limits; the upper one may be infinite: then the data set no upper limit."""
        tails = ((1 - level) / 2, (1 + level) / 2)
        return Interval(*bca_limits(self.estimate, self._known, self.acceleration, tails))


def resampled(table: Table, replicates: int, seed: int) -> Floats:
    """Draw tables of N persons from the observed histories (multinomial); one row each, 2^t columns.

    Raises:
        DataError: N011 for fewer than 2 replicates.
    """
    if replicates < 2:  # noqa: PLR2004 - one has no spread
        raise DataError("N011", f"a bootstrap needs at least 2 replicates, got {replicates}")
    counts = table.array
    return np.random.default_rng(seed).multinomial(table.observed, counts / counts.sum(), replicates).astype(np.float64)


def without_one(table: Table) -> tuple[Floats, Floats]:
    """Return the tables with one person left out, one for each history that anybody has, and how many have it."""
    counts = table.array
    present = np.flatnonzero(counts)
    tables = np.repeat(counts[None], len(present), axis=0)
    tables[np.arange(len(present)), present] -= 1
    return tables, counts[present]


def acceleration(estimates: Floats, weights: Floats) -> tuple[float, int]:
    """Return â = Σ n r³ / (6 (Σ n r²)^{3/2}), r = mean - estimate of the jackknife, and persons without an estimate."""
    known = np.isfinite(estimates)
    lost = int(weights[~known].sum())
    if not known.any():
        return 0.0, lost
    estimates, weights = estimates[known], weights[known]
    r = np.average(estimates, weights=weights) - estimates
    squares = float((weights * r**2).sum())
    return (float((weights * r**3).sum()) / (6 * squares**1.5) if squares > 0 else 0.0), lost


def bias_correction(estimate: float, replicates: Floats) -> float:
    """Return ẑ₀ = Φ⁻¹(share of replicates below the estimate), infinite when all or none are."""
    share = float((replicates < estimate).mean())
    if share in {0.0, 1.0}:
        return math.copysign(math.inf, share - 0.5)
    return NormalDist().inv_cdf(share)


def bca_limits(estimate: float, replicates: Floats, speed: float, probabilities: Sequence[float]) -> tuple[float, ...]:
    """Return the BCa quantiles of replicates.

    The quantile for p is taken at ``Φ(z₀ + (z₀ + z_p) / (1 - â(z₀ + z_p)))``.

    Args:
        estimate: from the table itself.
        replicates: from the resampled tables.
        speed: â.
        probabilities: e.g. 0.025 and 0.975.
    """
    normal, z0 = NormalDist(), bias_correction(estimate, replicates)
    ordered = np.sort(replicates)
    limits = []
    for p in probabilities:
        if math.isinf(z0):
            limits.append(float(ordered[0] if z0 < 0 else ordered[-1]))
            continue
        z = z0 + normal.inv_cdf(p)
        limits.append(quantile(ordered, normal.cdf(z0 + z / (1 - speed * z))))
    return tuple(limits)


def quantile(ordered: Floats, p: float) -> float:
    """Return the median-unbiased quantile (type 8 of Hyndman and Fan, American Statistician 50 (1996) 361)."""
    place = (len(ordered) + 1 / 3) * p + 1 / 3
    below = math.floor(place)
    low = ordered[min(max(below - 1, 0), len(ordered) - 1)]
    high = ordered[min(max(below, 0), len(ordered) - 1)]
    return float(low) if low == high else float(low + (place - below) * (high - low))
