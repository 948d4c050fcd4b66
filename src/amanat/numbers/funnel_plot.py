"""Comparing provinces or courts fairly: the funnel plot instead of a league table.

A small court swings by chance alone. A funnel plot sets each unit's rate against its size, with limits that a unit of
that size stays within when nothing but chance tells it from the rest. There are no ranks in it, on purpose.

Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005) 1185:
section 2 and appendix A (limits), section 4 (overdispersion).
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from amanat.core import DataError
from amanat.numbers.funnel import Interval

_WIDE, _WIDER = 0.95, 0.998


class Standing(StrEnum):
    """Where a unit lies."""

    INSIDE = "inside"
    """Within the 95 % limits: what chance alone would do."""
    BETWEEN = "between"
    """Outside 95 % but within 99.8 %: worth a question, not yet a claim. One in twenty lands here by chance."""
    BEYOND = "beyond"
    """Outside the 99.8 % limits."""


class Spread(StrEnum):
    """What to do when the units differ by more than chance, for reasons that are not the subject."""

    NONE = "none"
    MULTIPLICATIVE = "multiplicative"
    """Widen all limits by √φ (section 4.1)."""
    ADDITIVE = "additive"
    """Add a variance τ² between units (section 4.2): large units are not driven out of the funnel."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One province, district or court."""

    name: str
    part: int
    """E.g. convictions."""
    whole: float
    """E.g. decided cases (for shares), or population or cases expected (for rates)."""
    z: float
    """Standardised distance from the target, before any widening."""
    adjusted: float
    """The same after widening for overdispersion."""
    limits: Interval
    """95 % limits at its size, after widening."""
    far_limits: Interval
    """99.8 % limits at its size, after widening."""
    standing: Standing

    @property
    def value(self) -> float:
        """The share or rate."""
        return self.part / self.whole


@dataclass(frozen=True, slots=True)
class FunnelPlot:
    """All units against one target."""

    units: tuple[Unit, ...]
    """In the order given: a funnel plot ranks nobody."""
    target: float
    """Share or rate of all units together, or the one given."""
    dispersion: float
    """φ: mean of the squared z; about 1 when only chance is at work, about 0.7 once winsorised."""
    between: float
    """τ²: variance between units on the scale of the share (0 unless additive and needed)."""
    spread: Spread
    """What was done in fact: `NONE` when the units did not differ by more than chance."""
    limits: Callable[[float, float], Interval]
    """``limits(size, level)`` for drawing the funnel."""

    def curve(self, sizes: Iterable[float], level: float = _WIDE) -> list[Interval]:
        """Return the limits at each of these sizes, to draw one pair of lines."""
        return [self.limits(size, level) for size in sizes]

    def sentence(self, name: str) -> str:
        """Return what a reporter may write about one unit, with its caveat."""
        unit = next((u for u in self.units if u.name == name), None)
        if unit is None:
            raise DataError("N034", "no unit of that name is in the plot")
        said = f"{unit.part:,} of {unit.whole:,.0f}"
        wide, far = unit.limits, unit.far_limits
        match unit.standing:
            case Standing.INSIDE:
                meaning = "no different from the rest: at this size chance alone does as much"
            case Standing.BETWEEN:
                meaning = "somewhat apart from the rest; one unit in twenty is by chance, so ask before you claim"
            case _:
                meaning = f"{'above' if unit.value > self.target else 'below'} what chance explains; this says that it \
differs, not why"
        between = f"{_shown(wide.low, self.target)} to {_shown(wide.high, self.target)}"
        outer = f"{_shown(far.low, self.target)} to {_shown(far.high, self.target)}"
        return (
            f"{said} ({_shown(unit.value, self.target)}; all together {_shown(self.target, self.target)}) is "
            f"{meaning}. "
            f"A unit of this size is expected within {between} (95 %), {outer} (99.8 %)."
        )


