"""Rates of small places, steadied by what is known of all of them.

Two convictions in two cases are not a rate of 100 %. Each unit's own figure is drawn towards the average of all,
the more so the fewer cases stand behind it; how strongly is read from how much the units differ.

Sources: Robbins 1956 and Efron and Morris, JASA 70 (1975) 311 (empirical Bayes); Griffiths, Biometrics 29 (1973) 637
(beta-binomial by maximum likelihood); Clayton and Kaldor, Biometrics 43 (1987) 671 (gamma-Poisson for rates).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from amanat.core import DataError
from amanat.numbers.beta import beta_quantile
from amanat.numbers.funnel import Interval
from amanat.numbers.gamma import gamma_quantile, log_gamma

_GOLDEN = (math.sqrt(5) - 1) / 2
_SEARCHES = 48
_ALIKE = math.log(1e6)
"""Prior strength, in cases, from which on the units are called alike: the data speak of no difference between them."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """One unit, steadied."""

    name: str
    part: int
    whole: float
    value: float
    """Posterior mean of its share or rate."""
    interval: Interval
    """Posterior interval; it does not count the doubt about the average itself, so it is a little too narrow."""
    weight: float
    """How much of `value` is the unit's own figure, 0 to 1; the rest is the average."""

    @property
    def raw(self) -> float:
        """Its own figure, unsteadied."""
        return self.part / self.whole


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """All units, with what they share."""

    units: tuple[Shrunk, ...]
    """In the order given."""
    mean: float
    """The average they are drawn towards."""
    strength: float
    """How many cases (shares) or how much exposure (rates) the average is worth; infinite when all are alike."""

    @property
    def alike(self) -> bool:
        """True when the units differ by no more than chance: then only the average should be printed."""
        return math.isinf(self.strength)

    def sentence(self, name: str) -> str:
        """Return what a reporter may write about one unit, with its caveat."""
        unit = next((u for u in self.units if u.name == name), None)
        if unit is None:
            raise DataError("N034", "no unit of that name was given")
        per, word = (100.0, " %") if self.mean >= 0.001 else (100_000.0, " per 100,000")  # noqa: PLR2004
        if self.alike:
            return (
                f"The units differ by no more than chance; print the figure of all together, "
                f"{per * self.mean:.1f}{word}, and no list of best and worst."
            )
        return (
            f"{unit.part:,} of {unit.whole:,.0f} is {per * unit.raw:.1f}{word}; steadied by all units "
            f"{per * unit.value:.1f}{word} (95 % between {per * unit.interval.low:.1f} and "
            f"{per * unit.interval.high:.1f}). The steadied figure is an estimate: print the counts beside it."
        )


def beta_binomial(
    names: Sequence[str], parts: Sequence[int], wholes: Sequence[int], *, level: float = 0.95
) -> Shrinkage:
    """Steady shares: partᵢ ~ Binomial(wholeᵢ, pᵢ), pᵢ ~ Beta(mean·M, (1-mean)·M), mean and M by maximum likelihood.

    Posterior: ``Beta(mean·M + part, (1-mean)·M + whole - part)``; its mean is ``w·part/whole + (1-w)·mean`` with
    ``w = whole/(whole + M)``.

    Raises:
        DataError: N031 for counts that cannot be, N032 for fewer than 3 units.
    """
    y, n = _checked(names, parts, wholes, level)
    if bool((y > n).any()):
        raise DataError("N031", "one unit has more in the part than in the whole")
    overall = float(y.sum() / n.sum())
    if overall in (0.0, 1.0):
        raise DataError("N033", "all or none everywhere: there is no difference to steady")

    def likelihood(logit: float, strength: float) -> float:
        m = 1 / (1 + math.exp(-logit))
        a, b, total = m * math.exp(strength), (1 - m) * math.exp(strength), math.exp(strength)
        ends = math.lgamma(total) - math.lgamma(a) - math.lgamma(b)
        return len(y) * ends + float((log_gamma(y + a) + log_gamma(n - y + b) - log_gamma(n + total)).sum())

    middle = math.log(overall / (1 - overall))
    logit, log_m = _highest(likelihood, (middle - 4, middle + 4), (-5.0, _ALIKE))
    mean, strength = 1 / (1 + math.exp(-logit)), math.exp(log_m)
    if log_m > _ALIKE - 1:
        return _all_alike(names, parts, wholes, overall)
    tail, units = (1 - level) / 2, []
    for name, part, whole in zip(names, parts, wholes, strict=True):
        a, b = mean * strength + part, (1 - mean) * strength + whole - part
        interval = Interval(beta_quantile(tail, a, b), beta_quantile(1 - tail, a, b))
        units.append(Shrunk(name, part, whole, a / (a + b), interval, whole / (whole + strength)))
    return Shrinkage(tuple(units), mean, strength)


