"""Distances and cells: how the nearest of a million places are found by looking at a few hundred.

The world is cut into cells of a twentieth of a degree (about 5.5 km north to south). Cells are read in order of how
near they can be; reading stops when no unread cell can hold anything nearer than what was found.
"""

import math
from collections.abc import Iterator

STEP = 0.05
"""Side of a cell in degrees."""
ACROSS = 7200
"""Cells around the equator."""
KM = 111.195
"""Kilometres in a degree of a great circle (mean radius of the Earth 6,371.0088 km, IUGG)."""


def cell_of(lat: float, lon: float) -> int:
    """Return the number of the cell that a point lies in."""
    return _row(lat) * ACROSS + _column(lon)


def shrink(lat: float) -> float:
    """Return how much shorter a degree of longitude is than one of latitude."""
    return math.cos(math.radians(lat))


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points in kilometres (haversine)."""
    a = math.sin(math.radians(lat2 - lat1) / 2) ** 2
    b = math.sin(math.radians(lon2 - lon1) / 2) ** 2
    h = a + math.cos(math.radians(lat1)) * math.cos(math.radians(lat2)) * b
    return 2 * KM * math.degrees(math.asin(min(1.0, math.sqrt(h))))


def box(lat: float, lon: float, radius: float) -> tuple[float, float, float, float]:
    """Return south, west, north and east of a box that holds the circle of a radius in kilometres."""
    up = radius / KM
    across = up / max(shrink(min(89.0, abs(lat) + up)), 0.01)
    return max(-90.0, lat - up), lon - across, min(90.0, lat + up), lon + across


def cells_around(lat: float, lon: float, radius: float) -> Iterator[tuple[float, int]]:
    """Yield the cells that a circle may touch, nearest first, with the least distance (km) of a point in each."""
    south, west, north, east = box(lat, lon, radius)
    found = []
    for row in range(_row(south), _row(north) + 1):
        for column in range(math.floor((west + 180) / STEP), math.floor((east + 180) / STEP) + 1):
            gap = _gap(lat, lon, row, column)
            if gap <= radius:
                found.append((gap, row * ACROSS + column % ACROSS))
    yield from sorted(found)


def _gap(lat: float, lon: float, row: int, column: int) -> float:
    low, left = row * STEP - 90, column * STEP - 180
    up = max(low - lat, lat - (low + STEP), 0.0)
    side = max(left - lon, lon - (left + STEP), 0.0)
    # the narrowest the cell can be, taken a little short: a cell is never thought farther than it is
    return 0.995 * KM * math.hypot(up, side * min(shrink(low), shrink(low + STEP)))


def _row(lat: float) -> int:
    return math.floor((lat + 90) / STEP)


def _column(lon: float) -> int:
    return math.floor((lon + 180) / STEP) % ACROSS
