"""ActualText: letters that a PDF puts in the place of those it draws (ISO 32000-2, 14.9.4).

Programs write it to tell ligatures and parted words, and then it says what the page shows. Where it says something
else, a reader of the page sees one thing and whoever copies the text gets another: it is a hidden layer.
"""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2
from pikepdf import Object, Pdf

from amanat.read.pdf_layers.streams import Budget, unpacked
from amanat.read.pdf_layers.strings import squashed, text_string

_INLINE = re.compile(rb"/ActualText\s*(\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)
_LEAST = 4  # letters that are no ligature
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
Keep = Callable[[str], bool]


def as_drawn(data: bytes) -> bytes:
    """Return a PDF whose text is that of the letters it draws; what stood in their place is told by `objects`.

    Arabic script is left alone: its letters are often drawn by glyphs that have no other name than their ActualText.

    Raises:
        ReadError: R031 a bomb.
    """
    told: set[str] = set()

    def note(text: str) -> bool:
        told.add(text)
        return False

    bare = _kept(data, note)
    if not any(map(_says, told)):
        return data
    drawn = squashed(_text(bare))
    lies = {text for text in told if _says(text) and squashed(text) not in drawn}
    return _kept(data, lambda text: text not in lies) if lies else data


def _says(text: str) -> bool:
    return len(squashed(text)) >= _LEAST and not _ARABIC.search(text)


def _kept(data: bytes, keep: Keep) -> bytes:
    """Return the file with no other ActualTexts than those to be kept."""

    def inline(match: re.Match[bytes]) -> bytes:
        return match.group() if keep(_string(Object.parse(match.group(1)))) else b""

    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        for stream, content in _contents(pdf):
            stream.write(_INLINE.sub(inline, content))
        for named in _properties(pdf):
            if not keep(_string(named["/ActualText"])):
                del named["/ActualText"]
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False)  # else it would parse the file's XML
    return out.getvalue()


def _string(value: Object) -> str:
    return text_string(bytes(value)) if isinstance(value, pikepdf.String) else ""


def _contents(pdf: Pdf) -> Iterator[tuple[pikepdf.Stream, bytes]]:
    """Yield the streams that may draw letters and name an ActualText, with their operators."""
    budget = Budget()
    for value in pdf.objects:
        if not isinstance(value, pikepdf.Stream) or value.get("/Type", pikepdf.Name.XObject) != pikepdf.Name.XObject:
            continue
        if value.get("/Subtype") == pikepdf.Name.Image or "/Length1" in value:
            continue
        content = unpacked(value, budget)
        if b"/ActualText" in content:
            yield value, content


def _properties(pdf: Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the property lists that streams name."""
    for value in pdf.objects:
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            continue
        inner = value.get("/Resources")
        for holder in (value, inner):
            lists = holder.get("/Properties") if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream) else None
            for named in lists.values() if isinstance(lists, pikepdf.Dictionary) else ():
                if isinstance(named, pikepdf.Dictionary) and "/ActualText" in named:
                    yield named


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as opened:
        return " ".join(page.get_textpage().get_text_range() for page in opened)
