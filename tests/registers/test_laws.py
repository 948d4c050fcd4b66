"""The law register answers with dated values that carry a fact."""

from datetime import date

import pytest

from amanat.core import Confidence, UsageError
from amanat.packs import load
from amanat.registers.laws import Laws

LAWS = Laws.over(load())


def test_a_penalty_is_asked_for_a_day() -> None:
    before = LAWS.at(date(2019, 1, 1)).versions("pk.ptpa.2018.s3.2")
    after = LAWS.at(date(2024, 1, 1)).versions("pk.ptpa.2018.s3.2")
    assert [v.penalty.combine for v in before if v.penalty] == ["or-both"]
    assert [v.penalty.combine for v in after if v.penalty] == ["fine-in-lieu-removed"]
    assert [(v.penalty.min_years, v.penalty.max_years) for v in after if v.penalty] == [(2, 10)]


def test_in_an_interval_of_doubt_both_versions_may_hold() -> None:
    found = LAWS.at(date(2021, 10, 1)).versions("pk.ptpa.2018.s3.2")
    assert len(found) == 2


def test_before_its_first_version_a_provision_has_none() -> None:
    assert LAWS.at(date(2010, 1, 1)).versions("pk.ptpa.2018.s3.1") == ()


def test_a_version_that_nobody_confirmed_never_holds() -> None:
    for provision in LAWS.provisions.values():
        assert all(version.confirmed for version in provision.at(date(2026, 11, 23)))
    pending = [v for p in LAWS.provisions.values() for v in p.versions if not v.confirmed]
    assert len(pending) == 9
    assert all("not confirmed" in version.fact.statement for version in pending)


def test_the_omitted_section_ended_with_the_act_of_2018() -> None:
    (section,) = LAWS.section("pk.ppc.1860", "369-A")
    assert section.ended
    assert section.ended.latest == date(2018, 6, 2)
    assert [len(LAWS.at(date(year, 1, 1)).versions(section.id)) for year in (2015, 2017, 2019)] == [0, 1, 0]


@pytest.mark.parametrize("written", ["366A", "366-A", "366 a"])
def test_a_section_is_found_however_it_is_written(written: str) -> None:
    assert [p.id for p in LAWS.section("pk.ppc.1860", written)] == ["pk.ppc.366A"]


def test_a_bare_section_gives_its_subsections_and_a_subsection_itself() -> None:
    assert {p.id for p in LAWS.section("pk.ptpa.2018", "3")} == {"pk.ptpa.2018.s3.1", "pk.ptpa.2018.s3.2"}
    assert [p.id for p in LAWS.section("pk.ptpa.2018", "3(2)")] == ["pk.ptpa.2018.s3.2"]
    assert LAWS.section("pk.ptpa.2018", "99") == ()


@pytest.mark.parametrize(
    ("name", "jurisdiction", "ids"),
    [
        ("Prevention of Trafficking in Persons Act, 2018", "", ["pk.ptpa.2018"]),
        ("the prevention of trafficking in persons act", "PK-KP", ["pk.ptpa.2018"]),
        ("PTPA", "PK", ["pk.ptpa.2018"]),
        ("PTPA", "IN", []),
        ("Bonded Labour System (Abolition) Act", "IN", ["in.blsaa.1976"]),
        ("Bonded Labor System Abolition Act", "PK", ["pk-kp.blsaa.2015", "pk-sd.blsaa.2015", "pk.blsaa.1992"]),
        (
            "Bonded Labour System (Abolition) Act",
            "",
            ["in.blsaa.1976", "pk-kp.blsaa.2015", "pk-sd.blsaa.2015", "pk.blsaa.1992"],
        ),
        ("Highway Code", "", []),
        ("", "", []),
    ],
)
def test_a_law_is_found_by_name_and_place(name: str, jurisdiction: str, ids: list[str]) -> None:
    assert sorted(work.id for work in LAWS.named(name, jurisdiction)) == ids


