"""What states promised against law and practice; nothing is met without a source."""

from collections import Counter
from pathlib import Path

import pytest

from amanat.core import PackError
from amanat.packs import Packs, load
from amanat.registers import Registers
from amanat.registers.framework import Force, Frameworks, Status, of_assessment
from amanat.registers.laws import Laws

REGISTERS = Registers()
FRAMEWORKS = REGISTERS.frameworks
COUNTRIES = ("BD", "GB", "IN", "NP", "PK")


def test_all_five_countries_have_a_table_of_every_duty() -> None:
    assert FRAMEWORKS.countries == COUNTRIES
    for country in COUNTRIES:
        assert {row.duty.id for row in FRAMEWORKS.table(country)} == set(FRAMEWORKS.duties)
    by_instrument = Counter(duty.instrument for duty in FRAMEWORKS.duties.values())
    assert (by_instrument["un.tip_protocol.2000"], by_instrument["un.untoc.2000"]) == (27, 21)
    assert {"ilo.c029.1930", "ilo.p029.2014", "ilo.c182.1999", "un.opsc.2000", "us.tvpa"} <= set(by_instrument)
    assert by_instrument["us.tvpa"] == 16


@pytest.mark.parametrize("country", COUNTRIES)
def test_nothing_is_met_without_a_source(country: str) -> None:
    for row in FRAMEWORKS.table(country):
        if row.law is Status.MET:
            assert any(fact.sources for fact in row.law_facts), row.duty.id
        if row.practice is Status.MET:
            assert any(fact.sources for fact in row.practice_facts), row.duty.id


def test_what_puts_victims_at_risk_comes_first_and_gaps_before_what_is_met() -> None:
    rows = FRAMEWORKS.table("PK")
    assert [row.duty.rank for row in rows] == sorted(row.duty.rank for row in rows)
    assert rows[0].duty.id == "un.tip_protocol.2000:6(1)"
    first = [list(Status).index(row.law) for row in rows if row.duty.rank == 1]
    assert first == sorted(first)


def test_the_hole_in_naming_is_told_with_law_and_a_model() -> None:
    (row,) = [r for r in FRAMEWORKS.table("PK") if r.duty.id == "un.tip_protocol.2000:6(1)"]
    assert row.law is Status.NOT_MET
    assert "men" in row.says
    assert {"pk.ptpa.2018.no_media_ban", "pk.antirape.2021.s26"} <= {fact.id for fact in row.law_facts}
    assert row.step
    assert "gb.soaa.s1" in row.step.model
    assert all((row.step.action, row.step.body, row.step.indicator, row.step.by))


def test_the_strength_of_a_duty_is_read_from_its_words() -> None:
    force = {id_: duty.force for id_, duty in FRAMEWORKS.duties.items()}
    assert force["un.tip_protocol.2000:5(1)"] is Force.MANDATORY
    assert force["un.tip_protocol.2000:6(1)"] is Force.MANDATORY
    assert force["un.tip_protocol.2000:6(5)"] is Force.ENDEAVOUR
    assert force["un.tip_protocol.2000:6(3)"] is Force.CONSIDER


def test_a_tagged_provision_answers_in_part_until_somebody_assessed_it() -> None:
    unassessed = Packs(tuple(file for file in REGISTERS.packs.files if "in/framework/" not in file.name))
    made = Frameworks.over(unassessed, REGISTERS.laws, REGISTERS.treaties, REGISTERS.ledger)
    rows = {row.duty.id: row for row in made.table("IN")}
    tagged = rows["un.opsc.2000:3"]
    assert tagged.law is Status.PARTLY
    assert [fact.id for fact in tagged.law_facts] == ["in.bns.143.4@2024-07-01"]
    assert tagged.step is None


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_gap_has_a_next_step(country: str) -> None:
    gaps = [row for row in FRAMEWORKS.table(country) if {row.law, row.practice} & {Status.PARTLY, Status.NOT_MET}]
    assert gaps
    assert [row.duty.id for row in gaps if row.step is None] == []


def test_practice_shows_figures_of_the_ledger() -> None:
    rows = {row.duty.id: row for row in FRAMEWORKS.table("PK")}
    shown = [fact.id for fact in rows["ilo.c029.1930:25"].practice_facts]
    assert shown == ["pk-pb.convicted.2015.labour", "pk-pb.convicted.2016.labour"]


