"""OpenDocument texts (ISO/IEC 26300): text, notes, comments, tracked changes, headers, properties, all names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from amanat.core import BlockKind, Cell, Emphasis, Gap, GapKind, Layer, ReadError
from amanat.read import xml
from amanat.read.archive import PICTURES, Archive
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.strings import beside_pixels, printable
from amanat.read.xml import Element, attribute, child, name, parse, texts

SUFFIXES = (".odt", ".ott")
LIMIT = 100_000_000
_LAYERS = {
    "annotation": Layer.COMMENT,
    "deletion": Layer.DELETION,
    "hidden-text": Layer.HIDDEN,
    "hidden-paragraph": Layer.HIDDEN,
    "text-box": Layer.TEXT_BOX,
    "title": Layer.ALT_TEXT,
    "desc": Layer.ALT_TEXT,
    "script": Layer.DATA,
    "header": Layer.HEADER,
    "header-left": Layer.HEADER,
    "header-first": Layer.HEADER,
    "footer": Layer.FOOTER,
    "footer-left": Layer.FOOTER,
    "footer-first": Layer.FOOTER,
}
_APART = frozenset(
    {"annotation", "note", "frame", "custom-shape", "text-box", "hidden-text", "script", "title", "desc"}
)
"""Elements inside a paragraph that are told beside it."""
_SKIPPED = frozenset(
    "sequence-decls variable-decls user-field-decls forms note-citation creator date generator".split()
)
_SPEAKING = re.compile(
    r"(?:name|title|author|initials|value|string-value|description|condition|formula|href|label|help|connection|hint|"
    r"display-name|table-name|database-name|column-name|current-value|database|ref-name|alt)"
)
_OWN_STYLE = frozenset(
    {"style-name", "name", "display-name", "parent-style-name", "next-style-name", "master-page-name"}
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DEEPEST_HEADING = 6
_MOST_BLANKS = 200
_WIDEST = 500


@dataclass(frozen=True, slots=True)
class _Here:
    """What holds at one place."""

    layer: Layer = Layer.BODY
    emphasis: frozenset[Emphasis] = frozenset()
    link: str = ""
    list_: str = ""
    depth: int = 0
    cell: Cell | None = None


def prepare() -> None:
    """Load the XML parser."""
    xml.prepare()


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield the pictures in an OpenDocument text: first those in its text, in their order, then its preview."""
    archive = Archive(data)
    return map(archive.read, _order(archive, _roots(archive)))


def _roots(archive: Archive) -> "dict[str, Element]":
    return {part: parse(archive.read(part)) for part in archive.names if part.endswith((".xml", ".rdf"))}


def _order(archive: Archive, roots: "dict[str, Element]") -> tuple[str, ...]:
    """Return the names of all picture parts: first those that the text shows, in its order, then the others."""
    known = dict.fromkeys(part for part in archive.names if PurePosixPath(part).suffix.lower() in PICTURES)
    texts_ = [roots[part] for part in ("content.xml", "styles.xml") if part in roots]
    used = [attribute(image, "href") for root in texts_ for image in root.iter() if name(image) == "image"]
    return tuple(dict.fromkeys([*(part for part in used if part in known), *known]))


def flow(data: bytes, depth: int) -> Flow:
    """Return everything an OpenDocument text says.

    Raises:
        ReadError: R011 a trap, R015 damaged, R016 sealed, R017 entities, R018 names that lie, R020 no such file.
    """
    del depth
    archive = Archive(data)
    if "content.xml" not in archive.names:
        raise ReadError("R015", "there is no text in this file; save it again as .odt")
    if "META-INF/manifest.xml" in archive.names and b":encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ReadError("R016", "the file is protected by a password; save it without one and try again")
    roots = _roots(archive)
    text = _Text(_styles(roots), {part: number for number, part in enumerate(_order(archive, roots), 1)})
    around = text.walk(roots["styles.xml"], "styles.xml") if "styles.xml" in roots else []
    body = text.walk(roots["content.xml"], "content.xml")
    heads = [p for p in around if p.layer is Layer.HEADER]
    told = [*heads, *body, *(p for p in around if p.layer is not Layer.HEADER)]
    rest, gaps = _rest(archive, roots, {piece.text.strip() for p in told for piece in p.pieces})
    return Flow((*told, *rest), tuple(gaps))


@dataclass(frozen=True, slots=True)
class _Styles:
    looks: dict[str, frozenset[Emphasis]]
    hidden: frozenset[str]
    ordered: frozenset[str]
    """Lists that count."""


