"""How many of whom: noun phrases, lists, names, and numbers that count nobody."""

import pytest

from amanat.core import Span
from amanat.enforcement.lists import joined
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.tokens import Token, tokens_of


def cut(words: str) -> tuple[Token, ...]:
    return tokens_of(words, Span(0, len(words)))


def first(words: str) -> Phrase | None:
    phrase = phrase_at(cut(words), 0)
    return joined(cut(words), phrase) if phrase else None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a man from Okara", 1),
        ("two young women", 2),
        ("at least 42 cases of abduction", 42),
        ("a gang of three suspects", 3),
        ("a three-member gang of robbers", 3),
        ("a couple for three years", 2),
        ("both girls", 2),
        ("all five accused", 5),
        ("three of the four suspects", 3),
        ("one of them", 1),
        ("his two brothers — Danyal Rafiq and Umair Rafiq — along with his friend Bilal", 3),
        ("Nadeem Gul and three others", 4),
        ("Nadeem Gul, 35, Leeds, and Tariq Gul, 31, of Bradford", 2),
        ("Danyal, Umair and Bilal", 3),
        ("seven men and two women", 9),
        ("63 other victims and 81 suspects", 63),
        ("the suspects", None),
        ("dozens of people", None),
        ("the 28-year-old", 1),
    ],
)
def test_a_phrase_counts(words: str, count: int | None) -> None:
    phrase = first(words)
    assert phrase is not None
    assert phrase.count == count


@pytest.mark.parametrize("words", ["Police said", "of the men", "Karachi Police", "quickly", "child labour"])
def test_what_is_nobody_is_no_phrase(words: str) -> None:
    phrase = first(words)
    assert phrase is None or phrase.kind in {None, Kind.THING}
