"""Who wrote the story, and who only heads a part of it."""

from collections.abc import Callable

import pytest

Roles = Callable[[str], dict[str, str]]
BODY = (
    "\n\nQUETTA: Police recovered a nine-year-old girl who had been abducted in Loralai on Monday, SSP Kamran Shah "
    "said. A case was registered against two men, Bashir Ahmed and Noor Din, who fled before the officers came to the "
    "house, and the girl was taken to a shelter, where a doctor looked after her until her aunt arrived."
)


@pytest.mark.parametrize(
    "line",
    [
        "By Asad Hashmi in Quetta",
        "by Asad Hashmi",
        "Asad Hashmi, Crime Correspondent",
        "Exclusive by Asad Hashmi, Crime Reporter",
        "Photographs by Asad Hashmi",
        "Asad Hashmi",
    ],
)
def test_a_line_under_the_headline_signs(roles: Roles, line: str) -> None:
    assert roles(f"Girl recovered after raid\n\n{line}{BODY}")["Asad Hashmi"] == "journalist"


def test_two_sign_together(roles: Roles) -> None:
    found = roles(f"Girl recovered after raid\n\nAsad Hashmi and Rana Jawad, Crime Correspondents{BODY}")
    assert (found["Asad Hashmi"], found["Rana Jawad"]) == ("journalist", "journalist")


@pytest.mark.parametrize(
    "line", ["Zunaira Misaal, 7, was found dead", "Zunaira Misaal Found Dead In Quetta", "Zunaira Misaal was abducted"]
)
def test_a_second_headline_signs_nothing(roles: Roles, line: str) -> None:
    assert roles(f"Girl recovered after raid\n\n{line}{BODY}")["Zunaira Misaal"] != "journalist"
