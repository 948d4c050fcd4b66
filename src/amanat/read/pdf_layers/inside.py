"""One visit to the cage: everything a PDF says, or some of its pages as pixels. Imported by nobody outside it."""

import codecs
import io
from collections.abc import Iterable, Iterator
from itertools import count

import pikepdf
import PIL.Image
import pypdfium2
from fontTools.agl import toUnicode
from pikepdf import Pdf

from amanat.core import BlockKind, Gap, Layer, ReadError
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.ocr import Pixels
from amanat.read.pdf_layers import remains
from amanat.read.pdf_layers.actual import as_drawn
from amanat.read.pdf_layers.objects import Said, Walk, present
from amanat.read.pdf_layers.pages import MOST_PAGES, Sheet, garbled, picture, sheets
from amanat.read.pdf_layers.pictured import looks
from amanat.read.pdf_layers.strings import squashed

MOST_PIXELS = 120_000_000
"""Pixels one picture in the file may have: an A3 page at 600 dots per inch has 70 million."""
DOTS = 200
"""Pixels an inch at which a page is drawn."""
_LONGEST_SIDE = 6000  # pixels
_TELLING = 3  # letters and digits a line must have to be worth reading


def prepare(_: object = None) -> None:
    """Load what loads itself late, before the walls go up."""
    for name in ("cp1252", "latin-1", "utf-16", "utf-16-be", "utf-16-le"):
        codecs.lookup(name)
    PIL.Image.init()
    toUnicode("a")
    out = io.BytesIO()
    with Pdf.new() as pdf:  # its cipher looks at the machine when it is first used
        pdf.save(out, encryption=pikepdf.Encryption(owner="", user="", R=6))
    Pdf.open(out).close()


def flow(data: bytes) -> Flow:
    """Return all that a PDF says, in every layer.

    Raises:
        ReadError: R030 locked, R031 a bomb, R032 no PDF or too damaged, R033 too many pages, objects or pixels.
    """
    walk = Walk()
    with _opened(data) as pdf:
        if _told_pages(pdf) > MOST_PAGES or len(pdf.pages) > MOST_PAGES:
            raise ReadError("R033", f"the file has more than {MOST_PAGES:,} pages; split it and review the parts")
        said = list(walk.counted(pdf))
        live = {value.objgen for value in present(pdf.objects)}
        locked = pdf.is_encrypted
    if walk.widest > MOST_PIXELS:
        raise ReadError("R033", f"a picture in the file has more than {MOST_PIXELS // 1_000_000} million pixels")
    shown, inside = _sheets(data, renamed=walk.renamed), walk.gaps
    older = [] if locked else list(_older(data, live, walk))
    numbers = count(1)
    body = [paragraph for sheet in shown for paragraph in _body(sheet, numbers)]
    gaps = [Gap(sheet.unread, sheet.number) for sheet in shown if sheet.unread]
    return Flow((*body, *_new([*_hidden(shown), *said, *older], body)), (*gaps, *inside))


def drawn(data: bytes, pages: object) -> tuple[object, list[bytes]]:
    """Draw some pages, counted from 1, as grey pixels.

    Returns:
        Width and height of each, and the pixels of each.
    """
    found = [_drawn(data, page) for page in pages if isinstance(page, int)] if isinstance(pages, list) else []
    return [[look.width, look.height] for look in found], [look.grey for look in found]


def _drawn(data: bytes, page: int) -> Pixels:
    with pypdfium2.PdfDocument(data) as opened:
        opened.init_forms()
        sheet = opened[page - 1]
        longest = max(sheet.get_size()) / 72
        look = picture(sheet, min(DOTS, _LONGEST_SIDE / max(longest, 0.1)) / 72)
        return Pixels(look.width, look.height, look.tobytes())


def _opened(data: bytes) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise ReadError("R030", "the PDF is locked with a password; save it without one and review that") from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise _damaged() from None


def _told_pages(pdf: Pdf) -> int:
    """Return how many pages the file says it has; counting them takes longer."""
    tree = pdf.Root.get("/Pages")
    said = str(tree.get("/Count", 0)) if isinstance(tree, pikepdf.Dictionary) else ""
    return int(said) if said.isdigit() else 0


def _damaged() -> ReadError:
    return ReadError("R032", "this is no PDF, or it is damaged; open it in a viewer and print it to a new PDF")


def _sheets(data: bytes, *, renamed: bool) -> list[Sheet]:
    try:
        with pypdfium2.PdfDocument(as_drawn(data) if renamed else data) as opened:
            opened.init_forms()
            return list(sheets(opened))
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        raise _damaged() from None


def _body(sheet: Sheet, numbers: Iterator[int]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page, each picture before the first one that begins below its top."""
    page, pictures = f"page {sheet.number}", list(sheet.pictures)
    for passage in sheet.passages:
        while pictures and pictures[0] < passage.base:
            yield Paragraph((), Layer.BODY, page, picture=next(numbers))
            pictures.pop(0)
        kind = BlockKind.HEADING if passage.heading else BlockKind.PARAGRAPH
        yield Paragraph((Piece(passage.text),), Layer.BODY, page, kind, level=int(passage.heading))
    yield from (Paragraph((), Layer.BODY, page, picture=next(numbers)) for _ in pictures)


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield what is seen in the place of each picture, as PNG files, in the order of their numbers.

    Raises:
        ReadError: R030 locked, R032 no PDF or too damaged.
    """
    with _opened(data) as pdf:
        if _told_pages(pdf) > MOST_PAGES:
            return
    try:
        with pypdfium2.PdfDocument(data) as opened:
            opened.init_forms()
            yield from looks(opened)
    except pypdfium2.PdfiumError:
        raise _damaged() from None


def _hidden(shown: Iterable[Sheet]) -> Iterator[Said]:
    return (Said(sheet.hidden, Layer.HIDDEN, f"page {sheet.number}") for sheet in shown if sheet.hidden)


def _older(data: bytes, live: set[tuple[int, int]], walk: Walk) -> Iterator[Said]:
    """Return what earlier revisions and left-behind objects say, and what stands between the objects."""
    for number, end in enumerate(remains.revisions(data), 1):
        try:
            with _opened(data[:end]) as pdf:
                for said in walk.counted(pdf):
                    yield Said(said.text, Layer.DELETION, f"earlier revision {number}")
        except ReadError as error:
            if error.code != "R032":
                raise
    for text in remains.left_behind(data, live, walk.budget):
        yield Said(text, Layer.DELETION, "left behind")
    for text in remains.between(data):
        yield Said(text, Layer.DATA, "between objects")


def _new(said: Iterable[Said], body: list[Paragraph]) -> Iterator[Paragraph]:
    """Return as paragraphs what is not said before.

    A drawn text is dropped where a page shows it; any other line where the same line stood before.
    """
    page = squashed(" ".join(paragraph.text for paragraph in body))
    seen: set[str] = set()
    for one in sorted(said, key=lambda s: s.layer is not Layer.FORM):
        drawn = one.layer in {Layer.HIDDEN, Layer.DELETION, Layer.ALT_TEXT}
        for line in one.text.split("\n"):
            core = squashed(line)
            if len(core) < _TELLING or core in seen or (drawn and (core in page or garbled(line))):
                continue
            seen.add(core)
            yield Paragraph((Piece(line),), one.layer, one.part)