def test_every_ban_is_an_object_the_identity_room_can_read() -> None:
    assert len(LAWS.bans) == 19
    for ban in LAWS.bans:
        assert ban.fact.statement.endswith(".")
        assert ban.persons
        assert ban.strength in {"law", "code", "good-practice"}
        assert ban.covers in {"all", "some", "none", "unknown"}
        assert ban.work in LAWS.works
    gb = next(ban for ban in LAWS.bans if ban.jurisdiction == "GB")
    assert (gb.covers, gb.strength) == ("all", "law")
    assert "16" in gb.consent
    code = next(ban for ban in LAWS.bans if ban.strength == "code")
    assert code.bound == "broadcast licensees"


def test_bans_of_a_province_are_asked_with_those_around_it() -> None:
    mine = {ban.fact.id for ban in LAWS.bans_in(("PK-SD", "PK"))}
    assert "pk-sd.scpa.2011.s20A" in mine
    assert "pk.ppc.376A" in mine
    assert "pk-kp.cpwa.2010.s24" not in mine


def test_a_repealed_work_is_not_in_force_and_a_bill_never_was() -> None:
    now = {work.id for work in LAWS.at(date(2026, 1, 1)).in_force()}
    assert "pk.ptpa.2018" in now
    assert {"pk.pachto.2002", "pk.ptpa_amend.2025"}.isdisjoint(now)
    assert "pk.pachto.2002" in {work.id for work in LAWS.at(date(2010, 1, 1)).in_force()}
    assert "pk.ptpa.2018" not in {work.id for work in LAWS.at(date(2010, 1, 1)).in_force()}


def test_every_fact_has_a_source_unless_it_is_uncertain() -> None:
    facts = [w.fact for w in LAWS.works.values()] + [b.fact for b in LAWS.bans] + [o.fact for o in LAWS.offices]
    facts += [v.fact for p in LAWS.provisions.values() for v in p.versions] + [b.fact for b in LAWS.bodies]
    for fact in facts:
        assert fact.sources or fact.confidence is Confidence.UNCERTAIN, fact.id
        assert date(2026, 11, 23) <= fact.checked_on <= LAWS.as_of


def test_an_office_holder_goes_stale() -> None:
    (governor,) = LAWS.offices
    assert (governor.start.earliest, governor.last_seen.latest) == (date(2024, 5, 4), date(2025, 12, 5))
    assert governor.fact.confidence is Confidence.VERIFIED
    assert len(governor.fact.sources) == 2


def test_unknown_ids_are_a_coded_error() -> None:
    with pytest.raises(UsageError, match="U010"):
        LAWS.work("pk.nothing.1999")
    with pytest.raises(UsageError, match="U010"):
        LAWS.at(date(2020, 1, 1)).versions("pk.nothing.1999.s1")


@pytest.mark.parametrize(
    ("work", "section", "title"),
    [
        ("pk.ppc.1860", "371-A", "Selling a person for purposes of prostitution"),
        ("pk.ppc.1860", "337-A(i)", "Punishment of shajjah (hurt, injury)"),
        ("pk.crpc.1898", "164", "Power to record statements and confessions"),
        ("gb.msa.2015", "2", "Human trafficking"),
    ],
)
def test_a_section_has_a_heading(work: str, section: str, title: str) -> None:
    heading = LAWS.heading(work, section)
    assert heading
    assert heading.title == title
    assert title in heading.fact.statement
    assert heading.fact.sources


def test_a_section_nobody_read_has_no_heading() -> None:
    assert LAWS.heading("pk.ppc.1860", "999") is None
    assert LAWS.heading("xx.none", "1") is None


def test_laws_are_found_by_what_they_are_about() -> None:
    assert [w.id for w in LAWS.about("the law on Bonded Labour", "PK")] == ["pk.blsaa.1992"]
    assert LAWS.about("the law on bonded labour", "GB") == ()
    assert LAWS.about("", "PK") == ()


@pytest.mark.parametrize(
    ("work", "section", "ids"),
    [
        ("pk.ppc.1860", "376-A", ["pk.ppc.376A"]),
        ("pk.ppc.1860", "376A(1)", ["pk.ppc.376A"]),
        ("pk-sd.scpa.2011", "20-A", ["pk-sd.scpa.2011.s20A"]),
        ("pk.ppc.1860", "1", []),
    ],
)
def test_what_a_section_says_is_found_for_bans_too(work: str, section: str, ids: list[str]) -> None:
    assert list(dict.fromkeys(told.by.fact.id for told in LAWS.told_in(work, section))) == ids