def _styles(roots: "dict[str, Element]") -> _Styles:
    looks: dict[str, frozenset[Emphasis]] = {}
    hidden: set[str] = set()
    ordered: set[str] = set()
    for root in (roots[part] for part in ("styles.xml", "content.xml") if part in roots):
        for element in root.iter():
            called = attribute(element, "name") if name(element) in {"style", "list-style"} else ""
            if not called:
                continue
            if name(element) == "list-style" and child(element, "list-level-style-number") is not None:
                ordered.add(called)
            properties = child(element, "text-properties")
            if properties is not None:
                looks[called] = _look(properties)
            if any(attribute(c, "display") == "none" for c in element):
                hidden.add(called)
    return _Styles(looks, frozenset(hidden), frozenset(ordered))


def _look(properties: "Element") -> frozenset[Emphasis]:
    said = {
        Emphasis.BOLD: attribute(properties, "font-weight") in {"bold", "600", "700", "800", "900"},
        Emphasis.ITALIC: attribute(properties, "font-style") in {"italic", "oblique"},
        Emphasis.UNDERLINE: attribute(properties, "text-underline-style") not in {"", "none"},
        Emphasis.STRIKE: attribute(properties, "text-line-through-style") not in {"", "none"},
        Emphasis.RAISED: attribute(properties, "text-position").startswith(("super", "3", "5")),
        Emphasis.LOWERED: attribute(properties, "text-position").startswith(("sub", "-")),
    }
    return frozenset(mark for mark, holds in said.items() if holds)


class _Text:
    """Walks the text of one file."""

    def __init__(self, styles: _Styles, pictures: dict[str, int]) -> None:
        self._styles, self._pictures = styles, pictures
        self._tables = 0
        self._out: list[Paragraph] = []
        self._part = ""

    def walk(self, root: "Element", part: str) -> list[Paragraph]:
        """Return all paragraphs of a part."""
        self._out, self._part = [], part
        for element in root.iter():
            if name(element) in {"body", "master-styles"}:
                self._blocks(element, _Here(Layer.BODY if part == "content.xml" else Layer.HIDDEN))
        return self._out

    def _blocks(self, container: "Element", here: _Here) -> None:
        for element in container:
            kind = name(element)
            if kind in {"p", "h"}:
                self._paragraph(element, here)
            elif kind == "list":
                style = attribute(element, "style-name") or here.list_
                self._blocks(element, replace(here, list_=style, depth=here.depth + 1))
            elif kind == "table":
                self._table(element, here)
            elif kind == "note":
                self._note(element, here)
            elif kind and kind not in _SKIPPED:
                self._frame(element, here)
                self._blocks(element, self._inside(element, here))

    def _inside(self, element: "Element", here: _Here) -> _Here:
        kind = name(element)
        if attribute(element, "display") == "none" or attribute(element, "style-name") in self._styles.hidden:
            return replace(here, layer=Layer.HIDDEN)
        layer = _LAYERS.get(kind, here.layer)
        if layer.shown and not here.layer.shown and layer not in {Layer.HEADER, Layer.FOOTER}:
            layer = here.layer
        return replace(here, layer=layer)

    def _frame(self, element: "Element", here: _Here) -> None:
        """Tell which picture a frame holds; of several forms of one the first is shown."""
        image = child(element, "image") if name(element) == "frame" else None
        number = self._pictures.get(attribute(image, "href"), 0) if image is not None else 0
        if number:
            said = (child(element, kind) for kind in ("desc", "title"))
            alt = next(("".join(each.itertext()) for each in said if each is not None), "")
            kind = BlockKind.CELL if here.cell else BlockKind.PARAGRAPH
            self._out.append(Paragraph((), here.layer, self._part, kind, cell=here.cell, picture=number, alt=alt))

    def _note(self, element: "Element", here: _Here) -> None:
        layer = Layer.ENDNOTE if attribute(element, "note-class") == "endnote" else Layer.FOOTNOTE
        self._blocks(element, replace(here, layer=layer if here.layer.shown else here.layer, cell=None))

    def _table(self, element: "Element", here: _Here) -> None:
        number = here.cell.table if here.cell else self._tables
        self._tables += here.cell is None
        row = -1
        for line in element.iter():
            if name(line) != "table-row" or _holder(line) is not element:
                continue
            row += 1
            column = 0
            for box in line:
                if name(box) in {"table-cell", "covered-table-cell"}:
                    self._blocks(box, replace(here, cell=here.cell or Cell(number, row, min(column, _WIDEST))))
                    repeated = attribute(box, "number-columns-repeated")
                    column += int(repeated) if repeated.isdecimal() and len(repeated) < 4 else 1  # noqa: PLR2004

    def _paragraph(self, element: "Element", here: _Here) -> None:
        if attribute(element, "style-name") in self._styles.hidden:
            here = replace(here, layer=Layer.HIDDEN)
        aside: list[tuple[Element, _Here]] = []
        pieces = tuple(self._pieces(element, here, aside))
        base = Paragraph(pieces, here.layer, self._part)
        level = attribute(element, "outline-level")
        if here.cell:
            base = replace(base, kind=BlockKind.CELL, cell=here.cell)
        elif name(element) == "h":
            depth = min(int(level), _DEEPEST_HEADING) if level.isdecimal() and level != "0" else 1
            base = replace(base, kind=BlockKind.HEADING, level=depth)
        elif here.depth:
            base = replace(base, kind=BlockKind.ITEM, level=here.depth - 1, ordered=here.list_ in self._styles.ordered)
        self._out.append(base)
        for beside, there in aside:
            if name(beside) == "note":
                self._note(beside, there)
            elif name(beside) in {"hidden-text", "script", "title", "desc"}:
                said = attribute(beside, "string-value") + "".join(beside.itertext())
                self._out.append(Paragraph((Piece(said),), _LAYERS[name(beside)], self._part))
            else:
                self._frame(beside, there)
                self._blocks(beside, self._inside(beside, replace(there, cell=None, depth=0)))

    def _pieces(self, element: "Element", here: _Here, aside: "list[tuple[Element, _Here]]") -> Iterator[Piece]:
        if element.text:
            yield Piece(_plain(element.text), -1, here.emphasis, here.link)
        for inner in element:
            kind = name(inner)
            if kind in _APART:
                aside.append((inner, here))
            elif kind == "s":
                many = attribute(inner, "c")
                yield Piece(" " * min(int(many) if many.isdecimal() else 1, _MOST_BLANKS))
            elif kind in {"tab", "line-break"}:
                yield Piece("\t" if kind == "tab" else "\n")
            elif kind and kind not in {"tracked-changes", "bibliography-mark"}:
                emphasis = here.emphasis | self._styles.looks.get(attribute(inner, "style-name"), frozenset())
                link = attribute(inner, "href") if kind == "a" else here.link
                yield from self._pieces(inner, replace(here, emphasis=emphasis, link=link), aside)
            if inner.tail:
                yield Piece(_plain(inner.tail), -1, here.emphasis, here.link)


