"""What happens to the estimate when a list is left out, or two are taken for one.

An estimate that hangs on one list is that list's. Partners who pass their cases on to each other are one list in all
but name (Silverman, Modern slavery: an application of multiple systems estimation, Home Office 2014; Silverman, JRSS A
183 (2020) 691, section 4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from amanat.core import DataError
from amanat.numbers.estimate.stepwise_pairs import THRESHOLD, stepwise
from amanat.numbers.estimate.table import Table
from amanat.numbers.estimate.verdict import refusals
from amanat.numbers.funnel import Interval


@dataclass(frozen=True, slots=True)
class Variation:
    """The stepwise estimate of a changed table."""

    change: str
    """What was changed, in words."""
    estimate: float | None
    """N plus the dark figure; None when the changed table allows none."""
    conditional: Interval | None
    """Limits that take the chosen model for granted."""
    refused: str
    """Why there is none, in words; empty when there is one."""


def dropped(table: Table, *, threshold: float = THRESHOLD) -> list[Variation]:
    """Leave each list out in turn. Persons only on that list then count among the hidden."""
    return [_varied(f"without {name}", table.without(name), threshold) for name in table.lists]


def merged(table: Table, *, threshold: float = THRESHOLD) -> list[Variation]:
    """Take each pair of lists for one in turn."""
    return [
        _varied(f"{one} and {other} as one", table.merged(one, other), threshold)
        for one, other in combinations(table.lists, 2)
    ]


def _varied(change: str, table: Table, threshold: float) -> Variation:
    for refusal in _first(table):
        return Variation(change, None, None, refusal.message)
    try:
        fitted = stepwise(table, threshold=threshold)
    except DataError as refusal:
        return Variation(change, None, None, refusal.message)
    return Variation(change, fitted.estimate, fitted.conditional, "")


def _first(table: Table) -> Iterator[DataError]:
    yield from refusals(table)
