"""What the pages of a PDF show, by PDFium: words, whether they can be seen, lines, paragraphs."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2.raw as pdfium
from PIL.Image import Image
from pypdfium2 import PdfDocument, PdfPage

from amanat.core import GapKind

MOST_PAGES = 10_000
"""Pages a file may have; the longest we have heard of in a newsroom had 2,000."""
MOST_LETTERS = 200_000
"""Letters one page may have."""
_SEEING = 1.5  # pixels per point at which a page is looked at: 108 dpi
_LARGEST_SIDE = 3000  # pixels of that look
_INK = 24  # steps of grey, of 255, between the lightest and darkest pixel where something can be seen
_SOFT_HYPHENS = "\x02\xad\ufffe"
_ENDS = re.compile(r"[.!?:;۔؟]['\"”’)\]]*$")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_ODD = re.compile("[\u0100-\u024f\u0370-\u03ff\u0400-\u04ff\ue000-\uf8ff\ufffd]")
_TURNED_CARD = re.compile(r"(?<![\d-])(\d)-(\d{7})-(\d{5})(?![\d-])")
_TURNED_PHONE = re.compile(r"(?<![\d-])(\d{7,8})-(0\d{2,3})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters between blanks, with its box in points from the top left of the page as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    seen: bool
    """Whether there is any ink where it stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, in reading order."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, a blank between."""
        return turned_back(" ".join(word.text for word in self.words))

    @property
    def top(self) -> float:
        """Upper edge in points."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge in points."""
        return max(word.bottom for word in self.words)

    @property
    def left(self) -> float:
        """Left edge in points."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Right edge in points."""
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        """Size of most letters in points."""
        return median(word.size for word in self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says."""

    number: int
    """Counted from 1."""
    paragraphs: tuple[tuple[str, bool], ...]
    """Text, and whether it is set as a heading."""
    hidden: str
    """Words set so that nobody sees them."""
    unread: GapKind | None
    """PAGE: there is ink, and the letters for it are missing or garbled. PICTURE: a picture stands beside the text."""


def sheets(opened: PdfDocument) -> Iterator[Sheet]:
    """Return what each page says."""
    for number in range(len(opened)):
        page = opened[number]
        yield _sheet(page, number + 1)
        page.close()


def _sheet(page: PdfPage, number: int) -> Sheet:
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
    return Sheet(number, tuple(paragraphs(shown)), hidden, unread)


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


def turned_back(line: str) -> str:
    """Undo what right-to-left lines do to numbers in groups and to brackets, where there is no doubt."""
    if not _ARABIC.search(line):
        return line
    line = _TURNED_CARD.sub(r"\3-\2-\1", line)
    line = _TURNED_PHONE.sub(r"\2-\1", line)
    first = next((c for c in line if c in "[]"), "")
    return line.translate(str.maketrans("[]()", "][)(")) if first == "]" else line


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
    size = float(pdfium.FPDFText_GetFontSize(text, letters[0])) or 10.0
    if not boxes:
        return Word(said, 0, 0, 0, 0, size, seen=False)
    corners = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    box = _on_screen(page, look, corners)
    left, top, right, bottom = box
    scale = look.width / max(page.get_width(), 1)
    return Word(
        said,
        left / scale,
        top / scale,
        right / scale,
        bottom / scale,
        max(size, (bottom - top) / scale / 2),
        _inked(look, box),
    )


def _letter(code: int) -> str:
    return "" if 0xD800 <= code <= 0xDFFF else chr(min(code, 0x10FFFF))  # noqa: PLR2004 - halves of pairs


def _on_screen(page: PdfPage, look: Image, corners: tuple[float, ...]) -> tuple[int, int, int, int]:
    """Return a box of the page in pixels of the look; PDFium turns and crops as it did for the look."""
    xs, ys = [], []
    for x, y in (corners[:2], corners[2:]):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, look.width, look.height, 0, x, y, across, down)
        xs.append(across.value)
        ys.append(down.value)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def _inked(look: Image, box: tuple[int, int, int, int]) -> bool:
    left, top = max(box[0] - 1, 0), max(box[1] - 1, 0)
    right, bottom = min(box[2] + 1, look.width), min(box[3] + 1, look.height)
    if right - left < 1 or bottom - top < 1:
        return False
    darkest, lightest = map(_grey, look.crop((left, top, right, bottom)).getextrema())
    return lightest - darkest > _INK


def paragraphs(lines: list[Line]) -> Iterator[tuple[str, bool]]:
    """Join lines to paragraphs, with whether each is a heading.

    A new one starts after a larger gap than usual, where the size changes, and after a line that ends early with the
    end of a sentence.
    """
    if not lines:
        return
    usual = median([abs(b.top - a.top) for a, b in pairwise(lines)] or [12.0])
    size = median(line.size for line in lines)
    margin = max(line.right for line in lines) - min(line.left for line in lines)
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _parted(before, line, usual, margin):
            yield _joined(group), _heading(group, size)
            group = []
        group.append(line)
    yield _joined(group), _heading(group, size)


def _parted(before: Line, line: Line, usual: float, margin: float) -> bool:
    step = line.top - before.top
    if step < -before.size or step > max(usual * 1.35, before.size * 1.9):
        return True
    if abs(line.size - before.size) > before.size * 0.18:
        return True
    early = before.right - before.left < margin * 0.8
    return early and bool(_ENDS.search(before.text))


def _heading(group: list[Line], size: float) -> bool:
    return len(group) < 4 and group[0].size > size * 1.15  # noqa: PLR2004 - a heading of four lines is none


def _joined(group: list[Line]) -> str:
    out = ""
    for line in group:
        if out and out[-1] in _SOFT_HYPHENS:
            out = out.rstrip(_SOFT_HYPHENS) + line.text
        else:
            out = f"{out} {line.text}" if out else line.text
    return "".join(c for c in out if c not in _SOFT_HYPHENS)
