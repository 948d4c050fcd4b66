"""Every reason and every exclusion can be said, in both languages."""

import pytest

from amanat.aid import sayings
from amanat.registers.matching import Caution, Reason


@pytest.mark.parametrize("language", ["en", "ur"])
def test_everything_can_be_said(language: str) -> None:
    said = [sayings.exclusion(reason, language) for reason in Reason]
    said += [sayings.caution(of, language) for of in Caution]
    assert len(set(said)) == len(said)
    assert all(s.isascii() is (language == "en") for s in said)


def test_an_unknown_language_is_answered_in_english() -> None:
    assert sayings.say("whole_country", "xx") == sayings.say("whole_country", "en")


def test_lists_are_joined_as_the_language_does() -> None:
    assert sayings.listed(["a"], "en") == "a"
    assert sayings.listed(["a", "b", "c"], "en") == "a, b and c"
    assert sayings.listed(["ا", "ب", "ج"], "ur") == "ا، ب اور ج"
