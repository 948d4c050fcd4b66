"""Names by capitals."""

from amanat.core import Span
from amanat.enforcement.names import name_end, names_at
from amanat.enforcement.tokens import Token, tokens_of


def cut(words: str) -> tuple[Token, ...]:
    return tokens_of(words, Span(0, len(words)))


def test_names_stop_before_bodies_and_months() -> None:
    assert name_end(cut("Model Town Police"), 0) == 0
    assert name_end(cut("Danyal Rafiq on Monday"), 0) == 2
    assert name_end(cut("Monday"), 0) == 0
    assert names_at(cut("Danyal, Umair and Bilal fled"), 0) == (3, 5)
