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
        ("four years is the most a court may give", None, 4, None),
        ("nobody can be kept for longer than six years", None, 6, None),
        ("it is good for two years and no more", None, 2, None),
        ("two decades at the outside, said the clerk", None, 20, None),
        ("anything from three years to life", 3, None, None),
        ("the floor is eight years", 8, None, None),
        ("jailed for nine years or more", 9, None, None),
        ("a spell of 12 years at the very least", 12, None, None),
        ("punished with anything between one year and four", 1, 4, None),
        ("the law sets a floor of two years and a ceiling of six", 2, 6, None),
        ("not less than two and not more than nine years in prison", 2, 9, None),
        ("raised the penalty from four to nine years", None, None, 9),
        ("lose half a year of his freedom", None, None, 0.5),
        ("a seventeen-year term", None, None, 17),
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
        ("a fine of fifty thousand taka", 50_000),
        ("fined two lakh rupees", 200_000),
        ("a fine of half a million rupees", 500_000),
        ("a fine between Rs2 lakh and three crore", 30_000_000),
        ("a 4,000-rupee fine", 4_000),
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
    "text",
    [
        "",
        "a 13-year-old girl",
        "thirteen-year-olds",
        "twenty women",
        "Rs500 for the bus",
        "the minimum age is 18 years",
        "she waited for two years",
        "on the fourth floor five girls lived for 14 months",
        "it was passed ten years ago",
        "in practice judges seldom go beyond three years",
        "after eleven years of marriage",
        "a life of hardship",
    ],
)
def test_other_numbers_are_no_penalty(text: str) -> None:
    assert terms(text.lower(), 0, len(text)) is None


def test_the_terms_of_two_offences_are_read_one_by_one() -> None:
    text = "up to six months, and up to three years where the work is dangerous"
    found = terms(text, 0, len(text))
    assert found
    assert [part.max_years for part in found.parts] == [0.5, 3]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("a fine of up to Rs5,000", "most"),
        ("a fine of at least Rs5,000", "least"),
        ("a fine that cannot go past Rs5,000", "most"),
        ("a fine of Rs5,000", ""),
    ],
)
def test_a_sum_is_the_most_or_the_least(text: str, bound: str) -> None:
    found = terms(text.lower(), 0, len(text))
    assert found
    assert (found.fine, found.fine_bound) == (5_000, bound)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("it carries only a fine", True),
        ("punishable with a fine alone", True),
        ("he can merely be fined", True),
        ("it carries a year in prison or only a fine", False),
        ("punishable with a fine", None),
    ],
)
def test_a_fine_without_prison_is_told(text: str, only: bool | None) -> None:  # noqa: FBT001
    found = terms(text, 0, len(text))
    assert (found.fine_only if found else None) is only


def test_a_word_for_a_bound_is_told() -> None:
    named, plain = "the ceiling is nine years", "jailed for up to nine years"
    assert [bool((found := terms(text, 0, len(text))) and found.named) for text in (named, plain)] == [True, False]
