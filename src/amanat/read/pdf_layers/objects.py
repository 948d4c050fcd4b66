"""Every string and every stream of a PDF, whatever leads to it: what is in no object that we walk is not in the file.

The standard (ISO 32000-2) names hundreds of places where words may stand. Walking all objects, with a name for the
layers we know, leaves none of them out; a list of places would.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Object, Pdf

from amanat.core import Gap, GapKind, Layer, ReadError
from amanat.read.pdf_layers.content import Font, fonts_of, loose_text, text_of
from amanat.read.pdf_layers.streams import Budget, filters, named, unpacked
from amanat.read.pdf_layers.strings import clean, markup, plain, readable, text_string
from amanat.read.picture_layers.segments import texts

MOST_OBJECTS = 300_000
"""Indirect objects a file may have."""
MOST_VALUES = 3_000_000
"""Values in all objects together."""
MOST_LETTERS = 20_000_000
"""Letters in all objects of all revisions together."""
_DEEPEST = 60
_CONTENT = 8_000_000  # bytes of a content stream read operator by operator
_PICTURES = frozenset({"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
_XML = (b"<?xml", b"<x:", b"<xdp", b"<?xpacket")
_BINARY = frozenset({"/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/CheckSum", "/Cert", "/ByteRange", "/Lookup"})
_DATES = frozenset({"/CreationDate", "/ModDate", "/M", "/LastModified"})
_PLAIN_NAMES = frozenset({"/Lang", "/Registry", "/Ordering", "/CharSet", "/FontFamily", "/Style", "/DA", "/Trapped"})
_KNOWN = {
    "/ActualText": Layer.ALT_TEXT,
    "/Alt": Layer.ALT_TEXT,
    "/E": Layer.ALT_TEXT,
    "/URI": Layer.LINK,
    "/JS": Layer.DATA,
    "/Contents": Layer.COMMENT,
    "/RC": Layer.COMMENT,
    "/Subj": Layer.COMMENT,
    "/V": Layer.FORM,
    "/DV": Layer.DATA,
    "/Opt": Layer.DATA,
    "/TU": Layer.NAME,
    "/TM": Layer.NAME,
    "/T": Layer.NAME,
    "/F": Layer.NAME,
    "/UF": Layer.NAME,
    "/Desc": Layer.NAME,
    "/Name": Layer.NAME,
    "/P": Layer.NAME,
    "/Names": Layer.NAME,
    "/Nums": Layer.NAME,
    "/Dest": Layer.NAME,
    "/Author": Layer.PROPERTY,
    "/Subject": Layer.PROPERTY,
    "/Keywords": Layer.PROPERTY,
    "/Creator": Layer.PROPERTY,
    "/Producer": Layer.PROPERTY,
}
"""Which layer a key's string belongs to; `/Title` is decided by what else its dictionary holds."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words from one place of a file."""

    text: str
    layer: Layer
    part: str
    """`page 3`, `object 12`."""


@dataclass(slots=True)
class Walk:
    """One pass over all objects of a file; remembers what it has counted."""

    budget: Budget = field(default_factory=Budget)
    values: int = 0
    fonts: dict[tuple[int, int], Font] = field(default_factory=dict)
    attached: int = 0
    """Files inside the file that are no text."""
    pictures: int = 0
    letters: int = 0
    widest: int = 0
    """Pixels of the largest picture."""
    renamed: bool = False
    """Whether anything has an ActualText, which stands for letters drawn."""

    def all(self, pdf: Pdf) -> Iterator[Said]:
        """Return what every object says.

        Raises:
            ReadError: R031 the file unpacks to too much, R033 it has too many objects.
        """
        objects = pdf.objects
        if len(objects) > MOST_OBJECTS:
            raise ReadError("R033", f"the file has more than {MOST_OBJECTS:,} objects; no document needs so many")
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        drawn = _drawn_by(pdf)
        for number, value in enumerate(present(objects), 1):
            place = f"page {pages[value.objgen]}" if value.objgen in pages else f"object {number}"
            yield from self.value(value, "", {}, place)
            if _is_stream(value):
                yield from self.stream(value, drawn.get(value.objgen), place)
        yield from self.value(pdf.trailer, "/Trailer", {}, "file")

    def counted(self, pdf: Pdf) -> Iterator[Said]:
        """Return what every object says, as long as it is no more than a story can be.

        Raises:
            ReadError: as `all`, and R033 for too many letters.
        """
        for said in self.all(pdf):
            self.letters += len(said.text)
            if self.letters > MOST_LETTERS:
                raise ReadError("R033", f"the file holds more than {MOST_LETTERS:,} letters; split it")
            yield said

    def value(
        self, value: Object, key: str, above: Object | dict[str, Object], part: str, depth: int = _DEEPEST
    ) -> Iterator[Said]:
        """Return the strings in one value; what it only points to is an object of its own."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise ReadError("R033", f"the file has more than {MOST_VALUES:,} values; no document needs so many")
        if isinstance(value, pikepdf.String):
            yield from _string(bytes(value), key, above, part)
        elif isinstance(value, pikepdf.Name):
            yield from _name(named(value), key, part)
        elif depth:
            for name, child, holder in _children(value):
                self.renamed |= name == "/ActualText"
                if name is not None:
                    yield from _key(name, key, part)
                if not child.is_indirect:
                    yield from self.value(child, name or key, above if name is None else holder, part, depth - 1)

    def stream(self, stream: Object, resources: Object | None, part: str) -> Iterator[Said]:
        """Return what a stream says, by what it is."""
        kind, form = named(stream.get("/Type")), named(stream.get("/Subtype"))
        if kind in {"/XRef", "/ObjStm"} or "/Length1" in stream or form in {"/Type1C", "/CIDFontType0C", "/OpenType"}:
            return  # tables of the file and font programs; their names are no words of the story
        if form == "/Image" or (_PICTURES & set(filters(stream))):
            yield from self.picture(stream, part)
            return
        data = unpacked(stream, self.budget)
        if kind == "/Metadata" or form == "/XML" or data[:200].lstrip().startswith(_XML):
            yield from _said(markup(data), Layer.PROPERTY if kind == "/Metadata" else Layer.DATA, part)
        elif kind == "/EmbeddedFile":
            yield from self.attachment(data, part)
        elif b"begincmap" in data[:2000]:
            return  # single letters of a font
        elif resources is not None or _draws(data, kind, form):
            yield from self.content(stream, data, resources, part)
        else:
            yield from _said(plain(data), Layer.DATA, part)

    def content(self, stream: Object, data: bytes, resources: Object | None, part: str) -> Iterator[Said]:
        """Return what a content stream draws; whether a page shows it is for the caller to compare."""
        self.renamed |= b"/ActualText" in data
        own = stream.get("/Resources") or resources
        text = ""
        if len(data) <= _CONTENT:
            text = text_of(stream, fonts_of(own, self.budget, self.fonts))
        yield from _said(text or loose_text(data), Layer.HIDDEN, part)
        yield from _said("\n".join(_comments(data)), Layer.HIDDEN, part)

    def picture(self, stream: Object, part: str) -> Iterator[Said]:
        """Return what a picture says about itself; what is in it is for another reader."""
        self.pictures += 1
        try:
            size = int(stream.get("/Width", 0)) * int(stream.get("/Height", 0))
        except (TypeError, ValueError):
            size = 0
        self.widest = max(self.widest, size)
        if "/DCTDecode" in filters(stream) or "/JPXDecode" in filters(stream):
            for said in texts(unpacked(stream, self.budget)):
                yield from _said(said, Layer.PROPERTY, part)

    def attachment(self, data: bytes, part: str) -> Iterator[Said]:
        """Return the words of a file inside the file, if it is text; else count it."""
        if b"\0" in data[:4096] or data.startswith((b"PK", b"%PDF", b"\x89PNG", b"\xff\xd8", b"\xd0\xcf")):
            self.attached += 1
            yield from _said(readable(data[:1_000_000]), Layer.EMBEDDED, part)
        else:
            yield from _said(plain(data), Layer.EMBEDDED, part)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What was not read as text."""
        return (Gap(GapKind.EMBEDDED, count=self.attached),) if self.attached else ()


