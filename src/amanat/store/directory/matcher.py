"""The full question over a whole directory: need, place, people, age, language, open now, who is accused.

The same filters as `registers.matching`, over tables. The place is widened step by step (tehsil, district, division,
province, country), and in each step first come those that are known to speak the language; so the first rows read are
the answer, and reading stops there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from amanat.store.directory.engine import Cell, Engine

UNKNOWN_TONGUES = 1
"""Bit of a service whose languages nobody asked about."""
EVERYBODY = 1
"""Bit of a service that takes anybody."""
_FAR = 1e9


@dataclass(frozen=True, slots=True)
class Search:
    """One question. All ids are those of the packs."""

    needs: tuple[str, ...]
    """Most pressing first."""
    areas: tuple[str, ...]
    """The place and the areas around it, nearest first."""
    people: frozenset[str] = frozenset()
    """Groups whom the help is for; bodies for everyone always fit."""
    age: int | None = None
    languages: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    """Conflict groups whose bodies are dropped."""
    avoid: frozenset[str] = frozenset()
    """Cautions whose bodies are dropped, for want of consent."""
    at: datetime | None = None
    """Local time at which it must be open."""
    point: tuple[float, float] | None = None
    """Latitude and longitude, to put nearer bodies first among equals."""
    most: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A service that fits."""

    service: int
    """Its number in the directory."""
    need: str
    area: str
    """The narrowest area of it that holds the place."""
    tier: int
    speaks: bool
    """True when it is known to speak one of the languages; also when none was asked for."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Ids of needs, areas, groups and so on as the numbers and bits that the tables hold."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, engine: Engine) -> "Codes":
        """Read them from a directory."""
        rows = engine.rows("SELECT kind, id, number FROM code")
        return cls({(str(kind), str(id_)): int(str(number)) for kind, id_, number in rows})

    def number(self, kind: str, id_: str) -> int | None:
        """Return the number of an id; None when the directory has nothing of it."""
        return self.numbers.get((kind, id_))

    def bits(self, kind: str, ids: Iterable[str]) -> int:
        """Return one bit for each id that the directory knows."""
        found = (self.numbers.get((kind, id_)) for id_ in ids)
        return sum(1 << number for number in found if number is not None)


def match(engine: Engine, codes: Codes, search: Search) -> list[Hit]:
    """Return the services that fit, best first, at most as many as were asked for; each service once."""
    hits: list[Hit] = []
    seen: set[int] = set()
    for need_id, need in _known(codes, "need", search.needs):
        for area_id, area in _known(codes, "area", search.areas):
            for condition, values, speaks in _turns(codes, search):
                left = search.most - len(hits)
                if left <= 0:
                    return hits
                question, asked = _question(codes, search, condition, values)
                for service, tier in _rows(engine, question, [need, area, *asked, left + len(seen)]):
                    if service not in seen and len(hits) < search.most:
                        seen.add(service)
                        hits.append(Hit(service, need_id, area_id, tier, speaks))
    return hits


def _known(codes: Codes, kind: str, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
    for id_ in ids:
        number = codes.number(kind, id_)
        if number is not None:
            yield id_, number


def _turns(codes: Codes, search: Search) -> Iterator[tuple[str, tuple[Cell, ...], bool]]:
    """Who comes first in one area: outside the state where officials are accused; those known to be understood."""
    tongues = codes.bits("language", search.languages)
    spoken: list[tuple[str, tuple[Cell, ...], bool]] = [("", (), True)]
    if search.languages:
        spoken = [("AND tongues & ? <> 0 ", (tongues,), True), ("AND tongues = ? ", (UNKNOWN_TONGUES,), False)]
    sides = ["AND independent = 1 ", "AND independent = 0 "] if search.accused else [""]
    for side in sides:
        for condition, values, speaks in spoken:
            yield side + condition, values, speaks


def _rows(engine: Engine, question: str, values: list[Cell]) -> Iterator[tuple[int, int]]:
    for service, tier in engine.rows(question, values):
        yield int(str(service)), int(str(tier))


def _question(codes: Codes, search: Search, condition: str, spoken: tuple[Cell, ...]) -> tuple[str, list[Cell]]:
    """Return the question for one need in one area, and its values behind those two."""
    question = "SELECT service, tier FROM offer WHERE need = ? AND area = ? AND people & ? <> 0 "
    values: list[Cell] = [EVERYBODY | codes.bits("group", search.people)]
    if search.age is not None:
        question += "AND youngest <= ? AND oldest >= ? "
        values += [search.age, search.age]
    question, values = question + condition, [*values, *spoken]
    for column, kind, ids in (("accusable", "conflict", search.accused), ("cautions", "caution", search.avoid)):
        if ids:
            question += f"AND {column} & ? = 0 "
            values.append(codes.bits(kind, ids))
    if search.at is not None:
        minute = search.at.hour * 60 + search.at.minute
        question += "AND pattern IN (SELECT pattern FROM opening WHERE day = ? AND opens <= ? AND closes > ?) "
        values += [search.at.weekday(), minute, minute]
    return _ordered(question, values, search)


def _ordered(question: str, values: list[Cell], search: Search) -> tuple[str, list[Cell]]:
    if search.point is None:
        return question + "ORDER BY tier, service LIMIT ?", values
    lat, lon = search.point
    # nearness among equals: squares of degrees, longitude shrunk as at 30 degrees north, are near enough to sort by
    far = f"COALESCE((lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) * 0.75, {_FAR})"
    return question + f"ORDER BY tier, {far}, service LIMIT ?", [*values, lat, lat, lon, lon]