def _holder(row: "Element") -> "Element | None":
    """Return the table a row belongs to."""
    return next((above for above in row.iterancestors() if name(above) == "table"), None)


def _plain(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


def _rest(archive: Archive, roots: "dict[str, Element]", told: set[str]) -> tuple[list[Paragraph], list[Gap]]:
    """Return what no walk told: properties, names, formulas, pictures' metadata, files inside."""
    out: list[Paragraph] = []
    gaps: list[Gap] = []
    for part, root in roots.items():
        layer = Layer.PROPERTY if part.endswith("meta.xml") else Layer.DATA
        out += _said((said for said in texts(root) if said not in told and _LETTERS.search(said)), layer, part)
        out += _attributes(root, part)
    for part in archive.names:
        ending = PurePosixPath(part).suffix.lower()
        if part in roots or part == "mimetype" or part.startswith("META-INF/"):
            continue
        if ending in PICTURES:
            gaps.append(Gap(GapKind.PICTURE))
            out += _said(beside_pixels(archive.read(part)), Layer.PROPERTY, part)
        else:
            gaps.append(Gap(GapKind.EMBEDDED))
            out += _said(printable(archive.read(part)), Layer.EMBEDDED, part)
        stem = PurePosixPath(part).stem
        out += _said([stem] if not re.fullmatch(r"[0-9A-Fa-f]{16,}|thumbnail|current", stem) else [], Layer.NAME, part)
    out += _said(printable(archive.note), Layer.DATA, "")
    return out, gaps


def _attributes(root: "Element", part: str) -> Iterator[Paragraph]:
    for element in root.iter():
        if not isinstance(element.tag, str) or name(element) in {"font-face", "file-entry"}:
            continue
        styles = "style" in name(element) and not attribute(element, "display-name")
        for key, value in element.attrib.items():
            local = key.rpartition("}")[2]
            speaks = _SPEAKING.fullmatch(local) and not styles
            if (speaks or not value.isascii()) and local not in _OWN_STYLE - {"name"} and _LETTERS.search(value):
                yield Paragraph((Piece(value),), Layer.LINK if local == "href" else Layer.NAME, part)


def _said(words: "Iterator[str] | list[str]", layer: Layer, part: str) -> list[Paragraph]:
    return [Paragraph((Piece(said),), layer, part) for said in words if said.strip()]
