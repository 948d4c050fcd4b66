"""What every sentence of a story stands on: small letters offset by offset, and where jurisdictions are named."""

import pytest

from amanat.core import Scene, Span
from amanat.law.ground import Ground
from amanat.law.passage import passages
from amanat.read import read_bytes
from amanat.registers import Registers


def ground(registers: Registers, text: str) -> Ground:
    return passages(read_bytes(text.encode()), Scene((), (), (), ()), registers)[0].ground


def test_small_letters_move_no_offset(registers: Registers) -> None:
    text = "İn ISTANBUL the PALERMO Protocol was praised."
    made = ground(registers, text)
    assert len(made.low) == len(text)
    assert made.low.index("palermo") == text.index("PALERMO")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("In Sindh and India", {"PK-SD", "IN"}),
        ("Pakistani police", {"PK"}),
        ("Pakistanization", set()),
        ("nowhere", set()),
    ],
)
def test_jurisdictions_are_told_by_stretch(words: str, ids: set[str], registers: Registers) -> None:
    text = f"{words} it is a crime. In Nepal it is not."
    made = ground(registers, text)
    assert made.named(Span(0, text.index("."))) == ids
    assert made.named(Span(text.index("In Nepal"), len(text))) == {"NP"}


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("A Karachi girl", ("PK-SD", "PK")),
        ("UMERKOT: In the fields", ("PK-SD", "PK")),
        ("Between Lahore and Karachi", ("PK",)),
        ("In the fields", ("PK",)),
    ],
)
def test_a_town_tells_the_province_of_a_sentence_that_names_none(
    words: str, home: tuple[str, ...], registers: Registers
) -> None:
    text = f"{words} it is a crime. So says Pakistan."
    made = ground(registers, text)
    assert made.unnamed(Span(0, text.index("."))) == home


def test_a_town_of_another_country_tells_nothing(registers: Registers) -> None:
    text = "In Hyderabad it is a crime. So says India."
    assert ground(registers, text).unnamed(Span(0, text.index("."))) == ("IN",)
