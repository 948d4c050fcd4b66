"""What is asked of a PDF before it is handed over, beside the scan and the second reading that every form gets.

1. It holds nothing that a safe copy may not hold: notes, forms, files, scripts, metadata, other pictures than those let
   go along, older revisions.
2. `pdf-redaction-check` (MIT, of the extra `pdf`) finds none of the words; it shares no line with us.
3. Tesseract, where it is installed, reads none of them in the picture of a page.

Each is a `Check` of `safe`: False is a leak, whatever it raises is a failed check.
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
from amanat.publish import scan
from amanat.publish.forms import Forms

if TYPE_CHECKING:
    from pikepdf import Object

_SECONDS = 120
_RECOVERABLE = 2  # exit status of pdf-redaction-check: a secret was found
_CLEAN = frozenset({0, 1})  # 1: something looked odd, as glyphs of Nastaliq without letters do; no secret was found
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


def nothing_else(content: bytes, hidden: Forms) -> bool:
    """Tell whether a PDF holds text, fonts, the pictures that may be in it, and nothing else, in one revision."""
    import pikepdf  # noqa: PLC0415 - an extra

    with pikepdf.open(io.BytesIO(content)) as pdf:
        held = set(pdf.Root.keys()) - _ALLOWED_KEYS
        held |= set(pdf.docinfo.keys()) - _ALLOWED_INFO
        if str(pdf.docinfo.get("/Title", "Safe version")) != "Safe version":
            held.add("/Title")
        for value in pdf.objects:
            held |= {key for key in _keys(value) if key in _FORBIDDEN}
            image = isinstance(value, pikepdf.Stream) and value.get("/Subtype") == pikepdf.Name.Image
            if image and value.read_raw_bytes() not in hidden.pictures:
                held.add("/Image")
        for page in pdf.pages:
            notes = page.obj.get("/Annots")
            if notes is not None:
                held |= {"/Annots" for note in _entries(notes) if note.get("/Subtype") != pikepdf.Name.Link}
    return content.count(b"%%EOF") == 1 and not held


def _entries(array: Iterable[object]) -> Iterator["Object"]:
    import pikepdf  # noqa: PLC0415 - an extra

    return (entry for entry in array if isinstance(entry, pikepdf.Dictionary))


def _keys(value: object) -> Iterator[str]:
    import pikepdf  # noqa: PLC0415 - an extra

    if isinstance(value, pikepdf.Dictionary):
        yield from value.keys()
    elif isinstance(value, pikepdf.Stream):
        yield from value.stream_dict.keys()


def second_tool(content: bytes, hidden: Forms) -> bool:
    """Ask `pdf-redaction-check` for each word; the words go by a pipe, never to the disk or a command line.

    Raises:
        PublishError: P021 it broke down.
    """
    secrets = sorted(hidden.whole | hidden.words | hidden.numbers)
    if importlib.util.find_spec("pdf_redaction_check") is None or not secrets:
        return True
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "safe.pdf"
        file.write_bytes(content)
        line = [sys.executable, "-m", "pdf_redaction_check", str(file), "--secret-file", "/dev/stdin", "--json"]
        told = subprocess.run(  # noqa: S603 - our own Python
            line, input="\n".join(secrets).encode(), capture_output=True, check=False, timeout=_SECONDS
        )
    if told.returncode not in {*_CLEAN, _RECOVERABLE}:
        raise PublishError("P021", "the second checker of PDFs broke down; nothing was handed over")
    return told.returncode != _RECOVERABLE


def looked_at(content: bytes, hidden: Forms) -> bool:
    """Read the picture of each page, as a reader would see it; where there is no Tesseract nobody looks."""
    from amanat.read.ocr import Pixels, glimpses, languages  # noqa: PLC0415 - only for those who print

    if not languages() or not (hidden.whole or hidden.words or hidden.numbers):
        return True
    import pypdfium2  # noqa: PLC0415 - an extra

    with pypdfium2.PdfDocument(content) as opened:
        for page in opened:
            look = page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L")
            seen = glimpses(Pixels(look.width, look.height, look.tobytes()))
            if scan.found(" ".join(word.text for word in seen).encode(), hidden):
                return False
    return True
