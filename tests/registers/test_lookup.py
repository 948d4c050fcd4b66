"""Facts are found by id and by words, each once."""

import pytest

from amanat.registers import Registers
from amanat.registers.lookup import entries, search

REGISTERS = Registers()
EVERY = tuple(entries(REGISTERS.laws, REGISTERS.treaties))


def test_every_fact_stands_there_once() -> None:
    ids = [e.fact.id for e in EVERY]
    assert len(ids) == len(set(ids))
    assert {e.sort for e in EVERY} >= {
        "work",
        "version",
        "heading",
        "ban",
        "treaty",
        "status",
        "tier",
        "body",
        "office",
    }
    assert len([e for e in EVERY if e.sort == "tier"]) == len(REGISTERS.treaties.tiers)


@pytest.mark.parametrize(
    ("words", "place", "first"),
    [
        ("women children trafficking", "PK", "pk.ptpa.2018.s3.2@2018-06-02"),
        ("Palermo accession", "BD", "un.tip_protocol.2000#BD.accession"),
        ("tier 2019", "NP", "us.tip.2019#NP"),
        ("PPC 371-A prostitution", "PK", "pk.ppc.371A@2006-12-02"),
    ],
)
def test_words_find_a_fact(words: str, place: str, first: str) -> None:
    assert first in [e.fact.id for e in search(iter(EVERY), words, place)][:4]


def test_no_words_and_unknown_words_find_nothing() -> None:
    assert search(iter(EVERY), "") == ()
    assert search(iter(EVERY), "of the") == ()
    assert search(iter(EVERY), "xylophone") == ()


def test_a_country_keeps_others_out() -> None:
    found = search(iter(EVERY), "trafficking", "NP")
    assert found
    assert {e.jurisdiction for e in found} <= {"NP", ""}
