"""Words in which people ask."""

from amanat.packs import load
from amanat.registers.asking import Asking
from amanat.registers.phrasebook import words_of

ASKING = Asking.over(load())


def test_three_ways_of_writing_one_need() -> None:
    for text in ("legal advice", "قانونی مشورہ", "qanooni mashwara"):
        assert ("need", "legal_advice") in {said.means for said in ASKING.book.find(words_of(text))}


def test_misspelt_words_and_strangers() -> None:
    assert ASKING.meant("sheltr") == "shelter"
    assert ASKING.meant("lawyr") == "lawyer"
    assert ASKING.meant("bus") == ""
    assert ASKING.meant("xylophone") == ""
