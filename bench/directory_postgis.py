"""The nearest services by PostGIS, as its users would ask: geography, a GiST index over need and point, ST_DWithin.

Debian: apt-get install postgresql-15-postgis-3. The table is filled from that of the directory, on the same server.
"""

from collections.abc import Callable

from amanat.store.directory.matcher import EVERYBODY, Codes
from amanat.store.directory.nearest import Circle
from amanat.store.directory.postgres import Postgres

_MAKE = (
    "CREATE EXTENSION IF NOT EXISTS postgis",
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    (
        "CREATE TABLE spot AS SELECT need, service, people, accusable, "
        "ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS place FROM near"
    ),
    "CREATE INDEX spot_by_need_and_place ON spot USING gist (need, place)",
    "ANALYZE spot",
)
_ASK = """
SELECT service FROM spot WHERE need = ? AND people & ? <> 0 AND accusable & ? = 0
AND ST_DWithin(place, ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography, ?, false)
ORDER BY ST_Distance(place, ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography, false), service LIMIT ?
"""
"""On a sphere (`false`), as the directory measures: a spheroid would move a few answers at the rim."""


def there(engine: Postgres) -> bool:
    """Tell whether the server can load PostGIS."""
    rows = engine.rows("SELECT count(*) FROM pg_available_extensions WHERE name IN ('postgis', 'btree_gist')")
    return rows == [(2,)]


def made(engine: Postgres) -> None:
    """Make and fill the table."""
    for statement in _MAKE:
        engine.run(statement)
    engine.commit()


def nearest(engine: Postgres, codes: Codes, circle: Circle) -> Callable[[], object]:
    """Return what asks for one circle."""
    people, accused = EVERYBODY | codes.bits("group", circle.people), codes.bits("conflict", circle.accused)
    at = (circle.lon, circle.lat)
    values = [codes.number("need", circle.need), people, accused, *at, circle.radius * 1000, *at, circle.most]
    return lambda: [int(str(service)) for (service,) in engine.rows(_ASK, values)]
