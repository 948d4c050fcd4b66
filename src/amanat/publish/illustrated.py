"""Pictures of a document that go along in its safe copy: those that a person looked at, and no other.

document ──cage──▶ pixels ──faces, words──▶ places covered ──checks──▶ Edition.pictures

The place of every other picture is an empty frame. Here too nothing is called safe: what no detector finds is there for
the person who looks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from amanat.core import AmanatError, Document, Edition, Picture, PublishError, Review
from amanat.publish import scan
from amanat.publish.forms import Forms, forms
from amanat.publish.picture import allowed, check, covered, plan, protected_forms, to_hide
from amanat.read.ocr import Glimpse
from amanat.read.picture import Sight, sight_of
from amanat.read.pictures import photo_in
from amanat.registers import Registers


@dataclass(frozen=True, slots=True)
class Illustrated:
    """An edition with pictures, and why others that were asked for are not among them."""

    edition: Edition
    refused: tuple[tuple[int, AmanatError], ...] = field(default=())
    """Number of the picture, and what kept it out."""


def places(edition: Edition) -> tuple[int, ...]:
    """Return the numbers of the pictures that have a place in an edition, each once, in order."""
    return tuple(dict.fromkeys(block.picture for block in edition.blocks if block.picture))


def illustrated(  # noqa: PLR0917 - as in `safe_copy`, and what the person said
    document: Document,
    review: Review,
    edition: Edition,
    data: bytes,
    numbers: Iterable[int],
    registers: Registers | None = None,
    *,
    no_words: bool = False,
) -> Illustrated:
    """Return the edition with some pictures of the original, faces and protected words in them covered.

    Args:
        document: the original.
        review: what was found in it; its protected names are covered in the pictures too.
        edition: what was made of both.
        data: the file that the document was read from.
        numbers: the pictures that a person looked at, as in `places`.
        registers: what is known; the shipped packs when left out.
        no_words: the person says that there are no words to hide where they could not be read.
    """
    known = places(edition)
    hidden = forms(document, review, edition)
    said = protected_forms(document, review)
    pictures: list[Picture] = []
    refused: list[tuple[int, AmanatError]] = []
    for number in numbers:
        try:
            if number not in known:
                raise PublishError("P030", f"there is no picture {number} in the safe copy; look at the numbers again")
            seen = _seen(data, document.name, number)
            own, more = to_hide(seen, document.name, registers)
            found = plan(seen, own | set(_named(seen.words, hidden)))
            allowed(found, drawn=False, no_words=no_words)
            content = covered(seen.photo, found.places, "jpg")
            check(content, found.places, {*said, *more})
            pictures.append(Picture(number, found.width, found.height, content))
        except AmanatError as error:
            refused.append((number, error))
    return Illustrated(replace(edition, pictures=tuple(pictures)), tuple(refused))


def none_to_keep() -> PublishError:
    """Return the error for somebody who names pictures where the safe copy has none."""
    return PublishError("P030", "there is no picture in the safe copy to keep")


def _seen(data: bytes, name: str, number: int) -> Sight:
    photo = photo_in(data, name, number)
    if photo is None:
        raise PublishError("P030", f"there is no picture {number} in the file; read it again")
    return sight_of(photo)


def _named(words: tuple[Glimpse, ...], hidden: Forms) -> Iterator[int]:
    """Return the numbers of words on lines that say a hidden name of the story; it may run on into the next line."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    for number, word in enumerate(words):
        lines.setdefault(word.line, []).append(number)
    for line in lines.values():
        if _says(words, line, hidden):
            yield from line
    for first, second in pairwise(lines.values()):
        if _says(words, [*first, *second], hidden):
            yield from (*first, *second)


def _says(words: tuple[Glimpse, ...], numbers: list[int], hidden: Forms) -> bool:
    return bool(scan.found(" ".join(words[number].text for number in numbers).encode(), hidden))
