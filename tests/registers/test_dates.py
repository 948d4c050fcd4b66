"""Dates as well as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers.dates import when


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "words"),
    [
        ("2018-06-02", date(2018, 6, 2), date(2018, 6, 2), "2 June 2018"),
        ("2022-11", date(2022, 11, 1), date(2022, 11, 30), "November 2022"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31), "December 2025"),
        (2018, date(2018, 1, 1), date(2018, 12, 31), "2018"),
        ({"between": ["2021-04-01", "2022-03-31"]}, date(2021, 4, 1), date(2022, 3, 31), "2021 or 2022"),
    ],
)
def test_a_date_is_an_interval(value: object, earliest: date, latest: date, words: str) -> None:
    found = when(value)
    assert found
    assert (found.earliest, found.latest, found.in_words()) == (earliest, latest, words)


def test_no_date_stays_none() -> None:
    assert when(None) is None


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 30)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    month, year = when(f"{day:%Y-%m}"), when(day.year)
    assert month
    assert year
    assert year.earliest <= month.earliest <= day <= month.latest <= year.latest
    assert (month.month, month.year) == (day.month, day.year)
