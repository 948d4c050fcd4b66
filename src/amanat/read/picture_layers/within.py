"""One visit to the cage: the pictures inside a document, as pixels."""

from importlib import import_module
from itertools import islice

from amanat.core import ReadError
from amanat.read.picture_layers import inside

LONGEST = 2_000
"""Pixels of the longer side; larger pictures are made smaller. A page of type then has 170 dots an inch."""
_LEAST = 24  # pixels of the shorter side that hold a word


def prepare(question: object) -> None:
    """Load the reader that finds the pictures, and the one that opens them."""
    match question:
        case [str(reader), *_]:
            module = import_module(reader)
            if hasattr(module, "prepare"):
                module.prepare()
    inside.prepare()


def told(data: bytes, question: object) -> tuple[object, list[bytes]]:
    """Return one picture in a file as `inside.told` does; nothing where the file has fewer.

    Args:
        data: the file.
        question: the name of its reader, and which picture, counted from 1.

    Raises:
        ReadError: R035 not a kind we read, or damaged, R036 too many pixels.
    """
    match question:
        case [str(reader), int(number)] if number > 0:
            for picture in islice(import_module(reader).pictures(data), number - 1, number):
                return inside.told(picture)
    return [], []


def drawn(data: bytes, question: object) -> tuple[object, list[bytes]]:
    """Return width, height and pixels, one byte of grey each, of some pictures in a file.

    Args:
        data: the file.
        question: the name of its reader, how many pictures to pass over, how many to return at most.

    Returns:
        A size for each picture there is, 0 by 0 for one that cannot be opened or is too small to hold a word.
    """
    sizes: list[object] = []
    files: list[bytes] = []
    match question:
        case [str(reader), int(start), int(most)]:
            for picture in islice(import_module(reader).pictures(data), start, start + most):
                width, height, grey = _grey(picture)
                sizes.append([width, height])
                files.append(grey)
    return sizes, files


def _grey(picture: bytes) -> tuple[int, int, bytes]:
    try:
        pixels = inside.opened(picture)[0].convert("L")
    except ReadError:
        return 0, 0, b""
    if min(pixels.size) < _LEAST:
        return 0, 0, b""
    pixels.thumbnail((LONGEST, LONGEST))
    return pixels.width, pixels.height, pixels.tobytes()
