"""Whose law is asked."""

import pytest

from amanat.core import UsageError
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped


@pytest.mark.parametrize(
    ("words", "law"),
    [
        ("Police in Swat said the girl was found.", ("PK-KP", "PK")),
        ("KATHMANDU: Police said Indian brokers in India took girls to Delhi.", ("NP",)),
        ("Somebody somewhere said something.", ()),
    ],
)
def test_found_in_the_text(words: str, law: tuple[str, ...]) -> None:
    assert look(read_bytes(words.encode()), shipped()).jurisdictions == law


def test_chosen_by_the_caller() -> None:
    assert look(read_bytes(b"Police in Swat."), shipped(), "PK-SD").jurisdictions == ("PK-SD", "PK")


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(UsageError, match="U012"):
        look(read_bytes(b"Police in Swat."), shipped(), "XX")
