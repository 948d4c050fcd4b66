"""Puts records into a directory, a batch at a time, and keeps the narrow tables beside them in step."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amanat.registers.hours import Hours
from amanat.store.directory.engine import Cell, Engine
from amanat.store.directory.entries import Cutter, Entry, Spots, entry
from amanat.store.directory.facts import CONFIDENTIAL, Facts
from amanat.store.directory.layout import index
from amanat.store.directory.matcher import EVERYBODY, UNKNOWN_TONGUES
from amanat.store.directory.merge import Merged, merge
from amanat.store.hsds.geometry import cell_of
from amanat.store.hsds.model import Record

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
    _moved: dict[str, Spots] = field(default_factory=dict)
    """Places that were changed by the records at hand, with the points where they were."""
    _rewritten: set[tuple[str, int]] = field(default_factory=set)
    """Records whose narrow rows were made anew and may wait to be put in order."""

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

    def put(self, kind: str, records: Iterable[Record]) -> None:
        """Write whole records of one kind: services come with their organisation and places inside."""
        cutter = Cutter(self.origin.country)
        self.file([cutter.cut(kind, record) for record in records])

    def file(self, records: Iterable[tuple[Entry, ...]]) -> None:
        """Write whole records that were cut into their entries."""
        told: dict[str, dict[str, Entry]] = {}
        for cut in records:
            if any(one.id in (same := told.get(one.kind, {})) and same[one.id].doc != one.doc for one in cut):
                # told twice, and not alike: the second is held against the first, which must be there for that
                self._write(told)
                told = {}
            for one in cut:
                told.setdefault(one.kind, {})[one.id] = one
        self._write(told)

    def _write(self, told: dict[str, dict[str, Entry]]) -> None:
        for kind, entries in sorted(told.items(), key=lambda pair: pair[0] == "service"):
            self._put(kind, entries)
        self._follow()

    def _put(self, kind: str, entries: dict[str, Entry]) -> None:
        there = self._there(kind, list(entries))
        fresh: list[tuple[int, Entry]] = []
        for id_, one in entries.items():
            if id_ in there:
                self._again(one, there[id_])
            else:
                fresh.append((self._number(kind), one))
        self.engine.many(INSERT[kind], [self._row(n, one, self.origin.run) for n, one in fresh])
        self.tally.new += len(fresh) if kind == "service" else 0
        self._index(kind, fresh)

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

    def _again(self, told: Entry, there: tuple[int, int, Record]) -> None:
        kind, (n, run, old) = told.kind, there
        same = self._sources.get(run) == self.origin.url
        merged = merge(old, json.loads(told.doc), same_source=same)
        self._report(kind, told.id, merged)
        if not merged.changes:
            self.tally.same += kind == "service"
            return
        self.tally.changed += kind == "service"
        if run == self.origin.run or (kind, n) in self._rewritten:  # its narrow rows may wait still
            self._in_order()
        self._rewritten.add((kind, n))
        before, after = self._entry(kind, old), self._entry(kind, merged.record, told.spots)
        self._forget(n, before)
        self.engine.run(f"DELETE FROM {kind} WHERE n = ?", [n])  # noqa: S608 - one of KINDS
        # who adds a value to another's record does not become its source, and may not correct the rest of it
        self.engine.run(INSERT[kind], self._row(n, after, self.origin.run if same else run))
        if after.facts and CONFIDENTIAL & set(after.facts.needs):
            self._hide(told.id)
        self._index(kind, [(n, after)])
        if kind == "location":
            self._moved[told.id] = before.spots

    def _entry(self, kind: str, doc: Record, spots: Spots = ()) -> Entry:
        return entry(kind, doc, self.origin.country, spots)

    def _hide(self, service: str) -> None:
        """Let go of the places of a service that turned out to be a shelter; history keeps no street of it either."""
        mine = "SELECT location FROM service_at_location WHERE service = ?"
        others = "SELECT location FROM service_at_location WHERE service <> ?"
        gone = self.engine.rows(f"SELECT id FROM location WHERE id IN ({mine}) AND id NOT IN ({others})", [service] * 2)  # noqa: S608 - ours
        for table in ("location", "history", "conflict"):
            self.engine.many(f"DELETE FROM {table} WHERE id = ?", gone)  # noqa: S608 - tables of ours
        for n, doc in self.engine.rows("SELECT n, doc FROM service_at_location WHERE service = ?", [service]):
            self._forget(int(str(n)), self._entry("service_at_location", json.loads(str(doc))))
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
                spots = self._spots(str(id_))
                one = self._entry("service", json.loads(str(doc)), spots)
                self._forget_places(int(str(n)), one, spots + before)
                self._index_services([(int(str(n)), one)])
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

    def _row(self, n: int, one: Entry, run: int) -> tuple[Cell, ...]:
        return (n, one.id, one.modified or self.origin.now, run, *one.columns, one.doc)

    def _index(self, kind: str, entries: Sequence[tuple[int, Entry]]) -> None:
        """Make the records of one kind found: by words, point, term, need and number."""
        if said := [(n, one.words) for n, one in entries if one.words]:
            self.engine.add_words(kind, said)
        if kind == "location":
            self.engine.add_points((n, *spot) for n, one in entries for spot in one.spots)
        self.engine.add_narrow("tagged", ((term, kind, n) for n, one in entries for term in one.terms))
        if kind == "service":
            self._index_services(entries)

    def _index_services(self, services: Iterable[tuple[int, Entry]]) -> None:
        offers: list[tuple[Cell, ...]] = []
        near: list[tuple[Cell, ...]] = []
        dialled: list[tuple[Cell, ...]] = []
        for n, one in services:
            dialled.extend((self.origin.country, number, one.id) for number in one.dialled)
            known = one.facts
            if known and known.offered and known.visible:
                spots = () if CONFIDENTIAL & set(known.needs) else one.spots
                offers.extend(self._offers(n, known, spots[:1]))
                near.extend(self._near(n, known, spots))
        self.engine.add_narrow("offer", offers)
        self.engine.add_narrow("near", near)
        self.engine.add_narrow("dialled", dialled)

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

    def _forget(self, n: int, old: Entry) -> None:
        """Take the narrow rows of a record away; where they lie is told by the record they were made from."""
        kind, country = old.kind, self.origin.country
        tagged = [(term, kind, n) for term in old.terms]
        self.engine.many("DELETE FROM tagged WHERE term = ? AND kind = ? AND n = ?", tagged)
        if old.words:
            self.engine.drop_words(kind, n, old.words)
        if kind == "service":
            self.engine.run(index("sal_by_service"))  # a large import does without, until something changes
            self._forget_places(n, old, self._spots(old.id))
            gone = [(country, number, old.id) for number in old.dialled]
            self.engine.many("DELETE FROM dialled WHERE country = ? AND digits = ? AND service = ?", gone)

    def _forget_places(self, n: int, old: Entry, spots: Spots) -> None:
        known = old.facts
        if known is None:
            return
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

    def _spots(self, service: str) -> Spots:
        asked = (
            "SELECT lat, lon FROM location WHERE lat IS NOT NULL AND id IN "
            "(SELECT location FROM service_at_location WHERE service = ?) ORDER BY n"
        )
        return tuple([(float(str(lat)), float(str(lon))) for lat, lon in self.engine.rows(asked, [service])])

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
