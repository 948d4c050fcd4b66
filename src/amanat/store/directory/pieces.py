"""A whole record cut into the records that are published on their own, and what each is found by."""

from collections.abc import Iterator

from amanat.registers.phrasebook import words_of
from amanat.store.directory.facts import CONFIDENTIAL, NEED
from amanat.store.hsds.model import Record, objects


def words(record: Record) -> str:
    """Return the folded words that a record is found by: of its names and of what it says of itself."""
    name, other, said = record.get("name"), record.get("alternate_name"), record.get("description")
    if not (name or other or said):
        return ""
    return " ".join(dict.fromkeys(words_of(f"{name or ''} {other or ''} {said or ''}")))


def split(kind: str, record: Record) -> Iterator[tuple[str, Record]]:
    """Cut a whole record into those published on their own; a service comes last, a shelter without its place."""
    if kind == "organization":
        for place in objects(record.get("locations")):
            yield "location", {**place, "organization_id": record["id"]}
    location = record.get("location") if kind == "service_at_location" else None
    if isinstance(location, dict):
        yield "location", location
        at = {**record, "location_id": location["id"]}
        del at["location"]
        yield kind, at
        return
    if kind != "service":
        yield kind, record
        return
    service = dict(record)
    organization = service.pop("organization", None)
    places = service.pop("service_at_locations", None)
    if isinstance(organization, dict):
        service["organization_id"] = organization["id"]
        yield "organization", organization
    attributes = list(objects(record.get("attributes")))
    hidden = [one for one in attributes if one.get("value") in CONFIDENTIAL and one.get("link_type") == NEED]
    for at in objects(places) if not hidden else ():
        yield from split("service_at_location", {**at, "service_id": record["id"]})
    for attribute in attributes:
        if isinstance(term := attribute.get("taxonomy_term"), dict):
            yield "taxonomy_term", term
    yield "service", service


def degrees(value: object) -> float | None:
    """Return a number of JSON; None for anything else."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
