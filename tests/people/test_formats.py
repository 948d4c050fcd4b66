"""The arithmetic of formats: check digits that one wrong digit fails, and digits as a scanner misreads them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from amanat.people.formats import digits, luhn, mod97, mostly_digits


@given(st.integers(0, 10**16 - 1))
def test_one_wrong_digit_fails_the_account_check(number: int) -> None:
    body = f"{number:016}"
    check = next(c for c in range(2, 99) if mod97(f"PK{c:02}SCBL{body}"))
    wrong = str((int(body[3]) + 1) % 10)
    assert not mod97(f"PK{check:02}SCBL{body[:3]}{wrong}{body[4:]}")


@given(st.integers(0, 10**14 - 1), st.integers(0, 13))
def test_one_wrong_digit_fails_the_card_check(number: int, place: int) -> None:
    body = f"4{number:014}"
    whole = next(f"{body}{c}" for c in range(10) if luhn(f"{body}{c}"))
    wrong = str((int(whole[place]) + 1) % 10)
    assert not luhn(whole[:place] + wrong + whole[place + 1 :])


@given(st.text(alphabet="0123456789۰۱۲۳۴۵۶۷۸۹OoIl|- ", max_size=40))
def test_digits_are_digits(words: str) -> None:
    assert re.fullmatch("[0-9]*", digits(words))


def test_three_letters_are_noise_and_four_are_a_word() -> None:
    assert mostly_digits("3O2O1-12E4567".replace("E", "l"))
    assert not mostly_digits("3O2O1-l2l4567")
