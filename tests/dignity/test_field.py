"""Rules that need the field are silent outside it."""

import pytest

from amanat.dignity.field import REACH, Field


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Police freed the trafficked workers.", True),
        ("The victim spoke of torture.", True),
        ("They are illegal migrants, it said.", True),
        ("A law on forced marriage was read.", True),
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
