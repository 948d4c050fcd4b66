"""A partner's table of invented services, and its mapping."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from amanat.registers import Registers, shipped
from amanat.store.directory.sqlite import Sqlite

MAPPING = """\
source: {name: partner-a, url: "https://example.org/a", seen: "2026-11-01", confidence: single-source}
country: PK
columns: {key: Nr, name: Name, organization: NGO, needs: What, people: For, places: Where, phones: Tel, hours: Open,
  languages: Tongues, minimum_age: From, latitude: Lat, longitude: Lon, city: City, fees: Cost}
values:
  needs: {lawyer: [legal_advice, representation], bed: shelter}
"""
HEAD = "Nr,Name,NGO,What,For,Where,Tel,Open,Tongues,From,Lat,Lon,City,Cost\n"
ROWS = """\
1,Invented Law Desk,Hope Trust,lawyer,everyone,Kasur,042-1111111,Mon-Fri 09:00-17:00,ur; pa,,31.10,74.44,Kasur,free
2,Invented Women's House,Hope Trust,bed; psychosocial,women,Lahore; Kasur,,24/7,ur,18,31.55,74.34,Lahore,
3,Invented Child Line,River Office,Child Protection,children,Punjab,0420000000,,,,,,,
"""

NARROW = {
    "offer": "SELECT s.id, need, area, tier, people, youngest, oldest, tongues, accusable, cautions, lat, day, opens "
    "FROM offer o JOIN service s ON s.n = o.service LEFT JOIN opening USING (pattern)",
    "near": "SELECT s.id, o.* FROM near o JOIN service s ON s.n = o.service",
    "tagged": "SELECT s.id, t.* FROM tagged t JOIN service s ON s.n = t.n WHERE t.kind = 'service'",
    "dialled": "SELECT service, country, digits FROM dialled",
    "point": "SELECT l.id, p.south, p.west FROM point p JOIN location l ON l.n = p.n",
}


@pytest.fixture
def registers() -> Registers:
    return shipped()


@pytest.fixture
def partner(tmp_path: Path) -> tuple[Path, Path]:
    table, mapping = tmp_path / "partner.csv", tmp_path / "mapping.yaml"
    table.write_text(HEAD + ROWS, "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    return table, mapping


@pytest.fixture
def narrow() -> Callable[[Path], dict[str, list[tuple[object, ...]]]]:
    """Return all rows beside the records; two directories with the same records have the same."""

    def narrow_(target: Path) -> dict[str, list[tuple[object, ...]]]:
        with closing(Sqlite(target)) as engine:
            return {table: sorted(map(tuple, engine.rows(asked)), key=repr) for table, asked in NARROW.items()}

    return narrow_
