"""Sorts of words that statements of law are made of."""

from amanat.registers import shipped
from amanat.registers.law_words import Meaning


def test_words_that_say_the_opposite_of_their_sort_are_marked() -> None:
    said = shipped().laws.words.said("the debt is extinguished".split())
    assert {p.means for p in said} >= {Meaning("debt"), Meaning("owed", denies=True)}


def test_bodies_are_sorts_too() -> None:
    words = shipped().laws.words
    assert "police" in words.bodies
    assert words.bodies < words.sorts
