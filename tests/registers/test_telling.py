"""What happened is told by sorts of words near each other, in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.packs import load
from amanat.registers.phrasebook import Phrasebook, words_of
from amanat.registers.telling import Telling, Way

TELLING = Telling.over(load())
SMALL = Telling((Way(("paper", "kept"), 3, ("documents",), ()),), Phrasebook.of([("pass*", "paper"), ("kept", "kept")]))


def needs(text: str) -> set[str]:
    return {need for told in TELLING.told_by(words_of(text)) for need in told.way.needs}


@pytest.mark.parametrize(
    "text",
    [
        "my employer has taken my passport",
        "passport is with the boss, he keeps it",
        "malik ne mera passport daba rakha hai",
        "مالک نے پاسپورٹ دبا رکھا ہے",
    ],
)
def test_one_thing_is_told_in_many_ways(text: str) -> None:
    assert {"trafficking_report", "labour"} <= needs(text)


def test_far_apart_is_nothing() -> None:
    assert needs("my passport is here") == set()
    assert needs("passport " + "word " * 40 + "boss keeps") == set()


@given(st.lists(st.sampled_from("passport pass kept word".split()), max_size=12))
def test_found_is_what_a_plain_look_finds(words: list[str]) -> None:
    papers = [at for at, word in enumerate(words) if word.startswith("pass")]
    plain = any(word == "kept" and any(abs(at - paper) < 3 for paper in papers) for at, word in enumerate(words))
    told = SMALL.told_by(words)
    assert bool(told) == plain
    assert all({words[n][:4] for n in one.words} == {"pass", "kept"} for one in told)


def test_every_way_is_made_of_words_that_are_there() -> None:
    sorts = {said for phrases in TELLING.book.table.values() for _, said in phrases}
    assert {sort for way in TELLING.ways for sort in way.of} == sorts


def test_long_text_stays_linear() -> None:
    assert TELLING.told_by(["passport"] * 20_000 + ["malik"] * 20_000) == ()
