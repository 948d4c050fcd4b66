"""Numbers in digits and words, English and Urdu."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import Span
from amanat.enforcement.numerals import Numeral, numeral_at
from amanat.enforcement.tokens import tokens_of


def read(words: str) -> Numeral | None:
    return numeral_at(tokens_of(words, Span(0, len(words))), 0)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234 cases", 1234),
        ("twenty-one men", 21),
        ("a dozen men", 12),
        ("two dozen men", 24),
        ("two hundred and five men", 205),
        ("two thousand five hundred men", 2500),
        ("2.5 lakh people", 250_000),
        ("three crore people", 30_000_000),
        ("1.2 million people", 1_200_000),
        ("one hundred thousand people", 100_000),
        ("10 to 12 men", 10),
        ("10-12 men", 10),
        ("پچیس افراد", 25),
        ("دو ہزار پانچ سو افراد", 2500),
        ("ڈھائی افراد", None),
        ("ڈیڑھ سو افراد", 150),
        ("ڈھائی ہزار افراد", 2500),
        ("ساڑھے تین ہزار افراد", 3500),
        ("سوا سو افراد", 125),
        ("پونے دو سو افراد", 175),
        ("سوا لاکھ افراد", 125_000),
        ("۱۲۰ مقدمات", 120),
        ("٤٥ افراد", 45),
        ("تین لاکھ افراد", 300_000),
        ("تینوں ملزمان", 3),
    ],
)
def test_a_number_is_read(words: str, value: int | None) -> None:
    numeral = read(words)
    assert (numeral.value if numeral else None) == value


@pytest.mark.parametrize("words", ["dozens of men", "hundreds of men", "several men", "درجنوں افراد", "کئی افراد"])
def test_a_vague_number_has_no_value(words: str) -> None:
    assert read(words) == Numeral(None, 1)


@pytest.mark.parametrize("words", ["men", "", "and five", "1234567890123456 men", "half the men"])
def test_no_number_is_none(words: str) -> None:
    assert (read(words) if words else numeral_at((), 0)) is None


@given(some.integers(0, 10**9))
def test_digits_mean_what_they_say_with_and_without_commas(value: int) -> None:
    for words in (f"{value}", f"{value:,}", f"{value} men"):
        numeral = read(words)
        assert numeral is not None
        assert numeral.value == value


@given(some.text(alphabet="0123456789٤۵,.٬٫- tohundreda dozen لاکھ", max_size=40))
def test_no_text_breaks_the_reader(words: str) -> None:
    tokens = tokens_of(words, Span(0, len(words))) if words else ()
    for at in range(len(tokens)):
        numeral = numeral_at(tokens, at)
        assert numeral is None or (at < numeral.end <= len(tokens) and (numeral.value or 0) >= 0)
