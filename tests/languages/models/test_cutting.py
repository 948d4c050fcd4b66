"""Words cut into pieces, and names that no net sees."""

from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import Span
from amanat.languages.models import Script, model
from amanat.languages.models.cutting import NOBODY, cut
from amanat.languages.models.pieces import pieces_of

LATIN = pieces_of(model(Script.LATIN))
TEXT = "Saima told police that Saima Gul was taken. Tariq denied it."


@given(st.text(max_size=200))
@settings(deadline=None)
def test_pieces_begin_inside_and_in_order(text: str) -> None:
    for script in Script:
        numbers, starts = pieces_of(model(script)).cut(text, 0, len(text))
        assert len(numbers) == len(starts)
        assert starts == sorted(starts)
        assert all(-1 <= start < len(text) for start in starts)
        assert all(0 <= number < len(model(script).vocabulary) for number in numbers)


def test_one_piece_stands_for_a_name() -> None:
    named = [(Span(0, 5), 0, 7), (Span(23, 32), 0, 7), (Span(44, 49), 1, 8)]
    made = cut(TEXT, named, LATIN)
    standing = [(made.starts[n], made.numbers[n], owner) for n, owner in enumerate(made.owners) if owner != NOBODY]
    assert standing == [(0, 7, 0), (23, 7, 0), (44, 8, 1)]
    other = cut(
        TEXT.replace("Saima Gul", "Zarmeena K. Khosa"), [named[0], (Span(23, 40), 0, 7), (Span(52, 57), 1, 8)], LATIN
    )
    assert (made.numbers, made.shapes, made.owners) == (other.numbers, other.shapes, other.owners)


def test_of_names_that_overlap_the_first_stands() -> None:
    made = cut(TEXT, [(Span(23, 32), 0, 7), (Span(29, 32), 1, 8)], LATIN)
    assert [owner for owner in made.owners if owner != NOBODY] == [0]


def test_a_text_without_names_is_its_pieces() -> None:
    made = cut(TEXT, [], LATIN)
    assert (made.numbers, made.starts) == LATIN.cut(TEXT, 0, len(TEXT))
    assert len(made.shapes) == len(made.owners) == len(made.numbers)


@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 120), st.integers(1, 20)), max_size=6))
@settings(deadline=None)
def test_pieces_stay_in_order_whatever_is_named(text: str, places: list[tuple[int, int]]) -> None:
    named = [(Span(a, min(a + size, len(text))), n, 7) for n, (a, size) in enumerate(places) if a < len(text)]
    made = cut(text, named, LATIN)
    assert made.starts == sorted(made.starts)
    assert len(made.numbers) == len(made.shapes) == len(made.starts) == len(made.owners)
