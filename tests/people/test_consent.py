"""Who speaks under the own name, and who of the same story does not."""

from collections.abc import Callable

import pytest

from amanat.core import Protection

Protections = Callable[[str], dict[str, Protection]]
TWO = "Rukhsana Tarkhan and Zunaira Misaal were raped by the same gang, the court heard. "


@pytest.mark.parametrize(
    "said",
    [
        "Rukhsana Tarkhan, now 34, has waived her right to anonymity.",
        "Ms Tarkhan, 34, asked to be named.",
        "Rukhsana Tarkhan, now 34, told her story to The Ashworth Times.",
        "Rukhsana Tarkhan, 34, is speaking under her own name.",
    ],
)
def test_consent_is_one_persons(protection: Protections, said: str) -> None:
    found = protection(TWO + said)
    assert found["Rukhsana Tarkhan"] is Protection.EDITOR
    assert found["Zunaira Misaal"] is Protection.PROTECT


@pytest.mark.parametrize(
    "said",
    [
        "Rukhsana Tarkhan, now 34, did not want to be named.",
        "Rukhsana Tarkhan, now 34, told her story to the judge.",
        "Rukhsana Tarkhan, 34, never waived her anonymity.",
    ],
)
def test_what_is_denied_or_told_elsewhere_is_no_consent(protection: Protections, said: str) -> None:
    assert protection(TWO + said)["Rukhsana Tarkhan"] is Protection.PROTECT


def test_a_child_cannot_consent(protection: Protections) -> None:
    found = protection("Zunaira Misaal, 13, was raped by a gang, police said. Zunaira has waived her anonymity.")
    assert found["Zunaira Misaal"] is Protection.PROTECT
