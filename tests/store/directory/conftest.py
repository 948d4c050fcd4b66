"""A partner's table of invented services, and its mapping."""

from pathlib import Path

import pytest

from amanat.registers import Registers, shipped

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


@pytest.fixture
def registers() -> Registers:
    return shipped()


@pytest.fixture
def partner(tmp_path: Path) -> tuple[Path, Path]:
    table, mapping = tmp_path / "partner.csv", tmp_path / "mapping.yaml"
    table.write_text(HEAD + ROWS, "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    return table, mapping
