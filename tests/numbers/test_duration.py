"""Durations: by hand, against lifelines on random cases, and what is refused."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as some
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.exceptions import StatError

from amanat.core import DataError
from amanat.numbers.duration import aalen_johansen, kaplan_meier

SEEDS = some.integers(0, 2**32 - 1)


def cases(seed: int, *, whole: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return durations, outcomes 0 to 3, and ages at entry of up to 300 random cases."""
    rng = np.random.default_rng(seed)
    size = int(rng.integers(5, 300))
    times = rng.exponential(300, size) + 1
    entry = np.where(rng.random(size) < 0.4, times * rng.random(size), 0.0)
    if whole:
        times, entry = np.ceil(times / 7), np.floor(entry / 7)
        entry = np.minimum(entry, times - 1)
    return times, np.where(rng.random(size) < 0.7, rng.integers(1, 4, size), 0), entry


def test_kaplan_meier_by_hand() -> None:
    curve = kaplan_meier([3, 5, 5, 8, 10], [True, True, False, True, False])
    assert curve.times.tolist() == [3, 5, 8]
    assert curve.at_risk.tolist() == [5, 4, 2]
    np.testing.assert_allclose(curve.open, [4 / 5, 3 / 5, 3 / 10])
    assert curve.median.value == 8
    assert (curve.at(2.9), curve.at(3), curve.still_open) == (1.0, 0.8, 2)


def test_a_case_taken_up_late_counts_from_then_on() -> None:
    curve = kaplan_meier([4, 6, 9], [1, 1, 1], entered=[0, 5, 5])
    assert curve.at_risk.tolist() == [1, 2, 1]
    late = kaplan_meier([4.0, 6.5], [1, 1], entered=[0, 4])
    assert late.at_risk.tolist() == [1, 1]  # at risk from just after the entry


