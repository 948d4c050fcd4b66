"""What the matcher needs to know of a service, read from its HSDS record.

HSDS has objects for most of it. For the rest there are attributes, as HSDS means them: a need and a group are terms
of our published taxonomy (`link_type` `need` and `people`); what HSDS has no word for is marked `amanat:`.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from amanat.registers.hours import DAYS, UNKNOWN, Hours, spell
from amanat.store.hsds.model import Json, Record, objects, terms

NEED, PEOPLE = "need", "people"
PLACE = "amanat:place"
CONFLICT = "amanat:conflict_group"
CAUTION = "amanat:caution"
CONFIDENCE = "amanat:confidence"
SOURCE_URL, SOURCE_DATE = "amanat:source_url", "amanat:source_date"
VISIBILITY = "amanat:visibility"
OWN = {
    PLACE: "an area it works in, as an id of ours",
    CONFLICT: "whose officials must not be accused",
    CAUTION: "what can put a person in danger there",
    CONFIDENCE: "how sure we are of it",
    SOURCE_URL: "where it can be checked",
    SOURCE_DATE: "when it was seen",
    VISIBILITY: "who may see it",
}
"""What HSDS has no word for, and what each says. In the data package of tables each is a term of our taxonomy."""
PUBLIC, DESK = "public", "desk"
CONFIDENTIAL = frozenset({"shelter"})
"""Needs whose places are never told: city at most."""
OLDEST = 130
_FREE = ("free", "no fee", "مفت")


class Facts(NamedTuple):
    """One service as the matcher sees it."""

    needs: tuple[str, ...]
    people: tuple[str, ...]
    areas: tuple[str, ...]
    ages: tuple[int, int]
    languages: tuple[str, ...]
    conflict_groups: tuple[str, ...]
    cautions: tuple[str, ...]
    hours: Hours
    free: bool
    assured: bool
    """True when somebody checked it: HSDS `assured_date`."""
    visible: bool
    """True when anybody may see it; else only the desk."""
    active: bool
    confidence: str
    terms: tuple[str, ...] = ()
    """Ids of the taxonomy terms it carries."""

    @property
    def independent(self) -> bool:
        """True when the state does not run it."""
        return self.conflict_groups == ("non_state",)

    @property
    def tier(self) -> int:
        """Order of answers before nearness, 0 first: checked, well sourced, free, outside the state."""
        doubts = (not self.assured, self.confidence != "verified", not self.free, not self.independent)
        return sum(int(doubt) << place for place, doubt in enumerate(reversed(doubts)))

    @property
    def offered(self) -> bool:
        """False for what may have ended or is known from a doubtful source only: it is kept, and never offered."""
        return self.active and self.confidence != "uncertain"


def facts(service: Record) -> Facts:
    """Read what the matcher needs from a service with its parts inside."""
    attributes = objects(service.get("attributes"))
    said: dict[str, list[str]] = {}
    for attribute in attributes:
        sort, value = str(attribute.get("link_type", "")), str(attribute.get("value", ""))
        if sort in said:
            said[sort].append(value)
        else:
            said[sort] = [value]
    fees = str(service.get("fees_description", "")).lower()
    return Facts(
        needs=tuple(said.get(NEED, ())),
        people=tuple(said.get(PEOPLE, ())),
        areas=tuple(said.get(PLACE, ())),
        ages=(_age(service.get("minimum_age"), 0), _age(service.get("maximum_age"), OLDEST)),
        languages=tuple(str(one["code"]) for one in objects(service.get("languages")) if one.get("code")),
        conflict_groups=tuple(said.get(CONFLICT, ("non_state",))),
        cautions=tuple(said.get(CAUTION, ())),
        hours=week(objects(service.get("schedules"))),
        free=any(word in fees for word in _FREE),
        assured="assured_date" in service,
        visible=all(mark == PUBLIC for mark in said.get(VISIBILITY, ())),
        active=service.get("status") == "active",
        confidence=said.get(CONFIDENCE, ["single-source"])[0],
        terms=tuple(terms(attributes)),
    )


def points(service: Record) -> Iterator[tuple[float, float]]:
    """Yield latitude and longitude of the places where a service is given."""
    for at in objects(service.get("service_at_locations")):
        location = at.get("location")
        if isinstance(location, dict):
            lat, lon = location.get("latitude"), location.get("longitude")
            if isinstance(lat, int | float) and isinstance(lon, int | float):
                yield float(lat), float(lon)


def week(schedules: Iterable[Record]) -> Hours:
    """Read HSDS schedules (RFC 5545 days, times of day) as a week; other frequencies than weekly say nothing."""
    weekly = (one for one in schedules if one.get("freq", "WEEKLY") == "WEEKLY" and not one.get("valid_to"))
    return _week(
        tuple((str(one.get("byday", "")), str(one.get("opens_at")), str(one.get("closes_at"))) for one in weekly)
    )


@lru_cache(maxsize=5_000)
def _week(times: tuple[tuple[str, str, str], ...]) -> Hours:
    spells = sorted(one for days, opens, closes in times for one in _spells(days, opens, closes))
    return Hours(tuple(spells)) if spells else UNKNOWN


def _spells(byday: str, opens_at: str, closes_at: str) -> tuple[tuple[int, int, int], ...]:
    opens, closes = _minute(opens_at), _minute(closes_at)
    if opens is None or closes is None:
        return ()
    days = (DAYS.index(day) for day in byday.split(",") if day in DAYS)
    # who closes at midnight closes at the end of the day
    return tuple(one for day in days for one in spell(day, opens, closes or 1440))


def _age(value: Json, otherwise: int) -> int:
    return int(value) if isinstance(value, int | float) and 0 <= value <= OLDEST else otherwise


def _minute(value: str) -> int | None:
    """Read `09:30`, `09:30:00` or `09:30:00+05:00` as minutes of the day."""
    parts = value.split(":")
    if len(parts) < 2 or not (parts[0].isdigit() and parts[1][:2].isdigit()):  # noqa: PLR2004 - hours and minutes
        return None
    minute = int(parts[0]) * 60 + int(parts[1][:2])
    return minute if 0 <= minute <= 1440 else None  # noqa: PLR2004 - minutes of a day
