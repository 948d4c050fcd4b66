"""Word files: every part and every layer of them, read with an own walker."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import PurePosixPath

from amanat.core import Gap, GapKind, Layer, ReadError
from amanat.read import html, xml
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.ooxml.package import Package, Relation
from amanat.read.ooxml.pictures import order
from amanat.read.ooxml.rest import Rest
from amanat.read.ooxml.story import Story
from amanat.read.ooxml.styles import Styles

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
LIMIT = 100_000_000
DEEPEST = 3
"""Files in files in files."""
_OURS = "Amanat"
_OUR_FIRST_LINE = re.compile(r"[A-Z]\d{3} [●○]+ (?:error|warning|suggestion|note)")
_AFTER = {"footnotes": Layer.FOOTNOTE, "endnotes": Layer.ENDNOTE, "comments": Layer.COMMENT}
_AROUND = {"header": Layer.HEADER, "footer": Layer.FOOTER}


def prepare() -> None:
    """Load the XML parser."""
    xml.prepare()


def flow(data: bytes, depth: int) -> Flow:
    """Return everything a Word file says: headers, text, text boxes, footers, notes; then what hides.

    Raises:
        ReadError: R011 a trap, R015 damaged, R016 sealed, R017 entities, R018 names that lie, R020 no Word file.
    """
    return _Word(Package.open(data), depth).read()


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield the pictures in a Word file: first those in its text, in their order, then its preview and others."""
    package = Package.open(data)
    return map(package.archive.read, order(package))


class _Word:
    """One Word file while it is read."""

    def __init__(self, package: Package, depth: int) -> None:
        self.package, self.depth = package, depth
        self.ties = package.relations(package.main)
        self.styles = Styles(self._optional("styles"), self._optional("numbering"))
        self.tables = count()
        self.gaps: list[Gap] = []
        self.pictures = {part: number for number, part in enumerate(order(package), 1)}

    def _optional(self, kind: str) -> "xml.Element | None":
        found = next((tie.target for tie in self.ties if tie.kind == kind and self._there(tie)), "")
        return self.package.root(found) if found else None

    def _there(self, tie: Relation) -> bool:
        return not tie.outside and tie.target in self.package.archive.names

    def read(self) -> Flow:
        """Return the whole flow."""
        main = self.package.main
        used = {xml.attribute(e, "id") for e in self.package.root(main).iter() if xml.name(e).endswith("Reference")}
        around: dict[Layer, list[Paragraph]] = {Layer.HEADER: [], Layer.FOOTER: []}
        after: list[Paragraph] = []
        for tie in self.ties:
            if tie.kind in _AROUND and self._there(tie):
                layer = _AROUND[tie.kind]
                around[layer] += self._story(tie.target, layer if tie.id in used else Layer.HIDDEN)
            elif tie.kind in _AFTER and self._there(tie):
                _without_our_own(self.package.root(tie.target))
                after += self._story(tie.target, _AFTER[tie.kind])
            elif tie.kind == "glossaryDocument" and self._there(tie):
                after += self._story(tie.target, Layer.DATA)
        told = [*around[Layer.HEADER], *self._story(main, Layer.BODY), *after, *around[Layer.FOOTER]]
        rest = Rest(self.package, told, self.depth, flow).gather()
        return Flow((*told, *rest.paragraphs), (*self.gaps, *rest.gaps))

    def _story(self, part: str, layer: Layer) -> list[Paragraph]:
        ties = {tie.id: tie for tie in self.package.relations(part)}
        links = {id_: tie.target for id_, tie in ties.items() if tie.outside}
        return Story(
            self.package.root(part),
            part,
            self.styles,
            links=links,
            pictures={id_: self.pictures[tie.target] for id_, tie in ties.items() if tie.target in self.pictures},
            tables=self.tables,
            chunk=lambda id_: self._chunk(ties.get(id_)),
        ).walk(layer)

    def _chunk(self, tie: Relation | None) -> list[Paragraph]:
        """Read a file that Word puts in the place of text when it opens this one."""
        if tie is None or not self._there(tie) or self.depth >= DEEPEST:
            return []
        data, ending = self.package.archive.read(tie.target), PurePosixPath(tie.target).suffix.lower()
        try:
            if ending in SUFFIXES:
                found = flow(data, self.depth + 1)
            elif ending in html.SUFFIXES or ending == ".mht":
                found = html.flow(data, self.depth + 1)
            else:
                found = Flow((Paragraph((Piece(data.decode("utf-8", "replace")),)),))
        except ReadError:
            self.gaps.append(Gap(GapKind.EMBEDDED))
            return []
        self.gaps += found.gaps
        return [Paragraph((Piece(p.text),), p.layer, tie.target) for p in found.paragraphs]


def _without_our_own(comments: "xml.Element") -> None:
    """Take out what an earlier review wrote in the margin: it quotes nothing, and is no part of the story."""
    for comment in list(comments):
        said = "".join(str(words) for words in comment.itertext())
        if xml.attribute(comment, "author") == _OURS and _OUR_FIRST_LINE.match(said):
            comments.remove(comment)
