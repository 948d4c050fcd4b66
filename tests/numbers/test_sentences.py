"""Sentences against the statutory range: what counts as below it, and what is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amanat.core import DataError
from amanat.numbers.sentences import Range, Sentence, severity

LAW = Range(minimum=24, maximum=84)


def test_shares_by_hand() -> None:
    given_ = [
        Sentence(36),
        Sentence(60, fine=True),
        Sentence(12),
        Sentence(0, fine=True),
        Sentence(30, suspended=True),
        Sentence(None),
        Sentence(120),
    ]
    found = severity(given_, LAW)
    assert (found.known, found.unknown, found.above_maximum, found.middle) == (6, 1, 1, 48)
    assert found.below_minimum is not None
    assert found.fine_only is not None
    assert found.suspended is not None
    assert (found.below_minimum.part, found.fine_only.part, found.suspended.part) == (3, 1, 1)
    assert "Below the statutory minimum of 24 months: 3 of 6" in found.sentence
    assert "1 ended in a fine without prison, which the law does not allow" in found.sentence
    assert "The length of 1 more is not known" in found.sentence


def test_a_fine_the_law_allows_is_said_to_be_so() -> None:
    found = severity([Sentence(0, fine=True), Sentence(12)], Range(0, None, fine_instead=True))
    assert "which the law allows" in found.sentence
    assert "The law names no minimum" in found.sentence
    assert found.below_minimum is not None
    assert found.below_minimum.part == 0


def test_nothing_known_says_nothing() -> None:
    found = severity([Sentence(None), Sentence(None)], LAW)
    assert found.below_minimum is None
    assert "nothing can be said of its severity" in found.sentence


@given(some.lists(some.floats(0, 400), min_size=1, max_size=40))
def test_shares_stay_shares(months: list[float]) -> None:
    found = severity([Sentence(m, fine=m == 0) for m in months], LAW)
    assert found.below_minimum is not None
    assert 0 <= found.below_minimum.wilson.low <= found.below_minimum.value <= found.below_minimum.wilson.high <= 1
    assert found.below_minimum.part == sum(m < 24 for m in months)


def test_impossible_sentences_and_ranges_are_refused() -> None:
    with pytest.raises(DataError, match="N051"):
        Range(24, 12)
    with pytest.raises(DataError, match="N051"):
        Range(-1, None)
    with pytest.raises(DataError, match="N052"):
        Sentence(-3)
    with pytest.raises(DataError, match="N053"):
        severity([], LAW)
