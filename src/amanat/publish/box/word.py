"""The help box as a Word file of one framed block, to be pasted into a page; the QR code is a picture in it."""

import struct
import zlib
from collections.abc import Iterator
from html import escape

from amanat.core import Direction
from amanat.publish.box.content import Box
from amanat.publish.box.qr import QUIET, Matrix
from amanat.publish.packed import packed

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DOTS = 8  # of the picture, for one module of the code
_EMU = 36_000 * 30  # thirty millimetres, in English metric units
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_PICTURE = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="q" '
    f'Type="{_OFFICE}/relationships/image" Target="code.png"/></Relationships>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d" '
    f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def write(box: Box) -> bytes:
    """Return the box as a .docx file."""
    body = "".join(_paragraphs(box))
    spaces = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships"'
    written = f"{_HEAD}<w:document {spaces}><w:body>{body}<w:sectPr/></w:body></w:document>"
    parts: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
    if box.code:
        parts |= {"word/_rels/document.xml.rels": _PICTURE, "word/code.png": png(box.code)}
    return packed({**parts, "word/document.xml": written})


def png(code: Matrix) -> bytes:
    """Return a QR code as a picture of one bit a dot, its light margin included (PNG, ISO/IEC 15948)."""
    side = (len(code) + 2 * QUIET) * _DOTS
    light = [[False] * len(code)] * QUIET
    rows = ([*[False] * QUIET, *modules, *[False] * QUIET] for modules in (*light, *code, *light))
    # eight dots a module are one byte: 0 is dark
    lines = b"".join((b"\0" + bytes(0 if dark else 255 for dark in row)) * _DOTS for row in rows)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _paragraphs(box: Box) -> Iterator[str]:
    yield _paragraph(box, _run(box, box.title, bold=True, size=28))
    yield _paragraph(box, _run(box, box.lead))
    for entry in box.entries:
        lines = [_run(box, entry.name, bold=True), *(_run(box, line) for line in entry.lines)]
        if entry.number:
            lines.append(_run(box, f"{box.number}: \u2066{entry.number}\u2069 ({entry.checked})", bold=True))
        yield _paragraph(box, "<w:r><w:br/></w:r>".join(lines))
    if box.safe:
        yield _paragraph(box, _run(box, box.safe, bold=True))
    if box.code:
        yield _paragraph(box, _run(box, box.scan) + "<w:r><w:br/></w:r>" + _drawing(box.scan))


def _paragraph(box: Box, inner: str) -> str:
    sides = "".join(f'<w:{side} w:val="single" w:sz="12" w:space="6"/>' for side in ("top", "left", "bottom", "right"))
    right = "<w:bidi/>" if box.direction is Direction.RTL else ""
    return f"<w:p><w:pPr><w:keepNext/><w:pBdr>{sides}</w:pBdr>{right}</w:pPr>{inner}</w:p>"


def _run(box: Box, text: str, *, bold: bool = False, size: int = 22) -> str:
    right = "<w:rtl/>" if box.direction is Direction.RTL else ""
    strong = "<w:b/><w:bCs/>" if bold else ""
    look = f'{strong}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{right}<w:lang w:val="{box.language}"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _drawing(said: str) -> str:
    size = f'cx="{_EMU}" cy="{_EMU}"'
    shape = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="code"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="q"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="code" descr="{escape(said)}"/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
