"""Puts records into a directory, a batch at a time, and keeps the narrow tables beside them in step."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amanat.registers.hours import Hours
from amanat.registers.numbers_seen import digits
from amanat.store.directory.engine import Cell, Engine
from amanat.store.directory.facts import CONFIDENTIAL, Facts, facts, points
from amanat.store.directory.layout import SEARCHED, index
from amanat.store.directory.matcher import EVERYBODY, UNKNOWN_TONGUES
from amanat.store.directory.merge import Merged, merge
from amanat.store.directory.pieces import degrees, located, split, words
from amanat.store.directory.written import written
from amanat.store.hsds.geometry import cell_of
from amanat.store.hsds.model import Json, Record, objects, terms

GENERAL = frozenset({"everyone", "without_means"})
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
    _guards: dict[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], tuple[int, int, int]] = field(
        default_factory=dict
    )
    _patterns: dict[Hours, int] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    _sources: dict[int, str] = field(default_factory=dict)
    _moved: dict[str, list[tuple[int, float, float]]] = field(default_factory=dict)
    """Places that were changed by the records at hand, with the points where they were."""
    _rewritten: set[tuple[str, int]] = field(default_factory=set)
    """Records whose narrow rows were made anew and may wait to be put in order."""
    _known: dict[str, int] = field(default_factory=dict)
    """Organisations, taxonomies and terms as they were last told in this import: most services repeat them."""

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
        by_kind: dict[str, dict[str, Record]] = {}
        since = 0
        for at, record in enumerate(records):
            pieces = [(piece, str(doc["id"]), doc) for piece, doc in split(kind, record)]
            if any(id_ in (told := by_kind.get(piece, {})) and told[id_] != doc for piece, id_, doc in pieces):
                # told twice, and not alike: the second is held against the first, which must be there for that
                self._write(kind, by_kind, records[since:at])
                by_kind, since = {}, at
            for piece, id_, doc in pieces:
                by_kind.setdefault(piece, {})[id_] = doc
        self._write(kind, by_kind, records[since:])

    def _write(self, kind: str, by_kind: dict[str, dict[str, Record]], records: Sequence[Record]) -> None:
        for piece, docs in sorted(by_kind.items(), key=lambda pair: pair[0] == "service"):
            whole = {str(record["id"]): record for record in records} if piece == kind else docs
            if piece in ("organization", "taxonomy", "taxonomy_term"):
                told = {id_: hash(repr(doc)) for id_, doc in docs.items()}
                docs = {id_: doc for id_, doc in docs.items() if self._known.get(id_) != told[id_]}  # noqa: PLW2901
                self._known.update(told)
            self._put(piece, docs, whole)
        self._follow()

    def _put(self, kind: str, docs: dict[str, Record], whole: dict[str, Record]) -> None:
        there = self._there(kind, list(docs))
        fresh: list[tuple[int, Record]] = []
        for id_, doc in docs.items():
            if id_ in there:
                self._again(kind, id_, doc, there[id_], whole[id_])
            else:
                fresh.append((self._number(kind), doc))
        known = {n: facts(whole[str(doc["id"])]) for n, doc in fresh} if kind == "service" else {}
        self.engine.many(INSERT[kind], [self._row(kind, n, doc, known.get(n)) for n, doc in fresh])
        if kind in SEARCHED:
            self.engine.add_words(kind, ((n, said) for n, doc in fresh if (said := words(doc))))
        if kind == "service":
            self.tally.new += len(fresh)
            self._index((n, whole[str(doc["id"])], known[n]) for n, doc in fresh)
        elif kind == "location":
            self.engine.add_points(located(fresh))
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
        same = self._sources.get(run) == self.origin.url
        merged = merge(old, doc, same_source=same)
        self._report(kind, id_, merged)
        if not merged.changes:
            self.tally.same += kind == "service"
            return
        self.tally.changed += kind == "service"
        if run == self.origin.run or (kind, n) in self._rewritten:  # its narrow rows may wait still
            self._in_order()
        self._rewritten.add((kind, n))
        self._forget(kind, n, old)
        self.engine.run(f"DELETE FROM {kind} WHERE n = ?", [n])  # noqa: S608 - one of KINDS
        known = facts(merged.record) if kind == "service" else None
        # who adds a value to another's record does not become its source, and may not correct the rest of it
        owner = self.origin.run if same else run
        self.engine.run(INSERT[kind], self._row(kind, n, merged.record, known, owner))
        if kind in SEARCHED and (said := words(merged.record)):
            self.engine.add_words(kind, [(n, said)])
        if known:
            hidden = bool(CONFIDENTIAL & set(known.needs))
            if hidden:
                self._hide(id_)
            places = {} if hidden else {"service_at_locations": whole.get("service_at_locations", [])}
            self._index([(n, {**merged.record, **places}, known)])
        elif kind == "location":
            self.engine.add_points(located([(n, merged.record)]))
            self._moved[id_] = located([(n, old)])
        elif kind in ("organization", "service_at_location"):
            self._tag(kind, [(n, merged.record)])

    def _hide(self, service: str) -> None:
        """Let go of the places of a service that turned out to be a shelter; history keeps no street of it either."""
        mine = "SELECT location FROM service_at_location WHERE service = ?"
        others = "SELECT location FROM service_at_location WHERE service <> ?"
        gone = self.engine.rows(f"SELECT id FROM location WHERE id IN ({mine}) AND id NOT IN ({others})", [service] * 2)  # noqa: S608 - ours
        for table in ("location", "history", "conflict"):
            self.engine.many(f"DELETE FROM {table} WHERE id = ?", gone)  # noqa: S608 - tables of ours
        for n, doc in self.engine.rows("SELECT n, doc FROM service_at_location WHERE service = ?", [service]):
            self._forget("service_at_location", int(str(n)), json.loads(str(doc)))
            self.engine.run("DELETE FROM service_at_location WHERE n = ?", [n])

    def _follow(self) -> None:
        """File the services of places that have moved where the places are now, whatever record told of it."""
        if not self._moved:
            return
        self._in_order()
        for name in ("sal_by_service", "sal_by_location"):
            self.engine.run(index(name))  # a large import does without, until something changes
        for location, before in self._moved.items():
            mine = "SELECT service FROM service_at_location WHERE location = ?"
            asked = f"SELECT n, id, doc FROM service WHERE id IN ({mine})"  # noqa: S608 - a question of ours
            for n, id_, doc in self.engine.rows(asked, [location]):
                record: Record = json.loads(str(doc))
                known, spots = facts(record), self._spots(str(id_))
                self._forget_places(int(str(n)), known, [*spots, *((lat, lon) for _, lat, lon in before)])
                at: list[Json] = [{"location": {"latitude": lat, "longitude": lon}} for lat, lon in spots]
                self._index([(int(str(n)), {**record, "service_at_locations": at}, known)])
        self._moved.clear()
        self._in_order()

    def _in_order(self) -> None:
        self.engine.in_order()
        self._rewritten.clear()

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

    def _row(self, kind: str, n: int, doc: Record, known: Facts | None, run: int = 0) -> tuple[Cell, ...]:
        head = (n, str(doc["id"]), str(doc.get("last_modified") or self.origin.now), run or self.origin.run)
        whole = written(doc)
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
                return (*head, degrees(doc.get("latitude")), degrees(doc.get("longitude")), postcode, whole)
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
                spots = [] if CONFIDENTIAL & set(known.needs) else list(points(service))
                offers.extend(self._offers(n, known, spots[:1]))
                near.extend(self._near(n, known, spots))
        self.engine.add_narrow("offer", offers)
        self.engine.add_narrow("near", near)
        self.engine.add_narrow("dialled", dialled)
        self.engine.add_narrow("tagged", tagged)

    def _offers(self, n: int, known: Facts, spot: Sequence[tuple[float, float]]) -> Iterator[tuple[Cell, ...]]:
        lat, lon = spot[0] if spot else (None, None)
        people, accusable, cautions = self._guarded(known)
        tongues = self._bits("language", known.languages) or UNKNOWN_TONGUES
        pattern = self._pattern(known.hours)
        rest = (people, *known.ages, tongues, accusable, cautions, int(known.independent), pattern, lat, lon)
        if not known.needs or not known.areas:
            return
        tier, areas = known.tier, [self._code("area", area) for area in dict.fromkeys(known.areas)]
        for need in dict.fromkeys(known.needs):
            code = self._code("need", need)
            for area in areas:
                yield (code, area, tier, n, *rest)

    def _near(self, n: int, known: Facts, spots: Sequence[tuple[float, float]]) -> Iterator[tuple[Cell, ...]]:
        cells = {cell_of(lat, lon): (lat, lon) for lat, lon in spots}
        guarded = self._guarded(known)
        for need in dict.fromkeys(known.needs) if cells else ():
            code = self._code("need", need)
            for cell, (lat, lon) in cells.items():
                yield (code, cell, n, *guarded, lat, lon)

    def _guarded(self, known: Facts) -> tuple[int, int, int]:
        """Return for whom it is, whose officials run it, and what to take care of, as bits."""
        key = known.people, known.conflict_groups, known.cautions
        bits = self._guards.get(key)
        if bits is None:
            everybody = EVERYBODY if GENERAL & set(known.people) or not known.people else 0
            people = everybody | self._bits("group", known.people)
            bits = people, self._bits("conflict", known.conflict_groups), self._bits("caution", known.cautions)
            self._guards[key] = bits
        return bits

    def _dialled(self, service: Record) -> Iterator[tuple[Cell, ...]]:
        country = self.origin.country
        for phone in objects(service.get("phones")):
            yield country, digits(str(phone.get("number", "")), country), str(service["id"])

    def _tag(self, kind: str, records: Iterable[tuple[int, Record]]) -> None:
        rows = ((term, kind, n) for n, record in records for term in terms(objects(record.get("attributes"))))
        self.engine.add_narrow("tagged", rows)

    def _forget(self, kind: str, n: int, old: Record) -> None:
        """Take the narrow rows of a record away; where they lie is told by the record they were made from."""
        old_terms = terms(objects(old.get("attributes")))
        self.engine.many("DELETE FROM tagged WHERE term = ? AND kind = ? AND n = ?", [(t, kind, n) for t in old_terms])
        if kind in SEARCHED and (said := words(old)):
            self.engine.drop_words(kind, n, said)
        if kind == "service":
            self.engine.run(index("sal_by_service"))  # a large import does without, until something changes
            self._forget_places(n, facts(old), self._spots(str(old["id"])))
            gone = list(self._dialled(old))
            self.engine.many("DELETE FROM dialled WHERE country = ? AND digits = ? AND service = ?", gone)

    def _forget_places(self, n: int, known: Facts, spots: Iterable[tuple[float, float]]) -> None:
        keys = [(self._code("need", need), self._code("area", area)) for need in known.needs for area in known.areas]
        self.engine.many(
            "DELETE FROM offer WHERE need = ? AND area = ? AND tier = ? AND service = ?",
            [(need, area, known.tier, n) for need, area in keys],
        )
        cells = {cell_of(lat, lon) for lat, lon in spots}
        self.engine.many(
            "DELETE FROM near WHERE need = ? AND cell = ? AND service = ?",
            [(need, cell, n) for need in sorted({need for need, _ in keys}) for cell in sorted(cells)],
        )

    def _spots(self, service: str) -> list[tuple[float, float]]:
        asked = (
            "SELECT lat, lon FROM location WHERE lat IS NOT NULL AND id IN "
            "(SELECT location FROM service_at_location WHERE service = ?) ORDER BY n"
        )
        return [(float(str(lat)), float(str(lon))) for lat, lon in self.engine.rows(asked, [service])]

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
