"""Where pictures stand on a page of a PDF: strips are one picture, a scan is the page itself."""

import io

import pikepdf
import pypdfium2
import pytest
from illustrated import plain

from amanat.read.pdf_layers.pictured import Box, boxes, looks

PICTURE = plain((200, 30, 30))


def page(*places: Box, turned: int = 0) -> bytes:
    """Return a page with the same picture in each place."""
    made = pikepdf.Pdf.new()
    sheet = made.add_blank_page(page_size=(600, 800))
    drawn = made.make_stream(
        PICTURE, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=320, Height=240,
        ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=drawn))
    orders = (f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /P Do Q" for left, bottom, right, top in places)
    sheet.obj.Contents = made.make_stream("\n".join(orders).encode())
    sheet.obj.Rotate = turned
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def found(*places: Box) -> list[Box]:
    with pypdfium2.PdfDocument(page(*places)) as opened:
        return [tuple(map(round, box)) for box in boxes(opened[0])]  # type: ignore[misc]


ONE, TWO = (50, 500, 250, 700), (300, 100, 500, 300)


@pytest.mark.parametrize(
    ("places", "seen"),
    [
        ([TWO, ONE], [ONE, TWO]),  # from the top down, whatever order they were drawn in
        ([(50, bottom, 250, bottom + 40) for bottom in (500, 540, 580, 620, 660)], [ONE]),  # strips of one
        ([(0, 0, 600, 800), ONE], [ONE]),  # a scan, or a ground under everything
        ([ONE, (700, 900, 900, 1100), (10, 10, 30, 300)], [ONE]),  # beside the page; a rule
        ([(-100, 500, 250, 900)], [(0, 500, 250, 800)]),  # what sticks out is not seen
        ([], []),
    ],
)
def test_where_pictures_stand(places: list[Box], seen: list[Box]) -> None:
    assert found(*places) == seen


@pytest.mark.parametrize("turned", [0, 90, 180])
def test_what_is_cut_out_is_what_the_page_shows(turned: int) -> None:
    from PIL import Image  # noqa: PLC0415 - an extra

    with pypdfium2.PdfDocument(page(ONE, turned=turned)) as opened:
        (look,) = looks(opened)
    cut = Image.open(io.BytesIO(look))
    assert all(abs(side - 200 / 72 * 150) < 4 for side in cut.size)
    for place in ((6, 6), (cut.width - 7, cut.height - 7)):
        assert max(abs(a - b) for a, b in zip(cut.getpixel(place), (200, 30, 30), strict=True)) < 12
