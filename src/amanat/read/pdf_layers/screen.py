"""From the points of a page to the pixels of its look, as PDFium turns and crops it."""

import ctypes

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage


def on_screen(page: PdfPage, size: tuple[int, int], corners: tuple[float, ...]) -> tuple[int, int, int, int]:
    """Return a box of the page in pixels of a look of that size."""
    xs, ys = [], []
    for x, y in (corners[:2], corners[2:]):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        xs.append(across.value)
        ys.append(down.value)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1
