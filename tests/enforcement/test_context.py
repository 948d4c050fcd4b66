"""When and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import Scene, Span
from amanat.enforcement.context import Places, names_a_period, period_of
from amanat.read import read_bytes
from amanat.registers import Registers


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in 2024", "2024"),
        ("in 2023, up from", "2023"),
        ("from 2018 to 2020", "2018/2020"),
        ("in 2018-20", "2018/2020"),
        ("from 2020 to April 2023", "2020/2023"),
        ("between 2016 and 2017", "2016/2017"),
        ("سال ۲۰۲۳ میں", "2023"),
        ("Rs2016,000", ""),
        ("FIR 312/2024", ""),
        ("a 2019-year-old", ""),
        ("last year", ""),
    ],
)
def test_years_in_words(words: str, period: str) -> None:
    assert period_of(words) == period


@pytest.mark.parametrize(
    "words", ["since January", "last month", "in the last three years", "on Monday", "رواں سال", "2019"]
)
def test_words_that_say_when(words: str) -> None:
    assert names_a_period(words)


def test_words_that_do_not() -> None:
    assert not names_a_period("police arrested many")


@given(some.integers(1900, 2099), some.integers(1900, 2099))
def test_a_period_runs_forward(first: int, last: int) -> None:
    period = period_of(f"from {first} to {last}")
    assert period == (f"{first}/{last}" if first < last else str(first))


def test_the_nearest_place_of_the_sentence_else_the_storys() -> None:
    document = read_bytes(b"In Sindh 12 were held, in Punjab 40. Elsewhere 9.\n", "story.txt")
    scene = Scene(("PK-KP", "PK"), (), (), ())
    places = Places(document, scene, Registers().jurisdictions)
    sentence = Span(0, 36)
    words = document.at(sentence)
    assert places.of(Span(9, 11), sentence, words) == "PK-SD"
    assert places.of(Span(33, 35), sentence, words) == "PK-PB"
    assert places.of(Span(47, 48), Span(37, 49), "Elsewhere 9.") == "PK-KP"
    assert places.of(Span(47, 48), Span(37, 49), "Across the country 9.") == "PK"