@given(SEEDS, some.booleans(), some.booleans())
def test_kaplan_meier_is_that_of_lifelines(seed: int, whole: bool, late: bool) -> None:  # noqa: FBT001
    times, outcomes, entry = cases(seed, whole=whole)
    ended = outcomes > 0
    if not ended.any():
        return
    ours = kaplan_meier(times, ended, entry if late else None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = KaplanMeierFitter().fit(times, ended, entry=entry if late else None)
    curve = theirs.survival_function_.iloc[:, 0].loc[ours.times].to_numpy()
    np.testing.assert_allclose(ours.open, curve, rtol=0, atol=1e-12)
    bands = np.sort(theirs.confidence_interval_.loc[ours.times].to_numpy(), axis=1)
    inner = (ours.open > 0) & (ours.open < 1)
    np.testing.assert_allclose(ours.low[inner], bands[inner, 0], rtol=0, atol=1e-12)
    np.testing.assert_allclose(ours.high[inner], bands[inner, 1], rtol=0, atol=1e-12)
    if not np.isclose(curve, 0.5).any():  # a curve that runs along 1/2 is a matter of the last bit
        assert ours.median.value == theirs.median_survival_time_


@given(SEEDS, some.booleans())
def test_aalen_johansen_is_that_of_lifelines(seed: int, late: bool) -> None:  # noqa: FBT001
    times, outcomes, entry = cases(seed, whole=False)
    if not (outcomes == 2).any():
        return
    ours = aalen_johansen(times, outcomes, ("convicted", "acquitted", "withdrawn"), entry if late else None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            theirs = AalenJohansenFitter().fit(times, outcomes, 2, entry=entry if late else None)
        except StatError:  # lifelines refuses a curve that falls to nought while people still enter
            reject()
    curve = theirs.cumulative_density_.iloc[:, 0].loc[ours.times].to_numpy()
    np.testing.assert_allclose(ours.shares[1], curve, rtol=0, atol=1e-12)
    bands = np.sort(theirs.confidence_interval_.loc[ours.times].to_numpy(), axis=1)
    low, high = ours.limits("acquitted")
    # The quotient of two small numbers is only as good as the smaller; lifelines sums it in another order.
    known = np.isfinite(bands).all(axis=1) & np.isfinite(low) & (theirs.variance_.loc[ours.times].to_numpy() > 1e-9)
    np.testing.assert_allclose(low[known], bands[known, 0], rtol=0, atol=1e-11)
    np.testing.assert_allclose(high[known], bands[known, 1], rtol=0, atol=1e-11)


@given(SEEDS, some.booleans())
def test_open_and_ended_make_a_whole_and_days_count_like_times(seed: int, late: bool) -> None:  # noqa: FBT001
    times, outcomes, entry = cases(seed, whole=True)
    if not outcomes.any():
        return
    start = entry if late else None
    by_day = aalen_johansen(times, outcomes, "abc", start)
    np.testing.assert_allclose(by_day.shares.sum(axis=0) + by_day.open, 1, atol=1e-12)
    halves = aalen_johansen(times / 2, outcomes, "abc", None if start is None else start / 2)
    np.testing.assert_array_equal(halves.times * 2, by_day.times)
    np.testing.assert_array_equal(halves.shares, by_day.shares)
    assert by_day.counts == tuple(int((outcomes == k).sum()) for k in (1, 2, 3))


def test_entries_between_days_count_from_the_next_day() -> None:
    by_day = kaplan_meier([2.0, 3.0, 4.0], [1, 1, 1], entered=[0, 2.5, 1.5])
    assert by_day.at_risk.tolist() == [2, 2, 1]
    scaled = kaplan_meier([2.2, 3.3, 4.4], [1, 1, 1], entered=[0, 2.75, 1.65])
    assert scaled.at_risk.tolist() == [2, 2, 1]


def test_leaving_out_open_cases_would_flatter() -> None:
    times = np.concatenate([np.arange(1.0, 51), np.full(50, 60.0)])
    ended = np.arange(100) < 50
    assert np.median(times[ended]) < kaplan_meier(times, ended).median.value


def test_one_minus_kaplan_meier_overstates_each_end() -> None:
    times, outcomes, _ = cases(7, whole=False)
    shares = aalen_johansen(times, outcomes, ("a", "b", "c")).shares[0, -1]
    assert 1 - kaplan_meier(times, outcomes == 1).open[-1] > shares


def test_the_sentences_carry_their_caveat() -> None:
    curve = kaplan_meier([3, 5, 5, 8, 10], [1, 1, 0, 1, 0])
    assert curve.sentence().startswith(
        "Half of the cases had ended within 8 days (95 % limits: 3 and an upper limit not"
    )
    assert "counted as open, not left out" in curve.sentence()
    slow = kaplan_meier([3, 90, 90, 90], [1, 0, 0, 0])
    assert "no median can be given" in slow.sentence("trials")
    assert math.isinf(slow.median.value)
    ends = aalen_johansen([3, 5, 8, 9], [1, 2, 1, 0], ("convicted", "acquitted"))
    assert ends.sentence(8).startswith("After 8 days: 50 % convicted, 25 % acquitted, 25 % still open")
    assert "No case was watched for longer than 9 days" in ends.sentence(100)
    assert ends.at(0) == {"convicted": 0.0, "acquitted": 0.0, "open": 1.0}


def test_nobody_ended_yet() -> None:
    curve = kaplan_meier([4, 5], [0, 0])
    assert (len(curve.times), curve.still_open, curve.at(99)) == (0, 2, 1.0)
    assert "(0 %)" in curve.sentence()


def test_a_case_never_watched_is_left_out_and_said() -> None:
    curve = kaplan_meier([4, 6, 9], [1, 1, 1], entered=[0, 6, 5])
    assert (curve.unwatched, curve.cases) == (1, 2)


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("N021", ([], [])),
        ("N021", ([1, 2], [1])),
        ("N022", ([-1, 2], [1, 1])),
        ("N022", ([math.nan, 2], [1, 1])),
        ("N022", ([math.inf, 2], [1, 1])),
        ("N022", (["a", "b"], [1, 1])),
        ("N023", ([1, 2], [1, 2])),
        ("N023", ([1, 2], [1, -1])),
        ("N023", ([1, 2], [0.5, 1])),
        ("N024", ([1, 2], [1, 1], [0, 3])),
        ("N024", ([1, 2], [1, 1], [0])),
        ("N024", ([1, 2], [1, 1], [1, 2])),
        ("N024", ([1, 2], [1, 1], [math.nan, 0])),
    ],
)
def test_impossible_cases_are_refused(code: str, given: tuple[list[float], ...]) -> None:
    with pytest.raises(DataError, match=code):
        kaplan_meier(*given)


def test_outcomes_need_names_and_levels_make_sense() -> None:
    with pytest.raises(DataError, match="N023"):
        aalen_johansen([1, 2], [1, 3], ("a", "b"))
    with pytest.raises(DataError, match="N023"):
        aalen_johansen([1, 2], [0, 0], ())
    with pytest.raises(DataError, match="N025"):
        kaplan_meier([1], [1], level=1)
