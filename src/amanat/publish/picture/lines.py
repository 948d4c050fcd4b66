"""How far the cover over a line of words reaches, so that neither its width nor its height tells a name's.

A cover ends where the next thing in the picture stands, or at the picture's edge: that is where it would end whatever
the name. Where the words stand on a photograph and not on plain ground, it ends on a coarse raster instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.read.ocr import Glimpse

STEPS = 8
"""Parts of the picture's width on which a cover ends where the ground is not plain."""
BLOCK = 16
"""Pixels of the largest block of a JPEG: what letters leave around them stays in theirs."""
_BLEED = 2  # pixels by which colour, stored at half the size, reaches into the next block
_ROOM = BLOCK + _BLEED
_PLAIN = 40  # steps of 255 by which plain ground may differ from where it begins; the thinnest print differs by 100
_ABOVE, _BELOW = 0.15, 0.3  # of a line's height: what a letter may reach beyond the other words of its line


@dataclass(frozen=True, slots=True)
class Cover:
    """A rectangle, in pixels from the top left."""

    left: int
    top: int
    right: int
    bottom: int


def cover(
    words: Sequence[Glimpse], protected: Iterable[int], line: tuple[int, int, int], pixels: NDArray[np.uint8]
) -> Cover:
    """Return what to cover of a line: the width of its block, and further.

    Args:
        words: all words of the picture.
        protected: numbers of those to hide.
        line: which line, as in `Glimpse`.
        pixels: the picture, height x width x 3.
    """
    hidden = {id(words[number]) for number in protected}
    row = [word for word in words if word.line == line]
    top, bottom = _heights(row, [word for word in row if id(word) not in hidden], pixels.shape[0])
    block = [word for word in words if word.line[0] == line[0]]
    left, right = (
        _end(pixels[top:bottom, ::step], edge)
        for step, edge in ((-1, pixels.shape[1] - min(w.left for w in block)), (1, max(w.right for w in block)))
    )
    return Cover(pixels.shape[1] - left, top, right, bottom)


def _heights(row: Sequence[Glimpse], public: Sequence[Glimpse], most: int) -> tuple[int, int]:
    """Return the rows to cover; the words that stay tell how high the line is, the hidden ones only if need be."""
    known = public or row
    top, bottom = min(word.top for word in known), max(word.bottom for word in known)
    height = bottom - top
    top = min(round(top - height * _ABOVE), *(word.top for word in row)) - _ROOM
    bottom = max(round(bottom + height * _BELOW), *(word.bottom for word in row)) + _ROOM
    return max(0, top // BLOCK * BLOCK), min(most, -(-bottom // BLOCK) * BLOCK)


def _end(band: NDArray[np.uint8], edge: int) -> int:
    """Return the column at which a cover that must reach a certain column ends."""
    width = int(band.shape[1])
    start = min(width, edge + _ROOM)
    rest = band[:, start:].astype(np.int16)
    other = np.abs(rest - np.median(rest[:, :1], axis=0)).max(axis=(0, 2)) > _PLAIN
    plain = int(np.argmax(other)) if other.any() else width - start
    step = max(1, width // STEPS)
    return start + plain if plain else min(width, -(-start // step) * step)
