"""Where pictures stand on a page of a PDF, and what is seen there.

What goes along in a safe copy is the look of that place, drawn anew: whatever the file keeps behind the picture, or
covers on the page, is not in it.
"""

import io
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from PIL.Image import Image
from pypdfium2 import PdfDocument, PdfPage

from amanat.read.pdf_layers.screen import on_screen

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""
_LEAST = 36.0  # points of the shorter side: half an inch; smaller ones are bullets, rules and marks
_MOST_OF_A_PAGE = 0.8  # from which share of the page on a picture is the page itself: a scan, which leaves as text
_TOUCHING = 2.0  # points between the strips into which many programs cut one picture
_MOST = 200  # picture objects of a page that are looked at
_DOTS = 150  # pixels an inch
_LARGEST = 4_000  # pixels of the longer side of a page when it is drawn


def boxes(page: PdfPage) -> list[Box]:
    """Return where the pictures of a page stand, from the top down, strips of one picture joined."""
    out: list[Box] = []
    sheet: Box = page.get_cropbox()
    for number, found in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        if number >= _MOST:
            break
        box = _shared(found.get_bounds(), sheet)
        if box[0] >= box[2] or box[1] >= box[3] or _area(box) >= _area(sheet) * _MOST_OF_A_PAGE:
            continue
        touching = [other for other in out if _touch(box, other)]
        out = [other for other in out if other not in touching]
        out.append(_around([box, *touching]))
    large = (box for box in out if min(box[2] - box[0], box[3] - box[1]) >= _LEAST)
    parts = (box for box in large if _area(box) < _area(sheet) * _MOST_OF_A_PAGE)
    return sorted(parts, key=lambda box: (-box[3], box[0]))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared(one: Box, two: Box) -> Box:
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def _touch(one: Box, two: Box) -> bool:
    return (
        one[0] - _TOUCHING <= two[2]
        and two[0] - _TOUCHING <= one[2]
        and one[1] - _TOUCHING <= two[3]
        and two[1] - _TOUCHING <= one[3]
    )


def _around(some: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*some, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def looks(opened: PdfDocument) -> Iterator[bytes]:
    """Yield what is seen in the place of each picture, page by page, as PNG files."""
    for page in opened:
        found = boxes(page)
        if found:
            scale = min(_DOTS / 72, _LARGEST / max(*page.get_size(), 1.0))
            look: Image = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
            yield from (_cut(page, look, box) for box in found)
        page.close()


def _cut(page: PdfPage, look: Image, box: Box) -> bytes:
    left, top, right, bottom = on_screen(page, look.size, box)
    out = io.BytesIO()
    look.crop((max(0, left), max(0, top), min(look.width, right), min(look.height, bottom))).save(out, "PNG")
    return out.getvalue()
