"""Trends with breaks: did a change of law change the figures, or would they have gone there anyway?

An interrupted time series: counts by year with a steady change, and at each break a step and a change of slope.

Sources: Wagner, Soumerai, Zhang and Ross-Degnan, J. Clinical Pharmacy and Therapeutics 27 (2002) 299; Bernal, Cummins
and Gasparrini, Int. J. Epidemiology 46 (2017) 348; McCullagh and Nelder, Generalized Linear Models, 2nd ed., 6.2
(quasi-Poisson).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError
from amanat.numbers.funnel import Interval

Floats = NDArray[np.float64]
_FEWEST = 3
"""Points needed before, between and after breaks; two make a line and leave nothing to judge it by."""
_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Change:
    """A factor with its limits; 1 is no change."""

    factor: float
    interval: Interval

    @property
    def certain(self) -> bool:
        """True when the limits lie on one side of 1."""
        return not self.interval.low <= 1 <= self.interval.high


@dataclass(frozen=True, slots=True)
class Break:
    """What happened at one break."""

    name: str
    time: float
    step: Change
    """Level just after against what the earlier trend led to expect."""
    slope: Change
    """Yearly change after the break, relative to the yearly change before it."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Counts over time, with breaks."""

    yearly: Change
    """Yearly change before the first break."""
    breaks: tuple[Break, ...]
    dispersion: float
    """φ: how much more the counts vary than chance alone would make them (1 or more; limits are √φ wider)."""
    points: int
    """Times with a known count."""
    missing: int
    """Times whose count is not known; they are left out, not taken for 0."""
    fitted: tuple[tuple[float, float], ...]
    """Each known time with the count the trend gives it, for drawing."""

    @property
    def sentence(self) -> str:
        """What a reporter may write, with its caveat."""
        said = [f"Before {self.breaks[0].name} the" if self.breaks else "The"]
        said[0] += f" figure changed by {_percent(self.yearly)} a year."
        for each in self.breaks:
            sure = "" if each.step.certain else ", which chance alone would do as well"
            said.append(f"At {each.name} it moved by {_percent(each.step)} against the earlier trend{sure}.")
        gaps = f" (years without one, {self.missing} in all, are left out, not counted as 0)" if self.missing else ""
        caution = "a break is not yet an effect of the law" if self.breaks else "a change is not yet one of the crime"
        return (
            f"{' '.join(said)} From {self.points} figures{gaps}. Other things changed at the same time, among them how "
            f"cases are counted, so {caution}."
        )


def trend(
    times: Sequence[float],
    counts: Sequence[int | None],
    *,
    breaks: Sequence[tuple[str, float]] = (),
    exposures: Sequence[float] | None = None,
    level: float = 0.95,
) -> Trend:
    """Fit ``log E(count) = log exposure + a + b·t + Σ_k (c_k + d_k·(t - T_k))·[t ≥ T_k]`` by quasi-Poisson likelihood.

    Limits are ``exp(estimate ± z·√φ·se)``, φ = Pearson's X² over its degrees of freedom, 1 at least.

    Args:
        times: years (fractions allowed), ascending.
        counts: one for each time; None where it is not known. 0 means that it is known to be 0.
        breaks: name and time of each change in law, ascending; a count of that very year belongs to the new law.
        exposures: population or cases behind each count; 1 everywhere when left out.
        level: confidence level of the limits.

    Raises:
        DataError: N041 for times, counts or exposures that cannot be, N042 for too few points on a side of a break.
    """
    _check(times, counts, breaks, exposures, level)
    size = exposures if exposures is not None else [1.0] * len(times)
    known = [(t, float(y), e) for t, y, e in zip(times, counts, size, strict=True) if y is not None]
    edges = [-math.inf, *(time for _, time in breaks), math.inf]
    for low, high in pairwise(edges):
        if sum(low <= t < high for t, _, _ in known) < _FEWEST:
            raise DataError(
                "N042", f"fewer than {_FEWEST} known figures before, between or after the breaks say nothing"
            )
    t, y, e = (np.asarray(column, np.float64) for column in zip(*known, strict=True))
    if y.sum() == 0:
        raise DataError("N042", "all figures are 0, so there is no trend to speak of")
    start = t.min()
    columns = [np.ones_like(t), t - start]
    for _, time in breaks:
        columns += [(t >= time).astype(np.float64), np.where(t >= time, t - time, 0.0)]
    design = np.stack(columns, axis=1)
    beta, covariance, mu = _fit(design, y, np.log(e))
    free = len(y) - design.shape[1]
    phi = max(1.0, float(((y - mu) ** 2 / mu).sum()) / free) if free > 0 else 1.0
    reach = NormalDist().inv_cdf((1 + level) / 2) * np.sqrt(phi * np.diag(covariance))

    def change(k: int) -> Change:
        return Change(math.exp(beta[k]), Interval(math.exp(beta[k] - reach[k]), math.exp(beta[k] + reach[k])))

    found = tuple(Break(name, time, change(2 + 2 * k), change(3 + 2 * k)) for k, (name, time) in enumerate(breaks))
    fitted = tuple(zip(t.tolist(), mu.tolist(), strict=True))
    return Trend(change(1), found, phi, len(y), len(times) - len(y), fitted)


def _fit(design: Floats, y: Floats, offset: Floats) -> tuple[Floats, Floats, Floats]:
    """Fisher scoring for a log-linear Poisson model (McCullagh and Nelder, 2.5); coefficients, covariance, means."""
    mu = y + 0.5
    beta: Floats = np.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        target = np.log(mu) - offset + (y - mu) / mu
        weighted = design * mu[:, None]
        information = design.T @ weighted
        new = np.asarray(np.linalg.solve(information, weighted.T @ target), np.float64)
        mu = np.exp(np.clip(design @ new + offset, -30, 30))
        if np.abs(new - beta).max() < 1e-10 * (1 + np.abs(new).max()):
            return new, np.asarray(np.linalg.inv(information), np.float64), mu
        beta = new
    raise DataError("N042", "a stretch between two breaks has no case at all, so its trend has no limit")


def _check(
    times: Sequence[float],
    counts: Sequence[int | None],
    breaks: Sequence[tuple[str, float]],
    exposures: Sequence[float] | None,
    level: float,
) -> None:
    if len(times) != len(counts) or (exposures is not None and len(exposures) != len(times)):
        raise DataError("N041", "one count (and one exposure, if any) is needed for each time")
    if any(not a < b for a, b in pairwise(times)):
        raise DataError("N041", "times must ascend and none may come twice")
    if any(not a[1] < b[1] for a, b in pairwise(breaks)):
        raise DataError("N041", "breaks must ascend and none may come twice")
    if any(y is not None and (y < 0 or y != int(y)) for y in counts):
        raise DataError("N041", "a count is a whole number, 0 or more, or None where it is not known")
    if exposures is not None and any(not 0 < e < math.inf for e in exposures):
        raise DataError("N041", "an exposure is above 0")
    if not 0 < level < 1:
        raise DataError("N025", f"a confidence level lies between 0 and 1, got {level}")


def _percent(change: Change) -> str:
    low, high = change.interval.low, change.interval.high
    moved, least, most = (round(100 * (factor - 1)) for factor in (change.factor, low, high))
    return f"{moved:+,} % (between {least:+,} and {most:+,} %)"
