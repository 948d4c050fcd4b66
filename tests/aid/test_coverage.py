"""Who is served by nobody: every need in every district, told from the same matcher."""

from collections import Counter

from amanat.aid.coverage import Level, coverage, districts
from amanat.registers import Registers

REGISTERS = Registers()
CELLS = list(coverage(REGISTERS, "PK"))


def test_every_need_in_every_district_once() -> None:
    here = districts(REGISTERS, "PK")
    assert len(CELLS) == len(here) * len(REGISTERS.providers.taxonomy.needs)
    assert len({(cell.district.id, cell.need) for cell in CELLS}) == len(CELLS)


def test_levels() -> None:
    level = {(cell.district.id, cell.need): cell.level for cell in CELLS}
    assert level["pk-swat", "shelter"] is Level.NEAR
    assert level["pk-kasur", "bonded_labour_release"] is Level.PROVINCE
    assert level["pk-tharparkar", "bonded_labour_release"] is Level.NEAR
    assert level["pk-lahore", "documents"] is Level.NOBODY
    assert level["pk-quetta", "missing_child"] is Level.NOBODY, "the only body rests on a doubtful source"


def test_a_country_without_districts_has_no_cells() -> None:
    assert list(coverage(REGISTERS, "XX")) == []


def test_it_is_not_the_same_for_everybody() -> None:
    men = Counter(cell.level for cell in coverage(REGISTERS, "PK", frozenset({"men"})) if cell.need == "shelter")
    every = Counter(cell.level for cell in CELLS if cell.need == "shelter")
    assert men[Level.NEAR] < every[Level.NEAR]
