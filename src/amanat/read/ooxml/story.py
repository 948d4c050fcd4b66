"""Walk a part that reads as text: paragraphs, tables, text boxes, fields, and what was changed and by when.

A paragraph with tracked changes is told twice: as it reads now (insertions in, deletions out) and, in the layer
`deletion`, as it read before; a name may stand in either, or only across both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from amanat.core import BlockKind, Cell, Layer
from amanat.read.flow import Paragraph, Piece
from amanat.read.ooxml.nodes import said, text_nodes
from amanat.read.ooxml.pictures import placed
from amanat.read.ooxml.styles import Look, Styles
from amanat.read.xml import Element, attribute, child, name

_IN = frozenset({"ins", "moveTo"})
_OUT = frozenset({"del", "moveFrom"})
_SILENT = frozenset(
    "pPr rPr sdtPr sdtEndPr sectPr tblPr tblGrid tblPrEx trPr tcPr customXmlPr smartTagPr instrText "
    "delInstrText".split()
)
_PRINTS = frozenset("t delText tab ptab br cr noBreakHyphen sym".split())
_PICTURES = frozenset({"drawing", "pict", "object", "AlternateContent"})
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Context:
    """Where the walk is."""

    layer: Layer
    cell: Cell | None = None
    change: str = ""
    """`in` inside an insertion, `out` inside a deletion."""
    link: str = ""
    field: bool = False
    """Inside a field: programs fill it in anew, so nothing can hang on its words."""


@dataclass(slots=True)
class _Words:
    """What one paragraph says."""

    now: list[Piece] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    hidden: list[Piece] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    boxes: "list[Element]" = field(default_factory=list)
    pictures: "list[Element]" = field(default_factory=list)
    changed: bool = False


class Story:
    """Walks one part."""

    __slots__ = (
        "_chunk", "_fields", "_links", "_numbers", "_open", "_out", "_part", "_pictures", "_root", "_styles", "_tables",
    )  # fmt: skip

    def __init__(
        self,
        root: "Element",
        part: str,
        styles: Styles,
        *,
        links: dict[str, str],
        pictures: dict[str, int],
        tables: Iterator[int],
        chunk: Callable[[str], list[Paragraph]],
    ) -> None:
        """Get ready.

        Args:
            root: the part's XML.
            part: its name.
            styles: what the looks of this file mean.
            links: addresses by the id of their tie.
            pictures: numbers of pictures by the id of their tie.
            tables: numbers for the tables of the file, taken one by one.
            chunk: reads a file that stands in place of text (`altChunk`), by the id of its tie.
        """
        self._root, self._part, self._styles = root, part, styles
        self._links, self._pictures = links, pictures
        self._tables, self._chunk = tables, chunk
        self._numbers = {element: number for number, element in enumerate(text_nodes(root))}
        self._fields: list[str] = []
        self._open: list[Piece] = []
        self._out: list[Paragraph] = []

    def walk(self, layer: Layer) -> list[Paragraph]:
        """Return all paragraphs of the part; notes that only draw lines are left out."""
        for element in self._root:
            if attribute(element, "type") not in _NO_NOTE:
                self._block(element, Context(layer))
        if self._open:
            self._out.append(Paragraph(tuple(self._open), layer, self._part))
        return self._out

    # --- blocks ---

    def _blocks(self, container: "Element | list[Element]", context: Context) -> None:
        for element in container:
            self._block(element, context)

    def _block(self, element: "Element", context: Context) -> None:
        kind = name(element)
        if kind == "p":
            self._paragraph(element, context)
        elif kind == "tbl":
            self._table(element, context)
        elif kind == "altChunk":
            said_there = self._chunk(attribute(element, "id"))
            self._out += [replace(p, cell=context.cell) if p.layer is Layer.BODY else p for p in said_there]
        elif kind == "AlternateContent":
            self._frames(element, context)
            self._boxes(element, context)
        elif kind and kind not in _SILENT:
            self._blocks(element, _changed(context, kind))

    def _table(self, table: "Element", context: Context) -> None:
        number = context.cell.table if context.cell else next(self._tables)
        for at, (row, changed) in enumerate(_below(table, "tr", context)):
            properties = child(row, "trPr")
            for mark in properties if properties is not None else ():
                changed = _changed(changed, name(mark))  # noqa: PLW2901 - the row's own mark goes on top
            column = 0
            for box, inside in _below(row, "tc", changed):
                cell = context.cell or Cell(number, at, column)
                self._blocks(box, replace(inside, cell=cell))
                column += _width(box)

    def _paragraph(self, element: "Element", context: Context) -> None:
        properties = child(element, "pPr")
        words = _Words(now=self._open)
        self._open = []
        self._inline(element, words, context)
        marks = child(properties, "rPr") if properties is not None else None
        if marks is not None and any(name(mark) in _OUT for mark in marks):
            self._open = words.now  # its end was deleted: the next paragraph goes on in the same line
        elif words.now:
            self._out.append(self._shaped(words.now, properties, context))
        if words.changed:
            self._hidden(words.before, Layer.DELETION)
        self._hidden(words.hidden, Layer.HIDDEN)
        self._hidden([Piece(code) for code in ("".join(words.code),) if code.strip()], Layer.FIELD)
        for drawing in words.pictures:
            self._frames(drawing, context)
        for box in words.boxes:
            self._boxes(box, context)

    def _frames(self, drawing: "Element", context: Context) -> None:
        """Tell which pictures stand here; each is shown once, however many programs it was drawn for."""
        kind = BlockKind.CELL if context.cell else BlockKind.PARAGRAPH
        found = {self._pictures[each.tie]: each.alt for each in placed(drawing) if each.tie in self._pictures}
        for number, alt in found.items():
            self._out.append(Paragraph((), context.layer, self._part, kind, cell=context.cell, picture=number, alt=alt))

    def _shaped(self, pieces: list[Piece], properties: "Element | None", context: Context) -> Paragraph:
        paragraph = Paragraph(tuple(pieces), context.layer, self._part)
        if context.layer.shown and self._styles.hides(properties):
            return replace(paragraph, layer=Layer.HIDDEN)
        if context.cell:
            return replace(paragraph, kind=BlockKind.CELL, cell=context.cell)
        level, item = self._styles.level(properties), self._styles.item(properties)
        if level:
            return replace(paragraph, kind=BlockKind.HEADING, level=level)
        if item:
            return replace(paragraph, kind=BlockKind.ITEM, level=item[0], ordered=item[1])
        return paragraph

    def _hidden(self, pieces: list[Piece], layer: Layer) -> None:
        if pieces:
            self._out.append(Paragraph(tuple(pieces), layer, self._part))

    def _boxes(self, element: "Element", context: Context) -> None:
        """Tell the text boxes of a drawing; what older programs would show is told again where it differs."""
        shown: set[str] = set()
        for box, old in sorted(_text_boxes(element, old=False), key=lambda pair: pair[1]):
            start, fields = len(self._out), self._fields
            self._fields = []
            layer = Layer.TEXT_BOX if context.layer.shown else context.layer
            self._blocks(box, replace(context, layer=layer, cell=None))
            self._fields = fields
            if old:
                again = self._out[start:]
                self._out[start:] = [replace(p, layer=Layer.HIDDEN) for p in again if p.text not in shown]
            shown.update(p.text for p in self._out[start:])

    # --- inside a paragraph ---

    def _inline(self, container: "Element", words: _Words, context: Context) -> None:
        for element in container:
            kind = name(element)
            if kind == "r":
                self._run(element, words, context)
            elif kind == "hyperlink":
                link = self._links.get(attribute(element, "id"), "")
                self._inline(element, words, replace(context, link=link))
            elif kind in _PICTURES:
                _draw(element, words, context)
            elif kind and kind not in _SILENT:
                if kind == "fldSimple":
                    words.code.append(attribute(element, "instr"))
                inside = replace(context, field=context.field or kind == "fldSimple")
                self._inline(element, words, _changed(inside, kind))

    def _run(self, run: "Element", words: _Words, context: Context) -> None:
        look = self._styles.look(child(run, "rPr"))
        for element in run:
            kind = name(element)
            if kind in _PRINTS:
                self._print(element, words, context, look)
            elif kind in {"instrText", "delInstrText"}:
                words.code.append(element.text or "")
            elif kind == "fldChar":
                self._field(attribute(element, "fldCharType"))
            elif kind in _PICTURES:
                _draw(element, words, context)
            elif kind == "ruby":
                for part in sorted(element, key=lambda e: name(e) == "rt"):  # what is explained, then what explains it
                    self._inline(part, words, context)

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append("code")
        elif mark == "separate" and self._fields:
            self._fields[-1] = "result"
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _print(self, element: "Element", words: _Words, context: Context, look: Look) -> None:
        text = said(element)
        if not text:
            return
        number = -1 if self._fields or context.field else self._numbers.get(element, -1)
        piece = Piece(text, number, look.emphasis, context.link)
        if "code" in self._fields:
            words.code.append(text)
        elif look.hidden or (look.white and context.cell is None):
            words.hidden.append(piece)
        else:
            change = "out" if name(element) == "delText" else context.change
            words.changed |= bool(change)
            if change != "out":
                words.now.append(piece)
            if change != "in":
                words.before.append(piece)


def _draw(element: "Element", words: _Words, context: Context) -> None:
    """Keep a drawing for the end of its paragraph; a deleted picture is shown nowhere."""
    words.boxes.append(element)
    if context.change != "out":
        words.pictures.append(element)


def _changed(context: Context, kind: str) -> Context:
    if kind in _OUT:
        return replace(context, change="out")
    if kind in _IN and context.change != "out":
        return replace(context, change="in")
    return context


def _below(container: "Element", wanted: str, context: Context) -> "Iterator[tuple[Element, Context]]":
    """Yield the rows of a table, or the cells of a row, through whatever is wrapped round them."""
    for element in container:
        kind = name(element)
        if kind == wanted:
            yield element, context
        elif kind and kind not in _SILENT:
            yield from _below(element, wanted, _changed(context, kind))


def _width(cell: "Element") -> int:
    properties = child(cell, "tcPr")
    span = child(properties, "gridSpan") if properties is not None else None
    value = attribute(span, "val") if span is not None else ""
    return max(1, int(value)) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004 - a table has no 1,000 columns


def _text_boxes(element: "Element", *, old: bool) -> "Iterator[tuple[Element, bool]]":
    """Yield the text boxes in a drawing and whether only older programs show them."""
    if name(element) == "txbxContent":
        yield element, old
        return
    inner = (_text_boxes(c, old=old or name(c) == "Fallback") for c in element if name(c))
    yield from chain.from_iterable(inner)
