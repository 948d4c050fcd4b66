"""What changed in the law between two days: begun, ended, passed, joined, ranked otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amanat.core import Fact
from amanat.registers.dates import When
from amanat.registers.laws import Laws
from amanat.registers.treaties import Treaties


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became otherwise. When its day is known to a month or year only, `on` is the whole interval."""

    on: When
    what: str
    """`passed`, `repealed`, `begins`, `ends`, `proposed`, `status`, `tier`."""
    fact: Fact
    jurisdiction: str


def changes(laws: Laws, treaties: Treaties, first: date, last: date, jurisdiction: str = "") -> tuple[Change, ...]:
    """Return what changed after the first day, up to and with the last, in order of time.

    A date that is known to a year only counts when any day of it falls between: a desk had better look once too often.
    """
    every = (*_of_works(laws), *_of_versions(laws), *_of_treaties(treaties), *_of_tiers(treaties))
    within = [
        change
        for change in every
        if change.on.latest > first
        and change.on.earliest <= last
        and (not jurisdiction or change.jurisdiction.startswith(jurisdiction))
    ]
    return tuple(sorted(within, key=lambda c: (c.on.earliest, c.on.latest, c.fact.id, c.what)))


def _of_works(laws: Laws) -> Iterator[Change]:
    for work in laws.works.values():
        if work.enacted:
            yield Change(work.enacted, "proposed" if work.pending else "passed", work.fact, work.jurisdiction)
        if work.repealed_from:
            yield Change(work.repealed_from, "repealed", work.fact, work.jurisdiction)


def _of_versions(laws: Laws) -> Iterator[Change]:
    for provision in laws.provisions.values():
        place = laws.works[provision.work].jurisdiction if provision.work in laws.works else ""
        for version in provision.versions:
            if version.start:
                yield Change(version.start, "begins" if version.confirmed else "proposed", version.fact, place)
            if version.end:
                yield Change(version.end, "ends", version.fact, place)


def _of_treaties(treaties: Treaties) -> Iterator[Change]:
    for treaty in treaties.by_id.values():
        for event in treaty.status:
            if event.date:
                yield Change(event.date, "status", event.fact, event.party)


def _of_tiers(treaties: Treaties) -> Iterator[Change]:
    for tier in treaties.tiers.values():
        before = treaties.tier(tier.party, tier.year - 1)
        if before and before.tier != tier.tier:
            year = When(date(tier.year, 1, 1), date(tier.year, 12, 31), str(tier.year))
            yield Change(year, "tier", tier.fact, tier.party)
