"""The safe version as an OpenDocument text, written anew, without any property of the original."""

from html import escape

from amanat.core import Block, BlockKind, Direction, Edition, Emphasis, Layer
from amanat.publish.moving import laid_out
from amanat.publish.outline import List, Part, Table, around, body, caption, fitting, words
from amanat.publish.packed import packed

SUFFIX = "odt"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    "office": f"{_ODF}:office:1.0",
    "text": f"{_ODF}:text:1.0",
    "table": f"{_ODF}:table:1.0",
    "style": f"{_ODF}:style:1.0",
    "fo": f"{_ODF}:xsl-fo-compatible:1.0",
    "svg": f"{_ODF}:svg-compatible:1.0",
    "draw": f"{_ODF}:drawing:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_NS = " ".join(f'xmlns:{short}="{long}"' for short, long in _NAMES.items()) + ' office:version="1.3"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KIND = "application/vnd.oasis.opendocument.text"
_MARKS = {
    Emphasis.BOLD: 'fo:font-weight="bold" style:font-weight-complex="bold"',
    Emphasis.ITALIC: 'fo:font-style="italic" style:font-style-complex="italic"',
    Emphasis.UNDERLINE: 'style:text-underline-style="solid"',
    Emphasis.STRIKE: 'style:text-line-through-style="solid"',
    Emphasis.RAISED: 'style:text-position="super 58%"',
    Emphasis.LOWERED: 'style:text-position="sub 58%"',
}
_DEEPEST_HEADING = 6
_WIDEST, _IN_A_CELL, _HIGHEST = 450.0, 200.0, 620.0  # points that a picture may take


def write(edition: Edition) -> bytes:
    """Return the file; the same edition gives the same bytes."""
    made, blocks = _Writer(edition), laid_out(edition)
    inside = "".join(made.part(part) for part in body(blocks))
    header, footer = (
        "".join(map(made.paragraph, around(blocks, edition, layer))) for layer in (Layer.HEADER, Layer.FOOTER)
    )
    return packed(
        {
            "mimetype": _KIND,
            "content.xml": f"{_HEAD}<office:document-content {_NS}><office:automatic-styles>{made.styles()}"
            f"</office:automatic-styles><office:body><office:text>{inside}</office:text></office:body></office:document-content>",
            "styles.xml": f"{_HEAD}<office:document-styles {_NS}><office:styles>{_LISTS}</office:styles>"
            f'<office:automatic-styles>{made.styles()}<style:page-layout style:name="Page"/></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
            f"<style:header>{header}</style:header><style:footer>{footer}</style:footer></style:master-page>"
            "</office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": _manifest(edition),
            **{f"Pictures/{picture.number}.jpg": picture.content for picture in edition.pictures},
        }
    )