def gamma_poisson(
    names: Sequence[str], counts: Sequence[int], exposures: Sequence[float], *, level: float = 0.95
) -> Shrinkage:
    """Steady rates: countᵢ ~ Poisson(rateᵢ·exposureᵢ), rateᵢ ~ Gamma(mean·M, M), mean and M by maximum likelihood.

    Posterior: ``Gamma(mean·M + count, M + exposure)``; its mean is ``w·count/exposure + (1-w)·mean`` with
    ``w = exposure/(exposure + M)`` (Clayton and Kaldor 1987, eq. 5).

    Raises:
        DataError: N031 for counts that cannot be, N032 for fewer than 3 units.
    """
    y, e = _checked(names, counts, exposures, level)
    if y.sum() == 0:
        raise DataError("N033", "no case anywhere: there is no difference to steady")
    overall = float(y.sum() / e.sum())

    def likelihood(log_mean: float, log_shape: float) -> float:
        shape = math.exp(log_shape)
        rate = shape / math.exp(log_mean)
        each = log_gamma(y + shape) + shape * math.log(rate) - (y + shape) * np.log(e + rate)
        return float(each.sum()) - len(y) * math.lgamma(shape)

    middle = math.log(overall)
    log_mean, log_shape = _highest(likelihood, (middle - 4, middle + 4), (-5.0, _ALIKE))
    mean, shape = math.exp(log_mean), math.exp(log_shape)
    if log_shape > _ALIKE - 1:
        return _all_alike(names, counts, exposures, overall)
    strength, tail, units = shape / mean, (1 - level) / 2, []
    for name, count, exposure in zip(names, counts, exposures, strict=True):
        a, b = shape + count, strength + exposure
        interval = Interval(gamma_quantile(tail, a) / b, gamma_quantile(1 - tail, a) / b)
        units.append(Shrunk(name, count, exposure, a / b, interval, exposure / (exposure + strength)))
    return Shrinkage(tuple(units), mean, strength)


def _all_alike(names: Sequence[str], parts: Sequence[int], wholes: Sequence[float], overall: float) -> Shrinkage:
    point = Interval(overall, overall)
    units = (Shrunk(n, p, w, overall, point, 0.0) for n, p, w in zip(names, parts, wholes, strict=True))
    return Shrinkage(tuple(units), overall, math.inf)


def _highest(
    surface: Callable[[float, float], float], first: tuple[float, float], second: tuple[float, float]
) -> tuple[float, float]:
    """Find the top of a surface with one peak: golden-section search along the second axis, within it the first."""

    def ridge(y: float) -> tuple[float, float]:
        return _search(lambda x: (surface(x, y), x), first)

    height_and_y = _search(lambda y: (ridge(y)[0], y), second)
    return ridge(height_and_y[1])[1], height_and_y[1]


def _search(height: Callable[[float], tuple[float, float]], bounds: tuple[float, float]) -> tuple[float, float]:
    """Return the greatest (height, place) of a curve with one peak."""
    low, high = bounds
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = height(left), height(right)
    for _ in range(_SEARCHES):
        if at_left[0] > at_right[0]:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = height(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = height(right)
    return max(at_left, at_right)


def _checked(
    names: Sequence[str], parts: Sequence[int], wholes: Sequence[float], level: float
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    if not len(names) == len(parts) == len(wholes):
        raise DataError("N031", "one name, one part and one whole are needed for each unit")
    if len(names) < 3:  # noqa: PLR2004 - two units say nothing of how much units differ
        raise DataError("N032", "fewer than three units cannot steady one another; print the counts instead")
    y, n = np.asarray(parts, np.float64), np.asarray(wholes, np.float64)
    if not (np.isfinite(n).all() and bool((y >= 0).all()) and bool((y == np.floor(y)).all()) and bool((n > 0).all())):
        raise DataError(
            "N031", "a part is a whole number, 0 or more, and a whole is above 0; leave out units without any"
        )
    if not 0 < level < 1:
        raise DataError("N025", f"a confidence level lies between 0 and 1, got {level}")
    return y, n
