"""Numbers are compared by digits, inside a country; the wrong ones that circulate are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.packs import load
from amanat.registers.numbers_seen import contaminated, digits


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("0800 0121 700", "08000 121 700", "GB"),
        ("+92 800 22227", "0800-22227", "PK"),
        ("0092-51-111-247-786", "111-247-786", "PK"),
        ("۱۰۹۹", "1099", "PK"),
        ("+44 (0)800 1111", "0800 1111", "GB"),
    ],
)
def test_numbers_are_compared_by_digits(one: str, other: str, country: str) -> None:
    assert digits(one, country) == digits(other, country)


def test_the_wrong_numbers_are_known() -> None:
    rows = contaminated(load())
    assert len(rows) == 35
    assert all(row.numbers and row.countries for row in rows)
    assert sum(row.faulty for row in rows) >= 20
    typo = next(row for row in rows if row.reason == "typo")
    assert typo.holds("164300", "BD")
    assert not typo.holds("164300", "PK")


def test_a_claim_is_faulty_or_merely_ambiguous() -> None:
    faulty = {row.reason for row in contaminated(load()) if row.faulty}
    assert {"superseded", "fabricated", "wrong_attribution", "typo", "wrong_audience"} <= faulty
    assert not {"current", "format_variant", "ambiguous", "hours_conflict", "conflict"} & faulty


@given(st.text(max_size=60), st.sampled_from(["", "PK", "IN", "BD", "NP", "GB", "XX"]))
def test_digits_are_digits_and_settle_at_once(written: str, country: str) -> None:
    once = digits(written, country)
    assert once == "" or once.isdecimal()
    assert digits(once) == once
