"""Pictures: words in them by Tesseract, words beside the pixels (EXIF, XMP, IPTC, comments, provenance) from the bytes.

pixels ── Tesseract ──▶ words, each with its box
segments ──▶ metadata
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from amanat.core import Document, Gap, GapKind, Layer, ReadError
from amanat.read import ocr

if TYPE_CHECKING:
    from amanat.read.cage import Answer

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
LIMIT = 60_000_000
SEEN = "picture"
"""Name of the part that words in the pixels come from; what stands beside the pixels comes from `metadata`."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as bare pixels, with what stood beside them."""

    width: int
    height: int
    rgb: bytes = field(repr=False)
    """Red, green and blue, one byte each, row by row from the top."""
    beside: tuple[str, ...] = field(repr=False)
    """Words in metadata, one text a segment."""
    frames_left_out: bool = False
    """The file held more than one picture; the first stands for it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture and what could be read in it."""

    photo: Photo
    words: tuple[ocr.Glimpse, ...] = field(repr=False)
    """Words in the pixels."""
    looked: bool
    """Whether there was a Tesseract to look with."""

    @property
    def trusted(self) -> bool:
        """Whether it was sure of what it read."""
        return self.looked and ocr.sureness(self.words) >= ocr.TRUSTED


def document(data: bytes, name: str) -> Document:
    """Read a picture file.

    Raises:
        ReadError: R004 nothing in it could be read as words, R034 there is no Tesseract, R035 no picture or damaged,
            R036 too many pixels.
    """
    seen = sight(data)
    if not seen.looked and not seen.photo.beside:
        raise ReadError(
            "R034", "words in pictures can only be read with Tesseract; install it with the languages eng and urd"
        )
    return written(seen, name)


def sight(data: bytes) -> Sight:
    """Look at a picture file: its pixels, its words and where they stand.

    Raises:
        ReadError: R010 an extra is missing, R035 no picture or damaged, R036 too many pixels.
    """
    return sight_of(photo_of(data))


def sight_of(photo: Photo) -> Sight:
    """Look for the words in a picture."""
    from amanat.read.picture_layers.turned import words  # noqa: PLC0415 - an extra; where it is missing the cage says so

    try:
        return Sight(photo, words(photo.width, photo.height, photo.rgb), looked=True)
    except ocr.Unread:
        return Sight(photo, (), looked=False)


def picture_file(path: str) -> bytes:
    """Return the bytes of a picture file.

    Raises:
        ReadError: R001 missing, R002 not readable, R005 too large, R037 another kind of file.
    """
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES:
        raise ReadError("R037", f"this is no picture; known endings: {' '.join(SUFFIXES)}")
    try:
        with file.open("rb") as handle:
            data = handle.read(LIMIT + 1)
    except FileNotFoundError:
        raise ReadError("R001", "there is no such file") from None
    except OSError as error:
        raise ReadError("R002", f"the file cannot be opened ({error.strerror})") from None
    if len(data) > LIMIT:
        raise ReadError("R005", f"the picture is larger than {LIMIT // 1_000_000} MB; make it smaller")
    return data


def photo_of(data: bytes) -> Photo:
    """Open a picture in the cage.

    Raises:
        ReadError: R035 no picture or damaged, R036 too many pixels.
    """
    from amanat.read.cage import caged  # noqa: PLC0415 - plain text needs no process of its own

    return photo_from(caged("amanat.read.picture_layers.inside:told", data))


def photo_from(answer: "Answer") -> Photo:
    """Return the picture that came out of a cage; nothing in it is taken on trust.

    Raises:
        ReadError: R013 it is none.
    """
    match answer.data, answer.files:
        case [[int(width), int(height), bool(more), [*beside]], (rgb,)] if width * height * 3 == len(rgb):
            return Photo(width, height, rgb, tuple(text for text in beside if isinstance(text, str)), more)
    raise ReadError("R013", "the reader broke down over this file; save it again as a picture")


def written(seen: Sight, name: str) -> Document:
    """Return the words of a picture as a document; a run with a `node` is that word of the picture.

    Raises:
        ReadError: R004 there are none.
    """
    from amanat.read.flow import Flow, Paragraph, Piece, document_of  # noqa: PLC0415

    layer = Layer.BODY if seen.trusted else Layer.PICTURE
    groups: dict[tuple[int, int], list[Piece]] = {}
    for number, word in enumerate(seen.words):
        group = groups.setdefault(word.line[:2], [])
        if group:
            group.append(Piece(" "))
        group.append(Piece(word.text, number))
    told = [Paragraph(tuple(group), layer, SEEN) for group in groups.values()]
    told += [Paragraph((Piece(text),), Layer.PROPERTY, "metadata") for text in seen.photo.beside]
    return document_of(Flow(tuple(told), () if seen.trusted else (Gap(GapKind.PICTURE, 1),)), name)
