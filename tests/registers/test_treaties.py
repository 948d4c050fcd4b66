"""The register of treaties and tiers."""

from datetime import date

import pytest

from amanat.core import Confidence, UsageError
from amanat.packs import load
from amanat.registers.aliases import Words
from amanat.registers.treaties import Treaties

TREATIES = Treaties.over(load())
PALERMO = "un.tip_protocol.2000"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("UNTOC's Trafficking in Persons Protocol", PALERMO),
        ("Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children", PALERMO),
        ("the Palermo Protocol", PALERMO),
        ("UN Convention against Transnational Organised Crime", "un.untoc.2000"),
        ("United Nations Convention against Transnational Organized Crime", "un.untoc.2000"),
        ("Protocol against the Smuggling of Migrants by Land, Sea and Air", "un.som_protocol.2000"),
        ("2014 Forced Labor Protocol", "ilo.p029.2014"),
        ("Forced Labour Convention, 1930 (No. 29)", "ilo.c029.1930"),
        ("Optional Protocol to the Convention on the Rights of the Child on the sale of children", "un.opsc.2000"),
        ("CRC", "un.crc.1989"),
    ],
)
def test_every_name_leads_to_one_instrument(name: str, id_: str) -> None:
    found = TREATIES.named(name)
    assert found
    assert found.id == id_


@pytest.mark.parametrize("name", ["crc checksum", "Montreal Protocol", "protocol", ""])
def test_other_words_lead_nowhere(name: str) -> None:
    assert TREATIES.named(name) is None


def test_cabinet_approval_is_no_deposit() -> None:
    treaty = TREATIES.treaty(PALERMO)
    assert [event.action for event in treaty.of("PK")] == ["cabinet-approval", "accession"]
    bound = treaty.binding("PK")
    assert bound
    assert (bound.action, bound.fact.id, bound.reservation) == ("accession", f"{PALERMO}#PK.accession", True)
    assert bound.fact.statement == "Pakistan acceded to the Palermo Protocol in November 2022."
    assert treaty.binding("PK", date(2022, 9, 30)) is None
    assert treaty.binding("PK", date(2022, 12, 1)) == bound


def test_a_signatory_is_not_a_party_by_signing() -> None:
    treaty = TREATIES.treaty("un.crc.1989")
    bound = treaty.binding("PK")
    assert bound
    assert bound.action == "ratification"
    assert treaty.binding("PK", date(1990, 10, 1)) is None


def test_two_facts_that_most_texts_get_wrong() -> None:
    protocol = TREATIES.treaty("ilo.p029.2014").binding("PK")
    assert protocol
    assert protocol.date
    assert protocol.date.earliest == date(2025, 3, 13)
    assert [getattr(TREATIES.tier("NP", year), "tier", "") for year in (2023, 2024, 2025)] == [
        "Tier 2",
        "Tier 2 Watch List",
        "Tier 2 Watch List",
    ]


def test_a_date_that_is_less_sure_than_its_event_says_so() -> None:
    bound = TREATIES.treaty("un.untoc.2000").binding("PK")
    assert bound
    assert bound.fact.confidence is Confidence.VERIFIED
    assert not bound.date_sure


def test_tiers_by_report_year() -> None:
    assert len(TREATIES.tiers) == 125
    last = TREATIES.last_tier("PK")
    assert last
    assert (last.year, last.tier) == (2025, "Tier 2")
    assert TREATIES.tier("PK", 1999) is None
    assert TREATIES.last_tier("ZZ") is None


def test_obligations_keep_their_modality() -> None:
    duties = {o.article: o for o in TREATIES.treaty(PALERMO).obligations}
    assert len(duties) == 27
    assert duties["6(3)"].modality == "shall consider"
    assert duties["6(5)"].modality == "shall endeavour"
    assert all(o.confidence is Confidence.UNCERTAIN for o in duties.values())


def test_a_capital_is_the_state_only_where_it_is_not_the_place() -> None:
    text = "Islamabad signed it. She lives in Islamabad. Nepalese and British police met Iran's envoy."
    found = TREATIES.parties.find(Words.of(text))
    assert [(party.id, party.known) for party in found] == [("PK", True), ("NP", True), ("GB", True), ("IR", False)]


def test_an_unknown_treaty_is_a_coded_error() -> None:
    with pytest.raises(UsageError, match="U011"):
        TREATIES.treaty("un.nothing.1999")


def test_what_an_article_says_carries_its_source() -> None:
    treaty = TREATIES.treaty(PALERMO)
    article = next(a for a in treaty.says if a.article == "3(b)")
    assert article.fact.id == f"{PALERMO}:3(b)"
    assert article.fact.statement.startswith(f"{treaty.short}, article 3(b): the consent of a victim")
    assert len(article.fact.sources) > 1
    assert article.points
