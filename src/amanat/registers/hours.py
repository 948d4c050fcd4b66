"""Opening hours as a week of minutes: `24/7`, `09:00-17:00`, `Mon-Fri 09:30-16:30`.

What cannot be read is unknown, never closed and never open: a list that says `24/7` and `office hours` in one
breath has not told anybody when to call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days as RFC 5545 writes them (BYDAY), which HSDS uses."""
DAY = 1440  # minutes
_ALWAYS = re.compile(r"24\s?/\s?7|24 hours|round the clock|any day, any time|365 days", re.IGNORECASE)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_TIMES = re.compile(
    rf"(?:({_DAY})(?:\s*(?:-|–|to)\s*({_DAY}))?,?\s+)?(\d{{1,2}})[:.](\d{{2}})\s*(?:-|–|to)\s*(\d{{1,2}})[:.](\d{{2}})",
    re.IGNORECASE,
)
_EVERY_DAY = re.compile(r"seven days|daily|every day|all days", re.IGNORECASE)
_DOUBT = re.compile(r"conflict|at launch|techlist|recorded", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a body can be reached."""

    week: tuple[tuple[int, int, int], ...]
    """Day (0 Monday), opening and closing minute of the day, closing not included; empty when unknown."""

    @property
    def known(self) -> bool:
        """True when anything is known."""
        return bool(self.week)

    def open_at(self, moment: datetime) -> bool | None:
        """Tell whether it is open at a local time; None when its hours are not known."""
        if not self.week:
            return None
        day, minute = moment.weekday(), moment.hour * 60 + moment.minute
        return any(d == day and opens <= minute < closes for d, opens, closes in self.week)


UNKNOWN = Hours(())
ALWAYS = Hours(tuple((day, 0, DAY) for day in range(7)))


def hours(text: str) -> Hours:
    """Read hours as written in a directory; unknown when they are doubtful or cannot be read."""
    if not text or _DOUBT.search(text):
        return UNKNOWN
    if _ALWAYS.search(text):
        return ALWAYS
    spells = tuple(spell for match in _TIMES.finditer(text) for spell in _spells(match, text))
    return Hours(tuple(sorted(spells)))


def _spells(match: re.Match[str], text: str) -> Iterator[tuple[int, int, int]]:
    opens, closes = int(match[3]) * 60 + int(match[4]), int(match[5]) * 60 + int(match[6])
    if not (0 <= opens < DAY and 0 < closes <= DAY):
        return
    for day in _days(match, text):
        yield from spell(day, opens, closes)


def spell(day: int, opens: int, closes: int) -> Iterator[tuple[int, int, int]]:
    """Yield one stretch of opening, cut at midnight when it runs over it."""
    if opens < closes:
        yield day, opens, closes
        return
    yield day, opens, DAY
    if closes:
        yield (day + 1) % 7, 0, closes


def _days(match: re.Match[str], text: str) -> Iterator[int]:
    if not match[1]:
        # times without days say nothing of any day, unless the text speaks of the whole week
        yield from range(7) if _EVERY_DAY.search(text) else ()
        return
    first = _number(match[1])
    last = _number(match[2]) if match[2] else first
    yield from ((first + n) % 7 for n in range((last - first) % 7 + 1))


def _number(name: str) -> int:
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name[:3].lower())
