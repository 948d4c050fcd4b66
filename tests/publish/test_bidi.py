from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Direction
from amanat.publish.bidi import runs


def apart(text: str, direction: Direction = Direction.RTL) -> list[str]:
    return [text[run.span.start : run.span.end] for run in runs(text, direction)]


@pytest.mark.parametrize(
    "run",
    [
        "00000-0000000-0",
        "0300-0000000",
        "+92 300 0000000",
        "042 000 0000",
        "12/03/2024",
        "2024-03-12",
        "180,000",
        "12.5%",
        "۱۲/۰۳/۲۰۲۴",
        "٠٣٠٠-٠٠٠٠٠٠٠",
        "PTPA 2018",
        "FIR 000/24",
        "LEB-0000",
        "editor@paper.example",
        "FIA",
    ],
)
def test_numbers_codes_and_latin_words_are_set_apart_whole(run: str) -> None:
    assert apart(f"یہ نمبر {run} ہے۔") == [run]


def test_two_numbers_stay_two() -> None:
    assert apart("سال 2023 اور 2024 میں") == ["2023", "2024"]


def test_arabic_digits_are_forced() -> None:
    (run,) = runs("فون ٠٣٠٠-٠٠٠٠٠٠٠", Direction.RTL)
    assert run.forced
    assert run.opens == '<bdi dir="ltr" class="digits"><bdo dir="ltr">'
    assert run.closes == "</bdo></bdi>"


def test_only_numbers_are_kept_on_one_line() -> None:
    assert [run.number for run in runs("فون 0300-0000000 اور PTPA 2018", Direction.RTL)] == [True, False]


def test_plain_english_needs_nothing() -> None:
    assert apart("In 2024, 63 people (0300-0000000).", Direction.LTR) == []


def test_urdu_in_english_is_set_apart_and_so_are_the_numbers() -> None:
    assert apart("She said گلمینہ مثال on 12/03/2024.", Direction.LTR) == ["گلمینہ مثال", "12/03/2024"]


@given(st.text(alphabet="ابپ ۰۱٢٣09AZaz@.-/:+()%،۔\u200c\u200f", max_size=80), st.sampled_from(list(Direction)))
def test_runs_are_in_order_and_apart(text: str, direction: Direction) -> None:
    found = runs(text, direction)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(run.span.end <= len(text) for run in found)
