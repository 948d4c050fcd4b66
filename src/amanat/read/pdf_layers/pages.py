"""What the pages of a PDF show, by PDFium: words, whether they can be seen, lines, paragraphs."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from PIL.Image import Image
from pypdfium2 import PdfDocument, PdfPage

from amanat.core import GapKind
from amanat.read.pdf_layers.lines import Line, Word, turned_back
from amanat.read.pdf_layers.paragraphs import Passage, Setting, paragraphs
from amanat.read.pdf_layers.pictured import boxes
from amanat.read.pdf_layers.screen import on_screen

MOST_PAGES = 10_000
"""Pages a file may have; the longest we have heard of in a newsroom had 2,000."""
MOST_LETTERS = 200_000
"""Letters one page may have."""
_FINE = 32  # parts of a point to which it is told where a word stands
_SEEING = 1.5  # pixels per point at which a page is looked at: 108 dpi
_LARGEST_SIDE = 3000  # pixels of that look
_INK = 24  # steps of grey, of 255, between the lightest and darkest pixel where something can be seen
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_ODD = re.compile("[\u0100-\u024f\u0370-\u03ff\u0400-\u04ff\ue000-\uf8ff\ufffd]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says."""

    number: int
    """Counted from 1."""
    passages: tuple[Passage, ...]
    """What its reader sees, in order."""
    pictures: tuple[float, ...]
    """How far down each picture begins, in points."""
    hidden: str
    """Words set so that nobody sees them."""
    unread: GapKind | None
    """PAGE: there is ink, and the letters for it are missing or garbled. PICTURE: a picture stands beside the text."""


def sheets(opened: PdfDocument) -> Iterator[Sheet]:
    """Return what each page says."""
    setting = Setting()
    for number in range(len(opened)):
        page = opened[number]
        yield _sheet(page, number + 1, setting)
        page.close()


def _sheet(page: PdfPage, number: int, setting: Setting) -> Sheet:
    look = picture(page, _SEEING)
    lines = list(_lines(page, look))
    shown = [Line(kept) for line in lines if (kept := tuple(w for w in line.words if w.seen))]
    hidden = "\n".join(
        turned_back(" ".join(w.text for w in line.words if not w.seen))
        for line in lines
        if not all(w.seen for w in line.words)
    )
    said = " ".join(line.text for line in shown)
    bare = not any(c.isalnum() for c in said)
    unread = GapKind.PICTURE if _pictured(page) and _has_ink(look) else None
    if (bare and _has_ink(look)) or garbled(said):
        unread = GapKind.PAGE
    size = (round(page.get_width()), round(page.get_height()))
    tops = tuple(float(on_screen(page, size, box)[1]) for box in boxes(page))
    return Sheet(number, tuple(paragraphs(shown, setting)), tops, hidden, unread)


def picture(page: PdfPage, scale: float) -> Image:
    """Return a page as a grey picture, notes and form fields drawn; never larger than the limit."""
    width, height = page.get_size()
    fitting = min(scale, _LARGEST_SIDE / max(width, height, 1)) if scale <= _SEEING else scale
    look: Image = page.render(scale=max(fitting, 0.01), grayscale=True, may_draw_forms=True).to_pil()
    return look.convert("L")


def _has_ink(look: Image) -> bool:
    darkest, lightest = map(_grey, look.getextrema())
    return lightest - darkest > _INK


def _grey(edge: object) -> float:
    return edge if isinstance(edge, int | float) else 0


def _pictured(page: PdfPage) -> bool:
    """Tell whether a picture large enough to hold words lies on the page."""
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = found.get_bounds()
        if right - left > 30 and top - bottom > 6:  # noqa: PLR2004 - points: three letters on a line
            return True
    return False


def garbled(text: str) -> bool:
    """Tell whether letters are not what the page shows: fonts that only draw, as Nastaliq fonts in most files do."""
    words = text.split()
    odd = sum(bool(_ODD.search(word)) and bool(_ARABIC.search(text)) for word in words)
    lost = sum("\ufffd" in word or any("\ue000" <= c <= "\uf8ff" for c in word) for word in words)
    return bool(words) and (odd > len(words) / 10 or lost > len(words) / 5)


def _lines(page: PdfPage, look: Image) -> Iterator[Line]:
    text = page.get_textpage()
    words: list[Word] = []
    letters: list[int] = []

    def end_word() -> None:
        if letters:
            words.append(_word(page, text, letters, look))
            letters.clear()

    for n in range(min(text.count_chars(), MOST_LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if code in {10, 13}:
            end_word()
            if words:
                yield Line(tuple(words))
                words = []
        elif code in {9, 32, 0xA0, 0}:
            end_word()
        else:
            letters.append(n)
    end_word()
    if words:
        yield Line(tuple(words))
    text.close()


def _word(page: PdfPage, text: object, letters: list[int], look: Image) -> Word:
    edges = [ctypes.c_double() for _ in range(4)]
    boxes = []
    for n in letters:
        if pdfium.FPDFText_GetCharBox(text, n, *edges):
            left, right, bottom, top = (edge.value for edge in edges)
            if right > left and top > bottom:
                boxes.append((left, bottom, right, top))
    said = "".join(_letter(pdfium.FPDFText_GetUnicode(text, n)) for n in letters)
    size = _size(text, letters[0])
    if not boxes:
        return Word(said, 0, 0, 0, size, seen=False)
    corners = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Word(said, *_standing(page, text, letters), size, _inked(look, on_screen(page, look.size, corners)))


def _size(text: object, letter: int) -> float:
    """Return the size of a letter in points; many files set size 1 and enlarge it."""
    turn = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, letter, turn)
    enlarged = math.hypot(turn.b, turn.d) or 1.0
    return float(pdfium.FPDFText_GetFontSize(text, letter)) * enlarged or 10.0


def _standing(page: PdfPage, text: object, letters: list[int]) -> tuple[float, float, float]:
    """Return where a word begins, where it ends and how far down the line is that it stands on, in points.

    Measured on the room a font gives to its letters: the ink of a letter would tell which one it is.
    """
    fine = (round(page.get_width() * _FINE), round(page.get_height() * _FINE))
    room, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    edges = []
    for letter in (letters[0], letters[-1]):
        pdfium.FPDFText_GetLooseCharBox(text, letter, room)
        edges.append(on_screen(page, fine, (room.left, room.bottom, room.right, room.top)))
    pdfium.FPDFText_GetCharOrigin(text, letters[0], x, y)
    down = on_screen(page, fine, (x.value, y.value, x.value, y.value))[1]
    return min(e[0] for e in edges) / _FINE, max(e[2] for e in edges) / _FINE, down / _FINE


def _letter(code: int) -> str:
    return "" if 0xD800 <= code <= 0xDFFF else chr(min(code, 0x10FFFF))  # noqa: PLR2004 - halves of pairs


def _inked(look: Image, box: tuple[int, int, int, int]) -> bool:
    left, top = max(box[0] - 1, 0), max(box[1] - 1, 0)
    right, bottom = min(box[2] + 1, look.width), min(box[3] + 1, look.height)
    if right - left < 1 or bottom - top < 1:
        return False
    darkest, lightest = map(_grey, look.crop((left, top, right, bottom)).getextrema())
    return lightest - darkest > _INK
