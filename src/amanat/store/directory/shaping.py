"""A service in plain values, shaped as one whole HSDS record: with organisation, place, hours and terms inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from amanat.registers.hours import DAYS, hours
from amanat.store.directory.facts import (
    CAUTION,
    CONFIDENCE,
    CONFIDENTIAL,
    CONFLICT,
    DESK,
    NEED,
    PEOPLE,
    PLACE,
    SOURCE_DATE,
    SOURCE_URL,
    VISIBILITY,
)
from amanat.store.hsds.formats import is_email, is_uri, made_id
from amanat.store.hsds.model import Json, Record

OWN_TERM = "own"
TAXONOMY = made_id("taxonomy", "amanat-needs")


class Plain(NamedTuple):
    """One service as a table has it. Empty means: not said."""

    key: str
    """Its own key at its source, unique there."""
    name: str
    organization: str
    needs: tuple[str, ...]
    people: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    """Areas it works in: id and name."""
    description: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    url: str = ""
    address: str = ""
    city: str = ""
    postcode: str = ""
    province: str = ""
    country: str = ""
    point: tuple[float, float] | None = None
    hours: str = ""
    fees: str = ""
    eligibility: str = ""
    languages: tuple[str, ...] = ()
    ages: tuple[int | None, int | None] = (None, None)
    status: str = "active"
    alert: str = ""
    conflict_groups: tuple[str, ...] = ("non_state",)
    cautions: tuple[str, ...] = ()
    run_by: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the values come from."""

    name: str
    """Short name of the source, the same at each import: it makes the ids."""
    url: str
    seen: str
    """The day it was seen."""
    confidence: str


def shaped(plain: Plain, source: Provenance) -> Record:
    """Return the HSDS record of a service. The same key of the same source always gives the same ids."""
    id_ = made_id("service", f"{source.name}:{plain.key}")
    inner = _Inner(id_)
    record: Record = {
        "id": id_,
        "name": plain.name,
        "status": plain.status,
        "organization": _organization(plain, source),
        "attributes": _attributes(inner, plain, source),
    }
    texts = (
        ("alternate_name", plain.key),
        ("description", plain.description),
        ("fees_description", plain.fees),
        ("eligibility_description", plain.eligibility),
        ("alert", plain.alert),
        ("email", plain.email if plain.email and is_email(plain.email) else ""),
        ("url", plain.url if plain.url and is_uri(plain.url) else ""),
    )
    for key, text in texts:
        if text:
            record[key] = text
    for key, years in zip(("minimum_age", "maximum_age"), plain.ages, strict=True):
        if years is not None:
            record[key] = years
    for key, many in _lists(inner, plain):
        if many:
            record[key] = many
    return record


def _lists(inner: "_Inner", plain: Plain) -> Iterator[tuple[str, list[Json]]]:
    """Parts of a service. What they stand in is told by where they stand, not once more by an id in each."""
    yield "phones", [{"id": inner(0xD000 + n), "number": one, "type": "voice"} for n, one in enumerate(plain.phones)]
    yield "languages", [{"id": inner(0xE000 + n), "name": one, "code": one} for n, one in enumerate(plain.languages)]
    yield "service_areas", [{"id": inner(0xF000 + n), "name": name} for n, (_, name) in enumerate(plain.places)]
    yield "schedules", [{"id": inner(0xB000 + n), **one} for n, one in enumerate(_schedules(plain.hours))]
    yield "service_at_locations", list(_locations(inner, plain))


def _organization(plain: Plain, source: Provenance) -> Record:
    name = plain.organization or plain.name
    id_ = _organization_id(source.name, name)
    return {"id": id_, "name": name, "description": plain.run_by or "An organisation of this directory."}


@lru_cache(maxsize=20_000)
def _organization_id(source: str, name: str) -> str:
    return made_id("organization", f"{source}:{name.casefold()}")


