"""Three to five that fit, with reasons; never padded; always one that is safe; no number in what may be printed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.aid.chosen import MOST, services
from amanat.registers import Registers
from amanat.registers.matching import Query
from amanat.registers.numbers_seen import digits

REGISTERS = Registers()
GROUPS = [
    "police",
    "fia",
    "nccia",
    "district_administration",
    "state_shelter",
    "emigration_authority",
    "foreign_mission",
]


def around(*ids: str) -> frozenset[str]:
    return frozenset(area.id for id_ in ids for area in REGISTERS.places.chain(id_))


def query(place: str, needs: tuple[str, ...], *groups: str, accused: tuple[str, ...] = ()) -> Query:
    return Query(place[:2].upper(), needs, around(place), frozenset(groups), frozenset(accused))


def test_a_bonded_family_in_tharparkar() -> None:
    chosen = services(
        REGISTERS,
        query(
            "pk-tharparkar", ("bonded_labour_release", "labour", "representation", "legal_advice"), "bonded_labourers"
        ),
    )
    assert chosen[0].id == "pk-077"
    assert 3 <= len(chosen) <= MOST
    assert any("bonded labour" in why for why in chosen[0].why)


def test_the_vigilance_committee_falls_with_the_district() -> None:
    needs = ("bonded_labour_release", "representation")
    with_it = services(REGISTERS, query("pk-tharparkar", needs, "bonded_labourers"))
    without = services(
        REGISTERS, query("pk-tharparkar", needs, "bonded_labourers", accused=("district_administration",))
    )
    assert "pk-079" in {s.id for s in with_it}
    assert "pk-079" not in {s.id for s in without}


def test_nothing_fits_but_the_fallback_stands() -> None:
    (only,) = services(REGISTERS, query("PK", ("asylum_on_the_moon",), "men"))
    assert only.id == "pk-002"
    (independent,) = services(REGISTERS, query("PK", ("asylum_on_the_moon",), "men", accused=("police",)))
    assert independent.id == "pk-066"


def test_no_country_no_service() -> None:
    assert services(REGISTERS, Query("", ("legal_advice",))) == ()


def test_a_house_without_a_line_of_its_own_is_reached_through_another() -> None:
    chosen = services(REGISTERS, query("pk-gujrat", ("shelter", "medical"), "women"))
    house = next(s for s in chosen if s.id == "pk-093")
    assert any(why.startswith("Reached through") for why in house.why)
    assert house.confirm_first == REGISTERS.providers.by_id["pk-028"].phone


NUMBERS = {digits(p.phone, p.country) for p in REGISTERS.providers if p.phone}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        ["pk-lahore", "pk-swat", "pk-tharparkar", "pk-islamabad", "pk-quetta", "PK", "IN", "BD", "NP", "GB"]
    ),
    st.lists(st.sampled_from(sorted(REGISTERS.providers.need_names)), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(sorted(REGISTERS.providers.group_names)), max_size=5, unique=True),
    st.lists(st.sampled_from(GROUPS), max_size=3, unique=True),
)
def test_safety_laws(place: str, needs: list[str], groups: list[str], accused: list[str]) -> None:
    chosen = services(REGISTERS, query(place, tuple(needs), *groups, accused=tuple(accused)))
    assert len(chosen) <= MOST
    assert len({s.id for s in chosen}) == len(chosen)
    for service in chosen:
        provider = REGISTERS.providers.by_id[service.id]
        assert not provider.conflict_groups & set(accused)
        assert service.why
        assert all(why.endswith(".") for why in service.why)
        printed = " ".join((service.name, *service.why))
        assert not NUMBERS & {re.sub(r"\D", "", n) for n in re.findall(r"\d[\d -]*", printed)}
        assert bool(service.confirm_first) == bool(service.seen)
        if service.confirm_first:
            assert "call before printing" in service.seen
    assert any(REGISTERS.providers.by_id[service.id].national for service in chosen), "a national body is always named"


@pytest.mark.parametrize("country", ["PK", "IN", "BD", "NP", "GB"])
def test_every_country_has_a_fallback(country: str) -> None:
    assert services(REGISTERS, Query(country, ("nothing",), around(country)))
