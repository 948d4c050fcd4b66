"""The register of providers: what fits, what is never offered, and numbers that fail closed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Confidence, PackError
from amanat.packs import folder, load
from amanat.registers.matching import Query
from amanat.registers.numbers_seen import digits
from amanat.registers.places import Places
from amanat.registers.providers import Display, Provider, Providers

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def providers() -> Providers:
    return Providers.over(load())


@pytest.fixture(scope="module")
def places() -> Places:
    return Places.over(load())


def around(places: Places, *ids: str) -> frozenset[str]:
    return frozenset(area.id for id_ in ids for area in places.chain(id_))


def test_no_number_may_leave_the_house_today(providers: Providers) -> None:
    """Nobody has called any of them yet."""
    assert [p.id for p in providers if p.public_number(TODAY)] == []
    assert sum(bool(p.editor_number()) for p in providers) == 41


def test_a_called_number_is_good_for_ninety_or_a_hundred_and_eighty_days(providers: Providers) -> None:
    hotline = replace(providers.by_id["pk-002"], display=Display.SHOW, last_verified=TODAY)
    office = replace(hotline, hotline=False)
    assert hotline.public_number(TODAY) == hotline.phone != ""
    assert hotline.public_number(TODAY + timedelta(90))
    assert not hotline.public_number(TODAY + timedelta(91))
    assert office.public_number(TODAY + timedelta(180))
    assert not office.public_number(TODAY + timedelta(181))
    assert not hotline.public_number(TODAY - timedelta(1)), "a call in the future proves nothing"


@given(
    st.sampled_from(list(Display)),
    st.sampled_from(list(Confidence)),
    st.booleans(),
    st.none() | st.integers(-400, 400),
)
def test_doubt_always_closes(
    display: Display,
    confidence: Confidence,
    active: bool,  # noqa: FBT001 - hypothesis gives it by position
    days: int | None,
) -> None:
    called = None if days is None else TODAY - timedelta(days)
    provider = replace(
        _sample(), display=display, confidence=confidence, active=active, last_verified=called, phone="0800"
    )
    if provider.public_number(TODAY):
        assert (display, active, confidence is not Confidence.UNCERTAIN) == (Display.SHOW, True, True)
        assert days is not None
        assert 0 <= days <= 180
        assert provider.editor_number()
    if display in (Display.HIDDEN, Display.ROUTE, Display.NO_NUMBER) or confidence is Confidence.UNCERTAIN:
        assert not provider.editor_number()


def _sample() -> Provider:
    return next(iter(Providers.over(load())))


def test_names_carry_no_number(providers: Providers) -> None:
    numbers = {digits(p.phone, p.country) for p in providers if p.phone}
    for provider in providers:
        words = provider.name.replace("(", " ").replace(")", " ").replace(",", " ").split()
        assert not numbers & set(words), provider.id
    assert "phone" not in repr(providers.by_id["pk-002"])


def test_match_is_by_need_place_and_people(providers: Providers, places: Places) -> None:
    query = Query("PK", ("child_protection", "legal_advice"), around(places, "pk-kasur"), frozenset({"children"}))
    best = providers.match(query)[0]
    assert best.provider.id == "pk-023"
    assert best.area == "PK-PB"
    elsewhere = {m.provider.id for m in providers.match(query) if not m.provider.national}
    assert all(set(providers.by_id[id_].areas) & query.areas for id_ in elsewhere)


def test_district_comes_before_province_before_country(providers: Providers, places: Places) -> None:
    query = Query("PK", ("shelter",), around(places, "pk-swat"), frozenset({"women"}))
    areas = [m.area for m in providers.match(query) if m.provider.conflict_groups == {"state_shelter"}]
    assert areas[0] == "pk-swat"


@pytest.mark.parametrize(
    "group", ["police", "fia", "nccia", "district_administration", "state_shelter", "foreign_mission"]
)
def test_bodies_of_the_accused_are_never_offered(providers: Providers, places: Places, group: str) -> None:
    everyone = frozenset(providers.group_names)
    for country, place in (
        ("PK", "pk-lahore"),
        ("PK", "pk-hyderabad"),
        ("IN", "IN"),
        ("BD", "BD"),
        ("NP", "NP"),
        ("GB", "GB"),
    ):
        query = Query(country, tuple(providers.need_names), around(places, place), everyone, frozenset({group}))
        assert not any(group in m.provider.conflict_groups for m in providers.match(query))
        fallback = providers.fallback(query)
        assert fallback is not None
        assert group not in fallback.conflict_groups
        assert fallback.country == country


def test_a_line_that_police_answer_is_a_police_line(providers: Providers) -> None:
    assert {"in-001", "bd-001", "gb-003", "np-002"} <= {p.id for p in providers if "police" in p.conflict_groups}


def test_dropped_bodies_are_named(providers: Providers, places: Places) -> None:
    query = Query("GB", ("rescue",), around(places, "GB"), frozenset(), frozenset({"police"}))
    assert [p.id for p in providers.dropped(query)] == ["gb-003"]
    assert providers.dropped(replace(query, accused=frozenset())) == ()


def test_uncertain_ended_and_unsourced_bodies_are_not_offered(providers: Providers, places: Places) -> None:
    for country in providers.countries:
        query = Query(country, tuple(providers.need_names), around(places, country), frozenset(providers.group_names))
        offered = providers.match(query)
        assert offered
        assert all(m.provider.active and m.provider.confidence is not Confidence.UNCERTAIN for m in offered)


def test_men_are_not_sent_to_a_shelter_for_women(providers: Providers, places: Places) -> None:
    query = Query("PK", ("shelter", "legal_advice"), around(places, "pk-lahore"), frozenset({"men"}))
    assert all(m.provider.serves & {"everyone", "without_means", "men"} for m in providers.match(query))


def test_unknown_country_gets_nothing(providers: Providers) -> None:
    query = Query("XX", ("legal_advice",))
    assert providers.match(query) == ()
    assert providers.fallback(query) is None


def test_a_number_is_known_inside_a_country_only(providers: Providers) -> None:
    short = "1098"
    assert [p.id for p in providers.with_number(short, "IN")] == ["in-005"]
    assert [p.id for p in providers.with_number(short, "BD")] == ["bd-003"]
    assert providers.with_number(short, "PK") == ()


PACK = """kind: pack
as_of: 2026-11-23
id: XY
name: Testland
level: country
"""
ROW = """kind: services
as_of: 2026-11-23
checked_on: 2026-11-23
sources:
  s: {title: Own page, url: "https://example.org/"}
