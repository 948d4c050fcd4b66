"""Calls on record: who dialled a number, when, and what came of it. Nothing else makes a number fit to be printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from amanat.core import DataError
from amanat.packs import Packs
from amanat.registers.numbers_seen import Contaminated, digits
from amanat.registers.records import records, text_at


class Outcome(StrEnum):
    """What came of a call."""

    CONFIRMED = "confirmed"
    """The body itself answered under its name."""
    NO_ANSWER = "no_answer"
    WRONG = "wrong"
    """Somebody else answered, or the line is dead."""


HOTLINE_GOOD_FOR = timedelta(days=90)
"""How long a call to a hotline proves its number."""
OFFICE_GOOD_FOR = timedelta(days=180)
"""How long a call to an office proves its number."""
_SHORTEST, _LONGEST = 2, 15
"""Digits of a number one can dial: short codes have two, E.164 allows fifteen."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. It speaks of one number only: when the number changes, it proves nothing about the new one."""

    service: str
    """Id of the service that was called."""
    number: str
    """What was dialled, as written."""
    on: date
    by: str
    """Who called."""
    outcome: Outcome

    @property
    def row(self) -> dict[str, str]:
        """The call as a file of kind `calls` holds it."""
        return {
            "service": self.service,
            "number": self.number,
            "called_on": self.on.isoformat(),
            "called_by": self.by,
            "result": self.outcome.value,
        }


@dataclass(frozen=True, slots=True)
class Calls:
    """Every call of the packs, oldest first; of two on one day the later one in the file is the newer."""

    all: tuple[Call, ...]

    @classmethod
    def over(cls, packs: Packs) -> "Calls":
        """Read them from the packs."""
        rows = [row for file in packs.of_kind("calls") for row in records(file.content, "calls")]
        calls = [
            Call(
                text_at(row, "service"),
                text_at(row, "number"),
                date.fromisoformat(text_at(row, "called_on")),
                text_at(row, "called_by"),
                Outcome(text_at(row, "result")),
            )
            for row in rows
        ]
        return cls(tuple(sorted(calls, key=lambda call: call.on)))

    def last(self, service: str, number: str, country: str) -> Call | None:
        """Return the newest call to this number of a service; to any number of it when none is given."""
        wanted = digits(number, country)
        found = [
            call
            for call in self.all
            if call.service == service and (not wanted or digits(call.number, country) == wanted)
        ]
        return found[-1] if found else None

    def moved(self, service: str, number: str, country: str) -> Call | None:
        """Return the newest call that confirmed another number of a service, whose own was found to be wrong."""
        others = {digits(c.number, country): c for c in self.all if c.service == service}
        others.pop(digits(number, country), None)
        confirmed = [call for call in others.values() if call.outcome is Outcome.CONFIRMED]
        return max(confirmed, key=lambda call: call.on, default=None)


def checked(
    call: Call, country: str, today: date, wrong: Iterable[Contaminated], *, own: str = "", sure: bool = False
) -> Call:
    """Return a call that may be recorded.

    Args:
        call: what somebody says they did.
        country: whose number it is.
        today: the day it is recorded.
        wrong: numbers known to circulate wrongly.
        own: the number that the register has for this body: that others are said to have it does not stand against it.
        sure: record a confirmation of such a number all the same: the caller has heard the body answer.

    Raises:
        DataError: H001 nobody named who called, or a day that cannot be; H002 nothing one can dial; H003 a number
            that is known to circulate wrongly.
    """
    if len(call.by.strip()) < 2 or not today - OFFICE_GOOD_FOR <= call.on <= today:  # noqa: PLR2004 - initials
        raise DataError(
            "H001",
            "say who called (`--by`) and on which day (`--on`), today or at most 180 days ago: else it proves nothing",
        )
    if not _SHORTEST <= len(digits(call.number, country)) <= _LONGEST:
        raise DataError("H002", "this is no number one can dial: two to fifteen digits, given with `--number`")
    known = known_wrong(call.number, country, wrong) if call.outcome is Outcome.CONFIRMED and not sure else None
    if known and (known.dead_for_all or digits(own, country) != digits(call.number, country)):
        raise DataError(
            "H003",
            "this number is known to be printed wrongly in public pages (amanat aid check shows how); "
            "call again, ask for the name of the body, and repeat with `--sure`",
        )
    return call


def known_wrong(number: str, country: str, wrong: Iterable[Contaminated]) -> Contaminated | None:
    """Return the record of a number that circulates wrongly in a country, None when there is none."""
    return next((row for row in wrong if row.faulty and row.holds(number, country)), None)


def today() -> date:
    """Return the day for which numbers must be proven."""
    return datetime.now(tz=UTC).date()
