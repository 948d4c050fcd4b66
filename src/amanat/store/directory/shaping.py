"""A service in plain values, shaped as one whole HSDS record: with organisation, place, hours and terms inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amanat.registers.hours import DAYS, Hours, hours
from amanat.store.directory.facts import (
    CAUTION,
    CONFIDENCE,
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

TAXONOMY = made_id("taxonomy", "amanat-needs")
_CONFIDENTIAL = frozenset({"shelter"})
"""Needs whose places are never told: city at most."""


@dataclass(frozen=True, slots=True)
class Plain:
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
    own = f"{source.name}:{plain.key}"
    id_ = made_id("service", own)
    record: Record = {
        "id": id_,
        "name": plain.name,
        "status": plain.status,
        "organization": _organization(plain, source),
        "attributes": list(_attributes(id_, plain, source)),
    }
    texts = (
        ("alternate_name", plain.key),
        ("description", plain.description),
        ("fees_description", plain.fees),
        ("eligibility_description", plain.eligibility),
        ("alert", plain.alert),
        ("email", plain.email if is_email(plain.email) else ""),
        ("url", plain.url if is_uri(plain.url) else ""),
    )
    record.update({key: text for key, text in texts if text})
    for key, years in zip(("minimum_age", "maximum_age"), plain.ages, strict=True):
        if years is not None:
            record[key] = years
    record.update({key: many for key, many in _lists(id_, plain) if many})
    return record


def _lists(id_: str, plain: Plain) -> Iterator[tuple[str, list[Json]]]:
    yield "phones", [_phone(id_, n, number) for n, number in enumerate(plain.phones)]
    yield "languages", [_language(id_, n, code) for n, code in enumerate(plain.languages)]
    yield "service_areas", [_area(id_, n, name) for n, (_, name) in enumerate(plain.places)]
    yield "schedules", list(_schedules(id_, _week(plain.hours), plain.hours))
    yield "service_at_locations", list(_locations(id_, plain))


def _organization(plain: Plain, source: Provenance) -> Record:
    name = plain.organization or plain.name
    id_ = _organization_id(source.name, name)
    return {"id": id_, "name": name, "description": plain.run_by or "An organisation of this directory."}


@lru_cache(maxsize=20_000)
def _organization_id(source: str, name: str) -> str:
    return made_id("organization", f"{source}:{name.casefold()}")


def _attributes(id_: str, plain: Plain, source: Provenance) -> Iterator[Json]:
    told = (
        *((NEED, need) for need in plain.needs),
        *((PEOPLE, group) for group in plain.people),
        *((PLACE, place) for place, _ in plain.places),
        *((CONFLICT, group) for group in plain.conflict_groups),
        *((CAUTION, caution) for caution in plain.cautions),
        (CONFIDENCE, source.confidence),
        (SOURCE_URL, source.url),
        (SOURCE_DATE, source.seen),
        *([(VISIBILITY, DESK)] if _hidden(plain) else []),
    )
    for n, (sort, value) in enumerate(told):
        if value:
            term = {"taxonomy_term_id": term_id(sort, value)} if sort in (NEED, PEOPLE) else {}
            entity: Record = {"link_id": id_, "link_entity": "service", "link_type": sort, "value": value, **term}
            yield {"id": _inner(id_, 0xA000 + n), **entity}


def _hidden(plain: Plain) -> bool:
    """A shelter with a street is for the desk alone; with its city it may be listed."""
    return bool(_CONFIDENTIAL & set(plain.needs) and plain.address)


@lru_cache(maxsize=1000)
def term_id(sort: str, id_: str) -> str:
    """Return the id of a need or a group as a term of our taxonomy."""
    return made_id(sort, id_)


def _inner(id_: str, n: int) -> str:
    """Return an id for something inside a record: that of the record, its last digits changed; version 8 (RFC 9562)."""
    return f"{id_[:14]}8{id_[15:32]}{int(id_[32:], 16) ^ n:04x}"


def _phone(id_: str, n: int, number: str) -> Json:
    return {"id": _inner(id_, 0xD000 + n), "service_id": id_, "number": number, "type": "voice"}


def _language(id_: str, n: int, code: str) -> Json:
    return {"id": _inner(id_, 0xE000 + n), "service_id": id_, "name": code, "code": code}


def _area(id_: str, n: int, name: str) -> Json:
    return {"id": _inner(id_, 0xF000 + n), "service_id": id_, "name": name}


def _schedules(id_: str, week: Hours, text: str) -> Iterator[Json]:
    days: dict[tuple[int, int], list[str]] = {}
    for day, opens, closes in week.week:
        days.setdefault((opens, closes), []).append(DAYS[day])
    for n, ((opens, closes), byday) in enumerate(sorted(days.items())):
        times: Record = {"opens_at": _clock(opens), "closes_at": _clock(closes)}
        about: Record = {"freq": "WEEKLY", "byday": ",".join(byday), "description": text}
        yield {"id": _inner(id_, 0xB000 + n), "service_id": id_, **about, **times}
    if text and not week.known:
        yield {"id": _inner(id_, 0xB000), "service_id": id_, "description": text}


@lru_cache(maxsize=5_000)
def _week(text: str) -> Hours:
    return hours(text)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}:00"


def _locations(id_: str, plain: Plain) -> Iterator[Json]:
    if not (plain.city or plain.point) or _CONFIDENTIAL & set(plain.needs):
        return
    place = _inner(id_, 0xC000)
    location: Record = {"id": place, "location_type": "physical", "name": plain.city or plain.name}
    if plain.point:
        location["latitude"], location["longitude"] = plain.point
    if plain.address and plain.city and plain.postcode:
        location["addresses"] = [
            {
                "id": _inner(id_, 0xC001),
                "location_id": place,
                "address_1": plain.address,
                "city": plain.city,
                "state_province": plain.province or plain.city,
                "postal_code": plain.postcode,
                "country": plain.country,
                "address_type": "physical",
            }
        ]
    yield {"id": _inner(id_, 0xC002), "service_id": id_, "location_id": place, "location": location}