services:
- id: xy-001
  country: XY
  name: Test line
  type: NGO
  services: [legal_advice]
  population: [all]
  coverage: national
  areas: [XY]
  status: STATUS
  conflict_group: non_state
  source: [s]
  source_kind: own_site
  confidence: CONFIDENCE
  stale: false
  publishable: PUBLISHABLE
  display: DISPLAY
"""


@pytest.mark.parametrize(
    ("row", "extra"),
    [
        (("candidate", "verified", "true", "confirm_first"), "  phone: '1'\n"),
        (("active_reported", "uncertain", "true", "confirm_first"), "  phone: '1'\n"),
        (("active_reported", "verified", "false", "confirm_first"), "  phone: '1'\n"),
        (("active_reported", "verified", "true", "hidden"), "  phone: '1'\n"),
        (("active_reported", "verified", "true", "show"), "  phone: '1'\n"),
        (("active_reported", "verified", "false", "route"), ""),
        (("active_reported", "verified", "true", "show"), ""),
    ],
)
def test_a_row_that_would_leak_a_number_is_refused(tmp_path: Path, row: tuple[str, str, str, str], extra: str) -> None:
    text = ROW + extra
    for field, value in zip(("STATUS", "CONFIDENCE", "PUBLISHABLE", "DISPLAY"), row, strict=True):
        text = text.replace(field, value)
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "services.yaml").write_text(text, "utf-8")
    with pytest.raises(PackError, match="K005"):
        folder(tmp_path)


def test_a_row_with_a_call_on_record_is_taken(tmp_path: Path) -> None:
    text = ROW.replace("STATUS", "active_reported").replace("CONFIDENCE", "verified").replace("PUBLISHABLE", "true")
    text = text.replace("DISPLAY", "show") + "  phone: '555'\n  last_verified: '2026-11-20'\n  verified_by: A. Editor\n"
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "services.yaml").write_text(text, "utf-8")
    provider = Providers.over(load(tmp_path)).by_id["xy-001"]
    assert provider.public_number(TODAY) == "555"
