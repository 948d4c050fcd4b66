"""What the net of roles marks, made fit for use."""

from collections.abc import Callable

import pytest

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.people.candidate import Candidate, Names
from amanat.people.details import details
from amanat.registers import shipped

Given = Callable[..., list[tuple[str, TraceKind]]]


@pytest.fixture
def given() -> Given:
    """Words of a text that the net marks as a kind, and what comes of them."""

    def one(text: str, words: str, kind: TraceKind, names: Names | None = None) -> list[tuple[str, TraceKind]]:
        start = text.index(words)
        found = [Trace(Span(start, start + len(words)), kind, Identifier.QUASI, 0.9)]
        known = shipped()
        kept = details(
            found, [], names or Names((), (), ()), places=known.places.find(text), registers=known, text=text
        )
        return [(text[t.span.start : t.span.end], t.kind) for t in kept]

    return one


def test_words_that_link_are_trimmed(given: Given) -> None:
    assert given("He is in a shelter run by nuns at the coast.", "in a shelter run by nuns at", TraceKind.ADDRESS) == [
        ("a shelter run by nuns", TraceKind.ADDRESS)
    ]


@pytest.mark.parametrize("words", ["the", "of the", "to", "his", "that was"])
def test_words_that_say_nothing_are_no_detail(given: Given, words: str) -> None:
    assert given(f"He went {words} door.", words, TraceKind.HEALTH) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They were sent to Malaysia by an agent.", "Malaysia"),
        ("She was found in Khyber Pakhtunkhwa on Monday.", "Khyber Pakhtunkhwa"),
        ("She was sold in Lahore.", "Lahore"),
        ("They flew her from Delhi.", "Delhi"),
    ],
)
def test_a_place_of_millions_gives_nobody_away(given: Given, text: str, words: str) -> None:
    assert given(text, words, TraceKind.VILLAGE) == []


def test_a_small_district_is_one_of_its_kind(given: Given) -> None:
    assert given("He comes from Chitral.", "Chitral", TraceKind.VILLAGE) == [("Chitral", TraceKind.DISTRICT)]


@pytest.mark.parametrize(
    ("text", "words", "is_age"),
    [
        ("The girl, 14, was found.", "14", True),
        ("He was five when they sold him.", "five", True),
        ("She weighed 17 kilos.", "17", False),
        ("A pistol of 30-bore was seized.", "30", False),
        ("She is in class 8 now.", "8", False),
        ("Press release No. 217\n", "217", False),
        ("She is four months pregnant.", "four", False),
        ("The agent took 180,000 from her.", "180", False),
        ("The agent took 1,15 from her.", "15", False),
    ],
)
def test_a_number_is_an_age_only_where_years_are_meant(given: Given, text: str, words: str, *, is_age: bool) -> None:
    assert bool(given(text, words, TraceKind.AGE)) is is_age


def test_work_is_hidden_with_its_article(given: Given) -> None:
    assert given("She is a timber trader.", "timber trader", TraceKind.OCCUPATION) == [
        ("a timber trader", TraceKind.OCCUPATION)
    ]


def test_bodies_and_names_are_left_to_others(given: Given) -> None:
    text = "She works at Sahar Foundation."
    body = Names((), (Span(13, 29),), ())
    person = Names((Candidate(Span(13, 18), "", 1.0),), (), ())
    assert given(text, "Sahar Foundation", TraceKind.EMPLOYER, body) == []
    assert given(text, "Sahar Foundation", TraceKind.EMPLOYER, person) == []
    assert given(text, "Sahar Foundation", TraceKind.EMPLOYER) == [("Sahar Foundation", TraceKind.EMPLOYER)]


@pytest.mark.parametrize("words", ["شہر", "پڑوسی", "قرض"])
def test_plain_words_of_urdu_single_out_nobody(given: Given, words: str) -> None:
    assert given(f"وہ {words} میں تھی۔", words, TraceKind.HEALTH) == []
