"""One visit to the cage: a picture file as bare pixels, and the words that stand beside them."""

import io
import struct
import warnings

from PIL import ExifTags, Image, ImageFile

from amanat.core import ReadError
from amanat.read.picture_layers.segments import texts

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 60_000_000
"""Pixels a picture may have; the largest telephone cameras in use make 50 million, set to their finest."""


_TURNS: dict[object, Image.Transpose] = dict(
    enumerate(
        (
            Image.Transpose.FLIP_LEFT_RIGHT,
            Image.Transpose.ROTATE_180,
            Image.Transpose.FLIP_TOP_BOTTOM,
            Image.Transpose.TRANSPOSE,
            Image.Transpose.ROTATE_270,
            Image.Transpose.TRANSVERSE,
            Image.Transpose.ROTATE_90,
        ),
        2,
    )
)
"""What brings a picture upright, by the number in its EXIF (Exif 2.32, tag Orientation)."""


def prepare(_: object = None) -> None:
    """Load what loads itself late, before the walls go up."""
    Image.init()
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    out = io.BytesIO()
    for form in FORMATS:
        Image.new("RGB", (8, 8)).save(out, form)
        Image.open(io.BytesIO(out.getvalue())).load()
        out = io.BytesIO()


def told(data: bytes, _: object = None) -> tuple[object, list[bytes]]:
    """Return what a picture file holds.

    Returns:
        Width, height, whether other frames were left out, and the words beside the pixels; and the pixels, as one byte
        each of red, green and blue, row by row.

    Raises:
        ReadError: R035 no picture of a kind we read, or damaged, R036 too many pixels.
    """
    pixels, more = opened(data)
    return [pixels.width, pixels.height, more, list(texts(data))], [pixels.tobytes()]


def opened(data: bytes) -> tuple[Image.Image, bool]:
    """Return the pixels of a picture file, and whether other frames of it were left out.

    They are turned as a viewer would turn them; transparent places are white.

    Raises:
        ReadError: R035 no picture of a kind we read, or damaged, R036 too many pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as file:
                if file.width * file.height > MOST_PIXELS:
                    raise _too_many()
                return _flat(_upright(file)), bool(getattr(file, "n_frames", 1) > 1)
    except Image.DecompressionBombError:
        raise _too_many() from None
    except (OSError, SyntaxError, ValueError):
        raise _damaged() from None


def _upright(picture: Image.Image) -> Image.Image:
    """Return a picture turned as a viewer turns it; as it lies when the note about that is damaged."""
    picture.load()
    try:
        turn = _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        return picture
    return picture if turn is None else picture.transpose(turn)


def _flat(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    over = picture.convert("RGBA")
    under = Image.new("RGBA", over.size, "white")
    under.alpha_composite(over)
    return under.convert("RGB")


def _too_many() -> ReadError:
    return ReadError("R036", f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels; make it smaller")


def _damaged() -> ReadError:
    return ReadError("R035", "this is no JPEG, PNG or WebP picture, or it is damaged; save it again in one of these")
