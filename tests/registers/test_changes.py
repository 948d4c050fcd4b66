"""What became otherwise between two days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers import Registers
from amanat.registers.changes import changes

REGISTERS = Registers()
DAYS = st.dates(date(1950, 1, 1), date(2027, 1, 1))


def between(first: date, last: date, place: str = "") -> list[tuple[str, str]]:
    return [(c.what, c.fact.id) for c in changes(REGISTERS.laws, REGISTERS.treaties, first, last, place)]


def test_the_year_of_the_trafficking_act() -> None:
    found = between(date(2018, 1, 1), date(2018, 12, 31), "PK")
    assert ("passed", "pk.ptpa.2018") in found
    assert ("repealed", "pk.pachto.2002") in found
    assert ("ends", "pk.ppc.369A@2016-03-18") in found
    assert ("tier", "us.tip.2018#PK") in found


def test_what_a_month_holds_counts_from_any_day_of_it() -> None:
    assert ("status", "un.tip_protocol.2000#PK.accession") in between(date(2022, 11, 15), date(2022, 11, 16), "PK")


def test_bills_are_only_proposed() -> None:
    found = between(date(2025, 1, 1), date(2025, 12, 31), "PK")
    assert ("proposed", "pk.ptpa.2018.s3.1@2025") in found
    assert not [id_ for what, id_ in found if what == "passed" and "_amend" in id_]


@pytest.mark.parametrize("place", ["PK", "NP", "GB"])
def test_a_place_keeps_others_out(place: str) -> None:
    found = changes(REGISTERS.laws, REGISTERS.treaties, date(1900, 1, 1), date(2030, 1, 1), place)
    assert found
    assert all(change.jurisdiction.startswith(place) for change in found)


@given(DAYS, DAYS, DAYS)
def test_two_stretches_hold_what_the_whole_holds(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    halves = {*between(first, middle), *between(middle, last)}
    assert halves == set(between(first, last))


def test_nothing_changes_in_no_time() -> None:
    day = date(2018, 5, 30)
    exact = [c for c in changes(REGISTERS.laws, REGISTERS.treaties, day, day) if c.on.earliest == c.on.latest]
    assert exact == []
