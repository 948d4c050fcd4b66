"""The safe version as a Word file, written anew: nothing of the original file is in it but the words that may leave.

It carries headings, lists, tables, emphasis, links, headers, footers and notes, and no property, author, date or id.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from amanat.core import Block, BlockKind, Direction, Edition, Emphasis, Layer
from amanat.publish.moving import laid_out
from amanat.publish.outline import List, Part, Table, around, body, caption, fitting, words
from amanat.publish.packed import packed

SUFFIX = "docx"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKS = {
    Emphasis.BOLD: "<w:b/><w:bCs/>",
    Emphasis.ITALIC: "<w:i/><w:iCs/>",
    Emphasis.STRIKE: "<w:strike/>",
    Emphasis.UNDERLINE: '<w:u w:val="single"/>',
    Emphasis.RAISED: '<w:vertAlign w:val="superscript"/>',
    Emphasis.LOWERED: '<w:vertAlign w:val="subscript"/>',
}
_STYLES = Path(__file__).parent / "page" / "word-styles.xml"
"""The few looks the file has; Urdu gets Nastaliq where the reader's machine has it."""
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="708" w:footer="708" w:gutter="0"/>'
)
_HEADINGS = 6
_NOTES = frozenset({Layer.FOOTNOTE, Layer.ENDNOTE})
_BULLETS, _FIRST_COUNT = 1, 2
_LEVELS = 9
_INDENT = 360  # twentieths of a point for each level
_POINT = 12_700  # English metric units
_WIDEST, _IN_A_CELL, _HIGHEST = 450.0, 200.0, 620.0  # points that a picture may take
_DRAWING = (
    "<w:p><w:r><w:drawing><wp:inline "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<wp:extent cx="{wide}" cy="{tall}"/><wp:docPr {named}/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    "<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
    '<pic:blipFill><a:blip r:embed="{tie}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
"""A picture as a paragraph of its own (ECMA-376 part 1, 20.4.2.8)."""


def write(edition: Edition) -> bytes:
    """Return the file; the same edition gives the same bytes."""
    made = _Writer(edition)
    blocks = laid_out(edition)
    inside = "".join(made.part(part) for part in body(blocks))
    edges = {
        kind: around(blocks, edition, layer) for kind, layer in (("header", Layer.HEADER), ("footer", Layer.FOOTER))
    }
    edges = {kind: blocks_ for kind, blocks_ in edges.items() if blocks_}
    ties = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in edges)
    section = f"<w:sectPr>{ties}{_PAGE}</w:sectPr>"
    return packed(
        {
            "[Content_Types].xml": _content_types(edges),
            "_rels/.rels": _relations([_relation("main", "officeDocument", "word/document.xml")]),
            "word/document.xml": _xml("document", f"<w:body>{inside}{section}</w:body>"),
            **{
                f"word/{kind}.xml": _xml("hdr" if kind == "header" else "ftr", "".join(map(made.paragraph, blocks_)))
                for kind, blocks_ in edges.items()
            },
            "word/styles.xml": _STYLES.read_text("utf-8"),
            "word/numbering.xml": _xml("numbering", _numbering(made.counts)),
            "word/_rels/document.xml.rels": made.relations(edges),
            **{f"word/_rels/{kind}.xml.rels": made.relations(()) for kind in edges},
            **{f"word/media/picture{picture.number}.jpg": picture.content for picture in edition.pictures},
        }
    )


