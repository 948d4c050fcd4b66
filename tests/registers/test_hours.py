"""Opening hours: what cannot be read is neither open nor closed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers.hours import ALWAYS, DAY, UNKNOWN, hours, spell

MONDAY_NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - local time of the body
SUNDAY_NOON = datetime(2026, 11, 29, 12, 0)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["24/7", "any day, any time", "24 hours", "365 days a year (own page)"])
def test_always(text: str) -> None:
    assert hours(text) == ALWAYS
    assert hours(text).open_at(SUNDAY_NOON) is True


@pytest.mark.parametrize(
    "text", ["", "office hours", "court hours", "09:00-17:00 (2018)", "24/7 (at launch)", "conflict: 24/7 vs 9-5", "x"]
)
def test_unknown(text: str) -> None:
    assert hours(text) == UNKNOWN
    assert hours(text).open_at(MONDAY_NOON) is None


@pytest.mark.parametrize("text", ["Mon-Fri 09:30-16:30", "monday to friday, 9.30 - 16.30"])
def test_days_are_read(text: str) -> None:
    week = hours(text)
    assert week.open_at(MONDAY_NOON) is True
    assert week.open_at(MONDAY_NOON.replace(hour=9, minute=29)) is False
    assert week.open_at(MONDAY_NOON.replace(hour=16, minute=30)) is False, "the closing minute is closed"
    assert week.open_at(SUNDAY_NOON) is False


def test_the_whole_week_when_it_says_so() -> None:
    assert hours("09:00-17:00, seven days (2017)").open_at(SUNDAY_NOON) is True


@given(st.integers(0, 6), st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_a_night_shift_is_cut_at_midnight_and_loses_no_minute(day: int, opens: int, closes: int) -> None:
    pieces = list(spell(day, opens, closes))
    assert all(0 <= a < b <= DAY for _, a, b in pieces)
    assert sum(b - a for _, a, b in pieces) == ((closes - opens) % DAY or DAY)
