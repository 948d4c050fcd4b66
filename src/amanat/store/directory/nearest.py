"""The nearest services that answer a need, inside a circle."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from amanat.store.directory.engine import Cell, Engine
from amanat.store.directory.matcher import EVERYBODY, Codes
from amanat.store.hsds.geometry import cells_around, km, shrink

_FIRST = 9  # cells of the first look; each further look takes twice as many
_MOST_CELLS = 400  # in one question, well under what a statement may hold


@dataclass(frozen=True, slots=True)
class Near:
    """A service and how far it is."""

    distance: float
    """Kilometres."""
    service: int


@dataclass(frozen=True, slots=True)
class Circle:
    """Where to look, for what and for whom."""

    need: str
    lat: float
    lon: float
    radius: float
    """Kilometres."""
    people: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    most: int = 10


def nearest(engine: Engine, codes: Codes, circle: Circle) -> list[Near]:
    """Return the nearest services of a need inside a circle, nearest first; equals by their number."""
    need = codes.number("need", circle.need)
    if need is None:
        return []
    best: list[Near] = []
    cells = cells_around(circle.lat, circle.lon, circle.radius)
    size = _FIRST
    while some := list(islice(cells, size)):
        if len(best) == circle.most and some[0][0] > best[-1].distance:
            break
        found = _in_cells(engine, codes, circle, need, [number for _, number in some])
        best = heapq.nsmallest(circle.most, [*best, *found], key=lambda near: (near.distance, near.service))
        size = min(2 * size, _MOST_CELLS)
    return best


def _in_cells(engine: Engine, codes: Codes, circle: Circle, need: int, cells: Sequence[int]) -> Iterator[Near]:
    marks = ", ".join("?" * len(cells))
    narrow = shrink(circle.lat) ** 2
    question = (
        "SELECT service, lat, lon FROM near "  # noqa: S608 - question marks only
        f"WHERE need = ? AND cell IN ({marks}) AND people & ? <> 0 AND accusable & ? = 0 "
        "ORDER BY (lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) * ?, service LIMIT ?"
    )
    people, accused = EVERYBODY | codes.bits("group", circle.people), codes.bits("conflict", circle.accused)
    at: list[Cell] = [circle.lat, circle.lat, circle.lon, circle.lon, narrow]
    # the flat order is not quite the order on the globe: a few more are read, and measured again
    rows = engine.rows(question, [need, *cells, people, accused, *at, circle.most + _SPARE])
    for service, lat, lon in rows:
        distance = km(circle.lat, circle.lon, float(str(lat)), float(str(lon)))
        if distance <= circle.radius:
            yield Near(distance, int(str(service)))


_SPARE = 6
