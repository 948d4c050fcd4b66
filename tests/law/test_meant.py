"""Which law a sentence means when it does not say so in full."""

from collections.abc import Callable

import pytest

from amanat.core import Scene
from amanat.law import meant
from amanat.law.passage import Passage, passages
from amanat.read import read_bytes
from amanat.registers import Registers


@pytest.fixture
def read(registers: Registers) -> Callable[..., Passage]:
    def one(text: str, at: str = "") -> Passage:
        home = registers.jurisdictions.chain(at) if at else ()
        return passages(read_bytes(text.encode()), Scene(home, (), (), ()), registers)[-1]

    return one


@pytest.mark.parametrize(
    ("text", "at", "places"),
    [
        ("Under the law it is a crime.", "PK-KP", ("PK-KP", "PK")),
        ("In England it is a crime.", "PK", ("GB",)),
        ("In Sindh it is a crime.", "PK-PB", ("PK-SD", "PK")),
        ("In Nigeria it is a crime.", "PK", ()),
        ("Both India and Bangladesh punish it.", "PK", ()),
        ("From Punjab to Sindh it is a crime.", "PK", ()),
    ],
)
def test_the_place_whose_law_is_meant(
    text: str, at: str, places: tuple[str, ...], read: Callable[..., Passage]
) -> None:
    assert meant.places(read(text, at)) == places


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("The 2018 Act gives cross-border trafficking to the FIA.", ("pk.ptpa.2018",)),
        ("The law of 2018 on migrant smuggling is little known.", ("pk.psma.2018",)),
        ("The 2019 Act deals with trafficking.", ()),
        ("The PTPA was passed. The Act is little known.", ("pk.ptpa.2018",)),
        ("The Guardians and Wards Act was cited. Under the Act he was free.", ()),
    ],
)
def test_a_law_described_or_named_before(text: str, works: tuple[str, ...], read: Callable[..., Passage]) -> None:
    assert meant.spoken_of(read(text, "PK")) == works


def test_a_section_named_is_sure_and_a_conduct_is_not(read: Callable[..., Passage]) -> None:
    named = read("Section 371A of the PPC carries 25 years.", "PK")
    told = read("Selling a girl for prostitution carries 25 years.", "PK")
    for passage, sure in ((named, True), (told, False)):
        found, known = meant.offences(passage, passage.cited)
        assert ([p.id for p in found], known) == (["pk.ppc.371A"], sure)


def test_an_act_of_another_state_is_never_taken_for_ours(read: Callable[..., Passage]) -> None:
    passage = read("Under the Anti-Trafficking Decree 12 human trafficking carries ten years.", "PK")
    assert meant.offences(passage, passage.cited) == ([], False)


@pytest.mark.parametrize(
    ("text", "at", "ids"),
    [
        ("Under the anti-trafficking Act selling people is a crime.", "BD", ["bd.pshta.s6"]),
        ("Section 19 of India's bonded labour Act tells it.", "PK", ["in.blsaa.1976.s19"]),
        ("Under section 16 of the abolition Act bonded labour is a crime.", "IN", ["in.blsaa.1976.s16"]),
        ("Under section 99 bonded labour is a crime.", "IN", []),
    ],
)
def test_a_law_in_short_is_looked_for_in_the_country_spoken_of(
    text: str, at: str, ids: list[str], read: Callable[..., Passage]
) -> None:
    passage = read(text, at)
    assert [p.id for p in meant.offences(passage, passage.cited)[0]][: len(ids) or None] == ids


@pytest.mark.parametrize(
    ("text", "at", "ids"),
    [
        ("The creditor who pockets a payment against such a bonded debt is guilty.", "PK", ["pk.blsaa.1992.s8"]),
        ("A woman and her daughter were guilty of nothing but poverty.", "PK", []),
    ],
)
def test_an_offence_is_told_by_most_of_its_words(
    text: str, at: str, ids: list[str], read: Callable[..., Passage]
) -> None:
    passage = read(text, at)
    assert [p.id for p in meant.offences(passage, passage.cited)[0]] == ids
