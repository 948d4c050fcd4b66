"""Acts and sections as stories cite them."""

import pytest

from amanat.core import Scene
from amanat.law.citations import Citation
from amanat.law.passage import passages
from amanat.read import read_bytes
from amanat.registers import Registers


def cited(registers: Registers, text: str, at: str = "PK") -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    document = read_bytes(text.encode())
    scene = Scene(registers.jurisdictions.chain(at), (), (), ())
    found: list[Citation] = [c for p in passages(document, scene, registers) for c in p.cited]
    return [(document.at(c.span), c.works, c.sections) for c in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "tried under sections 371-A (selling a person) and 374 of the Pakistan Penal Code",
            (
                "sections 371-A (selling a person) and 374 of the Pakistan Penal Code",
                ("pk.ppc.1860",),
                ("371-A", "374"),
            ),
        ),
        ("booked under Section 371-A PPC", ("Section 371-A PPC", ("pk.ppc.1860",), ("371-A",))),
        (
            "Article 11 of the Constitution says so",
            ("Article 11 of the Constitution", ("pk.constitution.1973",), ("11",)),
        ),
        ("India holds that the Constitution says so", ("Constitution", (), ())),
        ("a crime under 371-A of the Penal Code", ("371-A of the Penal Code", ("pk.ppc.1860",), ("371-A",))),
        ("a girl from Nepal, booked under 366B PPC", ("366B PPC", ("pk.ppc.1860",), ("366B",))),
        ("booked under 366B PPC", ("366B PPC", ("pk.ppc.1860",), ("366B",))),
        ("u/s 3(2) of the PTPA", ("u/s 3(2) of the PTPA", ("pk.ptpa.2018",), ("3(2)",))),
        ("under the Ferries Act, 1878", ("Ferries Act, 1878", (), ())),
        (
            "Rule 5 of the Harbour Safety Rules 2016 applies",
            ("Rule 5 of the Harbour Safety Rules 2016", (), ("5",)),
        ),
        (
            "The Balochistan Bonded Labour System (Abolition) Act, 2021 stands",
            ("Balochistan Bonded Labour System (Abolition) Act, 2021", (), ()),
        ),
        ("under Federal Law No 12 of 1999", ("Federal Law No 12 of 1999", (), ())),
        ("registered under Section 366-A on Monday", ("Section 366-A", (), ("366-A",))),
    ],
)
def test_a_citation_is_read(
    registers: Registers, text: str, found: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert cited(registers, text) == [found]


def test_two_acts_in_a_row_stay_two(registers: Registers) -> None:
    text = "under the Pakistan Penal Code and the Ferries Act and the Passports Act, 1974"
    assert [words for words, _, _ in cited(registers, text)] == [
        "Pakistan Penal Code",
        "Ferries Act",
        "Passports Act, 1974",
    ]


def test_a_name_that_two_countries_share_means_the_law_of_the_story(registers: Registers) -> None:
    text = "the Bonded Labour System (Abolition) Act"
    assert cited(registers, text, "IN")[0][1] == ("in.blsaa.1976",)
    assert cited(registers, text, "PK")[0][1] == ("pk.blsaa.1992",)
    assert cited(registers, text, "PK-SD")[0][1] == ("pk-sd.blsaa.2015", "pk.blsaa.1992")
    assert cited(registers, f"{text}, 1992", "PK-SD")[0][1] == ("pk.blsaa.1992",)


@pytest.mark.parametrize(
    "text", ["a new Dress Code", "The Act was read", "They Act together", "section of the road", "Code"]
)
def test_other_words_cite_nothing(registers: Registers, text: str) -> None:
    assert cited(registers, text) == []


@pytest.mark.parametrize(
    ("text", "at", "works"),
    [
        ("The Domestic Workers Act of 2019 binds every household in Punjab.", "PK", ("pk-pb.pdwa.2019",)),
        ("The Domestic Workers Act of 2019 binds every household.", "PK", ()),
        ("Balochistan's assembly cleared the Child Protection Act.", "PK", ("pk-ba.cpa.2016",)),
        ("Bangladesh's Act of 2012 punishes trafficking.", "PK", ("bd.pshta.2012",)),
        ("Organ removal is trafficking under Nepal's Act.", "IN", ("np.httca.2064",)),
        ("the Child Marriage Restraint Act of 2017", "BD", ()),
        ("the 1976 Bonded Labour Act", "IN", ("in.blsaa.1976",)),
        ("India's Penal Code of 1860", "PK", ("in.ipc.1860",)),
    ],
)
def test_whose_act_it_is_tells_which(registers: Registers, text: str, at: str, works: tuple[str, ...]) -> None:
    assert [found for _, found, _ in cited(registers, text, at)] == [works]


def test_another_matter_named_before_an_act_makes_it_another_act(registers: Registers) -> None:
    assert cited(registers, "the witness protection Act of 2018 hides a victim of human trafficking") == []


def test_the_act_of_a_person_is_no_title(registers: Registers) -> None:
    assert cited(registers, "Zahida Bibi's Act, as they call it, hangs on the wall") == []
    assert [words for words, _, _ in cited(registers, "the Children's Act hangs on the wall")] == ["Children's Act"]


def test_the_end_of_another_title_is_no_name(registers: Registers) -> None:
    assert all(
        not works for _, works, _ in cited(registers, "Kenya's Counter-Trafficking in Persons Act of 2010 stands")
    )


def test_the_penal_code_of_no_known_country_is_the_one_that_stands(registers: Registers) -> None:
    document = read_bytes(b"booked under section 376 of the Penal Code")
    (passage,) = passages(document, Scene((), (), (), ()), registers)
    assert [c.works for c in passage.cited] == [("pk.ppc.1860",)]
