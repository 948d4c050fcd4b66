"""Puts records into a directory, a batch at a time, and keeps the narrow tables beside them in step."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amanat.registers.hours import Hours
from amanat.registers.numbers_seen import digits
from amanat.registers.phrasebook import words_of
from amanat.store.directory.engine import Cell, Engine
from amanat.store.directory.facts import Facts, facts, points
from amanat.store.directory.matcher import EVERYBODY, UNKNOWN_TONGUES
from amanat.store.directory.merge import Merged, merge
from amanat.store.hsds.geometry import cell_of
from amanat.store.hsds.model import Record, objects, terms

GENERAL = frozenset({"everyone", "without_means"})
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_BITS = 62  # of a column of bits; sixty-three would touch the sign
_FIRST_BIT = {"group": 1, "language": 1}  # bit 0 means everybody, or not asked

INSERT = {
    "organization": "INSERT INTO organization (n, id, modified, run, name, doc) VALUES (?, ?, ?, ?, ?, ?)",
    "service": "INSERT INTO service (n, id, modified, run, organization, local, visible, name, doc) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "location": "INSERT INTO location (n, id, modified, run, lat, lon, postcode, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "service_at_location": "INSERT INTO service_at_location (n, id, modified, run, service, location, doc) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
    "taxonomy": "INSERT INTO taxonomy (n, id, modified, run, doc) VALUES (?, ?, ?, ?, ?)",
    "taxonomy_term": "INSERT INTO taxonomy_term (n, id, modified, run, taxonomy, parent, doc) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
}
_OFFER = "INSERT INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TAGGED = "INSERT INTO tagged VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_NEAR = "INSERT INTO near VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a batch comes from."""

    run: int
    """Number of the import."""
    url: str
    country: str
    """Whose telephone numbers these are, like `PK`."""
    now: str
    """RFC 3339 time at which the import began: what `modified_after` asks for."""


@dataclass(slots=True)
class Tally:
    """What became of the records."""

    new: int = 0
    changed: int = 0
    same: int = 0
    conflicts: int = 0


