"""From a file of a pack to values."""

from amanat.core import Confidence, Source
from amanat.packs import File
from amanat.registers import law_reader

FILE = File(
    "xx/law/act.yaml",
    "law",
    "XX",
    {
        "as_of": "2026-01-02",
        "jurisdiction": "XX",
        "currency": "XXD",
        "sources": {
            "gazette": {"title": "Gazette", "url": "https://example.org", "basis": "seen-full"},
            "memory": {"title": "Background", "url": "", "basis": "background"},
        },
        "works": [
            {
                "id": "xx.act.2001",
                "title": "Kites Act, 2001",
                "assent": "2001-05",
                "source": ["gazette"],
                "confidence": "verified",
            },
            {
                "id": "xx.bill.2025",
                "title": "Kites (Amendment) Bill, 2025",
                "assent": None,
                "source": ["memory"],
                "confidence": "uncertain",
            },
        ],
        "provisions": [
            {
                "id": "xx.act.2001.s1",
                "of": "xx.act.2001",
                "section": "1-A",
                "kind": "offence",
                "title": "Flying at night",
                "versions": [
                    {
                        "from": "2001-05",
                        "to": "2020-01-01",
                        "imprisonment": {"min_months": 6, "max_years": 2},
                        "source": ["gazette"],
                        "confidence": "verified",
                    },
                    {
                        "from": "2020-01-01",
                        "enacted": "not-confirmed",
                        "fine": {"amount": 50},
                        "source": ["memory"],
                        "confidence": "uncertain",
                    },
                ],
            },
            {
                "id": "xx.act.2001.p",
                "of": "xx.act.2001",
                "section": None,
                "kind": "procedure",
                "title": "Bail",
                "rule": {"bailable": True},
                "source": ["gazette"],
                "confidence": "verified",
            },
        ],
    },
)


def test_works_know_their_years_and_whether_they_are_law() -> None:
    act, bill = law_reader.works(FILE)
    assert (act.years, act.pending, act.amending) == (frozenset({2001}), False, False)
    assert act.fact.statement == "Kites Act, 2001; assent May 2001."
    assert act.fact.sources == (Source("Gazette", "https://example.org"),)
    assert (bill.pending, bill.amending, bill.fact.sources) == (True, True, ())


def test_months_become_parts_of_a_year_and_a_bare_amount_is_both_bounds() -> None:
    section, _ = law_reader.provisions(FILE)
    old, new = section.versions
    assert old.penalty
    assert new.penalty
    assert (old.penalty.min_years, old.penalty.max_years) == (0.5, 2)
    assert (new.penalty.fine_min, new.penalty.fine_max, new.penalty.currency) == (50, 50, "XXD")
    assert not new.confirmed
    assert new.fact.confidence is Confidence.UNCERTAIN


def test_the_fact_of_a_provision_is_its_newest_confirmed_version() -> None:
    section, rule = law_reader.provisions(FILE)
    assert section.section == "1A"
    assert section.fact.id == "xx.act.2001.s1@2001-05"
    assert section.ended
    assert section.ended.written == "2020-01-01"
    assert rule.rule == {"bailable": True}
    assert rule.versions == ()
