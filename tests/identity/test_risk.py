"""How many people fit."""

import pytest

from amanat.core import Cover
from amanat.identity.masks import masks_of
from amanat.identity.risk import fit, places_of, rounded
from amanat.identity.scope import about, protected
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped


def fits(words: str) -> tuple[int | None, int | None]:
    document = read_bytes(words.encode())
    scene = look(document, shipped())
    hidden = Cover(m.span for m in masks_of(document, scene))
    person = protected(scene)[0]
    found = fit(shipped(), person, hidden, places_of(scene, about(document, scene))[person.id])
    return found.as_written, found.as_masked


def test_an_age_band_fits_more_people_than_an_age() -> None:
    written, masked = fits("A 14-year-old girl was abducted in Swat, police said.")
    assert written is not None
    assert masked is not None
    assert masked == pytest.approx(5 * written, rel=0.01)


def test_a_small_district_fits_fewer() -> None:
    small = fits("A 14-year-old girl was abducted in Sherani, police said.")[1]
    large = fits("A 14-year-old girl was abducted in Lahore, police said.")[1]
    assert small is not None
    assert large is not None
    assert small < large / 20


def test_without_a_place_nothing_is_claimed() -> None:
    assert fits("A 14-year-old girl was abducted, police said.") == (None, None)


@pytest.mark.parametrize(
    ("count", "words"), [(3, "fewer than 10 people"), (12_345, "about 10,000 people"), (987, "about 900 people")]
)
def test_numbers_are_told_with_one_figure(count: int, words: str) -> None:
    assert rounded(count) == words