@dataclass(slots=True)
class Writer:
    """Writes into one engine. Nothing is kept before the engine's `commit`."""

    engine: Engine
    origin: Origin
    tally: Tally = field(default_factory=Tally)
    _codes: dict[tuple[str, str], int] = field(default_factory=dict)
    _masks: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)
    _patterns: dict[Hours, int] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    _sources: dict[int, str] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    """Ids of organisations, taxonomies and terms written in this import: most services repeat them."""

    def __post_init__(self) -> None:
        """Learn what the directory already has."""
        for kind, id_, number in self.engine.rows("SELECT kind, id, number FROM code"):
            self._codes[str(kind), str(id_)] = int(str(number))
        for n, url in self.engine.rows("SELECT n, url FROM run"):
            self._sources[int(str(n))] = str(url)
        for kind in INSERT:
            ((most,),) = self.engine.rows(f"SELECT COALESCE(MAX(n), 0) FROM {kind}")  # noqa: S608 - one of KINDS
            self._next[kind] = int(str(most)) + 1
        ((top,),) = self.engine.rows("SELECT COALESCE(MAX(pattern), 0) FROM opening")
        self._next["pattern"] = int(str(top)) + 1

    def put(self, kind: str, records: Sequence[Record]) -> None:
        """Write whole records of one kind: services come with their organisation and places inside."""
        split = [list(_split(kind, record)) for record in records]
        by_kind: dict[str, dict[str, Record]] = {}
        for pieces in split:
            for piece, doc in pieces:
                by_kind.setdefault(piece, {})[str(doc["id"])] = doc
        for piece, docs in by_kind.items():
            wanted = {id_: doc for id_, doc in docs.items() if id_ not in self._known}
            whole = {str(record["id"]): record for record in records} if piece == kind else {}
            self._put(piece, wanted, whole)
            if piece in ("organization", "taxonomy", "taxonomy_term"):
                self._known.update(wanted)

    def _put(self, kind: str, docs: dict[str, Record], whole: dict[str, Record]) -> None:
        there = self._there(kind, list(docs))
        fresh: list[tuple[int, Record]] = []
        for id_, doc in docs.items():
            if id_ in there:
                self._again(kind, id_, doc, there[id_], whole.get(id_, doc))
            else:
                fresh.append((self._number(kind), doc))
        known = {n: facts(whole.get(str(doc["id"]), doc)) for n, doc in fresh} if kind == "service" else {}
        self.engine.many(INSERT[kind], [self._row(kind, n, doc, known.get(n)) for n, doc in fresh])
        self.engine.add_words(kind, ((n, " ".join(words(doc))) for n, doc in fresh))
        self.tally.new += len(fresh) if kind == "service" else 0
        if kind == "service":
            self._index((n, whole.get(str(doc["id"]), doc), known[n]) for n, doc in fresh)
        elif kind == "location":
            spots = ((n, _number(doc.get("latitude")), _number(doc.get("longitude"))) for n, doc in fresh)
            self.engine.add_points([(n, lat, lon) for n, lat, lon in spots if lat is not None and lon is not None])
        elif kind in ("organization", "service_at_location"):
            self._tag(kind, fresh)

    def _there(self, kind: str, ids: list[str]) -> dict[str, tuple[int, int, Record]]:
        """Return number, run and record of the ids that the directory has."""
        if self._next[kind] == 1:
            return {}
        found: dict[str, tuple[int, int, Record]] = {}
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            marks = ", ".join("?" * len(some))
            asked = f"SELECT id, n, run, doc FROM {kind} WHERE id IN ({marks})"  # noqa: S608 - one of KINDS, marks
            for id_, n, run, doc in self.engine.rows(asked, some):
                found[str(id_)] = int(str(n)), int(str(run)), json.loads(str(doc))
        return found

    def _again(self, kind: str, id_: str, doc: Record, there: tuple[int, int, Record], whole: Record) -> None:
        n, run, old = there
        merged = merge(old, doc, same_source=self._sources.get(run) == self.origin.url)
        self._report(kind, id_, merged)
        if not merged.changes:
            self.tally.same += kind == "service"
            return
        self.tally.changed += kind == "service"
        self._forget(kind, n, old)
        self.engine.run(f"DELETE FROM {kind} WHERE n = ?", [n])  # noqa: S608 - one of KINDS
        known = facts(merged.record) if kind == "service" else None
        self.engine.run(INSERT[kind], self._row(kind, n, merged.record, known))
        self.engine.add_words(kind, [(n, " ".join(words(merged.record)))])
        if known:
            places = {"service_at_locations": whole["service_at_locations"]} if "service_at_locations" in whole else {}
            self._index([(n, {**merged.record, **places}, known)])
        elif kind in ("organization", "service_at_location"):
            self._tag(kind, [(n, merged.record)])

    def _report(self, kind: str, id_: str, merged: Merged) -> None:
        run = self.origin.run
        self.engine.many(
            "INSERT INTO history (kind, id, field, old, new, action, run) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(kind, id_, change.field, change.old, change.new, change.action, run) for change in merged.changes],
        )
        self.engine.many(
            "INSERT INTO conflict (kind, id, field, kept, offered, run) VALUES (?, ?, ?, ?, ?, ?)",
            [(kind, id_, clash.field, clash.old, clash.new, run) for clash in merged.conflicts],
        )
        self.tally.conflicts += len(merged.conflicts)

    def _row(self, kind: str, n: int, doc: Record, known: Facts | None) -> tuple[Cell, ...]:
        head = (n, str(doc["id"]), str(doc.get("last_modified") or self.origin.now), self.origin.run)
        whole = _ENCODE(doc)
        name = str(doc.get("name", ""))
        match kind:
            case "service":
                local = str(doc.get("alternate_name", ""))
                seen = int(known is not None and known.visible)
                return (*head, str(doc.get("organization_id", "")), local, seen, name, whole)
            case "organization":
                return (*head, name, whole)
            case "location":
                postcode = next(
                    (str(a["postal_code"]) for a in objects(doc.get("addresses")) if "postal_code" in a), ""
                )
                return (*head, _number(doc.get("latitude")), _number(doc.get("longitude")), postcode, whole)
            case "service_at_location":
                return (*head, str(doc.get("service_id", "")), str(doc.get("location_id", "")), whole)
            case "taxonomy_term":
                return (*head, str(doc.get("taxonomy_id", "")), str(doc.get("parent_id", "")), whole)
        return (*head, whole)

    def _index(self, services: Iterable[tuple[int, Record, Facts]]) -> None:
        offers: list[tuple[Cell, ...]] = []
        near: list[tuple[Cell, ...]] = []
        dialled: list[tuple[Cell, ...]] = []
        tagged: list[tuple[Cell, ...]] = []
        for n, service, known in services:
            tagged.extend((term, "service", n) for term in known.terms)
            dialled.extend(self._dialled(service))
            if known.offered and known.visible:
                spots = list(points(service))
                offers.extend(self._offers(n, known, spots[:1]))
                near.extend(self._near(n, known, spots))
        self.engine.many(_OFFER, offers)
        self.engine.many(_NEAR, near)
        self.engine.many("INSERT INTO dialled VALUES (?, ?, ?) ON CONFLICT DO NOTHING", dialled)
        self.engine.many(_TAGGED, tagged)

    def _offers(self, n: int, known: Facts, spot: Sequence[tuple[float, float]]) -> Iterator[tuple[Cell, ...]]:
        lat, lon = spot[0] if spot else (None, None)
        people, tongues = self._people(known), self._bits("language", known.languages) or UNKNOWN_TONGUES
        accusable, cautions = self._bits("conflict", known.conflict_groups), self._bits("caution", known.cautions)
        pattern = self._pattern(known.hours)
        rest = (accusable, cautions, int(known.independent), pattern, lat, lon)
        for need in dict.fromkeys(known.needs):
            for area in dict.fromkeys(known.areas):
                where = (self._code("need", need), self._code("area", area), known.tier, n)
                yield (*where, people, *known.ages, tongues, *rest)

    def _near(self, n: int, known: Facts, spots: Sequence[tuple[float, float]]) -> Iterator[tuple[Cell, ...]]:
        cells = {cell_of(lat, lon): (lat, lon) for lat, lon in spots}
        people, accusable = self._people(known), self._bits("conflict", known.conflict_groups)
        cautions = self._bits("caution", known.cautions)
        for need in dict.fromkeys(known.needs):
            for cell, (lat, lon) in cells.items():
                yield self._code("need", need), cell, n, people, accusable, cautions, lat, lon

    def _dialled(self, service: Record) -> Iterator[tuple[Cell, ...]]:
        country = self.origin.country
        for phone in objects(service.get("phones")):
            yield country, digits(str(phone.get("number", "")), country), str(service["id"])

    def _people(self, known: Facts) -> int:
        everybody = EVERYBODY if GENERAL & set(known.people) or not known.people else 0
        return everybody | self._bits("group", known.people)

    def _tag(self, kind: str, records: Iterable[tuple[int, Record]]) -> None:
        rows = ((term, kind, n) for n, record in records for term in terms(objects(record.get("attributes"))))
        self.engine.many(_TAGGED, rows)

    def _forget(self, kind: str, n: int, old: Record) -> None:
        """Take the narrow rows of a record away; where they lie is told by the record they were made from."""
        old_terms = terms(objects(old.get("attributes")))
        self.engine.many("DELETE FROM tagged WHERE term = ? AND kind = ? AND n = ?", [(t, kind, n) for t in old_terms])
        self.engine.drop_words(kind, n, " ".join(words(old)))
        if kind != "service":
            return
        known = facts(old)
        keys = [(self._code("need", need), self._code("area", area)) for need in known.needs for area in known.areas]
        self.engine.many(
            "DELETE FROM offer WHERE need = ? AND area = ? AND tier = ? AND service = ?",
            [(need, area, known.tier, n) for need, area in keys],
        )
        spots = self.engine.rows(
            "SELECT lat, lon FROM location WHERE lat IS NOT NULL AND id IN "
            "(SELECT location FROM service_at_location WHERE service = ?)",
            [str(old["id"])],
        )
        cells = {cell_of(float(str(lat)), float(str(lon))) for lat, lon in spots}
        self.engine.many(
            "DELETE FROM near WHERE need = ? AND cell = ? AND service = ?",
            [(need, cell, n) for need in sorted({need for need, _ in keys}) for cell in sorted(cells)],
        )

    def _number(self, kind: str) -> int:
        n = self._next[kind]
        self._next[kind] = n + 1
        return n

    def _bits(self, kind: str, ids: tuple[str, ...]) -> int:
        bits = self._masks.get((kind, ids))
        if bits is None:
            bits = self._masks[kind, ids] = self._mask(kind, ids)
        return bits

    def _mask(self, kind: str, ids: tuple[str, ...]) -> int:
        bits = 0
        for id_ in ids:
            number = self._code(kind, id_)
            if number > _BITS:
                # more kinds of people or languages than a column has bits: such a one is offered to nobody by it
                continue
            bits |= 1 << number
        return bits

    def _code(self, kind: str, id_: str) -> int:
        number = self._codes.get((kind, id_))
        if number is None:
            number = sum(known == kind for known, _ in self._codes) + _FIRST_BIT.get(kind, 0)
            self._codes[kind, id_] = number
            self.engine.run("INSERT INTO code VALUES (?, ?, ?)", [kind, id_, number])
        return number

    def _pattern(self, hours: Hours) -> int:
        """Return the number of a week; 0 is a week that nobody knows."""
        if not hours.known:
            return 0
        pattern = self._patterns.get(hours)
        if pattern is None:
            pattern = self._patterns[hours] = self._number("pattern")
            self.engine.many(
                "INSERT INTO opening (pattern, day, opens, closes) VALUES (?, ?, ?, ?)",
                [(pattern, *one) for one in dict.fromkeys(hours.week)],
            )
        return pattern


def words(record: Record) -> list[str]:
    """Return the folded words that a record is found by: of its names and of what it says of itself."""
    said = (record.get(key) for key in ("name", "alternate_name", "description"))
    text = " ".join(str(text) for text in said if text)
    return list(dict.fromkeys(words_of(text))) if text else []


def _split(kind: str, record: Record) -> Iterator[tuple[str, Record]]:
    """Cut a whole record into the records that are published on their own; a service comes last."""
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
    service.pop("service_at_locations", None)
    if isinstance(organization, dict):
        service["organization_id"] = organization["id"]
        yield "organization", organization
    for at in objects(record.get("service_at_locations")):
        yield from _split("service_at_location", {**at, "service_id": record["id"]})
    for attribute in objects(record.get("attributes")):
        term = attribute.get("taxonomy_term")
        if isinstance(term, dict):
            yield "taxonomy_term", term
    yield "service", service


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