def funnel_of_shares(
    names: Sequence[str],
    parts: Sequence[int],
    wholes: Sequence[int],
    *,
    target: float | None = None,
    spread: Spread = Spread.ADDITIVE,
    winsorised: float = 0.1,
) -> FunnelPlot:
    """Set shares (convictions of decided cases, say) of several units against one target.

    Limits: the exact binomial, made continuous between two counts (appendix A.1): with r the smallest count whose
    distribution function reaches p, ``y = (r - α)/n, α = (P(R ≤ r) - p)/P(R = r)``; with overdispersion the normal
    ``θ ± z·√(φ·θ(1-θ)/n)`` or ``θ ± z·√(θ(1-θ)/n + τ²)``, held within 0 and 1.

    Args:
        names: of the units.
        parts: for each, how many of `wholes`.
        wholes: for each, how many there were; units with 0 must be left out (and named as unknown).
        target: the share to set them against; that of all together when left out.
        spread: what to do when they differ by more than chance.
        winsorised: share of the z-scores drawn in at each end before φ is taken, so that the units which stand out do
            not widen the limits for themselves (section 4.1).

    Raises:
        DataError: N031 for counts that cannot be, N032 for fewer than 3 units.
    """
    _check(names, parts, wholes)
    if any(part > whole for part, whole in zip(parts, wholes, strict=True)):
        raise DataError("N031", "one unit has more in the part than in the whole")
    theta = sum(parts) / sum(wholes) if target is None else target
    if not 0 < theta < 1:
        raise DataError("N033", "all or none is no target: there is nothing to tell the units apart by")
    return _plot(
        names, parts, wholes, theta, lambda n: theta * (1 - theta) / n, _binomial(theta), spread, winsorised, 1
    )


def funnel_of_rates(
    names: Sequence[str],
    counts: Sequence[int],
    exposures: Sequence[float],
    *,
    target: float | None = None,
    spread: Spread = Spread.ADDITIVE,
    winsorised: float = 0.1,
) -> FunnelPlot:
    """Set counts per population (or per expected count) of several units against one target.

    As `funnel_of_shares` with Poisson counts (appendix A.2): variance θ/e, exact Poisson limits at mean θ·e.

    Raises:
        DataError: N031 for counts that cannot be, N032 for fewer than 3 units.
    """
    _check(names, counts, exposures)
    theta = sum(counts) / sum(exposures) if target is None else target
    if theta <= 0:
        raise DataError("N033", "with no case at all there is nothing to tell the units apart by")
    high = math.inf
    return _plot(names, counts, exposures, theta, lambda e: theta / e, _poisson(theta), spread, winsorised, high)


def _plot(  # noqa: PLR0917 - one call for both kinds
    names: Sequence[str],
    parts: Sequence[int],
    wholes: Sequence[float],
    theta: float,
    variance: Callable[[float], float],
    exact: Callable[[float, float], Interval],
    spread: Spread,
    winsorised: float,
    ceiling: float,
) -> FunnelPlot:
    if not 0 <= winsorised < 0.5:  # noqa: PLR2004 - half from each end leaves nothing
        raise DataError("N033", "winsorise less than half from each end")
    z = [(part / whole - theta) / math.sqrt(variance(whole)) for part, whole in zip(parts, wholes, strict=True)]
    phi = sum(score**2 for score in _winsorised(z, winsorised)) / len(z)
    if len(z) * phi <= len(z) - 1:  # section 4.1: no more than chance, so no widening
        spread = Spread.NONE
    tau2 = _between(phi, [1 / variance(whole) for whole in wholes]) if spread is Spread.ADDITIVE else 0.0

    def sigma(size: float) -> float:
        factor = phi if spread is Spread.MULTIPLICATIVE else 1.0
        return math.sqrt(factor * variance(size) + tau2)

    def limits(size: float, level: float) -> Interval:
        if spread is Spread.NONE:
            return exact(size, level)
        reach = NormalDist().inv_cdf((1 + level) / 2) * sigma(size)
        return Interval(max(0.0, theta - reach), min(ceiling, theta + reach))

    units = []
    for name, part, whole, score in zip(names, parts, wholes, z, strict=True):
        wide, far = limits(whole, _WIDE), limits(whole, _WIDER)
        adjusted = (part / whole - theta) / sigma(whole)
        units.append(Unit(name, part, whole, score, adjusted, wide, far, _standing(part / whole, wide, far)))
    return FunnelPlot(tuple(units), theta, phi, tau2, spread, limits)


