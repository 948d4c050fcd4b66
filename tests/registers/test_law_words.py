"""Sorts of words that statements of law are made of."""

from amanat.packs import Packs
from amanat.registers import shipped
from amanat.registers.law_words import LawWords, Meaning


def test_words_that_say_the_opposite_of_their_sort_are_marked() -> None:
    said = shipped().laws.words.said("the debt is extinguished".split())
    assert {meaning for p in said for meaning in p.means.meanings.values()} >= {
        Meaning("debt"),
        Meaning("owed", denies=True),
    }


def test_bodies_are_sorts_too() -> None:
    words = shipped().laws.words
    assert "police" in words.bodies
    assert words.bodies < words.sorts


def test_a_sort_made_on_the_spot_may_have_words_for_its_opposite() -> None:
    words = LawWords.over(Packs(()), (("fed / starved", {"says": ["fed"], "denies": ["starved"]}),))
    (starved,) = words.said(["starved"])
    assert starved.means.meanings == {"fed / starved": Meaning("fed / starved", denies=True)}
