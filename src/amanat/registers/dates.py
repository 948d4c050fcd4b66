"""Dates of law: a day, a month, a year, or an interval of which only the bounds are known."""

from dataclasses import dataclass
from datetime import date, timedelta

from amanat.packs.value import Value

EVER = date.min
NEVER = date.max
_DAY, _MONTH, _YEAR = 3, 2, 1


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date as well as it is known: it lies between two days, both included."""

    earliest: date
    latest: date
    written: str
    """As the pack has it: `2022-11`, or `2021-04-01/2022-03-31` for an interval."""

    @property
    def year(self) -> int | None:
        """The year, where the interval lies within one."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        """The month, where the interval lies within one."""
        return self.earliest.month if (self.earliest.month, self.year) == (self.latest.month, self.year) else None

    def in_words(self) -> str:
        """Write it for readers: `2 June 2018`, `November 2022`, `2018`, `2021 or 2022`."""
        if self.earliest == self.latest:
            return f"{self.earliest.day} {self.earliest:%B %Y}"
        if self.month:
            return f"{self.earliest:%B %Y}"
        return str(self.year) if self.year else f"{self.earliest.year} or {self.latest.year}"


def when(value: Value) -> When | None:
    """Read a date of a pack (schema `common.yaml#date`); None stays None."""
    if isinstance(value, dict):
        bounds = value.get("between")
        first, last = (str(b) for b in bounds) if isinstance(bounds, list) else ("", "")
        return When(_bounds(first)[0], _bounds(last)[1], f"{first}/{last}")
    if value is None:
        return None
    return When(*_bounds(str(value)), str(value))


def day(value: Value) -> date:
    """Read a date of a pack as the first day it can be, for dates that are known to the day."""
    found = when(value)
    return found.earliest if found else EVER


def _bounds(written: str) -> tuple[date, date]:
    parts = [int(part) for part in written.split("-")]
    if len(parts) == _DAY:
        exact = date(*parts)
        return exact, exact
    if len(parts) == _MONTH:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), following - timedelta(days=1)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)
