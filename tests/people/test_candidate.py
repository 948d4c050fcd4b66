"""What every finder of names asks of a word."""

from collections.abc import Callable

import pytest

from amanat.core import Span
from amanat.languages.lexicon import lexicon
from amanat.people.candidate import known, lower, nobody, of_a_state, plain, title_before


def test_signs_that_print_nothing_do_not_count() -> None:
    assert plain("Muham-\nmad") == "Muhammad"
    assert lower("Zai\u200bnab.") == "zainab"
    assert known("ZAINAB", lexicon("en"))
    assert not known("Window", lexicon("en"))


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("said the public prosecutor ", "public prosecutor"),
        ("judicial magistrate (South) ", "judicial magistrate"),
        ("and Mr. ", "mr"),
        ("the window ", ""),
        ("judge", ""),
        ("the minister promised justice. ", ""),
        ("and Supdt. ", "supdt"),
    ],
)
def test_the_longest_title_right_before(before: str, title: str) -> None:
    assert title_before(before, lexicon("en")) == title


def test_a_word_that_names_a_state_is_no_person_there() -> None:
    assert of_a_state("A Danish charity paid", Span(2, 8))
    assert not of_a_state("The boy Danish fled", Span(8, 14))


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("police opened Operation Augusta in 2004", "Operation Augusta", False),
        ("so said Sahil, a non-government organisation (NGO), on Monday", "Sahil", False),
        ("so said Sahil, a charity worker of the town", "Sahil", True),
        ("so said Sahil, a village elder", "Sahil", True),
        ("said Augusta Bell, the owner of the company", "Augusta Bell", True),
        ("in Kachin and Shan states", "Shan", False),
        ("a case registered by Pir Sharif police on Monday", "Pir Sharif", False),
        ("after the murder of Zainab police arrested four", "Zainab", True),
    ],
)
def test_codenames_and_bodies_are_nobody(text: str, name: str, person: bool) -> None:  # noqa: FBT001 - a table
    at = text.index(name)
    assert nobody(text, Span(at, at + len(name))) is not person


def test_the_office_of_a_place_is_not_its_holder(roles: Callable[[str], dict[str, str]]) -> None:
    assert roles("The committee asked the IG Police Islamabad for a report on the missing girl.") == {}
