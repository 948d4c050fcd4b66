"""Three looks at a PDF before it is handed over, each by other means; where one breaks down the PDF stays here.

1. Our own scan of everything: bytes, unpacked streams, strings, names, what PDFium reads; and that the file holds
   nothing a safe copy may not hold (notes, forms, files, scripts, metadata, pictures, older revisions).
2. `pdf-redaction-check` (MIT), where it is installed.
3. Tesseract reads the picture of each page, where it is installed.
"""

import importlib.util
import io
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from amanat.core import PublishError

if TYPE_CHECKING:
    from pikepdf import Object

_SECONDS = 120
_RECOVERABLE = 2  # exit status of pdf-redaction-check: a secret was found
_CLEAN = frozenset({0, 1})  # 1: something looked odd, as glyphs of Nastaliq without letters do; no secret was found
_SHORTEST = 3  # letters of a form worth looking for
_TELLING = 6  # letters from which on a form is also looked for inside other words
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]+[^\W_]*)*")
_ALLOWED_KEYS = frozenset(
    {"/Type", "/Pages", "/Lang", "/StructTreeRoot", "/ViewerPreferences", "/MarkInfo", "/Outlines", "/Names", "/Dests"}
)
_ALLOWED_INFO = frozenset({"/Producer", "/Title"})
_FORBIDDEN = frozenset(
    "/JS /JavaScript /EmbeddedFiles /EmbeddedFile /AcroForm /OCProperties /PieceInfo /Metadata /AA /OpenAction /XFA "
    "/RichMedia /Launch /SubmitForm /ImportData /Thumb /PageLabels".split()
)
_DOTS = 200


def checked(content: bytes, text: str, forms: Iterable[str]) -> None:
    """Look at a PDF in three ways.

    Args:
        content: the file.
        text: the edition it was made from; a form that stands in it (a public namesake) is no leak.
        forms: protected words of the original.

    Raises:
        PublishError: P020 a protected form is in it, P021 a checker broke down, P022 it holds what it must not.
    """
    said = Words(text)
    wanted = {form for form in forms if len(normal(form)) >= _SHORTEST and not said.say(form)}
    try:
        _only_what_may_be(content)
        _scanned(content, wanted)
        _second_tool(content, wanted)
        _looked_at(content, wanted)
    except PublishError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a checker dies of, the file was not checked
        raise PublishError(
            "P021", f"a check of the PDF broke down ({type(error).__name__}); it was not handed over"
        ) from None


class Words:
    """A text in which forms are looked for: as words of their own, and, long ones, as a run of letters."""

    __slots__ = ("_apart", "_run")

    def __init__(self, *texts: str) -> None:
        """Take one text, or the layers of a file: words may be cut across two of them."""
        self._apart = " ".join(["", *(normal(word) for text in texts for word in _WORD.findall(text)), ""])
        self._run = self._apart.replace(" ", "")

    def say(self, form: str) -> bool:
        """Tell whether a form stands here."""
        words, run = " ".join(map(normal, _WORD.findall(form))), normal(form)
        return f" {words} " in self._apart or (len(run) >= _TELLING and run in self._run)


def normal(text: str) -> str:
    """Return the letters and digits alone, without marks, in one case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def _leaked() -> PublishError:
    return PublishError("P020", "a protected name or number is still in the PDF; it was not handed over")


def _only_what_may_be(content: bytes) -> None:
    import pikepdf  # noqa: PLC0415 - an extra

    with pikepdf.open(io.BytesIO(content)) as pdf:
        held = set(pdf.Root.keys()) - _ALLOWED_KEYS
        held |= set(pdf.docinfo.keys()) - _ALLOWED_INFO
        if str(pdf.docinfo.get("/Title", "Safe version")) != "Safe version":
            held.add("/Title")
        for value in pdf.objects:
            held |= {key for key in _keys(value) if key in _FORBIDDEN}
            if isinstance(value, pikepdf.Stream) and value.get("/Subtype") == pikepdf.Name.Image:
                held.add("/Image")
        for page in pdf.pages:
            notes = page.obj.get("/Annots")
            if notes is not None:
                held |= {"/Annots" for note in _entries(notes) if note.get("/Subtype") != pikepdf.Name.Link}
    if content.count(b"%%EOF") != 1 or held:
        raise PublishError("P022", "the PDF holds more than text and fonts; it was not handed over")


def _entries(array: Iterable[object]) -> Iterator["Object"]:
    import pikepdf  # noqa: PLC0415 - an extra

    return (entry for entry in array if isinstance(entry, pikepdf.Dictionary))


def _keys(value: object) -> Iterator[str]:
    import pikepdf  # noqa: PLC0415 - an extra

    if isinstance(value, pikepdf.Dictionary):
        yield from value.keys()
    elif isinstance(value, pikepdf.Stream):
        yield from value.stream_dict.keys()


def _scanned(content: bytes, forms: set[str]) -> None:
    """Look for each form in every layer, as our own reader for unknown PDFs finds them, and in the bare bytes."""
    from amanat.read.cage import Bounds, caged  # noqa: PLC0415
    from amanat.read.flow import from_data  # noqa: PLC0415

    told = from_data(caged("amanat.read.told:told", content, "amanat.read.pdf", Bounds(seconds=120)).data)
    layers = Words(*(paragraph.text for paragraph in told.paragraphs))
    if any(layers.say(form) for form in forms):
        raise _leaked()
    for form in forms:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "cp1252"):
            if _stands_in(form, encoding, content):
                raise _leaked()


def _stands_in(form: str, encoding: str, content: bytes) -> bool:
    try:
        code = form.encode(encoding)
    except UnicodeEncodeError:
        return False
    return len(code) >= _TELLING and (code in content or code.hex().encode() in content.lower())


def _second_tool(content: bytes, forms: set[str]) -> None:
    """Ask `pdf-redaction-check`, which shares no line with us."""
    if importlib.util.find_spec("pdf_redaction_check") is None or not forms:
        return
    secrets = "\n".join(sorted(" ".join(form.split()) for form in forms))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "safe.pdf"
        file.write_bytes(content)
        line = [sys.executable, "-m", "pdf_redaction_check", str(file), "--secret-file", "/dev/stdin", "--json"]
        told = subprocess.run(  # noqa: S603 - our Python; the forms go by a pipe, never to the disk
            line, input=secrets.encode(), capture_output=True, check=False, timeout=_SECONDS
        )
    if told.returncode == _RECOVERABLE:
        raise _leaked()
    if told.returncode not in _CLEAN:
        raise PublishError("P021", "the second checker broke down; the PDF was not handed over")


def _looked_at(content: bytes, forms: set[str]) -> None:
    """Read the picture of each page, as a reader would see it."""
    from amanat.read.ocr import Pixels, glimpses, languages  # noqa: PLC0415

    if not languages() or not forms:
        return
    import pypdfium2  # noqa: PLC0415 - an extra

    with pypdfium2.PdfDocument(content) as opened:
        for page in opened:
            look = page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L")
            seen = Words(*(word.text for word in glimpses(Pixels(look.width, look.height, look.tobytes()))))
            if any(seen.say(form) for form in forms):
                raise _leaked()
