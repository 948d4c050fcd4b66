"""Tokens keep their places."""

from hypothesis import given
from hypothesis import strategies as some

from amanat.core import Span
from amanat.enforcement.tokens import tokens_of


@given(some.text(min_size=1, max_size=80))
def test_tokens_lie_in_the_text_in_order_and_leave_out_blanks_only(words: str) -> None:
    tokens = tokens_of(words, Span(0, len(words)))
    place = 0
    for token in tokens:
        assert not words[place : token.start].strip()
        assert token.text == words[token.start : token.end]
        place = token.end
    assert not words[place:].strip()


def test_words_hold_together() -> None:
    words = "Azra’s brother-in-law, an eighteen-year-old, paid Rs50,000"
    texts = [token.text for token in tokens_of(words, Span(0, len(words)))]
    assert texts == ["Azra’s", "brother-in-law", ",", "an", "eighteen-year-old", ",", "paid", "Rs", "50,000"]


def test_letters_of_other_keyboards_are_one() -> None:
    assert tokens_of("كيس", Span(0, 3))[0].low == "کیس"
    assert tokens_of("Azra’s", Span(0, 6))[0].low == "azra's"
