"""Pictures inside a document: the words in their pixels, by Tesseract. They are a hidden layer of the file.

document ── cage ──▶ pixels of each picture ── Tesseract ──▶ words; what it was not sure of stays named as not read
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from amanat.core import Gap, GapKind, Layer, ReadError
from amanat.read import ocr
from amanat.read.cage import caged
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.formats import readers
from amanat.read.picture import Photo, photo_from

MOST = 24
"""Pictures of one file that are looked at; the others are named as not read."""
_AT_ONCE = 4  # pictures unpacked in one visit to the cage


def has_pictures(name: str) -> bool:
    """Tell whether files of this ending may hold pictures that we can take out."""
    return hasattr(readers().get(PurePath(name).suffix.lower()), "pictures")


def photo_in(data: bytes, name: str, number: int) -> Photo | None:
    """Take one picture out of a document, in the cage.

    Args:
        data: the file.
        name: its name; the ending tells the format.
        number: which picture, counted from 1 as in `core.Block`.

    Returns:
        None when there are fewer.

    Raises:
        ReadError: R035 not a kind we read, or damaged, R036 too many pixels, or what keeps the file from being read.
    """
    reader = readers()[PurePath(name).suffix.lower()].__name__
    answer = caged("amanat.read.picture_layers.within:told", data, [reader, number])
    return photo_from(answer) if answer.files else None


def looked_at(flow: Flow, data: bytes, reader: str) -> Flow:
    """Return a flow with the words in its pictures, and without the gaps that they closed.

    Args:
        flow: what was read from the file.
        data: the file.
        reader: the name of the module that reads it.
    """
    unread = sum(gap.count for gap in flow.gaps if gap.kind is GapKind.PICTURE)
    if not unread or not ocr.languages():
        return flow
    told: list[Paragraph] = []
    for number, words in enumerate(_looks(data, reader, min(unread, MOST)), 1):
        told += [Paragraph((Piece(text),), Layer.PICTURE, f"picture {number}") for text in ocr.paragraphs(words)]
        unread -= ocr.sureness(words) >= ocr.TRUSTED
    others = tuple(gap for gap in flow.gaps if gap.kind is not GapKind.PICTURE)
    left = (Gap(GapKind.PICTURE, count=unread),) if unread > 0 else ()
    return replace(flow, paragraphs=(*flow.paragraphs, *told), gaps=(*others, *left))


def _looks(data: bytes, reader: str, wanted: int) -> Iterator[tuple[ocr.Glimpse, ...]]:
    """Yield what is seen in each picture: no words where it has none, or where nobody could look."""
    for start in range(0, wanted, _AT_ONCE):
        try:
            answer = caged("amanat.read.picture_layers.within:drawn", data, [reader, start, _AT_ONCE])
        except ReadError:
            return
        sizes = answer.data if isinstance(answer.data, list) else []
        for size, grey in zip(sizes, answer.files, strict=False):
            match size:
                case [int(width), int(height)] if width * height == len(grey) > 0:
                    yield _seen(ocr.Pixels(width, height, grey))
                case _:
                    yield ()
        if len(sizes) < _AT_ONCE:
            return


def _seen(pixels: ocr.Pixels) -> tuple[ocr.Glimpse, ...]:
    try:
        return ocr.glimpses(pixels, scattered=True)
    except ocr.Unread:
        return ()
