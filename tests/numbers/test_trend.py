"""Trends with breaks: known changes come out, noise does not, gaps are no zeros."""

import math

import numpy as np
import pytest

from amanat.core import DataError
from amanat.numbers.trend import trend

YEARS = list(range(2010, 2024))


def test_a_steady_change_is_found() -> None:
    counts = [round(100 * 1.1**k) for k in range(14)]
    found = trend(YEARS, counts)
    assert math.isclose(found.yearly.factor, 1.1, rel_tol=0.01)
    assert found.yearly.certain
    assert found.breaks == ()
    assert found.sentence.startswith("The figure changed by +10 %")


def test_a_step_at_a_new_law_is_found_and_is_not_called_its_effect() -> None:
    counts = [100] * 8 + [300] * 6
    found = trend(YEARS, counts, breaks=[("the 2018 Act", 2018)])
    (act,) = found.breaks
    assert math.isclose(act.step.factor, 3, rel_tol=0.02)
    assert act.step.certain
    assert not found.yearly.certain
    assert "At the 2018 Act it moved by +200 %" in found.sentence
    assert "not yet an effect of the law" in found.sentence


def test_a_change_of_slope_is_found() -> None:
    counts = [1000] * 8 + [round(1000 * 0.8 ** (k - 8)) for k in range(8, 14)]
    (act,) = trend(YEARS, counts, breaks=[("the Act", 2018)]).breaks
    assert math.isclose(act.slope.factor, 0.8, rel_tol=0.02)
    assert not act.step.certain


def test_noise_is_not_called_a_break() -> None:
    rng = np.random.default_rng(1)
    certain = 0
    for _ in range(60):
        counts = rng.negative_binomial(8, 8 / 108, 14).tolist()
        certain += trend(YEARS, counts, breaks=[("x", 2017)]).breaks[0].step.certain
    assert certain < 12


def test_wild_counts_widen_the_limits() -> None:
    calm = trend(YEARS, [100, 101, 99, 100, 102, 98, 100, 100, 101, 99, 100, 100, 100, 100])
    wild = trend(YEARS, [100, 180, 30, 150, 60, 140, 90, 20, 190, 70, 130, 50, 170, 90])
    assert calm.dispersion == 1
    assert wild.dispersion > 10
    assert wild.yearly.interval.high - wild.yearly.interval.low > calm.yearly.interval.high - calm.yearly.interval.low


def test_an_unknown_year_is_left_out_and_a_zero_is_not() -> None:
    counts: list[int | None] = [5, 6, 0, 7, 5, 6, 8, 5, 6, 7, 5, 6, 7, 8]
    known = trend(YEARS, counts)
    unknown = trend(YEARS, [None if y == 0 else y for y in counts])
    assert (known.missing, unknown.missing, unknown.points) == (0, 1, 13)
    assert known.fitted[0][1] != unknown.fitted[0][1]
    assert "years without one, 1 in all, are left out, not counted as 0" in unknown.sentence


def test_exposure_turns_counts_into_rates() -> None:
    growing = [100.0 * 1.05**k for k in range(14)]
    found = trend(YEARS, [round(e) for e in growing], exposures=growing)
    assert math.isclose(found.yearly.factor, 1, rel_tol=0.01)


@pytest.mark.parametrize(
    ("code", "settings"),
    [
        ("N041", {"times": [2010, 2010, 2011], "counts": [1, 2, 3]}),
        ("N041", {"times": [2010, 2011, 2012], "counts": [1, 2]}),
        ("N041", {"times": [2010, 2011, 2012], "counts": [1, -2, 3]}),
        ("N041", {"times": [2010, 2011, 2012], "counts": [1, 2, 3], "exposures": [1, 0, 1]}),
        ("N041", {"times": YEARS, "counts": [1] * 14, "breaks": [("b", 2018), ("a", 2014)]}),
        ("N042", {"times": [2010, 2011], "counts": [1, 2]}),
        ("N042", {"times": YEARS, "counts": [1] * 14, "breaks": [("late", 2022)]}),
        ("N042", {"times": YEARS, "counts": [0] * 14}),
        ("N042", {"times": [2010, 2011, 2012], "counts": [None, 2, 3]}),
        ("N025", {"times": YEARS, "counts": [1] * 14, "level": 2}),
    ],
)
def test_wrong_series_are_refused(code: str, settings: dict[str, object]) -> None:
    with pytest.raises(DataError, match=code):
        trend(**settings)  # type: ignore[arg-type]
