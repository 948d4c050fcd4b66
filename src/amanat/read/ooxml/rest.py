"""The words of a Word file that are no story: properties, names, addresses, data, pictures' metadata, files inside."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from amanat.core import Gap, GapKind, Layer, ReadError
from amanat.read.archive import PICTURES, Archive
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.ooxml.package import Package
from amanat.read.strings import beside_pixels, printable
from amanat.read.xml import name, parse, texts

_BINARY_OF_NO_WORDS = frozenset({".odttf", ".ttf", ".otf", ".fntdata"})
_SPEAKING = {
    "author": Layer.PROPERTY, "initials": Layer.PROPERTY, "userId": Layer.PROPERTY,
    "descr": Layer.ALT_TEXT, "alt": Layer.ALT_TEXT, "title": Layer.ALT_TEXT, "tooltip": Layer.ALT_TEXT,
    "string": Layer.PICTURE, "instr": Layer.FIELD, "query": Layer.DATA, "connectString": Layer.DATA,
    "displayText": Layer.NAME, "value": Layer.DATA, "anchor": Layer.NAME, "docLocation": Layer.NAME,
    "element": Layer.NAME,
}  # fmt: skip
"""Attributes whose words are somebody's own, wherever they stand."""
_NAMING = frozenset(
    "bookmarkStart docPr cNvPr docVar property person style shape shapetype taskpaneWebextension".split()
)
_VALUED = frozenset(
    "alias tag docVar name default statusText helpText docPart entryMacro exitMacro connectString query lvlText author "
    "summary description caption listEntry result placeholder udl table mailSubject addressFieldName mappedName".split()
)
_OF_STYLES = frozenset(
    "normal default paragraph heading title subtitle header footer char character table no list spacing body text "
    "bullet number continue macro quote caption strong subtle intense emphasis reference book toc index grid "
    "light medium dark colorful shading accent plain font footnote endnote comment annotation subject balloon "
    "page line hyperlink followed revision placeholder web html indent first contents bibliography theme office "
    "date signature salutation closing envelope address document map latent block outline unresolved mention "
    "smart link simple classic colour columns elegant professional effects d".split()
)
"""Words of which programs make the names of their own styles."""
_STYLE_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_OF_PROGRAMS = frozenset({"lsdException", "Default", "font", "mathFont", "themeFontLang", "compatSetting"})
_FONTS = frozenset("ascii hAnsi cs eastAsia typeface panose altName lang themeFontLang".split())
_OUR_NAMES = re.compile(
    r"(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|theme|header|footer|footnotes|endnotes|people|"
    r"comments\w*|numbering|core|app|custom|item|itemProps|image|thumbnail|chart|drawing|data|layout|quickStyle|colors|"
    r"hdphoto|oleObject|Microsoft_\w+|vbaProject|vbaData|\[Content_Types\]|media|font|printerSettings|style|customXml\w*|"
    r"\.?rels)?[\d.]*(?:\.xml)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_OWN_DATA = re.compile(r"customXml/[^/]+(?<!Props\d)(?<!Props)\.xml$")
_FLAGS = frozenset({"true", "false"})
_SENTENCE = re.compile(r"[^\W\d_]{3,40}[ ,.'’-]{1,4}[^\W\d_]{3}")


class Rest:
    """Goes through all parts of a file once more, for what the story did not tell."""

    __slots__ = ("_depth", "_inner", "_package", "_told")

    def __init__(
        self, package: Package, told: Iterable[Paragraph], depth: int, inner: Callable[[bytes, int], Flow]
    ) -> None:
        """Get ready.

        Args:
            package: the file.
            told: what the story told already.
            depth: how many files this one lies in.
            inner: reads a Word file inside this one.
        """
        self._package, self._depth, self._inner = package, depth, inner
        self._told = {piece.text.strip() for paragraph in told for piece in paragraph.pieces}

    def gather(self) -> Flow:
        """Return everything else, all of it hidden layers, and what could not be read."""
        out: list[Paragraph] = []
        gaps: list[Gap] = []
        pictures = 0
        for part in self._package.archive.names:
            ending = PurePosixPath(part).suffix.lower()
            out += _said(_own_names(part), Layer.NAME, part)
            if self._package.is_xml(part):
                out += self._xml(part)
            elif ending in PICTURES:
                pictures += 1
                out += _said(beside_pixels(self._package.archive.read(part)), Layer.PROPERTY, part)
            elif ending not in _BINARY_OF_NO_WORDS:
                found, whole = self._file(self._package.archive.read(part))
                out += found
                gaps += [] if whole else [Gap(GapKind.EMBEDDED)]
        out += _said(printable(self._package.archive.note), Layer.DATA, "")
        if pictures:
            gaps.append(Gap(GapKind.PICTURE, count=pictures))
        return Flow(tuple(out), tuple(gaps))

    def _xml(self, part: str) -> Iterator[Paragraph]:
        root = self._package.root(part)
        layer = _layer_of(part)
        new = (said for said in texts(root) if said not in self._told and said not in _FLAGS and _LETTERS.search(said))
        yield from _said(new, layer, part)
        own = bool(_OWN_DATA.search(part))
        for element in root.iter():
            if own and name(element):
                yield from _said([name(element)], Layer.NAME, part)
            for key, value in element.attrib.items() if isinstance(element.tag, str) else ():
                found = Layer.DATA if own else _attribute_layer(name(element), key.rpartition("}")[2], str(value))
                if found and _LETTERS.search(value) and not value.startswith("http://schemas."):
                    yield Paragraph((Piece(str(value)),), found, part)

    def _file(self, data: bytes) -> tuple[list[Paragraph], bool]:
        """Return the words of a file inside, and whether all of them were read."""
        if data.startswith(b"PK\x03\x04") and self._depth < 3:  # noqa: PLR2004 - nobody packs stories deeper
            try:
                return _embedded(self._inner(data, self._depth + 1)), True
            except ReadError:
                pass
            try:
                return _office(Archive(data)), True
            except ReadError:
                return [], False
        return _said(printable(data), Layer.EMBEDDED, ""), False


def _embedded(flow: Flow) -> list[Paragraph]:
    return [Paragraph((Piece(p.text),), Layer.EMBEDDED) for p in flow.paragraphs]


def _office(archive: Archive) -> list[Paragraph]:
    """Return every text in a workbook, a presentation or any other zip of XML."""
    xml = (name_ for name_ in archive.names if name_.endswith((".xml", ".rels")))
    return _said(chain.from_iterable(texts(parse(archive.read(part))) for part in xml), Layer.EMBEDDED, "")


def _said(words: Iterable[str], layer: Layer, part: str) -> list[Paragraph]:
    return [Paragraph((Piece(said),), layer, part) for said in words if said.strip()]


def _layer_of(part: str) -> Layer:
    if part.startswith("docProps/"):
        return Layer.PROPERTY
    return Layer.PICTURE if re.search(r"/(?:charts|diagrams|drawings)/", part) or part.endswith(".svg") else Layer.DATA


def _own_names(part: str) -> list[str]:
    """Return what somebody called a part; names that programs give are left out."""
    stem = PurePosixPath(part).stem.removesuffix(".rels").removesuffix(".xml")
    return [] if _OUR_NAMES.fullmatch(stem) or not _LETTERS.search(stem) else [stem]


def _attribute_layer(element: str, key: str, value: str) -> Layer | None:
    """Tell which layer an attribute's words belong to, None when they are a program's."""
    if key in _FONTS or element in _OF_PROGRAMS or value.startswith("http://schemas."):
        return None
    if key in _SPEAKING:
        return _SPEAKING[key]
    if (key in {"name", "id"} and element in _NAMING) or (key == "val" and element in _VALUED):
        return Layer.NAME if not _of_styles(value) else None
    if key in {"Target", "PartName"}:
        outside = "://" in value or "@" in value
        return Layer.LINK if outside else Layer.NAME if _own_names(value) else None
    speaks = not value.isascii() or _SENTENCE.search(value)
    return Layer.DATA if speaks and key != "ContentType" and not _of_styles(value) else None


def _of_styles(value: str) -> bool:
    """Tell whether a program gives such a name to a style: `Light Shading Accent 1`."""
    return value.isascii() and all(word.lower() in _OF_STYLES for word in _STYLE_WORD.findall(value))
