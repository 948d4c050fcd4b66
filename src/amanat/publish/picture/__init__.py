"""A picture that may leave: places covered for good, copied as pixels only, after a person said so.

Sight ──faces, words──▶ Plan: numbered places, offered ──a person──▶ covered ──checks──▶ file

What no detector finds may still be there: no plan ever says that a picture is safe.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from amanat.core import Document, Identifier, PublishError, ReadError, Review
from amanat.publish.pdf_check import Words
from amanat.publish.picture.faces import Face, faces
from amanat.publish.picture.lines import cover
from amanat.read.picture import Photo, Sight, photo_of, sight, written
from amanat.read.picture_layers.segments import texts
from amanat.registers import Registers

COVER = (64, 64, 64)
"""The one colour of every cover. A blur or a mosaic can be undone (Hill et al., PETS 2016), one colour not."""
WARNING = "What was not found may still be there: faces from behind, in crowds or in the dark, words at an angle. Look."
_ROOM = 0.25  # of a face's size, on every side: hair, ears, chin
_CARD = re.compile(
    r"\d{5}\s?[-–]\s?\d{3,7}|\d{13}|\d{5}[-–]?$|\b(?:CNIC|NICOP|NADRA|passport|identity card|national id|B-?Form)\b"
    r"|شناختی کارڈ|پاسپورٹ|ب فارم",
    re.IGNORECASE | re.MULTILINE,
)
_JPEG_NOISE = 12  # steps of 255 by which a covered place may differ from its colour after JPEG


class Kind(StrEnum):
    """Why a place is offered for covering."""

    FACE = "face"
    WORDS = "words"
    DRAWN = "drawn"
    """A person drew it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of a picture, in pixels from the top left."""

    number: int
    """What a person calls it by, from 1."""
    kind: Kind
    left: int
    top: int
    right: int
    bottom: int
    score: float = 1.0
    """How sure the detector is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be covered in a picture. Quotes nothing."""

    width: int
    height: int
    places: tuple[Place, ...]
    words: int
    """How many words were read in the pixels."""
    looked_for_words: bool
    """False where there is no Tesseract."""
    trusted: bool
    """Whether it was sure of them."""
    card: bool
    """It looks like an identity card or passport, or has a part of such a number."""
    beside: int
    """How many stretches of metadata hold words; they are all left out."""


def protected_words(document: Document, review: Review) -> frozenset[int]:
    """Return the numbers of the words in a picture on which a mask lies.

    Args:
        document: the words of the picture, as `read.picture.written` makes them.
        review: what was found in them.
    """
    blocks = document.layout.blocks if document.layout else ()
    runs = [run for block in blocks for run in block.runs if run.node >= 0]
    spans = [mask.span for mask in review.masks]
    return frozenset(run.node for run in runs if any(run.span.overlaps(span) for span in spans))


def protected_forms(document: Document, review: Review) -> tuple[str, ...]:
    """Return the words of a document that may stand in no layer of what leaves."""
    return tuple(document.at(mask.span) for mask in review.masks if mask.risk is Identifier.DIRECT)


def to_hide(seen: Sight, name: str, registers: Registers | None = None) -> tuple[frozenset[int], tuple[str, ...]]:
    """Review the words of a picture like any story.

    Args:
        seen: the picture and the words in it.
        name: what it is called.
        registers: what is known; the shipped packs when left out.

    Returns:
        The numbers of the words to cover, and the words that may stand in no layer of what leaves.
    """
    if not (seen.words or seen.photo.beside):
        return frozenset(), ()
    try:
        return _told(written(seen, name), registers)
    except ReadError as error:
        if error.code != "R004":
            raise
        return frozenset(), ()


def _told(document: Document, registers: Registers | None) -> tuple[frozenset[int], tuple[str, ...]]:
    from amanat.review import review as look  # noqa: PLC0415 - two seconds that a bare photo need not pay

    found = look(document, registers) if registers else look(document)
    return protected_words(document, found), protected_forms(document, found)


def plan(seen: Sight, protected: Iterable[int] = ()) -> Plan:
    """Return what to offer for covering.

    Args:
        seen: the picture and the words in it.
        protected: numbers of words to cover; the whole line goes with each. On a card every word is covered.
    """
    photo = seen.photo
    card = bool(_CARD.search(" ".join(word.text for word in seen.words)))
    to_cover = set(range(len(seen.words))) if card else set(protected)
    places = [*_around(faces(pixels_of(photo)), photo), *_lines(seen, to_cover)]
    return Plan(
        width=photo.width,
        height=photo.height,
        places=tuple(replace(place, number=number) for number, place in enumerate(places, 1)),
        words=len(seen.words),
        looked_for_words=seen.looked,
        trusted=seen.trusted,
        card=card,
        beside=len(photo.beside),
    )


def allowed(found: Plan, *, drawn: bool, no_words: bool) -> None:
    """Stop a picture whose words nobody can vouch for.

    Args:
        found: what was seen in it.
        drawn: a person has drawn boxes of their own.
        no_words: a person has looked and says that there are none to hide.

    Raises:
        PublishError: P024 an identity card and no boxes drawn, P025 words that could not be read.
    """
    if found.card and not drawn:
        raise PublishError(
            "P024", "this looks like an identity card; cover all of it with `amanat picture --box`, or leave it out"
        )
    unread = not found.looked_for_words or (found.words and not found.trusted)
    if unread and not (drawn or no_words):
        raise PublishError(
            "P025",
            "words in this picture could not be read; cover them with `amanat picture --box`, or say --no-words if you "
            "see none to hide",
        )


def pixels_of(photo: Photo) -> NDArray[np.uint8]:
    """Return a picture as height x width x 3."""
    return np.frombuffer(photo.rgb, dtype=np.uint8).reshape(photo.height, photo.width, 3)


def _around(found: Iterable[Face], photo: Photo) -> Iterator[Place]:
    for face in found:
        across, down = (face.right - face.left) * _ROOM, (face.bottom - face.top) * _ROOM
        left, top = max(0, round(face.left - across)), max(0, round(face.top - down))
        right, bottom = min(photo.width, round(face.right + across)), min(photo.height, round(face.bottom + down))
        yield Place(0, Kind.FACE, left, top, right, bottom, face.score)


def _lines(seen: Sight, protected: set[int]) -> Iterator[Place]:
    """Return the lines that hold protected words."""
    pixels = pixels_of(seen.photo)
    for line in dict.fromkeys(seen.words[n].line for n in sorted(protected)):
        found = cover(seen.words, protected, line, pixels)
        yield Place(0, Kind.WORDS, found.left, found.top, found.right, found.bottom)


def covered(photo: Photo, places: Iterable[Place], form: str) -> bytes:
    """Return the picture as a new file of bare pixels, with each place in one colour.

    Args:
        photo: the picture.
        places: what to cover.
        form: `png`, `jpg` or `webp`.
    """
    from PIL import Image  # noqa: PLC0415 - an extra

    pixels = pixels_of(photo).copy()
    for place in places:
        pixels[place.top : place.bottom, place.left : place.right] = COVER
    out = io.BytesIO()
    bare = Image.frombytes("RGB", (photo.width, photo.height), pixels.tobytes())
    if form == "jpg":
        bare.save(out, "JPEG", quality=90)
    elif form == "webp":
        bare.save(out, "WEBP", lossless=True)
    else:
        bare.save(out, "PNG")
    return out.getvalue()


def check(content: bytes, places: Iterable[Place], forms: Iterable[str]) -> None:
    """Look at a covered picture before it is handed over; a check that breaks down is a failed check.

    Raises:
        PublishError: P026 it still holds metadata, a place that is not covered, or protected words; P021 a check broke
            down.
    """
    try:
        wrong = any(texts(content)) or not _all_covered(content, list(places)) or _still_says(content, list(forms))
    except Exception as error:  # noqa: BLE001 - whatever a checker dies of, the picture was not checked
        raise PublishError(
            "P021", f"a check of the picture broke down ({type(error).__name__}); it was not handed over"
        ) from None
    if wrong:
        raise PublishError("P026", "the covered picture still shows or says what it must not; it was not handed over")


def _all_covered(content: bytes, places: list[Place]) -> bool:
    pixels = pixels_of(photo_of(content)).astype(np.int16)
    for place in places:
        inside = pixels[place.top : place.bottom, place.left : place.right]
        edge = 8 if min(inside.shape[:2]) > 24 else 0  # noqa: PLR2004 - JPEG mixes over eight pixels
        core = inside[edge : inside.shape[0] - edge, edge : inside.shape[1] - edge]
        if core.size and np.abs(core - np.array(COVER)).max() > _JPEG_NOISE:
            return False
    return True


def _still_says(content: bytes, forms: list[str]) -> bool:
    if not forms:
        return False
    said = Words(*(word.text for word in sight(content).words))
    return any(said.say(form) for form in forms)


def framed(photo: Photo, places: Iterable[Place]) -> bytes:
    """Return the picture with a numbered frame around each place, for the editor only: it hides nothing."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - an extra

    shown = Image.frombytes("RGB", (photo.width, photo.height), photo.rgb)
    pen, size = ImageDraw.Draw(shown), max(14, photo.width // 50)
    font = ImageFont.load_default(size)
    for place in places:
        box = (place.left, place.top, place.right - 1, place.bottom - 1)
        pen.rectangle(box, outline="black", width=max(4, size // 4))
        pen.rectangle(box, outline="yellow", width=max(2, size // 8))
        top = max(0, round(place.top - size * 1.3))  # above the frame: a label must not hide a small face
        pen.rectangle(
            (place.left, top, place.left + size * (len(str(place.number)) + 1) * 0.7, top + size * 1.3), "yellow"
        )
        pen.text((place.left + size * 0.3, top), str(place.number), fill="black", font=font)
    out = io.BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()
