"""PDF: what its pages show, and every other layer in which words may stand.

pages ── PDFium ──▶ words that can be seen, words that cannot ── Tesseract ──▶ words that are pixels only
objects ── pikepdf ──▶ notes, forms, metadata, outlines, alternative texts, scripts, files inside, hidden groups …
bytes ──▶ earlier revisions, objects left behind, words between the objects
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from amanat.core import Document, Gap, GapKind, Layer, ReadError

if TYPE_CHECKING:
    from amanat.read.flow import Flow, Paragraph

SUFFIXES = (".pdf",)
LIMIT = 100_000_000
SECONDS = 12
"""A file that takes longer is stopped."""
MOST_LOOKED_AT = 200
"""Pages of one file that are read from their picture; the others are named as not read."""
_AT_ONCE = 4  # pages drawn in one visit to the cage


def prepare() -> None:
    """Load what the cage will not let us load."""
    from amanat.read.pdf_layers import inside  # noqa: PLC0415 - half a second that no other file should pay

    inside.prepare()


def flow(data: bytes, depth: int) -> "Flow":
    """Return all that a PDF says, in every layer; runs in the cage.

    Raises:
        ReadError: as `document`.
    """
    from amanat.read.pdf_layers import inside  # noqa: PLC0415 - an extra, loaded by `prepare`

    del depth
    return inside.flow(data)


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield what is seen in the place of each picture; runs in the cage.

    Raises:
        ReadError: R030 locked, R032 no PDF or too damaged.
    """
    from amanat.read.pdf_layers import inside  # noqa: PLC0415 - an extra, loaded by `prepare`

    return inside.pictures(data)


def document(data: bytes, name: str) -> Document:
    """Read a PDF: in the cage first, then what only pixels hold by Tesseract.

    Raises:
        ReadError: R030 locked, R031 a bomb, R032 no PDF or too damaged, R033 too many pages, objects or pixels,
            R034 nothing but pixels, and no Tesseract.
    """
    from amanat.read.cage import Bounds, caged  # noqa: PLC0415 - plain text needs none of this
    from amanat.read.flow import document_of, from_data  # noqa: PLC0415

    flow_of = caged("amanat.read.told:told", data, __name__, Bounds(seconds=SECONDS))
    told = looked_at(from_data(flow_of.data), data)
    pages = [gap.number for gap in told.gaps if gap.kind is GapKind.PAGE]
    if pages and not any((p.layer.shown and not p.picture) or p.layer is Layer.PICTURE for p in told.paragraphs):
        raise ReadError(
            "R034",
            f"{len(pages)} page(s) hold only pixels and nobody could read them; install Tesseract with the languages "
            f"eng and urd, and read again",
        )
    return document_of(told, name)


def looked_at(flow: "Flow", data: bytes) -> "Flow":
    """Return a flow with the words of pages that hold pixels, and without the gaps that they closed."""
    from amanat.read.ocr import languages  # noqa: PLC0415

    unread = [gap for gap in flow.gaps if gap.kind in {GapKind.PAGE, GapKind.PICTURE} and gap.number]
    if not languages() or not unread:
        return flow
    seen: dict[Gap, Look] = {}
    for start in range(0, min(len(unread), MOST_LOOKED_AT), _AT_ONCE):
        some = unread[start : start + _AT_ONCE]
        seen.update((gap, look) for gap, look in zip(some, _looks(data, some), strict=True) if look)
    return replace(
        flow,
        paragraphs=tuple(_with_looks(flow.paragraphs, seen)),
        gaps=tuple(gap for gap in flow.gaps if gap not in seen or not seen[gap].trusted),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen on the picture of one page."""

    paragraphs: tuple[str, ...]
    trusted: bool
    """Whether Tesseract was sure. Words it guessed may be names in a spelling nobody knows: they never count as
    shown, so that they cannot go into a safe copy."""


def _looks(data: bytes, gaps: list[Gap]) -> Iterator[Look | None]:
    """Return what is seen on each page, None where nobody could look."""
    from amanat.read.cage import caged  # noqa: PLC0415
    from amanat.read.ocr import TRUSTED, Pixels, Unread, glimpses, paragraphs, sureness  # noqa: PLC0415

    try:
        answer = caged("amanat.read.pdf_layers.inside:drawn", data, [gap.number for gap in gaps])
    except ReadError:
        yield from [None] * len(gaps)
        return
    sizes = answer.data if isinstance(answer.data, list) else []
    for size, grey in zip(sizes, answer.files, strict=True):
        match size:
            case [int(width), int(height)] if width * height == len(grey):
                try:
                    words = glimpses(Pixels(width, height, grey))
                except Unread:
                    yield None
                else:
                    yield Look(paragraphs(words), sureness(words) >= TRUSTED)
            case _:
                yield None


def _with_looks(told: Iterable["Paragraph"], seen: dict[Gap, Look]) -> Iterator["Paragraph"]:
    """Put what was seen on a page in its place.

    Where letters were missing or garbled, a sure look stands for the page and the letters become a hidden layer.
    Everything else that was seen and that no letter of the page says is a hidden layer too.
    """
    from amanat.read.flow import Paragraph, Piece  # noqa: PLC0415
    from amanat.read.pdf_layers.strings import squashed  # noqa: PLC0415

    rest = list(told)
    bodies = [p for p in rest if p.layer is Layer.BODY]
    looked = {gap.number: look for gap, look in seen.items()}
    bare = {gap.number for gap in seen if gap.kind is GapKind.PAGE}
    for number in sorted({*map(_page, bodies), *bare}):
        if number in bare and looked[number].trusted:
            yield from (Paragraph((Piece(text),), Layer.BODY, f"page {number}") for text in looked[number].paragraphs)
        layer = Layer.HIDDEN if number in bare else Layer.BODY
        yield from (replace(p, layer=layer) for p in bodies if _page(p) == number)
    yield from (p for p in rest if p.layer is not Layer.BODY)
    for number, look in looked.items():
        if number in bare and look.trusted:
            continue
        said = squashed(" ".join(p.text for p in bodies if _page(p) == number))
        for text in look.paragraphs:
            new = [word for word in text.split() if squashed(word) and squashed(word) not in said]
            if new:
                yield Paragraph((Piece(" ".join(new)),), Layer.PICTURE, f"page {number}")


def _page(paragraph: "Paragraph") -> int:
    return int(paragraph.part.removeprefix("page ") or 0)
