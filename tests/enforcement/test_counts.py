"""Which numbers count people."""

import pytest

from amanat.core import Span
from amanat.enforcement.counts import count_at
from amanat.enforcement.tokens import Token, tokens_of


def cut(words: str) -> tuple[Token, ...]:
    return tokens_of(words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Rs 50 suspects", 1),
        ("Section 376 cases", 1),
        ("14 years", 0),
        ("45 % of cases", 0),
        ("in 2016 police", 1),
        ("on May 3 two", 2),
        ("Ali , 34 , was", 2),
        ("30 times", 0),
    ],
)
def test_years_ages_money_and_dates_count_nobody(words: str, at: int) -> None:
    assert count_at(cut(words), at) is None


@pytest.mark.parametrize(("words", "at"), [("2016 cases", 0), ("35 men", 0), ("January 1,104 people", 1)])
def test_other_numbers_do(words: str, at: int) -> None:
    assert count_at(cut(words), at) is not None