def _attributes(inner: "_Inner", plain: Plain, source: Provenance) -> list[Json]:
    told = (
        *_said(NEED, plain.needs),
        *_said(PEOPLE, plain.people),
        *_said(PLACE, tuple([place for place, _ in plain.places])),
        *_standing(plain.conflict_groups, plain.cautions, source, (DESK,) if _hidden(plain) else ()),
    )
    return [{"id": inner(0xA000 + n), **said} for n, said in enumerate(told) if said]


@lru_cache(maxsize=5_000)
def _said(sort: str, values: tuple[str, ...]) -> tuple[Record, ...]:
    """What attributes of one sort say, without the ids that are their own; nothing for an empty value."""
    terms = sort in (NEED, PEOPLE)
    return tuple(
        {"link_type": sort, "value": value, **({"taxonomy_term_id": term_id(sort, value)} if terms else {})}
        if value
        else {}
        for value in values
    )


@lru_cache(maxsize=1_000)
def _standing(
    conflict_groups: tuple[str, ...], cautions: tuple[str, ...], source: Provenance, visibility: tuple[str, ...]
) -> tuple[Record, ...]:
    """What attributes say that most services of one source share."""
    return (
        *_said(CONFLICT, conflict_groups),
        *_said(CAUTION, cautions),
        *_said(CONFIDENCE, (source.confidence,)),
        *_said(SOURCE_URL, (source.url,)),
        *_said(SOURCE_DATE, (source.seen,)),
        *_said(VISIBILITY, visibility),
    )


def _hidden(plain: Plain) -> bool:
    """A shelter with a street is for the desk alone; with its city it may be listed."""
    return bool(CONFIDENTIAL & set(plain.needs) and plain.address)


@lru_cache(maxsize=1000)
def term_id(sort: str, id_: str) -> str:
    """Return the id of a need or a group as a term of our taxonomy."""
    return made_id(sort, id_)


class _Inner:
    """Makes ids for what stands inside a record: its own, the last digits changed; version 8 (RFC 9562)."""

    __slots__ = ("_last", "_stem")

    def __init__(self, id_: str) -> None:
        self._stem = f"{id_[:14]}8{id_[15:32]}"
        self._last = int(id_[32:], 16)

    def __call__(self, n: int) -> str:
        return f"{self._stem}{self._last ^ n:04x}"


@lru_cache(maxsize=5_000)
def _schedules(text: str) -> tuple[Record, ...]:
    """Read hours as schedules of HSDS, without the ids that are their own."""
    week = hours(text)
    days: dict[tuple[int, int], list[str]] = {}
    for day, opens, closes in week.week:
        days.setdefault((opens, closes), []).append(DAYS[day])
    made: list[Record] = [
        {
            "freq": "WEEKLY",
            "byday": ",".join(byday),
            "description": text,
            "opens_at": _clock(opens),
            "closes_at": _clock(closes),
        }
        for (opens, closes), byday in sorted(days.items())
    ]
    if text and not week.known:
        made.append({"description": text})
    return tuple(made)


def _clock(minute: int) -> str:
    """Write a minute of the day as HSDS has it: the end of the day is `00:00:00`, for there is no hour 24."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}:00"


def _locations(inner: _Inner, plain: Plain) -> Iterator[Json]:
    if not (plain.city or plain.point) or CONFIDENTIAL & set(plain.needs):
        return
    place = inner(0xC000)
    location: Record = {"id": place, "location_type": "physical", "name": plain.city or plain.name}
    if plain.point:
        location["latitude"], location["longitude"] = plain.point
    if plain.address and plain.city and plain.postcode:
        location["addresses"] = [
            {
                "id": inner(0xC001),
                "address_1": plain.address,
                "city": plain.city,
                "state_province": plain.province or plain.city,
                "postal_code": plain.postcode,
                "country": plain.country,
                "address_type": "physical",
            }
        ]
    yield {"id": inner(0xC002), "location_id": place, "location": location}
