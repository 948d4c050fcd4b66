"""Words in photographs: they may lie on their side or aslant, which Tesseract alone does not read."""

import math

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from amanat.read.ocr import Glimpse, Pixels, glimpses, sureness

_QUARTERS = (90, 270, 180)
_LETTERS = 60  # sure letters from which on a picture stands upright
_SURE = 75.0  # per cent, for a word to count as sure
_SLANT = 20  # degrees either way that are set upright
_SMALL = 700  # pixels of the longer side when the slant is measured
_STROKE = 2  # pixels: what is thinner is a stroke of a letter, what is wider an edge of a table or a card
_FAINT = 12  # steps of grey that are noise
_LEAST = 0.7  # degrees below which a slant does not disturb
_UPSCALED = 1200  # shorter pictures are enlarged to this, so that small letters can be read


def words(width: int, height: int, rgb: bytes) -> tuple[Glimpse, ...]:
    """Return the words in a picture, with boxes in its own pixels.

    A picture is looked at as it is, set level by the slant of its lines; where that gives few sure letters, also on
    its sides and on its head.

    Raises:
        Unread: Tesseract is not there or broke down.
    """
    grey = Image.frombytes("RGB", (width, height), rgb).convert("L")
    upright = _level(grey, 0)
    if _letters(upright) >= _LETTERS:
        return upright
    on_sides = {quarter: _look(grey.rotate(quarter, expand=True), grey.size, quarter, (True,)) for quarter in _QUARTERS}
    quarter = max(on_sides, key=lambda turn: _letters(on_sides[turn]))
    looks = [upright, on_sides[quarter]]
    if _letters(looks[1]) > _letters(upright):
        looks.append(_level(grey, quarter))
    return max(looks, key=lambda look: (_letters(look), sureness(look)))


def _letters(look: tuple[Glimpse, ...]) -> int:
    return sum(len(word.text) for word in look if word.sure >= _SURE)


def _level(grey: Image.Image, quarter: int) -> tuple[Glimpse, ...]:
    """Read a picture turned by quarters and then set level; as it lies, if that gives more."""
    turned = grey.rotate(quarter, expand=True)
    slant = slant_of(turned)
    looks = []
    for angle in (slant, 0.0) if abs(slant) > _LEAST else (0.0,):
        level = turned.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        looks.append(_look(level, grey.size, quarter + angle, (False, True)))
        if _letters(looks[-1]) >= _LETTERS:
            break
    return max(looks, key=_letters)


def _look(
    picture: Image.Image, size: tuple[int, int], angle: float, scattered: tuple[bool, ...]
) -> tuple[Glimpse, ...]:
    """Read a picture that was turned by an angle, in one way or the other, and turn the boxes back."""
    scale = max(1.0, min(4.0, _UPSCALED / max(picture.size)))
    large = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    given = Pixels(large.width, large.height, large.tobytes())
    best: tuple[Glimpse, ...] = ()
    for way in scattered:
        best = max(best, glimpses(given, scattered=way), key=_letters)
        if _letters(best) >= _LETTERS:
            break
    return tuple(_back(word, picture.size, size, angle, scale) for word in best)


def _back(word: Glimpse, turned: tuple[int, int], size: tuple[int, int], angle: float, scale: float) -> Glimpse:
    """Return the upright box, in the picture as it was, around a box seen in the turned one."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    xs, ys = [], []
    for x in (word.left / scale, word.right / scale):
        for y in (word.top / scale, word.bottom / scale):
            across, down = x - turned[0] / 2, y - turned[1] / 2
            xs.append(across * cosine - down * sine + size[0] / 2)
            ys.append(across * sine + down * cosine + size[1] / 2)
    left, right = (min(max(0, round(edge)), size[0]) for edge in (min(xs), max(xs)))
    top, bottom = (min(max(0, round(edge)), size[1]) for edge in (min(ys), max(ys)))
    return Glimpse(word.text, left, top, right, bottom, word.line, word.sure)


def slant_of(picture: Image.Image) -> float:
    """Return by how many degrees a picture must be turned for its lines to lie level.

    Rows of a level text are either full or empty: the angle at which the sums of the rows differ most is the right
    one (projection profile; Postl 1986).
    """
    small = picture.copy()
    small.thumbnail((_SMALL, _SMALL))
    strokes = ImageChops.difference(small, small.filter(ImageFilter.GaussianBlur(_STROKE)))
    edges = strokes.point([min(255, grey * 4) if grey > _FAINT else 0 for grey in range(256)])

    def spread(angle: float) -> float:
        level = edges.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0).convert("F")
        sums = np.asarray(level, dtype=np.float64).mean(axis=1)
        return float(np.square(np.diff(sums)).sum())

    coarse = max(range(-_SLANT, _SLANT + 1), key=lambda angle: (spread(angle), -abs(angle)))
    return max((coarse + tenth / 5 for tenth in range(-4, 5)), key=spread)
