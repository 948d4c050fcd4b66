"""What cannot be true of a table: more people at a later stage than at an earlier one, counts older than their law."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from amanat.core import DataError, Stage
from amanat.registers.ledger.figures import Entry

_YEAR = re.compile(r"\b(19|20)\d\d\b")
_ORDER = (
    Stage.INVESTIGATED,
    Stage.ARRESTED,
    Stage.CHARGED,
    Stage.PROSECUTED,
    Stage.CONVICTED,
    Stage.SENTENCED,
)
"""Stages in which one person can only be at a later one after the earlier. Registered cases are no persons."""


def law_year(law: str) -> int:
    """Return the year in a law's own name (`PTPA 2018`), 0 when it carries none."""
    years = [int(match.group()) for match in _YEAR.finditer(law)]
    return min(years, default=0)


def period_faults(number: int, begins: date, ends: date, law: str, today: date) -> Iterator[DataError]:
    """Yield what is impossible in a period: it ends before it begins, lies ahead, or before its law existed."""
    if ends < begins:
        yield DataError("F008", f"row {number}: the period ends before it begins")
    if begins > today:
        yield DataError("F008", f"row {number}: the date lies in the future")
    year = law_year(law)
    if year and ends.year < year:
        yield DataError("F008", f"row {number}: the period ends before the law of {year} existed")


def cohort_faults(numbered: Sequence[tuple[int, Entry]]) -> Iterator[tuple[int, DataError]]:
    """Yield rows of a followed cohort with more at a later stage than at an earlier one.

    Args:
        numbered: entries with the line they came from.
    """
    cohorts: dict[tuple[str, str, str, str], list[tuple[int, Entry]]] = {}
    for number, entry in numbered:
        if entry.cohort and entry.count is not None and entry.core_stage in _ORDER:
            cohorts.setdefault((entry.cohort, entry.jurisdiction, entry.law, entry.unit), []).append((number, entry))
    for rows in cohorts.values():
        ordered = sorted(rows, key=lambda pair: _ORDER.index(pair[1].core_stage or Stage.INVESTIGATED))
        for (_, before), (number, after) in pairwise(ordered):
            if (after.count or 0) > (before.count or 0):
                words = f"more {after.stage} than {before.stage} in one followed cohort"
                yield (
                    number,
                    DataError("F013", f"row {number}: {words}; leave cohort empty if they are not"),
                )
