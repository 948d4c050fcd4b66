"""How long cases take, when many of them are still open.

The mean of finished cases flatters: the slow ones are not in it yet. Here an open case counts for as long as it was
watched (right censoring), and a case that was already old when the ledger took it up counts from then on only (left
truncation).

Sources: Kaplan and Meier, JASA 53 (1958) 457; Greenwood 1926, on the log(-log) scale as in Kalbfleisch and Prentice
(1980), 1.4; Brookmeyer and Crowley, Biometrics 38 (1982) 29 (median); Aalen and Johansen, Scand. J. Stat. 5 (1978)
141; Collett, Modelling Survival Data in Medical Research, 3rd ed., 12.3 (variance of the cumulative incidence).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from amanat.core import DataError
from amanat.numbers.funnel import Interval

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_LONGEST_TALLY = 1 << 20
"""Whole days up to here are counted into bins (some 2,800 years), which needs no sorting."""
_TINY = np.nextafter(0.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Watched:
    """Checked cases."""

    times: Floats
    days: Ints | None
    """The times again when all are whole numbers."""
    mark: Ints
    start: Floats | None
    unwatched: int


@dataclass(frozen=True, slots=True)
class Median:
    """The time by which half had ended."""

    value: float
    """In the unit given (days); infinite when fewer than half have ended within the time watched."""
    interval: Interval
    """Its confidence limits; the upper one is infinite when it is not reached."""


@dataclass(frozen=True, slots=True, eq=False)
class Survival:
    """The share of cases still open, over time (Kaplan-Meier)."""

    times: Floats
    """Times at which at least one case ended, ascending."""
    at_risk: Ints
    """Cases watched and open just before each time."""
    ended: Ints
    """Cases that ended at each time."""
    open: Floats
    """S(t), the share still open just after each time."""
    low: Floats
    """Lower limit of S(t), log(-log) scale; NaN where the curve has come to 0."""
    high: Floats
    """Upper limit of S(t)."""
    level: float
    """Confidence level of the limits."""
    cases: int
    """All cases, ended or not."""
    longest: float
    """Longest time any case was watched."""
    unwatched: int
    """Cases left out because they were taken up at the very time they ended."""

    @property
    def still_open(self) -> int:
        """Cases that had not ended when last seen."""
        return self.cases - int(self.ended.sum())

    @property
    def median(self) -> Median:
        """The time by which half had ended: the first t with S(t) ≤ 1/2; limits from the bands of S."""
        return Median(self.quantile(0.5), Interval(self._first(self.low, 0.5), self._first(self.high, 0.5)))

    def quantile(self, share: float) -> float:
        """Return the first time by which this share of cases had ended; infinite when it was not reached."""
        return self._first(self.open, 1 - share)

    def at(self, time: float) -> float:
        """Return S(time): the share still open after that time."""
        seen = int(np.searchsorted(self.times, time, side="right"))
        return 1.0 if seen == 0 else float(self.open[seen - 1])

    def _first(self, curve: Floats, level: float) -> float:
        # Where the curve has come to 0 the bands are undefined; then there is nobody left to wait for.
        reached = np.flatnonzero((curve <= level) | np.isnan(curve))
        return float(self.times[reached[0]]) if len(reached) else math.inf

    def sentence(self, cases: str = "cases", ended: str = "had ended", unit: str = "days") -> str:
        """Return what a reporter may write, with its caveat."""
        still = (
            f"{self.still_open:,} of {self.cases:,} were still open when last seen; they are counted as open, not left "
            "out, because leaving them out would make the state look quicker than it is."
        )
        median = self.median
        if math.isinf(median.value):
            share = 100 * (1 - (float(self.open[-1]) if len(self.open) else 1.0))
            return (
                f"Fewer than half of the {cases} ({share:.0f} %) {ended} within the {self.longest:,.0f} {unit} "
                f"watched, so no median can be given. {still}"
            )
        low, high = median.interval.low, median.interval.high
        end = f"and {high:,.0f}" if math.isfinite(high) else "and an upper limit not yet reached"
        return (
            f"Half of the {cases} {ended} within {median.value:,.0f} {unit} "
            f"({100 * self.level:.0f} % limits: {low:,.0f} {end}). {still}"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """How cases ended, over time, when they can end in several ways (Aalen-Johansen)."""

    names: tuple[str, ...]
    """The ways to end, e.g. convicted, acquitted, withdrawn."""
    times: Floats
    """Times at which at least one case ended in any way, ascending; m of them."""
    at_risk: Ints
    """Cases watched and open just before each time."""
    shares: Floats
    """One row for each name, m columns: the share that had ended so by each time."""
    ended: Ints
    """Cases that ended so at each time, shaped as `shares`."""
    open: Floats
    """The share still open; together with the column of `shares` it makes 1."""
    level: float
    cases: int
    longest: float
    """Longest time any case was watched."""
    unwatched: int
    """Cases left out because they were taken up at the very time they ended."""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many cases ended in each way."""
        return tuple(int(row.sum()) for row in self.ended)

    def limits(self, name: str) -> tuple[Floats, Floats]:
        """Return the lower and the upper limit of one row of `shares`, on the log(-log) scale.

        Variance, Collett 12.3, with Fᵢ = F(tᵢ): ``Σ (F(t)-Fᵢ)² dᵢ/(nᵢ(nᵢ-dᵢ)) + Σ S²ᵢ₋₁ (nᵢ-d_ki) d_ki/nᵢ³
        - 2 Σ (F(t)-Fᵢ) Sᵢ₋₁ d_ki/nᵢ²``; the squares are multiplied out, so that each part is one running sum.
        """
        share, own = self.shares[self.names.index(name)], self.ended[self.names.index(name)]
        n, died = self.at_risk.astype(np.float64), self.ended.sum(axis=0)
        before = np.concatenate(([1.0], self.open[:-1]))
        with np.errstate(divide="ignore", invalid="ignore"):
            a, b = _finite(died / (n * (n - died))), before * own / n**2
            first = share**2 * np.cumsum(a) - 2 * share * np.cumsum(a * share) + np.cumsum(a * share**2)
            second = np.cumsum(before**2 * own * (n - own) / n**3)
            third = share * np.cumsum(b) - np.cumsum(b * share)
            sigma = np.sqrt(np.maximum(first + second - 2 * third, 0.0))
            return _log_log(share, -sigma / (share * np.abs(np.log(share))), self.level)

    def at(self, time: float) -> dict[str, float]:
        """Return the share that had ended in each way by a time, and the share still open."""
        seen = int(np.searchsorted(self.times, time, side="right"))
        column = self.shares[:, seen - 1] if seen else np.zeros(len(self.names))
        return {**dict(zip(self.names, column.tolist(), strict=True)), "open": 1.0 - float(column.sum())}

    def sentence(self, time: float, cases: str = "cases", unit: str = "days") -> str:
        """Return what a reporter may write about the time given, with its caveat."""
        shares = self.at(time)
        still = shares.pop("open")
        ends = ", ".join(f"{100 * share:.0f} % {name}" for name, share in shares.items())
        late = "" if time <= self.longest else f" No case was watched for longer than {self.longest:,.0f} {unit}."
        return (
            f"After {time:,.0f} {unit}: {ends}, {100 * still:.0f} % still open, estimated from {self.cases:,} {cases}, "
            f"{self.cases - sum(self.counts):,} of which had not ended when last seen. "
            f"The shares speak of all cases, not only of the decided ones.{late}"
        )


