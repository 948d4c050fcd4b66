"""A cell is read or refused; what it says is never repeated in the refusal."""

from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers.ledger.rows import Row


class Colour(StrEnum):
    DARK_RED = "dark-red"
    GREEN = "green"


def row(cell: str, *, day_first: bool = False) -> Row:
    return Row(7, {"x": cell}, day_first=day_first)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("0", 0), ("1,234", 1234), ("12,34,567", 1234567), ("٣٤", 34), ("۱۲", 12), ("5.0", 5), ("", None), ("n/a", None)],
)
def test_counts_are_read_and_nought_is_not_unknown(cell: str, number: int | None) -> None:
    one = row(cell)
    assert one.count("x") == number
    assert not one.faults


@pytest.mark.parametrize("cell", ["-3", "2.5", "about 30", "1,23", "1e9", "10-12", "9" * 30])
def test_what_is_no_count_is_refused(cell: str) -> None:
    one = row(cell)
    assert one.count("x") is None
    assert [fault.code for fault in one.faults] == ["F005"]


@pytest.mark.parametrize(
    ("cell", "day_first", "day"),
    [
        ("2024-02-29", False, date(2024, 2, 29)),
        ("2024-02-29 00:00:00", False, date(2024, 2, 29)),
        ("3/4/2024", True, date(2024, 4, 3)),
        ("3/4/2024", False, None),
        ("2023-02-29", False, None),
        ("31.11.2024", True, None),
        ("2024", False, None),
    ],
)
def test_days_are_read_only_without_doubt(cell: str, *, day_first: bool, day: date | None) -> None:
    one = row(cell, day_first=day_first)
    assert one.day("x") == day
    assert [fault.code for fault in one.faults] == ([] if day else ["F004"])


@pytest.mark.parametrize("cell", ["dark-red", "Dark Red", "DARK_RED"])
def test_words_of_a_list(cell: str) -> None:
    assert row(cell).known_word("x", Colour) is Colour.DARK_RED
    assert row("").known_word("x", Colour, needed=False) is None


@pytest.mark.parametrize("cell", ["=1+1", "+92", "@SUM(A1)", "a\x00b", "x" * 201])
def test_text_that_would_run_or_break_is_refused(cell: str) -> None:
    one = row(cell)
    assert one.text("x") == ""
    assert [fault.code for fault in one.faults] == ["F007"]


@given(st.text(min_size=3, max_size=40))
def test_no_fault_repeats_a_cell(cell: str) -> None:
    secret = "Zulekha Bibi " + cell
    one = row(secret)
    one.count("x")
    one.day("x")
    one.known_word("x", Colour)
    assert one.faults
    assert not [fault for fault in one.faults if "Zulekha" in str(fault)]
