"""Lists of people as one phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import Span
from amanat.enforcement.lists import joined, phrases_of
from amanat.enforcement.phrases import phrase_at
from amanat.enforcement.tokens import Token, tokens_of


def cut(words: str) -> tuple[Token, ...]:
    return tokens_of(words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "count", "end"),
    [
        ("Nadeem Gul and three others fled", 4, 5),
        ("two children, aged five and seven, were found", 2, 8),
        ("57 victims and 97 suspects", 57, 2),
        ("Azra, a girl from Okara", 1, 1),
        ("the groom, 45, and a cleric", 2, 8),
    ],
)
def test_a_list_ends_where_its_people_do(words: str, count: int, end: int) -> None:
    phrase = phrase_at(cut(words), 0)
    assert phrase is not None
    whole = joined(cut(words), phrase)
    assert (whole.count, whole.end) == (count, end)


WORDS = (
    "a the two 14 men , and Ali Bibi case FIR No 12 - year-old of them dozens gang his — ( ) accused others 2019 who"
)


def test_a_comma_may_be_the_last_of_a_sentence() -> None:
    assert [phrase.count for phrase in phrases_of(cut("two men , and a man ,"))][-1] == 3


@given(some.lists(some.sampled_from(WORDS.split()), max_size=25))
def test_phrases_stay_in_the_sentence_and_do_not_overlap(words: list[str]) -> None:
    tokens = cut(" ".join(words)) if words else ()
    place = 0
    for phrase in phrases_of(tokens):
        assert place <= phrase.start < phrase.end <= len(tokens)
        assert phrase.count is None or phrase.count >= 0
        place = phrase.end