class _Writer:
    """Writes the parts of one edition; remembers which looks it needs."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._looks: dict[tuple[Emphasis, ...], str] = {}

    def part(self, part: Part) -> str:
        """Return a block, a list or a table."""
        if isinstance(part, Table):
            rows = "".join(
                f"<table:table-row>{''.join(self._cell(cell) for cell in row)}</table:table-row>" for row in part.rows
            )
            width = max(len(row) for row in part.rows)
            column = f'<table:table-column table:number-columns-repeated="{width}"/>'
            return f"<table:table>{column}{rows}</table:table>"
        if isinstance(part, List):
            return "".join(self._item(item) for item in part.items)
        return self.paragraph(part)

    def paragraph(self, block: Block) -> str:
        """Return one paragraph or heading; the place of a picture is the picture, or an empty frame."""
        if block.picture:
            return self._picture(block)
        style = "Right" if block.direction is Direction.RTL else "Left"
        inner = "".join(self._run(each.text, each.emphasis, each.link) for each in words(self._edition, block))
        if block.kind is BlockKind.HEADING:
            level = min(max(block.level, 1), _DEEPEST_HEADING)
            return f'<text:h text:style-name="{style}Head" text:outline-level="{level}">{inner}</text:h>'
        return f'<text:p text:style-name="{style}">{inner}</text:p>'

    def styles(self) -> str:
        """Return the looks used."""
        out = [
            f'<style:style style:name="{name}{head}" style:family="paragraph"><style:paragraph-properties '
            f'style:writing-mode="{mode}" fo:margin-bottom="0.2cm"/>{bold}</style:style>'
            for name, mode in (("Left", "lr-tb"), ("Right", "rl-tb"))
            for head, bold in (
                ("", ""),
                ("Head", f'<style:text-properties fo:font-size="15pt" {_MARKS[Emphasis.BOLD]}/>'),
            )
        ]
        out.append(
            '<style:style style:name="Frame" style:family="paragraph"><style:paragraph-properties fo:padding="0.2cm" '
            'fo:border="0.5pt solid #808080" fo:margin-bottom="0.2cm"/></style:style>'
        )
        for look, name in self._looks.items():
            marks = " ".join(_MARKS[mark] for mark in look)
            out.append(
                f'<style:style style:name="{name}" style:family="text"><style:text-properties {marks}/></style:style>'
            )
        return "".join(out)

    def _picture(self, block: Block) -> str:
        picture = self._edition.picture_at(block)
        if picture is None:
            return f'<text:p text:style-name="Frame">{_text(caption(self._edition, block))}</text:p>'
        wide, tall = fitting(picture, _IN_A_CELL if block.cell else _WIDEST, _HIGHEST)
        said = f"<svg:desc>{escape(block.alt)}</svg:desc>" if block.alt else ""
        return (
            f'<text:p text:style-name="Left"><draw:frame text:anchor-type="as-char" svg:width="{wide:.2f}pt" '
            f'svg:height="{tall:.2f}pt"><draw:image xlink:href="Pictures/{picture.number}.jpg" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/>{said}</draw:frame></text:p>'
        )

    def _item(self, item: Block) -> str:
        depth, style = item.level + 1, "Count" if item.ordered else "Bullet"
        go_on = ' text:continue-numbering="true"' if item.ordered else ""
        opens = "<text:list><text:list-item>" * (depth - 1)
        return (
            f'<text:list text:style-name="{style}"{go_on}><text:list-item>{opens}{self.paragraph(item)}'
            + "</text:list-item></text:list>" * depth
        )

    def _cell(self, cell: tuple[Block, ...]) -> str:
        return f"<table:table-cell>{''.join(map(self.paragraph, cell)) or '<text:p/>'}</table:table-cell>"

    def _run(self, text: str, emphasis: frozenset[Emphasis], link: str) -> str:
        inner = _text(text)
        if emphasis:
            look = tuple(sorted(emphasis))
            name = self._looks.setdefault(look, f"T{len(self._looks) + 1}")
            inner = f'<text:span text:style-name="{name}">{inner}</text:span>'
        return f'<text:a xlink:type="simple" xlink:href="{escape(link)}">{inner}</text:a>' if link else inner


def _text(text: str) -> str:
    """Return words; blanks in a row, tabs and line ends have elements of their own."""
    said = escape(text, quote=False).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return said.replace("  ", " <text:s/>")


def _list_style(name: str, level: str) -> str:
    levels = "".join(level.format(n) for n in range(1, 11))
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


_LISTS = _list_style("Bullet", '<text:list-level-style-bullet text:level="{0}" text:bullet-char="•"/>') + _list_style(
    "Count", '<text:list-level-style-number text:level="{0}" style:num-format="1" style:num-suffix="."/>'
)


def _manifest(edition: Edition) -> str:
    files = {"/": _KIND, "content.xml": "text/xml", "styles.xml": "text/xml"}
    files |= {f"Pictures/{picture.number}.jpg": "image/jpeg" for picture in edition.pictures}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files.items()
    )
    space = f'xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.3"'
    return f"{_HEAD}<manifest:manifest {space}>{rows}</manifest:manifest>"