def test_two_countries_are_laid_side_by_side() -> None:
    pairs = FRAMEWORKS.compared("PK", "GB")
    assert all(a.duty.id == b.duty.id for a, b in pairs)
    assert {a.country for a, _ in pairs} == {"PK"}
    differ = [(a.law, a.practice) != (b.law, b.practice) for a, b in pairs]
    assert differ == sorted(differ, reverse=True)


def test_a_law_of_which_the_register_has_no_provision_is_told_with_its_source() -> None:
    (row,) = [r for r in FRAMEWORKS.table("BD") if r.duty.id == "un.tip_protocol.2000:6(1)"]
    told = [fact for fact in row.law_facts if of_assessment(fact)]
    assert any("Section 21" in fact.statement for fact in told)
    assert all(fact.sources for fact in told)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_piece_of_evidence_of_an_assessment_has_a_source_and_a_day(country: str) -> None:
    told = [
        fact
        for row in FRAMEWORKS.table(country)
        for fact in (*row.law_facts, *row.practice_facts)
        if of_assessment(fact)
    ]
    assert told
    assert [fact.id for fact in told if not all(source.url for source in fact.sources)] == []
    assert len({fact.id for fact in told}) == len(told)


def test_a_law_whose_force_is_not_confirmed_is_told_before_the_table() -> None:
    assert any("Ordinance" in caution for caution in FRAMEWORKS.cautions["BD"])
    assert FRAMEWORKS.cautions["GB"] == ()


def test_a_duty_assessed_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    twice = BAD.format(duty="un.tip_protocol.2000:5(1)", law="partly", practice="unknown", facts="")
    (tmp_path / "bad.yaml").write_text(f"{twice}{twice.splitlines()[-1]}\n", "utf-8")
    packs = load(tmp_path)
    with pytest.raises(PackError, match=r"bad\.yaml:11: .*5\(1\) is assessed a second time for PK"):
        Frameworks.over(packs, REGISTERS.laws, REGISTERS.treaties, REGISTERS.ledger)


BAD = """\
kind: framework
as_of: 2026-11-24
sources: {{x: {{title: A source, url: 'https://example.org'}}}}
id: xx.framework
title: A country that does not exist
jurisdiction: PK
source: [x]
confidence: single-source
assessments:
  - {{duty: '{duty}', law: {law}, practice: {practice}, says: It says so, facts: [{facts}]}}
"""


@pytest.mark.parametrize(
    ("duty", "law", "practice", "facts", "words"),
    [
        ("un.tip_protocol.2000:99", "partly", "unknown", "", "bad.yaml:10: .*a duty that no framework has"),
        ("un.tip_protocol.2000:5(1)", "met", "unknown", "", "bad.yaml:10: .*met in law without a fact"),
        ("un.tip_protocol.2000:5(1)", "partly", "met", "pk.ptpa.2018.s5", "bad.yaml:10: .*met in practice without"),
        ("un.tip_protocol.2000:5(1)", "partly", "unknown", "pk.no.such", "bad.yaml:10: no fact called"),
    ],
)
def test_an_assessment_that_cannot_stand_is_refused(  # noqa: PLR0917 - one line of the table and a folder
    duty: str, law: str, practice: str, facts: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text(BAD.format(duty=duty, law=law, practice=practice, facts=facts), "utf-8")
    packs = load(tmp_path)
    with pytest.raises(PackError, match=words) as caught:
        Frameworks.over(packs, REGISTERS.laws, REGISTERS.treaties, REGISTERS.ledger)
    assert caught.value.code == "K030"


def test_a_provision_that_answers_no_duty_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "act.yaml").write_text(
        "kind: law\nas_of: 2026-11-24\njurisdiction: PK\ncurrency: PKR\n"
        "sources: {x: {title: A source, url: 'https://example.org', basis: seen-full}}\n"
        "works:\n  - {id: xx.act.2001, title: 'Kites Act, 2001', source: [x], confidence: verified}\n"
        "provisions:\n"
        "  - id: xx.act.2001.s1\n    of: xx.act.2001\n    section: '1'\n    kind: protection\n    title: Kites\n"
        "    rule: every kite has an owner\n    answers: ['un.tip_protocol.2000:99']\n"
        "    source: [x]\n    confidence: verified\n",
        "utf-8",
    )
    packs = load(tmp_path)
    with pytest.raises(PackError, match=r"act\.yaml:15: xx\.act\.2001\.s1 answers") as caught:
        Frameworks.over(packs, Laws.over(packs), REGISTERS.treaties, REGISTERS.ledger)
    assert caught.value.code == "K030"