def _between(phi: float, weights: Sequence[float]) -> float:
    """τ² by moments (section 4.2, after DerSimonian and Laird): (Iφ - (I-1)) / (Σw - Σw²/Σw)."""
    total = sum(weights)
    return (len(weights) * phi - (len(weights) - 1)) / (total - sum(w * w for w in weights) / total)


def _winsorised(z: Sequence[float], share: float) -> list[float]:
    """Draw the q lowest and the q highest in to the next one, q = share of their number, rounded down."""
    ordered, q = sorted(z), int(share * len(z))
    low, high = ordered[q], ordered[len(z) - 1 - q]
    return [min(max(score, low), high) for score in z]


def _standing(value: float, wide: Interval, far: Interval) -> Standing:
    if wide.low <= value <= wide.high:
        return Standing.INSIDE
    return Standing.BETWEEN if far.low <= value <= far.high else Standing.BEYOND


def _binomial(theta: float) -> Callable[[float, float], Interval]:
    def limits(size: float, level: float) -> Interval:
        n = round(size)
        log_odds = math.log(theta / (1 - theta))
        start = n * math.log1p(-theta)
        tails = ((1 - level) / 2, (1 + level) / 2)
        low, high = _quantiles(start, lambda r: math.log((n - r) / (r + 1)) + log_odds, n, tails, theta * n)
        return Interval(max(0.0, low / n), min(1.0, high / n))

    return limits


def _poisson(theta: float) -> Callable[[float, float], Interval]:
    def limits(size: float, level: float) -> Interval:
        mean = theta * size
        last = int(mean + 12 * math.sqrt(mean) + 40)
        tails = ((1 - level) / 2, (1 + level) / 2)
        low, high = _quantiles(-mean, lambda r: math.log(mean / (r + 1)), last, tails, mean)
        return Interval(max(0.0, low / size), high / size)

    return limits


def _quantiles(
    first: float, step: Callable[[int], float], last: int, tails: tuple[float, float], mean: float
) -> tuple[float, float]:
    """Continuous quantiles of a distribution on 0..last given by log P(0) and the log ratio of neighbours (A.1)."""
    found: list[float] = []
    reached, log_p = 0.0, first
    for r in range(last + 1):
        p = math.exp(log_p)
        reached += p
        while len(found) < len(tails) and reached >= tails[len(found)]:
            found.append(r - (reached - tails[len(found)]) / p)
        if len(found) == len(tails):
            break
        if r < last:
            log_p += step(r)
    found += [max(mean, float(last))] * (len(tails) - len(found))
    return found[0], found[1]


def _check(names: Sequence[str], parts: Sequence[int], wholes: Sequence[float]) -> None:
    if not len(names) == len(parts) == len(wholes):
        raise DataError("N031", "one name, one part and one whole are needed for each unit")
    if len(names) < 3:  # noqa: PLR2004 - two units have no spread to speak of
        raise DataError("N032", "fewer than three units cannot be compared in a funnel plot; print both counts instead")
    if len(set(names)) != len(names):
        raise DataError("N031", "two units have the same name")
    if any(part < 0 or part != int(part) for part in parts) or any(not 0 < whole < math.inf for whole in wholes):
        raise DataError(
            "N031", "a part is a whole number, 0 or more, and a whole is above 0; leave out units without any"
        )


def _shown(value: float, target: float) -> str:
    """A share as a percentage; a rate below one in a thousand per 100,000."""
    return f"{100 * value:.1f} %" if target >= 0.001 else f"{100_000 * value:.2f} per 100,000"  # noqa: PLR2004
