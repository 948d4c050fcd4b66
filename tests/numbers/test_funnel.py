"""What may be called a rate, and what may not."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import UsageError
from amanat.numbers import Cohort, Count, PerHundred, Share, compare, jeffreys, poisson_ratio, wilson

COHORT = Cohort("PK-PB", "PTPA 2018", "persons", date(2022, 1, 1), date(2022, 12, 31), followed=True)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(805, 2688, 28.2, 31.7), (13, 58, 13.6, 34.7), (185, 284, 59.4, 70.4)],
)
def test_wilson_gives_the_limits_of_the_note(part: int, whole: int, low: float, high: float) -> None:
    interval = wilson(part, whole)
    assert (round(100 * interval.low, 1), round(100 * interval.high, 1)) == (low, high)


def test_jeffreys_gives_the_limits_of_the_note() -> None:
    interval = jeffreys(13, 58)
    assert (round(100 * interval.low, 1), round(100 * interval.high, 1)) == (13.2, 34.3)


@pytest.mark.parametrize("interval", [wilson, jeffreys])
def test_none_and_all_reach_the_ends(interval: object) -> None:
    assert callable(interval)
    assert interval(0, 12).low == 0
    assert interval(12, 12).high == 1


@given(some.integers(1, 5000).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
def test_an_interval_holds_the_share_and_mirrors_its_complement(counts: tuple[int, int]) -> None:
    part, whole = counts
    for interval in (wilson, jeffreys):
        here, there = interval(part, whole), interval(whole - part, whole)
        assert 0 <= here.low <= part / whole <= here.high <= 1
        assert math.isclose(here.low, 1 - there.high, abs_tol=1e-9)


@given(some.integers(0, 300), some.integers(1, 300))
def test_a_wider_level_gives_a_wider_interval(part: int, rest: int) -> None:
    narrow, wide = wilson(part, part + rest, 0.8), wilson(part, part + rest, 0.99)
    assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(some.integers(1, 3000), some.integers(1, 3000))
def test_the_ratio_of_two_counts_turns_over(part: int, whole: int) -> None:
    one, other = poisson_ratio(part, whole), poisson_ratio(whole, part)
    assert one.low <= part / whole <= one.high
    assert math.isclose(one.low * other.high, 1, rel_tol=1e-6)


def test_one_followed_cohort_has_a_share() -> None:
    share = compare(Count(185, COHORT), Count(284, COHORT))
    assert isinstance(share, Share)
    assert share.sentence.startswith("185 of 284, that is 65.1 %")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"followed": False}, "what happened in a period"),
        ({"place": "PK-SD"}, "different places"),
        ({"law": "PSMA 2018"}, "different laws"),
        ({"unit": "cases"}, "One counts"),
        ({"ends": date(2023, 12, 31)}, "different periods"),
    ],
)
def test_unlike_cohorts_get_no_percentage(change: dict[str, object], reason: str) -> None:
    answer = compare(Count(8125, replace(COHORT, **change)), Count(5831, COHORT))  # type: ignore[arg-type]
    assert isinstance(answer, PerHundred)
    assert round(answer.per_hundred) == 139
    assert reason in answer.sentence
    assert "not the same cases" in answer.sentence
    assert "%" not in answer.sentence


@pytest.mark.parametrize(("part", "whole", "code"), [(1, 0, "U202"), (5, 4, "U203"), (-1, 4, "U201"), (0, 0, "U202")])
def test_impossible_counts_are_refused(part: int, whole: int, code: str) -> None:
    for interval in (wilson, jeffreys):
        with pytest.raises(UsageError, match=code):
            interval(part, whole)


def test_impossible_cohorts_and_levels_are_refused() -> None:
    with pytest.raises(UsageError, match="U203"):
        compare(Count(5, COHORT), Count(4, COHORT))
    with pytest.raises(UsageError, match="U202"):
        compare(Count(5, COHORT), Count(0, COHORT))
    with pytest.raises(UsageError, match="U201"):
        Count(-1, COHORT)
    with pytest.raises(UsageError, match="U204"):
        wilson(1, 2, 1.0)
    with pytest.raises(UsageError, match="U201"):
        poisson_ratio(-1, 2)
    with pytest.raises(UsageError, match="U202"):
        poisson_ratio(1, 0)
