"""Names in lines of capitals."""

import pytest

from amanat.core import Cover
from amanat.languages.lexicon import lexicon
from amanat.people.shouted import shouted_names, shouting_lines


def names(words: str) -> list[str]:
    return [words[c.span.start : c.span.end] for c in shouted_names(words, 0, len(words), lexicon("en"), Cover(()))]


def test_a_line_of_capitals_is_one_and_a_sentence_is_not() -> None:
    assert shouting_lines("GIRL FOUND IN SWAT\nPolice found her.") == [(0, 18)]
    assert shouting_lines("The FIA came.") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [("ZAINAB TARKHAN FOUND AFTER RAID", "ZAINAB TARKHAN"), ("QURMANZAI BELOZAI, 13, FREED", "QURMANZAI BELOZAI")],
)
def test_list_names_and_aged_names(words: str, name: str) -> None:
    assert name in names(words)


@pytest.mark.parametrize(
    "words", ["HOW TO REPORT A MISSING CHILD", "POLICE ARREST THREE IN RAID ON KILN", "FIA AND NADRA SIGN DEAL"]
)
def test_other_words_are_none(words: str) -> None:
    assert names(words) == []
