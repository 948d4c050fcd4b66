"""Shares inside one followed set: never more at a later step, and each with its caveat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import DataError, UsageError
from amanat.numbers import wilson
from amanat.numbers.process import Money, adjournments, bail, chain, compensation, part_of, victims_charged


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6))
def test_a_chain_falls_or_is_refused(counts: list[int]) -> None:
    steps = [(f"step {n}", count) for n, count in enumerate(counts)]
    falls = counts == sorted(counts, reverse=True)
    if falls and counts[0]:
        told = chain(steps)
        assert [step.reached for step in told.steps] == counts
        assert told.steps[-1].of_first == wilson(counts[-1], counts[0])
        assert str(counts[0]) in told.sentence()
    else:
        with pytest.raises(DataError, match=r"N041|N042"):
            chain(steps)


def test_one_step_is_no_chain() -> None:
    with pytest.raises(DataError, match="N041"):
        chain([("complained of", 5)])


def test_sentences_carry_their_counts_and_caveats() -> None:
    assert "30 of 40" in bail(30, 40)
    assert "not an acquittal" in bail(30, 40)
    assert "witness absent" in adjournments(6, 10, {"witness_absent": 4, "strike": 2})
    assert "6 of 10" in adjournments(6, 10, {})
    assert "2 of 50 cases" in victims_charged(2, 50)
    told = compensation(20, 8, 2, Money("Rs", 800_000, 200_000))
    assert "8 of 20 convictions" in told
    assert "Rs 200,000 of 800,000 (25 %)" in told
    assert "none of 20" in compensation(20, 0, 0, Money("Rs", 0, 0))


@pytest.mark.parametrize("given_", [(5, 6, 1, 10, 5), (9, 6, 7, 10, 5), (9, 6, 5, 10, 11)])
def test_more_paid_than_ordered_is_refused(given_: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(DataError, match="N042"):
        compensation(*given_[:3], Money("Rs", *given_[3:]))


def test_no_share_of_nothing() -> None:
    with pytest.raises(UsageError):
        part_of(0, 0)
