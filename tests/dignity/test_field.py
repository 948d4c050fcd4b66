"""Rules that need the field are silent outside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Span
from amanat.dignity.field import REACH, Field


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Police freed the trafficked workers.", True),
        ("The victim spoke of torture.", True),
        ("They are illegal migrants, it said.", True),
        ("A law on forced marriage was read.", True),
        ("A bride was found dead in the house of her in-laws.", True),
        ("A suitor threw acid at the teacher.", True),
        ("The sister of the missing girl spoke of a 12-year-old girl.", True),
        ("The bride wore green at the village hall.", False),
        ("She was forced to sit.", False),
        ("He was a victim of his own success.", False),
        ("A slave to routine won the race by a length.", False),
        ("اغوا کا مقدمہ درج ہوا۔", True),
        ("بارش کے بعد سڑک بند رہی۔", False),
    ],
)
def test_one_sure_word_or_two_unsure_ones(text: str, *, inside: bool) -> None:
    assert Field.of(text).covers(0, 5) is inside


def test_far_away_in_a_long_text_the_field_ends() -> None:
    calm = "The committee met and spoke of wheat. " * 400
    text = "The trafficked girls were abducted and abused by smugglers. " + calm
    field = Field.of(text)
    assert field.covers(70, 75)
    assert not field.covers(len(text) - 10, len(text) - 5)
    assert len(text) > 4 * REACH


PIECES = st.sampled_from(["abducted ", "slave ", "اغوا ", "wheat " * 200, "é"])


@given(st.lists(PIECES, max_size=12), st.integers(0, 9000))
def test_what_the_field_covers_has_a_word_of_it_near(pieces: list[str], start: int) -> None:
    field = Field.of("".join(pieces))
    span = Span(start, start + 40)
    assert field.near(span) or not field.covers(span.start, span.end)


def test_words_of_both_scripts_stand_in_order_of_place() -> None:
    text = "é abducted, اغوا, Slave — trafficking"
    field = Field.of(text)
    assert [text[at:].casefold().startswith(word) for at, (word, _) in zip(field.starts, field.words, strict=True)] == [
        True
    ] * len(field.words)
    assert [word for word, _ in field.words] == ["abduct", "اغوا", "slave", "traffick"]
