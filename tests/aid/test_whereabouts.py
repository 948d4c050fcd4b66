"""Of the places that a request names, the one where help is asked for."""

import pytest

from amanat.aid.whereabouts import whereabouts
from amanat.core import DataError
from amanat.registers import Registers

REGISTERS = Registers()


def place(text: str) -> str:
    return whereabouts(text, frozenset(), REGISTERS)[0].id


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("they fly me to Mirpur for the wedding, Bradford", "gb-bradford"),
        ("Okara: my daughter was taken to Karachi", "pk-okara"),
        ("she left Kasur for Karachi with a neighbour", "pk-kasur"),
        ("beti dubai mein hai, ghar multan", "pk-multan"),
        ("they work in a garden at a site near Hyderabad", "pk-hyderabad"),
        ("shelter in Site, Keamari", "pk-keamari.site"),
        ("can anybody help us in Swat", "pk-swat"),
        ("وکیل، سوات", "pk-swat"),
    ],
)
def test_the_likelier_place(text: str, id_: str) -> None:
    assert place(text) == id_


def test_the_other_places_are_told() -> None:
    _, others, named = whereabouts("they fly me to Mirpur for the wedding, Bradford", frozenset(), REGISTERS)
    assert [area.id for area in others] == ["pk-mirpur"]
    assert len(named) == 2
    assert whereabouts("Kasur, Punjab, Pakistan", frozenset(), REGISTERS)[1] == (), "what lies around it is no other"


def test_where_we_know_of_nobody_the_home_is_asked_for() -> None:
    with pytest.raises(DataError, match="H010: we know of nobody"):
        place("my husband is in jail in Riyadh")


def test_words_that_say_something_else_are_no_misspelt_place() -> None:
    assert place("faisalabd") == "pk-faisalabad"
    with pytest.raises(DataError, match="H010"):
        whereabouts("faisalabd", frozenset({0}), REGISTERS)
