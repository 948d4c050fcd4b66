"""Where a text may hold something: never fewer places than the pattern itself has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.law.frames.statistic import FIGURE
from amanat.law.frames.statistic import HINT as FIGURES
from amanat.law.hint import Hint


@pytest.mark.parametrize(
    ("pattern", "text", "places"),
    [
        ("law", "a law and a law", [2, 12]),
        (r"law(?=s)", "a law, two laws", [2, 11]),
        ("قانون", "یہ قانون ہے", [3]),
        (r"[\u0600-\u06ff]+", "law قانون", [4]),
        ("law", "", []),
    ],
)
def test_places_are_code_points(pattern: str, text: str, places: list[int]) -> None:
    assert list(Hint(pattern).places(text)) == places


def test_case_can_be_left_out() -> None:
    assert list(Hint("law", ignore_case=True).places("LAW")) == [0]
    assert list(Hint("law").places("LAW")) == []


WORDS = (
    "one in five girls 2,300 cases per cent of rose sharply half of the every two hours Rs3 billion 40 women in 2019"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_a_figure_never_stands_where_no_hint_does(text: str) -> None:
    if re.search(FIGURE, text):
        assert list(FIGURES.places(text))
