"""A whole record cut into the records that are published on their own, and what each is found by."""

from amanat.registers.phrasebook import words_of
from amanat.store.directory.facts import CONFIDENTIAL, NEED
from amanat.store.hsds.model import Record, objects


def words(record: Record) -> str:
    """Return the folded words that a record is found by: of its names and of what it says of itself."""
    name, other, said = record.get("name"), record.get("alternate_name"), record.get("description")
    if not (name or other or said):
        return ""
    return " ".join(dict.fromkeys(words_of(f"{name or ''} {other or ''} {said or ''}")))


def split(kind: str, record: Record) -> list[tuple[str, Record]]:
    """Cut a whole record into those published on their own; a service comes last, a shelter without its place."""
    if kind == "service":
        return _service(record)
    if kind == "service_at_location":
        return _at_location(record)
    places = objects(record.get("locations")) if kind == "organization" else ()
    return [*(("location", {**place, "organization_id": record["id"]}) for place in places), (kind, record)]


def _service(record: Record) -> list[tuple[str, Record]]:
    service = dict(record)
    organization = service.pop("organization", None)
    places = service.pop("service_at_locations", None)
    out: list[tuple[str, Record]] = []
    if isinstance(organization, dict):
        service["organization_id"] = organization["id"]
        out.append(("organization", organization))
    told: list[tuple[str, Record]] = []
    hidden = False
    for attribute in objects(record.get("attributes")):
        if attribute.get("value") in CONFIDENTIAL and attribute.get("link_type") == NEED:
            hidden = True
        if isinstance(term := attribute.get("taxonomy_term"), dict):
            told.append(("taxonomy_term", term))
    for at in objects(places) if not hidden else ():
        out += _at_location({**at, "service_id": record["id"]})
    return [*out, *told, ("service", service)]


def _at_location(record: Record) -> list[tuple[str, Record]]:
    location = record.get("location")
    if not isinstance(location, dict):
        return [("service_at_location", record)]
    at = {**record, "location_id": location["id"]}
    del at["location"]
    return [("location", location), ("service_at_location", at)]


def degrees(value: object) -> float | None:
    """Return a number of JSON; None for anything else."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
