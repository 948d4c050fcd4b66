"""Penalties in words and versions on a day."""

from datetime import date

import pytest

from amanat.core import Confidence, Fact
from amanat.registers.dates import when
from amanat.registers.law_values import Penalty, Version


@pytest.mark.parametrize(
    ("penalty", "words"),
    [
        (
            Penalty(max_years=7, fine_max=1_000_000, fine=True, combine="or-both", currency="PKR"),
            "up to 7 years in prison, or a fine of up to PKR 1,000,000, or both",
        ),
        (Penalty(min_years=2, max_years=10, fine=True, combine="and"), "2 to 10 years in prison and a fine"),
        (Penalty(min_years=0.5), "at least 6 months in prison"),
        (Penalty(max_years=1 / 12), "up to 1 month in prison"),
        (Penalty(max_years=1.0), "up to 1 year in prison"),
        (Penalty(min_years=0.5, max_years=2.0), "6 months to 2 years in prison"),
        (Penalty(death=True, life=True), "death or imprisonment for life"),
        (Penalty(fine_min=10, fine_max=25, currency="NPR"), "a fine of NPR 10 to 25"),
        (Penalty(fine_min=50_000, currency="PKR"), "a fine of at least PKR 50,000"),
        (Penalty(), "a penalty not recorded"),
    ],
)
def test_a_penalty_is_written_for_readers(penalty: Penalty, words: str) -> None:
    assert penalty.in_words() == words


def version(start: str | None, end: str | None) -> Version:
    fact = Fact("x", "x", Confidence.UNCERTAIN, (), date(2026, 1, 1))
    return Version(
        fact, when(start), when(end), confirmed=True, penalty=None, value="", extent="", conflicts=(), note=""
    )


@pytest.mark.parametrize(
    ("start", "end", "day", "holds"),
    [
        ("2018-06-02", None, date(2018, 6, 1), False),
        ("2018-06-02", None, date(2018, 6, 2), True),
        ("2016-03-18", "2018-06-02", date(2018, 6, 2), False),
        (None, None, date(1900, 1, 1), True),
        ("2018", "2025", date(2025, 6, 1), True),
    ],
)
def test_a_version_holds_from_its_first_day_to_before_its_last(
    start: str | None, end: str | None, day: date, *, holds: bool
) -> None:
    assert version(start, end).holds(day) is holds
