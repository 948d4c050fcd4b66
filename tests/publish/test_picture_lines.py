"""Covers over lines of words: they hide all of a name, and neither width nor height tells which one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from amanat.publish.picture.lines import BLOCK, STEPS, Cover, cover
from amanat.read.ocr import Glimpse

WIDE, TALL = 1280, 320
LINE = (2, 1, 1)
GROUND = np.full((TALL, WIDE, 3), 236, np.uint8)


def glimpse(text: str, left: int, right: int, top: int = 188, bottom: int = 210) -> Glimpse:
    return Glimpse(text, left, top, right, bottom, LINE, 95.0)


def covered(name: Glimpse, pixels: NDArray[np.uint8], *others: Glimpse) -> Cover:
    return cover((*others, name), {len(others)}, LINE, pixels)


NAMES = st.builds(
    glimpse, st.just("X"), st.just(210), st.integers(230, 900), st.integers(186, 194), st.integers(208, 217)
)
PLACES = st.integers(940, WIDE - 1)


@given(NAMES, NAMES, PLACES, st.sampled_from([30, 236]))
def test_the_cover_of_a_line_is_the_same_whatever_the_name(one: Glimpse, two: Glimpse, stands: int, shade: int) -> None:
    """It ends at the next thing in the picture, or at its edge."""
    pixels = GROUND.copy()
    pixels[100:300, stands : stands + 200] = shade
    first, second = (covered(name, pixels, glimpse("Police", 43, 122)) for name in (one, two))
    assert first == second
    assert (first.left, first.right) == (0, stands if shade == 30 else WIDE)
    for name in (one, two):
        assert first.top <= name.top - BLOCK < name.bottom + BLOCK <= first.bottom


@given(NAMES)
def test_on_a_photograph_a_cover_ends_on_a_raster(name: Glimpse) -> None:
    texture = np.random.default_rng(3).integers(0, 256, GROUND.shape, dtype=np.uint8)
    found = covered(name, texture, glimpse("Police", 43, 122))
    assert found.left == 0
    assert found.right % (WIDE // STEPS) == 0
    assert 0 <= found.right - name.right - BLOCK < WIDE // STEPS + BLOCK


def test_a_line_of_nothing_but_a_name_is_covered_whole() -> None:
    found = covered(glimpse("X", 210, 400), GROUND)
    assert (found.left, found.right) == (0, WIDE)
    assert found.top <= 188 - BLOCK < 210 + BLOCK <= found.bottom


def test_other_lines_stay() -> None:
    other = Glimpse("The", 41, 68, 92, 90, (1, 1, 1), 95.0)
    assert covered(glimpse("X", 210, 400), GROUND, other).top > 92


def test_a_name_at_the_edge_of_the_picture_stays_inside_it() -> None:
    found = covered(glimpse("X", 1200, WIDE, 300, TALL), GROUND)
    assert (found.right, found.bottom) == (WIDE, TALL)
