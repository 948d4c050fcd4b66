"""Where a text may hold something: never fewer places than the pattern itself has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Span
from amanat.law.frames.statistic import FIGURE
from amanat.law.frames.statistic import HINT as FIGURES
from amanat.law.hint import Hint, Sentences


def sentences(text: str) -> Sentences:
    """Cut a text at its bars."""
    spans, start = [], 0
    for piece in text.split("|"):
        if piece:
            spans.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    return Sentences.of(text, spans)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("law", "a law and a law|none|law", {0, 2}),
        (r"law(?=s)", "a rule|two laws", {1}),
        ("قانون", "یہ — نہیں|یہ قانون ہے", {1}),
        (r"[\u0600-\u06ff]+", "law|قانون", {1}),
        (r"\|", "a bar between sentences|is in none", set()),
        ("law", "", set()),
    ],
)
def test_the_sentences_in_which_a_pattern_begins(pattern: str, text: str, found: set[int]) -> None:
    assert Hint(pattern).touched(sentences(text)) == found


@given(st.lists(st.sampled_from(["law", "قانون", "—", "x", "😀", "|"]), max_size=20).map(" ".join))
def test_bytes_and_code_points_agree(text: str) -> None:
    wanted = {n for n, piece in enumerate(filter(None, text.split("|"))) if "law" in piece}
    assert Hint("law").touched(sentences(text)) == wanted


def test_case_can_be_left_out() -> None:
    assert Hint("law", ignore_case=True).touched(sentences("LAW")) == {0}
    assert not Hint("law").touched(sentences("LAW"))


WORDS = (
    "one in five girls 2,300 cases per cent of rose sharply half of the every two hours Rs3 billion 40 women in 2019"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_a_figure_never_stands_where_no_hint_does(text: str) -> None:
    if re.search(FIGURE, text):
        assert FIGURES.touched(sentences(text))
