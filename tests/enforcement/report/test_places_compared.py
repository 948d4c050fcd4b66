"""Places are compared with chance, named, steadied, and never ranked."""

from datetime import date

from amanat.enforcement.report.places_compared import places_compared
from amanat.enforcement.report.sections import Funnel
from amanat.registers.ledger.cases import Case, Ending, Event, Step

NAMES = {"XA-A": "Aland", "XA-B": "Beland", "XA-C": "Celand"}


def cases(place: str, convicted: int, acquitted: int) -> list[Case]:
    ends = [Ending.CONVICTED] * convicted + [Ending.ACQUITTED] * acquitted
    day = date(2023, 1, 1)
    return [
        Case(f"{place}{n}", place, "Act", "sexual", "", "", (Event(day, Step.JUDGMENT, outcome=end),))
        for n, end in enumerate(ends)
    ]


def test_shares_stand_beside_limits_and_steadied_shares() -> None:
    many = [*cases("XA-A", 30, 30), *cases("XA-B", 2, 28), *cases("XA-C", 4, 2)]
    (section,) = places_compared(many, NAMES)
    assert [row[0] for row in section.rows] == ["Aland", "Beland", "Celand"]
    assert all(len(row) == len(section.heading) for row in section.rows)
    raw, steadied = (float(section.rows[2][n].split(" %")[0]) for n in (3, 4))
    assert steadied < raw  # four of six are drawn towards the rest
    assert isinstance(section.plot, Funnel)
    assert any("no list of best and worst" in sentence for sentence in section.says)


def test_places_that_differ_by_chance_only_share_one_figure() -> None:
    many = [*cases("XA-A", 20, 20), *cases("XA-B", 21, 19), *cases("XA-C", 19, 21)]
    (section,) = places_compared(many, {})
    assert {row[4] for row in section.rows} == {"50 %, as all"}
    assert [row[0] for row in section.rows] == ["XA-A", "XA-B", "XA-C"]


def test_two_places_or_small_ones_are_not_compared() -> None:
    assert list(places_compared([*cases("XA-A", 9, 9), *cases("XA-B", 9, 9)], NAMES)) == []
    assert list(places_compared([*cases("XA-A", 9, 9), *cases("XA-B", 9, 9), *cases("XA-C", 1, 3)], NAMES)) == []