def kaplan_meier(
    durations: ArrayLike, ended: ArrayLike, entered: ArrayLike | None = None, *, level: float = 0.95
) -> Survival:
    """Estimate the share of cases still open, over time.

    ``S(t) = Π_{tᵢ ≤ t} (1 - dᵢ/nᵢ)`` with dᵢ cases ending at tᵢ and nᵢ open and watched just before (Kaplan and Meier
    1958, 2b). Limits: ``S(t)^exp(±z·σ/log S(t))`` with Greenwood's ``σ² = Σ dᵢ/(nᵢ(nᵢ-dᵢ))``.

    Args:
        durations: for each case, time from its start to its end or to when it was last seen, 0 or more.
        ended: for each case, whether it ended then (else it was still open).
        entered: for each case, its age when the ledger took it up; None when all were watched from the start. A case
            is at risk from just after its entry; one taken up at the very time it ended tells nothing and is left out.
        level: confidence level of the limits.

    Raises:
        DataError: N021 to N025 for durations that cannot be.
    """
    watched = _checked(durations, ended, entered, level, 1)
    at, deaths, at_risk = _counted(watched, 1)
    died = deaths[0]
    s = np.cumprod(1 - died / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(_finite(died / (at_risk * (at_risk - died).astype(np.float64))))
        low, high = _log_log(s, np.sqrt(greenwood) / np.log(s), level)
    return Survival(
        at, at_risk, died, s, low, high, level, len(watched.times), float(watched.times.max()), watched.unwatched
    )


def aalen_johansen(
    durations: ArrayLike,
    outcomes: ArrayLike,
    names: Sequence[str],
    entered: ArrayLike | None = None,
    *,
    level: float = 0.95,
) -> Incidence:
    """Estimate how cases end, over time, when one end rules out the others.

    ``F_k(t) = Σ_{tᵢ ≤ t} S(tᵢ₋₁)·d_ki/nᵢ`` (Aalen and Johansen 1978, eq. 3.4 for one step). One minus Kaplan-Meier with
    the other ends called censored would overstate each.

    Args:
        durations: as for `kaplan_meier`.
        outcomes: for each case 0 when still open, k when it ended as ``names[k - 1]``.
        names: the ways to end.
        entered: as for `kaplan_meier`.
        level: confidence level of the limits.

    Raises:
        DataError: N021 to N025 for durations that cannot be, N023 for an outcome without a name.
    """
    if not names:
        raise DataError("N023", "name at least one way to end")
    watched = _checked(durations, outcomes, entered, level, len(names))
    at, deaths, at_risk = _counted(watched, len(names))
    died = deaths.sum(axis=0)
    s = np.cumprod(1 - died / at_risk)
    before = np.concatenate(([1.0], s[:-1]))[: len(s)]
    shares = np.cumsum(before * deaths / at_risk, axis=1)
    return Incidence(
        names=tuple(names),
        times=at,
        at_risk=at_risk,
        shares=shares,
        ended=deaths,
        open=s,
        level=level,
        cases=len(watched.times),
        longest=float(watched.times.max()),
        unwatched=watched.unwatched,
    )


def _log_log(share: Floats, spread: Floats, level: float) -> tuple[Floats, Floats]:
    """Limits that stay between 0 and 1: normal on the scale log(-log share); `spread` is its standard error, ≤ 0."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = np.log(-np.log(share))
    return np.exp(-np.exp(middle - z * spread)), np.exp(-np.exp(middle + z * spread))


def _finite(terms: Floats) -> Floats:
    """Leave out Greenwood's term where all at risk ended at once: the curve is 0 from there on."""
    return np.where(np.isfinite(terms), terms, 0.0)


def _counted(watched: _Watched, ends: int) -> tuple[Floats, Ints, Ints]:
    """Count who ended, in which way, and who was at risk, at each time at which somebody ended."""
    if watched.days is not None and int(watched.days.max()) < _LONGEST_TALLY:
        return _tallied(watched.days, watched, ends)
    # The bits of a number ≥ 0 sort like the number; its sign bit is free, so one sort carries the mark along.
    key = (watched.times + 0.0).view(np.uint64) << np.uint64(1) | (watched.mark > 0)
    key.sort()
    ended = (key & np.uint64(1)).astype(bool)
    times = (key >> np.uint64(1)).view(np.float64)
    new = np.empty(len(times), bool)
    new[0] = True
    np.not_equal(times[1:], times[:-1], out=new[1:])
    first = np.flatnonzero(new)
    died = np.add.reduceat(ended, first, dtype=np.int64)
    kept = died > 0
    at, gone, died = times[first[kept]], first[kept], died[kept]
    deaths = np.empty((ends, len(at)), np.int64)
    deaths[0] = died
    for k in range(1, ends):
        own = np.searchsorted(at, np.sort(watched.times[watched.mark == k + 1]))
        deaths[k] = np.bincount(own, minlength=len(at))
        deaths[0] -= deaths[k]
    start = watched.start
    # At risk from just after the entry; an entry at 0 is one from the start.
    here = len(times) if start is None else np.searchsorted(np.sort(start), np.maximum(at, _TINY))
    return at, deaths, np.asarray(here - gone, np.int64)


def _tallied(days: Ints, watched: _Watched, ends: int) -> tuple[Floats, Ints, Ints]:
    size = int(days.max()) + 1
    tally = np.bincount(watched.mark * size + days, minlength=(ends + 1) * size).reshape(ends + 1, size)
    deaths = tally[1:]
    at = np.flatnonzero(deaths.sum(axis=0))
    gone = np.cumsum(tally.sum(axis=0)) - tally.sum(axis=0)
    if watched.start is None:
        here: Ints = np.full(size, len(days))
    else:
        entered = np.cumsum(np.bincount(watched.start.astype(np.int64), minlength=size))
        here = np.concatenate(([np.count_nonzero(watched.start == 0)], entered[:-1]))
    return at.astype(np.float64), deaths[:, at].astype(np.int64), (here - gone)[at].astype(np.int64)


def _checked(durations: ArrayLike, outcomes: ArrayLike, entered: ArrayLike | None, level: float, ends: int) -> _Watched:
    given, marks = np.asarray(durations), np.asarray(outcomes)
    if given.ndim != 1 or marks.shape != given.shape or len(given) == 0:
        raise DataError("N021", "one duration and one outcome are needed for each case, and at least one case")
    if given.dtype.kind not in "biuf" or not (given.min() >= 0 and given.max() < np.inf):
        raise DataError("N022", "a duration is a number, 0 or more; leave out cases whose dates are missing and say so")
    if marks.dtype.kind not in "biu" or int(marks.min()) < 0 or int(marks.max()) > ends:
        raise DataError("N023", "an outcome is 0 (still open) or the number of one of the ways to end")
    if not 0 < level < 1:
        raise DataError("N025", f"a confidence level lies between 0 and 1, got {level}")
    mark, times = marks.astype(np.int64), np.asarray(given, np.float64)
    if entered is None:
        return _Watched(times, _whole(given), mark, None, 0)
    start = np.asarray(entered, np.float64)
    if start.shape != times.shape or not (start.min() >= 0 and start.max() < np.inf):
        raise DataError("N024", "one age at entry is needed for each case, 0 or more")
    seen = start < times
    if seen.all():
        return _Watched(times, _whole(given), mark, start, 0)
    if bool((start > times).any()):
        raise DataError("N024", "a case cannot have been taken up after it had ended")
    seen |= start == 0
    if not seen.any():
        raise DataError("N024", "every case was taken up at the very time it ended, so none was watched")
    return _Watched(times[seen], _whole(given[seen]), mark[seen], start[seen], int((~seen).sum()))


def _whole(given: NDArray[np.generic]) -> Ints | None:
    """Return whole numbers as such, None when there are others."""
    if given.dtype.kind == "f":
        if given.max() >= _LONGEST_TALLY:
            return None
        days = given.astype(np.int64)
        return days if bool((days == given).all()) else None
    return given.astype(np.int64)
