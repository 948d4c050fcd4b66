"""What somebody should look at: old facts, facts without a link, conflicts, shared names."""

from datetime import date

from amanat.core import Confidence, Fact, Source
from amanat.packs import File
from amanat.registers import Registers
from amanat.registers.lookup import entries
from amanat.registers.upkeep import conflicts, offices, shared_names, stale, without_link

REGISTERS = Registers()
LAWS, TREATIES = REGISTERS.laws, REGISTERS.treaties


def test_every_fact_of_the_law_that_names_a_source_can_be_opened() -> None:
    facts = [entry.fact for entry in entries(LAWS, TREATIES)]
    assert [notice.where for notice in without_link(facts)] == []
    assert all(fact.sources or fact.confidence is Confidence.UNCERTAIN for fact in facts)


def test_a_fact_without_an_address_is_told() -> None:
    bare = Fact("x.1", "So it is.", Confidence.VERIFIED, (Source("A book", "on a shelf"),), date(2026, 1, 1))
    assert [(n.what, n.where) for n in without_link([bare])] == [("no link", "x.1")]


def test_old_looks_are_told_by_file_and_record() -> None:
    old = File("pk/a.yaml", "law", "PK", {"as_of": "2026-11-01", "works": [{"id": "a", "checked_on": "2024-01-01"}]})
    assert [(n.where, n.says) for n in stale([old], date(2026, 11, 24), 365)] == [
        ("pk/a.yaml", "a last looked at 2024-01-01")
    ]
    assert list(stale([old], date(2024, 6, 1), 365)) == []


def test_an_office_holder_not_seen_for_long_is_told() -> None:
    assert [n.what for n in offices(LAWS, date(2027, 6, 1), 365)] == ["office"]
    assert list(offices(LAWS, date(2026, 1, 1), 365)) == []


def test_conflicts_stand_side_by_side() -> None:
    found = {n.where: n.says for n in conflicts(REGISTERS.packs.of_kind("law"))}
    assert any("XXVIII" in says and "XXXV" in says for says in found.values())
    assert len(found) >= 5


def test_no_two_laws_of_one_place_share_a_name() -> None:
    assert [(n.where, n.says) for n in shared_names(LAWS, TREATIES)] == []
