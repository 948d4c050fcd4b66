"""Records as a directory files them: cut, written down, and with all that can be told of each without the directory.

Entries hold text and numbers only, so that they can be made in one process and filed by another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from amanat.registers.numbers_seen import digits
from amanat.store.directory.engine import Cell
from amanat.store.directory.facts import Facts, facts, points
from amanat.store.directory.layout import SEARCHED
from amanat.store.directory.pieces import degrees, split, words
from amanat.store.directory.written import written
from amanat.store.hsds.model import Record, objects, terms

Spots = tuple[tuple[float, float], ...]
"""Latitude and longitude of places."""


class Entry(NamedTuple):
    """One record, ready to be filed."""

    kind: str
    id: str
    modified: str
    """RFC 3339; empty when the record does not say."""
    columns: tuple[Cell, ...]
    """What the table of its kind holds besides number, id, time, run and text, in the order of `layout`."""
    words: str
    """What it is found by, folded."""
    terms: tuple[str, ...]
    spots: Spots
    """Of a place its own, of a service those of its places."""
    facts: Facts | None
    """Of a service."""
    dialled: tuple[str, ...]
    """Digits of its telephones."""
    doc: str


@dataclass(slots=True)
class Cutter:
    """Cuts whole records into entries, for one import."""

    country: str
    """Whose telephone numbers these are, like `PK`."""
    _told: dict[str, int] = field(default_factory=dict)
    """Organisations, taxonomies and terms as they were last told: most services repeat them."""

    def cut(self, kind: str, record: Record) -> tuple[Entry, ...]:
        """Return the entries of a whole record, without parts that were last told in the same words."""
        return tuple(self._cut(kind, record))

    def _cut(self, kind: str, record: Record) -> Iterator[Entry]:
        for piece, doc in split(kind, record):
            if piece in ("organization", "taxonomy", "taxonomy_term"):
                told = hash(repr(doc))
                if self._told.get(str(doc["id"])) == told:
                    continue
                self._told[str(doc["id"])] = told
            yield entry(piece, doc, self.country, tuple(points(record)) if piece == "service" else ())


def entry(kind: str, doc: Record, country: str, spots: Spots = ()) -> Entry:
    """Return the entry of a record that was cut.

    Args:
        kind: `service`, `location` …
        doc: the record, without those that are filed on their own.
        country: whose telephone numbers these are.
        spots: of a service, where its places are.
    """
    known = facts(doc) if kind == "service" else None
    carried: tuple[str, ...] = ()
    if known:
        carried = known.terms
    elif kind in ("organization", "service_at_location"):
        carried = tuple(terms(objects(doc.get("attributes"))))
    if kind == "location":
        spots = _spot(doc)
    return Entry(
        kind,
        str(doc["id"]),
        str(doc.get("last_modified") or ""),
        _columns(kind, doc, known),
        words(doc) if kind in SEARCHED else "",
        carried,
        spots,
        known,
        tuple(digits(str(one.get("number", "")), country) for one in objects(doc.get("phones"))) if known else (),
        written(doc),
    )


def _spot(doc: Record) -> Spots:
    lat, lon = degrees(doc.get("latitude")), degrees(doc.get("longitude"))
    return () if lat is None or lon is None else ((lat, lon),)


def _columns(kind: str, doc: Record, known: Facts | None) -> tuple[Cell, ...]:
    match kind:
        case "service":
            local, name = str(doc.get("alternate_name", "")), str(doc.get("name", ""))
            return str(doc.get("organization_id", "")), local, int(known is not None and known.visible), name
        case "organization":
            return (str(doc.get("name", "")),)
        case "location":
            codes = (str(a["postal_code"]) for a in objects(doc.get("addresses")) if "postal_code" in a)
            return degrees(doc.get("latitude")), degrees(doc.get("longitude")), next(codes, "")
        case "service_at_location":
            return str(doc.get("service_id", "")), str(doc.get("location_id", ""))
        case "taxonomy_term":
            return str(doc.get("taxonomy_id", "")), str(doc.get("parent_id", ""))
    return ()
