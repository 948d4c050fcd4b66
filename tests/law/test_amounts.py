"""Terms of years and sums of money."""

import pytest

from amanat.law.amounts import terms


@pytest.mark.parametrize(
    ("text", "low", "high", "exact"),
    [
        ("up to seven years in prison", None, 7, None),
        ("a maximum of 25 years", None, 25, None),
        ("which may extend to three years", None, 3, None),
        ("two to five years in prison", 2, 5, None),
        ("between 3 and 14 years", 3, 14, None),
        ("two years to ten years", 2, 10, None),
        ("not less than two years’ imprisonment", 2, None, None),
        ("at least five years", 5, None, None),
        ("20 years in prison", None, None, 20),
        ("twenty-five years' imprisonment", None, None, 25),
        ("up to six months in jail", None, 0.5, None),
        ("six months to two years in prison", 0.5, 2, None),
        ("liable to ten years", None, None, 10),
        ("the maximum sentence for it is ten years", None, 10, None),
    ],
)
def test_terms_are_read(text: str, low: float | None, high: float | None, exact: float | None) -> None:
    found = terms(text.lower(), 0, len(text))
    assert found
    assert (found.min_years, found.max_years, found.exact) == (low, high, exact)
    assert found.prison


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("a fine of Rs1 million", 1_000_000),
        ("a fine of up to Rs. 500,000", 500_000),
        ("fined PKR 2m", 2_000_000),
        ("a fine of Rs 3 lakh", 300_000),
        ("a fine of Rs1.5 crore", 15_000_000),
        ("a fine of one million rupees", 1_000_000),
        ("a fine of £5,000", 5_000),
        ("a fine of Tk 50,000 to Tk 100,000", 100_000),
    ],
)
def test_sums_are_read(text: str, sum_: int) -> None:
    found = terms(text.lower(), 0, len(text))
    assert found
    assert found.fine == sum_
    assert not found.prison


def test_life_and_death() -> None:
    text = "death penalty or life imprisonment"
    found = terms(text.lower(), 0, len(text))
    assert found
    assert (found.death, found.life) == (True, True)
    assert (found.span.start, found.span.end) == (0, len(text))


@pytest.mark.parametrize(
    "text", ["", "a 13-year-old girl", "twenty women", "Rs500 for the bus", "the minimum age is 18 years"]
)
def test_other_numbers_are_no_penalty(text: str) -> None:
    assert terms(text.lower(), 0, len(text)) is None
