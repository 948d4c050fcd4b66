"""Countries, provinces, divisions, districts, tehsils and towns of the packs, and what each is called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from amanat.packs import Packs, Record
from amanat.registers.jurisdictions import Jurisdictions
from amanat.registers.records import record_at, records, text_at, texts_at
from amanat.registers.toponyms import Toponym, folded


class AreaKind(StrEnum):
    """How large a place is, in administrative terms."""

    COUNTRY = "country"
    PROVINCE = "province"
    STATE = "state"
    """A state or nation of a country whose parts no pack counts: it says which bodies work there, and holds no law."""
    DIVISION = "division"
    DISTRICT = "district"
    TEHSIL = "tehsil"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Area:
    """A place of the packs and the people counted in it. Counts are None where the packs have none."""

    id: str
    """`PK`, `PK-KP`, `pk-div-karachi`, `pk-swat`, `pk-swat.matta`."""
    name: str
    kind: AreaKind
    within: str
    """Id of the area around it, empty for a country."""
    jurisdiction: str
    """Province or country whose law holds there."""
    population: int | None = None
    """Persons, last census in the pack."""
    male: int | None = None
    female: int | None = None
    transgender: int | None = None
    point: tuple[float, float] | None = None
    """Latitude and longitude of the town that stands for it."""
    names: tuple[str, ...] = ()
    """Every way it is written, the main one first."""

    def residents(self, gender: str = "") -> int | None:
        """Return the people counted there: all, or those of gender `f`, `m` or `t`."""
        return {"f": self.female, "m": self.male, "t": self.transgender}.get(gender, self.population)


_RANK = {
    # who has a name that several bear: a district before the tehsil and the province of the same name
    AreaKind.DISTRICT: 0,
    AreaKind.PROVINCE: 1,
    AreaKind.COUNTRY: 1,
    AreaKind.DIVISION: 2,
    AreaKind.STATE: 3,
    AreaKind.CITY: 3,
    AreaKind.TEHSIL: 4,
}
_CAPITAL = 5


def read(packs: Packs) -> tuple[dict[str, Area], tuple[Toponym, ...]]:
    """Read every area and every name from the packs.

    Returns:
        The areas by id, and the names to look for; where areas of one rank share a name, it carries all of them.
    """
    spelling = _Spelling.of(packs)
    kinds = (_countries, _provinces, _divisions, _small, _big_towns)
    areas = {area.id: area for kind in kinds for area in kind(packs)}
    _add_up(areas)
    for id_, more in spelling.names.items():
        area = areas.get(id_)
        if area:
            areas[id_] = replace(area, names=tuple(dict.fromkeys((*area.names, *more))))
    return areas, tuple(_toponyms(packs, areas, spelling))


@dataclass(frozen=True, slots=True)
class _Spelling:
    names: dict[str, tuple[str, ...]]
    cue: frozenset[str]
    silent: frozenset[str]
    towns: frozenset[str]
    exact: frozenset[str]

    @classmethod
    def of(cls, packs: Packs) -> "_Spelling":
        files = [file.content for file in packs.of_kind("place_names")]
        countries = [row for file in packs.of_kind("countries") for row in records(file.content, "countries")]
        names: dict[str, tuple[str, ...]] = {}
        for file in files:
            many = record_at(file, "names")
            for id_ in many:
                names[id_] = (*names.get(id_, ()), *texts_at(many, id_))
        return cls(
            names,
            frozenset(text for record in (*files, *countries) for text in texts_at(record, "cue"))
            | {str(row["name"]) for file in files for row in records(file, "cities") if row.get("cue")},
            frozenset(text for file in files for text in texts_at(file, "silent")),
            frozenset(text for file in files for text in texts_at(file, "towns")) | names.keys(),
            frozenset(text for row in countries for text in texts_at(row, "exact")),
        )


def _countries(packs: Packs) -> Iterator[Area]:
    for file in packs.of_kind("countries"):
        for row in records(file.content, "countries"):
            id_, name = str(row["id"]), str(row["name"])
            yield Area(id_, name, AreaKind.COUNTRY, "", id_, names=(name, *texts_at(row, "names")))


def _provinces(packs: Packs) -> Iterator[Area]:
    known = {str(row["id"]) for file in packs.of_kind("countries") for row in records(file.content, "countries")}
    for here in Jurisdictions.over(packs):
        if here.within or here.id not in known:
            kind = AreaKind.PROVINCE if here.within else AreaKind.COUNTRY
            yield Area(here.id, here.name, kind, here.within, here.id, here.population, names=here.names)


def _divisions(packs: Packs) -> Iterator[Area]:
    for file in packs.of_kind("place_names"):
        counted = list(_districts(packs, file.pack))
        for row in records(file.content, "regions"):
            division, members = row.get("division"), set(texts_at(row, "members"))
            inside = [d for d, of in counted if d.id in members or (division and of == division)]
            if inside:
                name, first = str(row["name"]), inside[0]
                area = Area(str(row["id"]), name, AreaKind(str(row["kind"])), first.jurisdiction, first.jurisdiction)
                yield replace(_summed(area, inside), names=(name, *texts_at(row, "names")))


def _small(packs: Packs) -> Iterator[Area]:
    divisions = {
        str(row["division"]): str(row["id"])
        for file in packs.of_kind("place_names")
        for row in records(file.content, "regions")
        if "division" in row
    }
    province: dict[str, str] = {}
    for district, division in _districts(packs):
        province[district.id] = district.jurisdiction
        yield replace(district, within=divisions.get(division, district.jurisdiction))
    for file in packs.of_kind("place_names"):
        for row in records(file.content, "districts"):
            id_, name, where = str(row["id"]), str(row["name"]), str(row["jurisdiction"])
            province[id_] = where
            yield Area(id_, name, AreaKind.DISTRICT, where, where, names=(name, *texts_at(row, "names")))
    for kind, plural in ((AreaKind.TEHSIL, "tehsils"), (AreaKind.CITY, "cities")):
        for file in packs.of_kind("tehsils", "place_names"):
            for row in records(file.content, plural):
                id_, name, district_id = str(row["id"]), str(row["name"]), str(row["within"])
                where = province.get(district_id, district_id[:2].upper())
                names = (name, *texts_at(row, "names"))
                yield Area(id_, name, kind, district_id, where, *_counted(row), names=names)


def _big_towns(packs: Packs) -> Iterator[Area]:
    """Towns and states of countries whose districts no pack counts: they tell the country, and who works there."""
    named: list[tuple[str, tuple[str, ...]]] = []
    state_of: dict[str, str] = {}
    """A town, or the state itself, to its state."""
    for file in packs.of_kind("place_names"):
        big = record_at(file.content, "big_towns")
        country, states = text_at(big, "within"), record_at(big, "states")
        named.append((country, texts_at(big, "names")))
        for name in states:
            id_ = _slug(country, name)
            yield Area(id_, name, AreaKind.STATE, country, country, names=(name,))
            state_of.update((_slug(country, town), id_) for town in (name, *texts_at(states, name)))
    for file in packs.of_kind("countries"):
        towns = record_at(file.content, "towns")
        named.extend((id_, texts_at(towns, id_)) for id_ in towns)
    for country, names in named:
        for name in names:
            id_ = _slug(country, name)
            state = state_of.get(id_, country)
            if id_ != state:
                yield Area(id_, name, AreaKind.CITY, state, country, names=(name,))


def _slug(country: str, name: str) -> str:
    return f"{country.lower()}-{'-'.join(folded(name).replace(chr(39), '').replace('’', '').split())}"


def _districts(packs: Packs, pack: str = "") -> Iterator[tuple[Area, str]]:
    for file in packs.of_kind("districts"):
        if pack and file.pack != pack:
            continue
        for row in records(file.content, "districts"):
            name, where = str(row["name"]), str(row["jurisdiction"])
            lat, lon = row.get("lat"), row.get("lon")
            point = (float(lat), float(lon)) if isinstance(lat, int | float) and isinstance(lon, int | float) else None
            names = tuple(filter(None, (name, str(row.get("name_ur", "")))))
            area = Area(str(row["id"]), name, AreaKind.DISTRICT, where, where, *_counted(row), point, names)
            yield area, str(row["division"])


_Counts = tuple[int | None, int | None, int | None, int | None]


def _counted(row: Record) -> _Counts:
    """Read people, men, women and transgender people of a row."""

    def count(key: str) -> int | None:
        value = row.get(key)
        return value if isinstance(value, int) else None

    return count("population"), count("male"), count("female"), count("transgender")


def _summed(area: Area, parts: Iterable[Area]) -> Area:
    inside = list(parts)

    def total(counts: Iterable[int | None]) -> int | None:
        known = [count for count in counts if count is not None]
        return sum(known) if known else None

    return replace(
        area,
        population=area.population if area.population is not None else total(p.population for p in inside),
        male=total(p.male for p in inside),
        female=total(p.female for p in inside),
        transgender=total(p.transgender for p in inside),
    )


def _add_up(areas: dict[str, Area]) -> None:
    """Give provinces and countries the sum of their districts."""
    by_province: dict[str, list[Area]] = {}
    for area in areas.values():
        if area.kind is AreaKind.DISTRICT and area.population is not None and area.within != area.jurisdiction:
            by_province.setdefault(area.jurisdiction, []).append(area)
    for id_, districts in by_province.items():
        if id_ in areas:
            areas[id_] = _summed(areas[id_], districts)
    for country in {id_.partition("-")[0] for id_ in by_province} & areas.keys():
        areas[country] = _summed(areas[country], [areas[p] for p in by_province if p.startswith(country + "-")])


def _toponyms(packs: Packs, areas: dict[str, Area], spelling: _Spelling) -> Iterator[Toponym]:
    bearers: dict[tuple[str, ...], list[tuple[int, str, str]]] = {}
    for rank, id_, text in (*_written(areas), *_capitals(packs)):
        if text not in spelling.silent:
            bearers.setdefault(tuple(folded(text).split()), []).append((rank, id_, text))
    for bearing in bearers.values():
        best, id_, text = bearing[0]
        ids: tuple[str, ...] = (id_,)
        if len(bearing) > 1:
            best = min(rank for rank, _, _ in bearing)
            ids = tuple(dict.fromkeys(id_ for rank, id_, _ in bearing if rank == best))
        unknown_tehsil = best == _RANK[AreaKind.TEHSIL] and not spelling.towns.intersection(ids)
        yield Toponym(text, ids, cue=text in spelling.cue or unknown_tehsil, exact=text in spelling.exact)
    people = {(str(row["id"]), text) for row in _with_people(packs) for text in texts_at(row, "adjectives")}
    for id_, text in sorted(people):
        yield Toponym(text, (id_,), people=True, cue=text in spelling.cue)


def _written(areas: dict[str, Area]) -> Iterator[tuple[int, str, str]]:
    for area in areas.values():
        for text in area.names:
            yield _RANK[area.kind], area.id, text


def _capitals(packs: Packs) -> Iterator[tuple[int, str, str]]:
    for here in Jurisdictions.over(packs):
        for text in here.capitals:
            yield _CAPITAL, here.id, text


def _with_people(packs: Packs) -> Iterator[Record]:
    for file in packs.of_kind("countries"):
        yield from records(file.content, "countries")
    for file in packs.of_kind("pack"):
        yield file.content
