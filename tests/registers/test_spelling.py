"""Places as people type them."""

import pytest

from amanat.packs import load
from amanat.registers.phrasebook import Phrasebook, words_of
from amanat.registers.places import Places
from amanat.registers.spelling import Spelling

SPELLING = Spelling.of(Places.over(load()).areas)


def test_the_longest_name_wins_and_case_does_not_matter() -> None:
    (found,) = SPELLING.find(words_of("toba TEK singh"))
    assert (found.areas[0].id, found.guessed) == ("pk-toba-tek-singh", False)


def test_a_district_before_the_tehsil_of_its_name() -> None:
    (found,) = SPELLING.find(words_of("kasur"))
    assert [area.id for area in found.areas] == ["pk-kasur"]


def test_words_that_are_taken_are_not_used_twice() -> None:
    words = words_of("kasur lahore")
    assert [m.areas[0].id for m in SPELLING.find(words, taken=[0])] == ["pk-lahore"]


@pytest.mark.parametrize(("typed", "id_"), [("rawalpindii", "pk-rawalpindi"), ("dera gazi khan", "")])
def test_like(typed: str, id_: str) -> None:
    meant = SPELLING.like(words_of(typed), 0)
    assert (meant.areas[0].id if meant else "") == id_ or not id_


def test_short_words_are_like_nothing() -> None:
    assert SPELLING.like(["dir", "x"], 0) is None


def test_a_phrasebook_finds_phrases_and_stars() -> None:
    book = Phrasebook.of([("brick kiln*", 1), ("kiln", 2), ("جبری مشقت", 3), ("", 4)])
    found = [(s.first, s.end, s.means) for s in book.find(words_of("a brick kilns, kiln; جبری مشقت"))]
    assert found == [(1, 3, 1), (3, 4, 2), (4, 6, 3)]
