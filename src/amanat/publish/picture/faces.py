"""Where in a picture are faces? CenterFace (Xu et al. 2019, arXiv 1911.03599) on onnxruntime; licence in NOTICE.md.

It misses faces: from behind, half covered, in the dark, in crowds. What it finds is an offer to a person who looks
too; what it does not find says nothing.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from amanat.languages.models import checked

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = "centerface.onnx"
DIGEST = "5aaf17b351911ad4a27f126d2de45809710c458b95cba4a6478c4fd4e2e9d978"
SURE = 0.2
"""From which score on a place is offered. Low on purpose: a box too many costs a click, a face too few a person."""
LONGEST = 1920
"""Pixels of the longer side at which a picture is looked at; a second look at a quarter of it finds large faces."""
_SHORTEST = 640  # small pictures are enlarged to this
_STRIDE = 32  # the net wants sides that are multiples of it
_CELL = 4  # pixels of one cell of its answer
_SAME = 0.3  # share of common area from which on two places are one


@dataclass(frozen=True, slots=True)
class Face:
    """A place that looks like a face, in pixels from the top left."""

    left: int
    top: int
    right: int
    bottom: int
    score: float
    """0 to 1."""


def faces(pixels: NDArray[np.uint8]) -> tuple[Face, ...]:
    """Return the places that look like faces, from the top down.

    Args:
        pixels: height x width x 3, red, green, blue.

    Raises:
        ModelError: M001 the net is missing, M002 it is damaged.
    """
    longest = max(pixels.shape[:2])
    first = min(max(longest, _SHORTEST), LONGEST)
    found = [place for side in {first, first // 4} for place in _look(pixels, side / longest)]
    best: list[Face] = []
    for face in sorted(found, key=lambda f: -f.score):
        if all(_common(face, other) < _SAME for other in best):
            best.append(face)
    return tuple(sorted(best, key=lambda f: (f.top, f.left)))


def _look(pixels: NDArray[np.uint8], scale: float) -> list[Face]:
    from PIL import Image  # noqa: PLC0415 - an extra

    height, width = pixels.shape[:2]
    size = (_fitting(width * scale), _fitting(height * scale))
    small = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR), dtype=np.float32)
    given = np.ascontiguousarray(small.transpose(2, 0, 1)[np.newaxis])
    heat, sizes, offsets, _ = _net().run(None, {"input.1": given})
    rows, columns = np.nonzero(heat[0, 0] > SURE)
    out = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        tall, wide = (np.exp(sizes[0, n, row, column]) * _CELL for n in (0, 1))
        down, across = ((offsets[0, n, row, column] + 0.5 + at) * _CELL for n, at in ((0, row), (1, column)))
        left, right = (_back(across + way * wide / 2, size[0], width) for way in (-1, 1))
        top, bottom = (_back(down + way * tall / 2, size[1], height) for way in (-1, 1))
        if right > left and bottom > top:
            out.append(Face(left, top, right, bottom, float(heat[0, 0, row, column])))
    return out


def _fitting(side: float) -> int:
    return max(_STRIDE, -(-int(side) // _STRIDE) * _STRIDE)


def _back(edge: float, looked_at: int, side: int) -> int:
    """Return an edge seen in the resized picture in pixels of the picture itself, inside it."""
    return max(0, min(round(float(edge) * side / looked_at), side))


def _common(one: Face, two: Face) -> float:
    wide = min(one.right, two.right) - max(one.left, two.left)
    tall = min(one.bottom, two.bottom) - max(one.top, two.top)
    if wide <= 0 or tall <= 0:
        return 0.0
    areas = [(f.right - f.left) * (f.bottom - f.top) for f in (one, two)]
    return wide * tall / (sum(areas) - wide * tall)


@lru_cache(maxsize=1)
def _net() -> "InferenceSession":
    import onnxruntime  # noqa: PLC0415 - a tenth of a second for those who look at pictures

    data = checked(MODEL, DIGEST, "amanat.publish.picture")
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
