"""From one stage of the criminal process to the next: what may be called a rate, and what may not.

Inside one cohort (the same persons followed from stage to stage) a ratio of two stages is a proportion and gets an
interval. Across cohorts it is not: those convicted in a year were mostly charged before it. Then the answer is
"so many per 100, not the same cases", and no percentage is given.

Sources: Wilson, JASA 22 (1927) 209; Brown, Cai, DasGupta, Statistical Science 16 (2001) 101 (Wilson and Jeffreys
intervals); Przyborowski and Wilenski, Biometrika 31 (1940) 313 (two Poisson counts compared through a binomial).
"""

import math
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist

from amanat.core import UsageError
from amanat.numbers.beta import beta_quantile


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value may lie."""

    low: float
    """Lower limit, as a fraction (or a ratio, for `poisson_ratio`)."""
    high: float
    """Upper limit; may be infinite for a ratio over very few."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Whom a count counted. Two counts may be divided only when all of this agrees and the persons were followed."""

    place: str
    """Jurisdiction id."""
    law: str
    """The law they were counted under."""
    unit: str
    """Persons, cases …"""
    begins: date
    """First day on which one could enter the cohort."""
    ends: date
    """Last such day."""
    followed: bool
    """True when the later stage counts only those of the earlier one; False for counts of a calendar period."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number together with whom it counted."""

    value: int
    """How many, 0 or more."""
    cohort: Cohort

    def __post_init__(self) -> None:
        if self.value < 0:
            raise UsageError("U201", f"a count is 0 or more, got {self.value}")


@dataclass(frozen=True, slots=True)
class Share:
    """A proportion inside one cohort."""

    part: int
    whole: int
    wilson: Interval
    jeffreys: Interval

    @property
    def value(self) -> float:
        """The proportion, 0 to 1."""
        return self.part / self.whole

    @property
    def sentence(self) -> str:
        """What a reporter may write, with its caveat."""
        low, high = (100 * self.wilson.low, 100 * self.wilson.high)
        return (
            f"{self.part:,} of {self.whole:,}, that is {100 * self.value:.1f} % "
            f"(with so many cases, between {low:.1f} and {high:.1f} %)."
        )


@dataclass(frozen=True, slots=True)
class PerHundred:
    """A ratio of two counts that are not of the same cases; never a percentage."""

    part: int
    whole: int
    ratio: Interval
    """95 % interval of the ratio if both were Poisson counts."""
    why: tuple[str, ...]
    """Why no percentage is given, one short sentence each."""

    @property
    def per_hundred(self) -> float:
        """How many of the one for each hundred of the other; may exceed 100."""
        return 100 * self.part / self.whole

    @property
    def sentence(self) -> str:
        """What a reporter may write, with its caveat."""
        return f"{self.per_hundred:.0f} for every 100, but not the same cases. {' '.join(self.why)}"


def compare(part: Count, whole: Count) -> Share | PerHundred:
    """Set a later stage against an earlier one.

    Returns:
        A `Share` when both counted the same followed cohort, else a `PerHundred` that says why it is no percentage.

    Raises:
        UsageError: U202 when the whole is 0, U203 when a followed cohort has more at the later stage than at the first.
    """
    if whole.value == 0:
        raise UsageError("U202", "nothing can be set against a count of 0")
    why = _unlike(part.cohort, whole.cohort)
    if why:
        return PerHundred(part.value, whole.value, poisson_ratio(part.value, whole.value), why)
    if part.value > whole.value:
        raise UsageError("U203", f"{part.value} of {whole.value}: one cohort cannot have more at the later stage")
    return Share(part.value, whole.value, wilson(part.value, whole.value), jeffreys(part.value, whole.value))


def _unlike(part: Cohort, whole: Cohort) -> tuple[str, ...]:
    same_days = (part.begins, part.ends) == (whole.begins, whole.ends)
    checks = (
        (part.place == whole.place, "The two figures are of different places."),
        (part.law == whole.law, "They were counted under different laws."),
        (part.unit == whole.unit, f"One counts {part.unit}, the other {whole.unit}."),
        (same_days, "They cover different periods."),
        (part.followed and whole.followed, "Each counts what happened in a period, not what became of the same cases."),
    )
    return tuple(reason for same, reason in checks if not same)


def wilson(part: int, whole: int, level: float = 0.95) -> Interval:
    """Wilson score interval of a proportion.

    ``(p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)`` with p = part/whole, n = whole (Wilson 1927, eq. 4 ff.).

    Raises:
        UsageError: U202, U203 or U204 for counts or a level that make no proportion.
    """
    _check(part, whole, level)
    z = NormalDist().inv_cdf((1 + level) / 2)
    p, n = part / whole, whole
    middle = p + z * z / (2 * n)
    reach = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    low = 0.0 if part == 0 else max(0.0, (middle - reach) / scale)
    high = 1.0 if part == whole else min(1.0, (middle + reach) / scale)
    return Interval(low, high)


def jeffreys(part: int, whole: int, level: float = 0.95) -> Interval:
    """Jeffreys interval: quantiles of Beta(part + 1/2, whole - part + 1/2), closed at 0 and 1 (Brown et al. 2001, 3.1).

    Raises:
        UsageError: as `wilson`.
    """
    _check(part, whole, level)
    a, b, tail = part + 0.5, whole - part + 0.5, (1 - level) / 2
    low = 0.0 if part == 0 else beta_quantile(tail, a, b)
    high = 1.0 if part == whole else beta_quantile(1 - tail, a, b)
    return Interval(low, high)


def poisson_ratio(part: int, whole: int, level: float = 0.95) -> Interval:
    """Interval of the ratio of two Poisson means, from the exact binomial of `part` given the sum of both.

    With Clopper-Pearson limits l, u for part/(part+whole) the ratio lies in [l/(1-l), u/(1-u)].

    Raises:
        UsageError: U201 for a negative count, U202 when the whole is 0, U204 for a level outside 0 to 1.
    """
    if part < 0 or whole < 0:
        raise UsageError("U201", "a count is 0 or more")
    if whole == 0:
        raise UsageError("U202", "nothing can be set against a count of 0")
    _check_level(level)
    tail = (1 - level) / 2
    low = 0.0 if part == 0 else beta_quantile(tail, part, whole + 1)
    high = beta_quantile(1 - tail, part + 1, whole)
    return Interval(low / (1 - low), math.inf if high >= 1 else high / (1 - high))


def _check(part: int, whole: int, level: float) -> None:
    if part < 0 or whole < 0:
        raise UsageError("U201", "a count is 0 or more")
    if whole == 0:
        raise UsageError("U202", "nothing can be set against a count of 0")
    if part > whole:
        raise UsageError("U203", f"{part} of {whole}: a part cannot be more than the whole")
    _check_level(level)


def _check_level(level: float) -> None:
    if not 0 < level < 1:
        raise UsageError("U204", f"a confidence level lies between 0 and 1, got {level}")
