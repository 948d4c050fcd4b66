"""Which sentences may hold something: never fewer than the pattern itself finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.law.frames.statistic import FIGURE
from amanat.law.frames.statistic import HINT as FIGURES
from amanat.law.hint import Hints, hint


def sentences(text: str) -> list[bytes]:
    """Cut a text at its bars."""
    return [piece.encode("utf-8", "surrogatepass") for piece in text.split("|")]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("law", "a law and a law|none|law", [0, 2]),
        (r"law(?=s)", "a rule|two laws", [1]),
        ("قانون", "یہ — نہیں|یہ قانون ہے", [1]),
        (r"[\u0600-\u06ff]+", "law|قانون", [1]),
        ("law", "half a \ud800 law|\ud800", [0]),
        ("law", "", []),
    ],
)
def test_the_sentences_that_match(pattern: str, text: str, found: list[int]) -> None:
    assert Hints([hint(pattern)]).touched(sentences(text)) == (found,)


def test_each_of_several_hints_has_its_own_sentences() -> None:
    every = Hints([hint("law"), hint("rule", ignore_case=True), hint("none")])
    assert every.touched(sentences("a law|a RULE of law|LAW")) == ([0, 1], [1], [])


WORDS = (
    "one in five girls 2,300 cases per cent of rose sharply half of the every two hours Rs3 billion 40 women in 2019"
).split()
LOOKED_FOR = Hints([hint("law"), FIGURES])


@given(st.lists(st.sampled_from([*WORDS, "قانون", "—", "😀", "|", "law"]), max_size=14).map(" ".join))
def test_a_figure_never_stands_where_no_hint_does(text: str) -> None:
    law, figures = LOOKED_FOR.touched(sentences(text))
    pieces = text.split("|")
    assert law == [n for n, piece in enumerate(pieces) if "law" in piece]
    assert {n for n, piece in enumerate(pieces) if re.search(FIGURE, piece)} <= set(figures)
