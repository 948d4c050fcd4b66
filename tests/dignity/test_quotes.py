"""Somebody else's words, and a survivor's own."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Role, Scene, Span
from amanat.dignity.quotes import Quotes

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "They are illegal migrants here."',
        "He said: “They are illegal migrants here.”",
        "He said: ‘They don’t want illegal migrants here.’",
        "He said: 'They don't want illegal migrants here.'",
        "He said: «They are illegal migrants here.»",
        "> They are illegal migrants here, he wrote.",
        "He said: “They are illegal migrants here, and so on",
        "He said: “They call them ‘illegal migrants’ over here.”",
        "He said: “They (and I mean “all of them”) are illegal migrants here.”",
        "He said: ”They are illegal migrants here“ and left.",
        "وزیر نے کہا ’یہ illegal لوگ ہیں اور واپس جائیں گے‘۔",
        "He said: ``They are illegal migrants here.''",
        '"We saw it all.\n\n"They are illegal migrants, and so on',
        "— They are illegal migrants, said the driver.",
        "He said: “They are\nillegal migrants here.”",
    ],
)
def test_quoted_speech_is_seen_in_every_kind_of_mark(text: str, read: Read, nobody: Scene) -> None:
    quotes = Quotes.of(read(text), nobody)
    place = text.index("illegal")
    quote = quotes.around(Span(place, place + 7))
    assert quote is not None
    assert text[quote.start] in "\"“‘'«>”’`—"


@pytest.mark.parametrize("text", ["The girls' papers and the boys' illegal fees.", "It’s an illegal fee, that’s it."])
def test_apostrophes_are_no_quotation_marks(text: str, read: Read, nobody: Scene) -> None:
    place = text.index("illegal")
    assert Quotes.of(read(text), nobody).around(Span(place, place + 7)) is None


def test_a_quotation_does_not_cross_lines(read: Read, nobody: Scene) -> None:
    text = 'He said: "We came.\nThe illegal fee was high." It rained.'
    place = text.index("illegal")
    assert Quotes.of(read(text), nobody).around(Span(place, place + 7)) is None


def test_a_doubted_word_is_no_speech(read: Read, nobody: Scene) -> None:
    text = "Two held for ‘rape’ in town. She said: “I went home at noon with him.”"
    quotes = Quotes.of(read(text), nobody)
    doubted, speech = quotes.around(Span(14, 18)), quotes.around(Span(47, 49))
    assert doubted is not None
    assert speech is not None
    assert not quotes.is_speech(doubted)
    assert quotes.is_speech(speech)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("“I was his slave for two years,” the survivor said.", True),
        ("“I was told of the slave houses,” the police officer said.", False),
        ("“They were slaves in that house,” the survivor said.", False),
    ],
)
def test_a_survivor_speaks_of_her_own_life(text: str, *, own: bool, read: Read, nobody: Scene) -> None:
    quotes = Quotes.of(read(text), nobody)
    quote = quotes.around(Span(5, 6))
    assert quote is not None
    assert quotes.is_own_voice(quote) is own


def test_a_named_victim_is_heard(read: Read, someone: Callable[[Role, int, int], Scene]) -> None:
    text = "“I was his slave for two years,” Sanober Lashari said."
    assert Quotes.of(read(text), someone(Role.VICTIM, 33, 48)).is_own_voice(Span(0, 32))
    assert not Quotes.of(read(text), someone(Role.OFFICIAL, 33, 48)).is_own_voice(Span(0, 32))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I was his slave for two years.", True),
        ("After that night I felt like a slave.", True),
        ("I met women who were slaves in that house.", False),
        ("She told us that they were slaves.", False),
    ],
)
def test_a_survivor_tells_without_quotation_marks(text: str, *, own: bool, read: Read, nobody: Scene) -> None:
    place = text.index("slave")
    assert Quotes.of(read(text), nobody).is_own_telling(Span(place, place + 5), Span(0, len(text))) is own


def test_a_quotation_ends_with_its_paragraph(read: Read, nobody: Scene) -> None:
    text = "He said: “We came\n\nthe illegal fee was high. It rained."
    place = text.index("illegal")
    assert Quotes.of(read(text), nobody).around(Span(place, place + 7)) is None
