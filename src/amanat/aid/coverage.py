"""Who is served by nobody? Each need in each district: the nearest level at which a safe body answers it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from amanat.registers import Registers
from amanat.registers.areas import Area, AreaKind
from amanat.registers.matching import GENERAL, Query


class Level(IntEnum):
    """How near the nearest body that answers a need is."""

    NOBODY = 0
    COUNTRY = 1
    PROVINCE = 2
    NEAR = 3
    """In the district or its division."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One need in one district."""

    district: Area
    need: str
    level: Level


def coverage(registers: Registers, country: str, groups: frozenset[str] = frozenset()) -> Iterator[Cell]:
    """Yield every need in every district of a country, in order of district and need.

    Bodies that may have ended or rest on a doubtful source do not count, nor do police without consent.

    Args:
        registers: what is known.
        country: id like `PK`.
        groups: whom the help is for; anybody at all when left out.
    """
    taxonomy = registers.providers.taxonomy
    people = groups or frozenset(taxonomy.groups) | GENERAL
    for district in districts(registers, country):
        around = tuple(area.id for area in registers.places.chain(district.id))
        for need in sorted(taxonomy.needs):
            query = Query(country, (need,), frozenset(around), people, consents=frozenset())
            found = [match.area for match in registers.providers.match(query)]
            yield Cell(district, need, _nearest(found, country))


def districts(registers: Registers, country: str) -> Sequence[Area]:
    """Return the districts of a country that the packs count, by id."""
    every = (area for area in registers.places.areas.values() if area.kind is AreaKind.DISTRICT and area.population)
    return sorted((a for a in every if a.id[:2].upper() == country), key=lambda a: a.id)


def _nearest(areas: Sequence[str], country: str) -> Level:
    if any(not area.isupper() for area in areas):
        return Level.NEAR
    if any(area != country for area in areas):
        return Level.PROVINCE
    return Level.COUNTRY if areas else Level.NOBODY