def _children(value: Object) -> Iterator[tuple[str | None, Object, Object]]:
    """Return what an array or dictionary holds: the key (None in an array), the value, and the holder."""
    if isinstance(value, pikepdf.Array):
        yield from ((None, child, value) for child in present(value))
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        given = value.stream_dict if isinstance(value, pikepdf.Stream) else value
        for name, child in given.items():
            held: object = child
            if isinstance(held, Object):
                yield str(name), held, given


def present(array: Iterable[object]) -> Iterator[Object]:
    """Return the values of an array without those that are null."""
    return (child for child in array if isinstance(child, Object))


def _said(text: str, layer: Layer, part: str) -> Iterator[Said]:
    if text:
        yield Said(text, layer, part)


def _string(data: bytes, key: str, above: Object | dict[str, Object], part: str) -> Iterator[Said]:
    if key in _BINARY or (key in _DATES and data.startswith(b"D:")) or key in _PLAIN_NAMES:
        yield from _said(readable(data) if key not in _PLAIN_NAMES and len(data) > 64 else "", Layer.DATA, part)  # noqa: PLR2004
        return
    layer = _KNOWN.get(key, Layer.DATA)
    if key == "/Title":
        layer = Layer.NAME if "/Parent" in above or "/First" in above else Layer.PROPERTY
    elif key == "/T" and "/Rect" in above and "/FT" not in above:
        layer = Layer.COMMENT  # the author of a note
    yield from _said(markup(data) if key == "/RC" else text_string(data), layer, part)


def _name(name: str, key: str, part: str) -> Iterator[Said]:
    """A name is a token of programs, unless somebody wrote words into it."""
    if key in {"/Dest", "/V", "/AS"} or " " in name or not name.isascii():
        yield from _said(clean(name[1:]), Layer.NAME, part)


def _key(name: str, above: str, part: str) -> Iterator[Said]:
    if above in {"/Dests", "/PieceInfo"} or " " in name or not name.isascii():
        yield from _said(clean(name[1:]), Layer.NAME, part)


def _draws(data: bytes, kind: str, form: str) -> bool:
    return form == "/Form" or kind in {"/XObject", "/Pattern"} or (b"BT" in data and b"ET" in data) or b" Do" in data


def _comments(data: bytes) -> Iterator[str]:
    """Return comments between operators; a per cent sign inside a string is none."""
    for line in data.split(b"\n"):
        if line.lstrip().startswith(b"%"):
            yield text_string(line.lstrip(b"% \t"))


def _is_stream(value: Object) -> bool:
    return isinstance(value, pikepdf.Stream)


def _drawn_by(pdf: Pdf) -> dict[tuple[int, int], Object]:
    """Return, for each page's content streams, the resources they may use."""
    out: dict[tuple[int, int], Object] = {}
    for page in pdf.pages:
        contents, resources = page.obj.get("/Contents"), page.obj.get("/Resources")
        if resources is None:
            continue
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(stream, pikepdf.Stream):
                out[stream.objgen] = resources
    return out
