"""Do the filters of an API do what the specification says, each alone, in pairs, and against the records themselves?"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from statistics import fmean

from amanat.store.hsds.geometry import km
from amanat.store.hsds.model import Record, objects, terms

Every = Callable[[str, Mapping[str, str]], list[Record]]
"""Returns all records of a list that pass some filters, page by page."""
Said = tuple[str, str, list[str] | None]
"""Number of the check, what it asks, and what is wrong; None where there was nothing to try it on."""
_FAR_OFF = {"past": "1970-01-01T00:00:00Z", "future": "2999-01-01T00:00:00Z"}
_METRES = 10_000
_SLACK = 1.001  # spheres and spheroids differ by less


def filter_checks(every: Every) -> Iterator[Said]:
    """Yield the checks C05, C10, C11 and C12 of the manual."""
    services = every("services", {"full": "true"})
    tried = _of_services(services)
    found = {name: _ids(every("services", {name: value})) for name, value in tried.items()}
    yield "C10", "each filter of /services alone", list(_alone(every, services, found)) if services else None
    yield "C05", "filters are cumulative", list(_pairs(every, tried, found)) if len(tried) > 1 else None
    yield "C11", "postcode and proximity of /service_at_locations", _places(every)
    yield "C12", "filters of /taxonomy_terms, full services of /organizations", _terms(every)


def _of_services(services: list[Record]) -> dict[str, str]:
    """Values to filter by that at least one service has."""
    tried: dict[str, str] = {}
    for service in services:
        owner = service.get("organization")
        id_ = owner.get("id") if isinstance(owner, dict) else service.get("organization_id")
        word = next((w for w in str(service.get("name", "")).split() if w.isalpha() and len(w) > 3), "")  # noqa: PLR2004
        term = next(terms(objects(service.get("attributes"))), "")
        for name, value in (("organization_id", id_), ("search", word), ("taxonomy_term_id", term)):
            if value:
                tried.setdefault(name, str(value))
    return tried


def _alone(every: Every, services: list[Record], found: Mapping[str, set[str]]) -> Iterator[str]:
    whole = _ids(services)
    for name, ids in found.items():
        if not ids <= whole:
            yield f"{name} gives records that the list has not"
        if not ids:
            yield f"{name} gives nothing for a value that a service has"
    if any("last_modified" in service for service in services):
        if _ids(every("services", {"modified_after": _FAR_OFF["future"]})):
            yield "modified_after a day to come gives records"
        if _ids(every("services", {"modified_after": _FAR_OFF["past"]})) != whole:
            yield "modified_after long ago does not give all"
    if _ids(every("services", {"minimal": "true"})) != whole:
        yield "minimal=true does not give all"


def _pairs(every: Every, tried: Mapping[str, str], found: Mapping[str, set[str]]) -> Iterator[str]:
    for one, two in combinations(tried, 2):
        if _ids(every("services", {one: tried[one], two: tried[two]})) != found[one] & found[two]:
            yield f"{one} and {two} together do not give what both give"


def _places(every: Every) -> list[str] | None:
    """Hold an answer against distances worked out here."""
    at = every("service_at_locations", {"full": "true"})
    points: dict[str, list[tuple[float, float]]] = {}
    spot: dict[str, tuple[float, float]] = {}
    for record in at:
        place = record.get("location")
        lat, lon = (place.get("latitude"), place.get("longitude")) if isinstance(place, dict) else (None, None)
        if not isinstance(place, dict) or not isinstance(lat, int | float) or not isinstance(lon, int | float):
            continue
        spot[str(record["id"])] = float(lat), float(lon)
        for address in objects(place.get("addresses")):
            points.setdefault(str(address.get("postal_code", "")), []).append((float(lat), float(lon)))
    code = next((code for code in points if code), "")
    if not code:
        return None
    middle = fmean(lat for lat, _ in points[code]), fmean(lon for _, lon in points[code])
    near = _ids(every("service_at_locations", {"postcode": code, "proximity": str(_METRES)}))
    away = {id_: km(*middle, *point) * 1000 for id_, point in spot.items()}
    said = ["a place further off is given"] if any(away.get(i, 0) > _METRES * _SLACK for i in near) else []
    missed = any(metres < _METRES / _SLACK and id_ not in near for id_, metres in away.items())
    return said + (["a place nearer by is missing"] if missed else [])


def _terms(every: Every) -> list[str] | None:
    whole = every("taxonomy_terms", {})
    if not whole:
        return None
    said: list[str] = []
    top = every("taxonomy_terms", {"top_only": "true"})
    if any(term.get("parent_id") for term in top):
        said.append("top_only gives terms that stand under another")
    parent = next((str(term["parent_id"]) for term in whole if term.get("parent_id")), "")
    under = {str(term["id"]) for term in whole if term.get("parent_id") == parent}
    if parent and _ids(every("taxonomy_terms", {"parent_id": parent})) != under:
        said.append("parent_id does not give the terms under it")
    if any("services" not in one for one in every("organizations", {"full_service": "true"})[:5]):
        said.append("full_service gives organizations without services")
    return said


def _ids(records: list[Record]) -> set[str]:
    return {str(record.get("id")) for record in records}
