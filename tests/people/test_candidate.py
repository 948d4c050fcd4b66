"""What every finder of names asks of a word."""

import pytest

from amanat.core import Span
from amanat.languages.lexicon import lexicon
from amanat.people.candidate import known, lower, of_a_state, plain, title_before


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
    ],
)
def test_the_longest_title_right_before(before: str, title: str) -> None:
    assert title_before(before, lexicon("en")) == title


def test_a_word_that_names_a_state_is_no_person_there() -> None:
    assert of_a_state("A Danish charity paid", Span(2, 8))
    assert not of_a_state("The boy Danish fled", Span(8, 14))