class _Writer:
    """Writes the parts of one edition; remembers its links and counted lists."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._links: dict[str, str] = {}
        self.counts = 0

    def part(self, part: Part) -> str:
        """Return a block, a list or a table as WordprocessingML."""
        if isinstance(part, Table):
            return self._table(part)
        if isinstance(part, List):
            self.counts += any(item.ordered for item in part.items)
            return "".join(self.paragraph(item) for item in part.items)
        return self.paragraph(part)

    def paragraph(self, block: Block) -> str:
        """Return one paragraph in its own direction; the place of a picture is the picture, or an empty frame."""
        if block.picture:
            return self._picture(block)
        right = block.direction is Direction.RTL
        inner = "".join(self._run(*piece, block) for piece in self._pieces(block))
        return f"<w:p><w:pPr>{self._shape(block)}{'<w:bidi/>' if right else ''}</w:pPr>{inner}</w:p>"

    def relations(self, edges: Iterable[str]) -> str:
        """Return the ties of the main part."""
        rows = [_relation("styles", "styles", "styles.xml"), _relation("numbering", "numbering", "numbering.xml")]
        rows += [_relation(kind, kind, f"{kind}.xml") for kind in edges]
        rows += [
            _relation(f"picture{p.number}", "image", f"media/picture{p.number}.jpg") for p in self._edition.pictures
        ]
        rows += [_relation(id_, "hyperlink", link, outside=True) for link, id_ in self._links.items()]
        return _relations(rows)

    def _shape(self, block: Block) -> str:
        if block.kind is BlockKind.HEADING:
            return f'<w:pStyle w:val="Heading{min(max(block.level, 1), _HEADINGS)}"/>'
        if block.kind is BlockKind.ITEM:
            number = _FIRST_COUNT + self.counts - 1 if block.ordered else _BULLETS
            level = min(block.level, _LEVELS - 1)
            return f'<w:pStyle w:val="Item"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if block.layer in _NOTES:
            return '<w:pStyle w:val="Note"/>'
        return '<w:pStyle w:val="Box"/>' if block.layer is Layer.TEXT_BOX else ""

    def _picture(self, block: Block) -> str:
        picture = self._edition.picture_at(block)
        if picture is None:
            right = "<w:bidi/>" if block.direction is Direction.RTL else ""
            inner = self._run(caption(self._edition, block), frozenset(), "", block)
            return f'<w:p><w:pPr><w:pStyle w:val="Box"/>{right}</w:pPr>{inner}</w:p>'
        size = fitting(picture, _IN_A_CELL if block.cell else _WIDEST, _HIGHEST)
        wide, tall = (round(side * _POINT) for side in size)
        named = f'id="{picture.number}" name="Picture {picture.number}" descr="{escape(block.alt)}"'
        return _DRAWING.format(named=named, tie=f"picture{picture.number}", wide=wide, tall=tall)

    def _pieces(self, block: Block) -> list[tuple[str, frozenset[Emphasis], str]]:
        return [(each.text, each.emphasis, each.link) for each in words(self._edition, block)]

    def _run(self, text: str, emphasis: frozenset[Emphasis], link: str, block: Block) -> str:
        marks = "".join(mark for kind, mark in _MARKS.items() if kind in emphasis)
        right = '<w:rtl/><w:lang w:bidi="ur-PK"/>' if block.direction is Direction.RTL else ""
        style = '<w:rStyle w:val="Link"/>' if link else ""
        run = f"<w:r><w:rPr>{style}{marks}{right}</w:rPr>{_text(text)}</w:r>"
        if not link:
            return run
        id_ = self._links.setdefault(link, f"link{len(self._links) + 1}")
        return f'<w:hyperlink r:id="{id_}">{run}</w:hyperlink>'

    def _table(self, table: Table) -> str:
        width = max(len(row) for row in table.rows)
        right = any(b.direction is Direction.RTL for row in table.rows for cell in row for b in cell)
        rows = "".join(f"<w:tr>{''.join(self._cell(cell) for cell in row)}</w:tr>" for row in table.rows)
        column = f'<w:gridCol w:w="{9026 // width}"/>'
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>{"<w:bidiVisual/>" if right else ""}'
            f'<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{column * width}</w:tblGrid>{rows}</w:tbl><w:p/>'
        )

    def _cell(self, cell: tuple[Block, ...]) -> str:
        return f"<w:tc><w:tcPr/>{''.join(map(self.paragraph, cell)) or '<w:p/>'}</w:tc>"


def _text(text: str) -> str:
    """Return words as WordprocessingML; tabs and line ends have elements of their own."""
    out: list[str] = []
    for number, line in enumerate(text.split("\n")):
        out += ["<w:br/>"] if number else []
        for place, piece in enumerate(line.split("\t")):
            out += ["<w:tab/>"] if place else []
            out += [f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'] if piece else []
    return "".join(out)


def _xml(root: str, inner: str) -> str:
    return f'{_HEAD}<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{inner}</w:{root}>'


def _relation(id_: str, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target="{escape(target)}"{mode}/>'


def _relations(rows: Iterable[str]) -> str:
    inner = "".join(rows)
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def _content_types(edges: Iterable[str]) -> str:
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"} | {kind: kind for kind in edges}
    rows = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>{rows}</Types>'
    )


def _numbering(counts: int) -> str:
    """Return one list of bullets, and a list for every count, each of which begins at 1."""
    bullets = "".join(_level(n, "bullet", "•") for n in range(_LEVELS))
    numbers = "".join(_level(n, "decimal", f"%{n + 1}.") for n in range(_LEVELS))
    lists = "".join(
        f'<w:num w:numId="{_FIRST_COUNT + n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(counts)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{numbers}</w:abstractNum><w:num w:numId="{_BULLETS}">'
        f'<w:abstractNumId w:val="0"/></w:num>{lists}'
    )


def _level(level: int, form: str, text: str) -> str:
    left = _INDENT * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:pPr>'
        f'<w:ind w:left="{left}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )
