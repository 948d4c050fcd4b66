"""Several tables together: groups of people that differ, and draws of one uncertain linkage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from amanat.core import DataError
from amanat.numbers.estimate.bootstrap import Bootstrap, acceleration, quantile, resampled, without_one
from amanat.numbers.estimate.stepwise_pairs import THRESHOLD, Stepwise, estimates_of, stepwise
from amanat.numbers.estimate.table import Table
from amanat.numbers.estimate.verdict import refusals
from amanat.numbers.funnel import Interval


@dataclass(frozen=True, slots=True)
class Strata:
    """Estimates by group, and their sum."""

    groups: dict[str, Stepwise | DataError]
    """For each group its estimate, or why it has none."""
    total: Bootstrap | None
    """The sum over groups; None when one of them has no estimate: a sum without it would be too small."""


def by_group(
    tables: Mapping[str, Table], *, replicates: int = 1000, seed: int = 1, threshold: float = THRESHOLD
) -> Strata:
    """Estimate each group by itself and add up.

    People who differ in how likely lists are to catch them bias an estimate that takes them for alike; within groups
    (by sex, age, nationality, exploitation) they differ less. The sum is bootstrapped group by group, choice included.
    Source: Sekar and Deming, JASA 44 (1949) 101; Cruyff, van Dijk and van der Heijden, Chance 30(3) (2017) 41.

    Raises:
        DataError: N018 when there is no group.
    """
    if not tables:
        raise DataError("N018", "there is no group to estimate")
    groups = {name: _one(table, threshold) for name, table in tables.items()}
    fitted = [each for each in groups.values() if isinstance(each, Stepwise)]
    if len(fitted) < len(groups):
        return Strata(groups, None)
    estimate = sum(each.estimate for each in fitted)
    drawn, left_out, weights = np.zeros(replicates), [], []
    for number, (table, each) in enumerate(zip(tables.values(), fitted, strict=True)):
        t = len(table.lists)
        drawn += estimates_of(t, resampled(table, replicates, seed + number), threshold=threshold)
        without, weight = without_one(table)
        left_out.append(estimates_of(t, without, threshold=threshold) - each.estimate + estimate)
        weights.append(weight)
    speed, lost = acceleration(np.concatenate(left_out), np.concatenate(weights))
    return Strata(groups, Bootstrap(estimate, drawn, speed, lost))


def _one(table: Table, threshold: float) -> Stepwise | DataError:
    refused = refusals(table)
    if refused:
        return refused[0]
    try:
        return stepwise(table, threshold=threshold)
    except DataError as refusal:
        return refusal


@dataclass(frozen=True, slots=True)
class Linked:
    """An estimate over several draws of who is the same person."""

    estimates: tuple[float, ...]
    """From each draw of the linkage."""
    interval: Interval
    """Quantiles over draws and resampled tables together: doubt about links and about chance."""
    within: Interval
    """The same for the first draw alone, to show what the links add."""
    refused: int
    """Draws whose table carries no estimate; they are in no figure."""

    @property
    def median(self) -> float:
        """Middle of the estimates over draws."""
        return float(np.median(self.estimates))


def over_draws(
    tables: Sequence[Table], *, replicates: int = 1000, seed: int = 1, level: float = 0.95, threshold: float = THRESHOLD
) -> Linked:
    """Estimate from several tables, each made by drawing who is the same person from the match probabilities.

    Missed links make people look unseen and the estimate too large; this carries that doubt into the interval.
    Source: Sadinle, Ann. Appl. Statist. 12 (2018) 1013 (linkage averaging); Rubin, Multiple Imputation (1987), 3.3.

    Raises:
        DataError: N018 when no draw carries an estimate.
    """
    good = [table for table in tables if not refusals(table)]
    if not good:
        raise DataError("N018", "no draw of the linkage gives a table that carries an estimate")
    estimates, drawn = [], []
    for number, table in enumerate(good):
        t, size = len(table.lists), max(2, -(-replicates // len(good)))
        estimates.append(float(estimates_of(t, table.array[None], threshold=threshold)[0]))
        drawn.append(estimates_of(t, resampled(table, size, seed + number), threshold=threshold))
    first = estimates_of(len(good[0].lists), resampled(good[0], max(2, replicates), seed), threshold=threshold)
    pooled, alone, tail = np.sort(np.concatenate(drawn)), np.sort(first), (1 - level) / 2
    return Linked(
        tuple(estimates),
        Interval(quantile(pooled, tail), quantile(pooled, 1 - tail)),
        Interval(quantile(alone, tail), quantile(alone, 1 - tail)),
        len(tables) - len(good),
    )
