"""Questions of the API over a directory: lists with cumulative filters, pages that stay put, whole records by id.

Records are listed in the order in which they came in, which does not change when others come later. A page deep in a
long list is reached by a mark kept every thousand records, not by counting from the start.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from amanat.registers.phrasebook import words_of
from amanat.store.directory.engine import Cell, Engine
from amanat.store.directory.hushed import hushed
from amanat.store.hsds.formats import made_id
from amanat.store.hsds.geometry import box, km
from amanat.store.hsds.model import Json, Record, entities, objects

OURS = "amanat-packs"
"""Name of the packs as a source."""

Confirmed = Callable[[str, str], bool]
"""Tells, for the local key of a service and a number, whether somebody called it and the call is fresh."""
_STRIDE = 1000  # records between two marks
_NEVER_LISTED = frozenset({"metadata"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters of a list; all that are given must hold. Empty means: not asked."""

    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    modified_after: str = ""
    """RFC 3339, in UTC."""
    parent_id: str = ""
    top_only: bool = False
    postcode: str = ""
    proximity: float | None = None
    """Metres."""


NOTHING = Asked()


@dataclass(slots=True)
class Catalogue:
    """One directory, as the API reads it. Numbers that nobody has confirmed by a call are left out of every record."""

    engine: Engine
    confirmed: Confirmed
    _counts: dict[tuple[str, Asked], int] = field(default_factory=dict)
    _marks: dict[str, list[int]] = field(default_factory=dict)

    def count(self, kind: str, asked: Asked) -> int:
        """Return how many records of a kind pass the filters; remembered while the directory does not change."""
        if (kind, asked) not in self._counts:
            condition, values = self._condition(kind, asked)
            ((total,),) = self.engine.rows(f"SELECT COUNT(*) FROM {kind} WHERE {condition}", values)  # noqa: S608
            if len(self._counts) > _STRIDE:
                self._counts.clear()
            self._counts[kind, asked] = int(str(total))
        return self._counts[kind, asked]

    def page(self, kind: str, asked: Asked, skip: int, most: int) -> list[Record]:
        """Return the records of one page, as they are kept."""
        condition, values = self._condition(kind, asked)
        start = 0
        if asked == NOTHING:
            marks = self._marked(kind)
            mark = min(skip // _STRIDE, len(marks) - 1)
            start, skip = marks[mark], skip - mark * _STRIDE
        question = f"SELECT n, doc FROM {kind} WHERE n >= ? AND {condition} ORDER BY n LIMIT ? OFFSET ?"  # noqa: S608
        return [json.loads(str(doc)) for _, doc in self.engine.rows(question, [start, *values, most, skip])]

    def stream(self, kind: str, asked: Asked) -> Iterator[Record]:
        """Yield every record that passes, in constant memory."""
        condition, values = self._condition(kind, asked)
        last = 0
        while True:
            question = f"SELECT n, doc FROM {kind} WHERE n > ? AND {condition} ORDER BY n LIMIT {_STRIDE}"  # noqa: S608
            rows = self.engine.rows(question, [last, *values])
            yield from (json.loads(str(doc)) for _, doc in rows)
            if len(rows) < _STRIDE:
                return
            last = int(str(rows[-1][0]))

    def one(self, kind: str, id_: str) -> Record | None:
        """Return the record with an id, as it is kept; None when there is none that may be seen."""
        hidden = "AND visible = 1" if kind == "service" else ""
        rows = self.engine.rows(f"SELECT doc FROM {kind} WHERE id = ? {hidden}", [id_.lower()])  # noqa: S608
        return json.loads(str(rows[0][0])) if rows else None

    def listed(self, kind: str, record: Record) -> Record:
        """Return a record as lists show it: its own values and the organisation, without lists of parts."""
        plain = {key: value for key, value in record.items() if key not in _parts(kind)}
        if kind == "service" and (organization := self._organization(record)):
            plain["organization"] = self.listed("organization", organization)
        return plain

    def whole(self, kind: str, record: Record) -> Record:
        """Return a record with everything that belongs to it."""
        whole = self.told(kind, record)
        if kind == "service":
            if organization := self._organization(record):
                whole["organization"] = self.told("organization", organization)
            question = "SELECT doc FROM service_at_location WHERE service = ? ORDER BY n"
            places = [json.loads(str(doc)) for (doc,) in self.engine.rows(question, [str(record["id"])])]
            if places:
                whole["service_at_locations"] = [self.whole("service_at_location", place) for place in places]
        elif kind == "service_at_location":
            location = self.one("location", str(record.get("location_id", "")))
            if location:
                whole["location"] = self.told("location", location)
        return whole

    def services_of(self, organization: str, *, whole: bool) -> list[Json]:
        """Return the services of an organisation: whole, or by id, name and status alone."""
        question = "SELECT doc FROM service WHERE organization = ? AND visible = 1 ORDER BY n"
        services = [json.loads(str(doc)) for (doc,) in self.engine.rows(question, [organization])]
        if whole:
            return [self.whole("service", service) for service in services]
        return [{key: service[key] for key in ("id", "name", "status")} for service in services]

    def _organization(self, service: Record) -> Record | None:
        return self.one("organization", str(service.get("organization_id", "")))

    def told(self, kind: str, record: Record) -> Record:
        """Leave out every number that nobody confirmed, at any depth: HSDS has no other way to say it."""
        local = str(record.get("alternate_name", "")) if kind == "service" else ""
        if record.get("id") != made_id("service", f"{OURS}:{local}"):
            local = ""  # a call proves the number of a body of the packs, not of a partner's row with the same key
        return {key: kept for key, value in record.items() if (kept := self._kept(key, value, local)) is not None}

    def _kept(self, key: str, value: Json, local: str) -> Json:
        if key == "phones":
            phones = [p for p in objects(value) if local and self.confirmed(local, str(p.get("number", "")))]
            return [*phones] or None
        if isinstance(value, list):
            return [self._told_inside(key, one, local) for one in value]
        return self._told_inside(key, value, local)

    def _told_inside(self, key: str, value: Json, local: str) -> Json:
        if not isinstance(value, dict):
            return hushed(key, value)
        return {key: kept for key, inner in value.items() if (kept := self._kept(key, inner, local)) is not None}

    def _marked(self, kind: str) -> list[int]:
        """Return the number of every thousandth record that may be seen."""
        if kind not in self._marks:
            condition, values = self._condition(kind, NOTHING)
            numbered = f"SELECT n, ROW_NUMBER() OVER (ORDER BY n) - 1 AS place FROM {kind} WHERE {condition}"  # noqa: S608
            question = f"SELECT n FROM ({numbered}) AS numbered WHERE place % {_STRIDE} = 0 ORDER BY n"  # noqa: S608
            self._marks[kind] = [int(str(n)) for (n,) in self.engine.rows(question, values)] or [0]
        return self._marks[kind]

    def _condition(self, kind: str, asked: Asked) -> tuple[str, list[Cell]]:
        said: list[tuple[str, list[Cell]]] = [("1 = 1", [])]
        if kind == "service":
            said.append(("visible = 1", []))
        if asked.search:
            words = words_of(asked.search)
            said.append(self.engine.with_words(kind, words) if words else ("1 = 0", []))
        if asked.taxonomy_term_id:
            said.append((_tagged("term = ?"), [asked.taxonomy_term_id.lower(), kind]))
        if asked.taxonomy_id and kind != "taxonomy_term":
            inside = "term IN (SELECT id FROM taxonomy_term WHERE taxonomy = ?)"
            said.append((_tagged(inside), [asked.taxonomy_id.lower(), kind]))
        said.extend(_plain(kind, asked))
        if asked.postcode:
            said.append(self._near(asked))
        return " AND ".join(text for text, _ in said), [value for _, values in said for value in values]

    def _near(self, asked: Asked) -> tuple[str, list[Cell]]:
        """Places at a postcode, or within so many metres of its middle."""
        if asked.proximity is None:
            return "location IN (SELECT id FROM location WHERE postcode = ?)", [asked.postcode]
        middle = self.engine.rows(
            "SELECT AVG(lat), AVG(lon) FROM location WHERE postcode = ? AND lat IS NOT NULL", [asked.postcode]
        )[0]
        if middle[0] is None or middle[1] is None:
            return "1 = 0", []
        lat, lon = float(str(middle[0])), float(str(middle[1]))
        condition, values = self.engine.in_box(box(lat, lon, asked.proximity / 1000))
        question = f"SELECT id, lat, lon FROM location WHERE lat IS NOT NULL AND {condition}"  # noqa: S608 - ours
        rows = self.engine.rows(question, values)
        ids = [
            str(id_)
            for id_, here, there in rows
            if km(lat, lon, float(str(here)), float(str(there))) * 1000 <= asked.proximity
        ]
        return f"location IN ({', '.join('?' * len(ids))})", [*ids]


def _plain(kind: str, asked: Asked) -> Iterator[tuple[str, list[Cell]]]:
    """Filters on a column of the record itself."""
    if asked.organization_id:
        mine = "organization = ?" if kind == "service" else "service IN (SELECT id FROM service WHERE organization = ?)"
        yield mine, [asked.organization_id.lower()]
    if asked.modified_after:
        yield "modified >= ?", [asked.modified_after]
    if kind == "taxonomy_term":
        if asked.taxonomy_id:
            yield "taxonomy = ?", [asked.taxonomy_id.lower()]
        if asked.parent_id:
            yield "parent = ?", [asked.parent_id.lower()]
        if asked.top_only:
            yield "parent = ''", []


def _tagged(condition: str) -> str:
    return f"n IN (SELECT n FROM tagged WHERE {condition} AND kind = ?)"  # noqa: S608 - conditions of ours


@lru_cache(maxsize=16)
def _parts(kind: str) -> frozenset[str]:
    """Return the names under which a kind of record holds others."""
    return frozenset(part.name for part in entities()[kind].parts) | _NEVER_LISTED
