"""Web pages: what a browser shows, and behind it comments, scripts, properties and every attribute with words."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from amanat.core import BlockKind, Cell, Emphasis, Gap, GapKind, Layer, ReadError
from amanat.read.flow import MOST_PIECES, Flow, Paragraph, Piece

SUFFIXES = (".html", ".htm", ".xhtml")
LIMIT = 20_000_000
_DEEPEST = 2_000
_UNCLOSED = 100  # tags or comments that do not end before the page does; real pages have one, where they were cut off
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_GONE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])", re.IGNORECASE
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section "
    "select summary table tbody td tfoot th thead tr ul".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_MARKS = {
    "b": Emphasis.BOLD, "strong": Emphasis.BOLD, "i": Emphasis.ITALIC, "em": Emphasis.ITALIC, "cite": Emphasis.ITALIC,
    "u": Emphasis.UNDERLINE, "ins": Emphasis.UNDERLINE, "s": Emphasis.STRIKE, "del": Emphasis.STRIKE,
    "strike": Emphasis.STRIKE, "sup": Emphasis.RAISED, "sub": Emphasis.LOWERED,
}  # fmt: skip
_UNSEEN = {
    "head": Layer.PROPERTY, "title": Layer.PROPERTY, "script": Layer.DATA, "style": Layer.DATA,
    "template": Layer.HIDDEN, "noscript": Layer.HIDDEN, "object": Layer.HIDDEN, "audio": Layer.HIDDEN,
    "video": Layer.HIDDEN, "datalist": Layer.HIDDEN,
}  # fmt: skip
_QUIET = frozenset(
    "class style lang dir rel type charset width height http-equiv xmlns target method colspan rowspan".split()
)
_ALT = frozenset({"alt", "title", "aria-label", "placeholder", "summary"})
_ADDRESSES = frozenset({"href", "src", "srcset", "action", "cite", "poster", "data", "background"})
_DATA_ADDRESS = re.compile(rb"data:image/[a-z+.-]{1,20};base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def flow(data: bytes, depth: int) -> Flow:
    """Return everything a web page says.

    Raises:
        ReadError: R011 nested deeper than any page, cut into more pieces, or full of tags that never end.
    """
    page = _Page(depth, [_bare(found.group(1)) for found in _DATA_ADDRESS.finditer(data)])
    page.feed(_closed(_decoded(data)))
    page.close()
    page.flush()
    return Flow(tuple(page.out), (Gap(GapKind.PICTURE, count=page.pictures),) if page.pictures else ())


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield the pictures that stand in a web page itself, as data in an address."""
    for found in _DATA_ADDRESS.finditer(data):
        try:
            yield base64.b64decode(found.group(1))
        except binascii.Error:
            yield b""


def _bare(coded: bytes) -> str:
    return b"".join(coded.split()).decode("ascii")


def _decoded(data: bytes) -> str:
    marks = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
    named = _CHARSET.search(data[:4096])
    guess = next((name for mark, name in marks if data.startswith(mark)), named.group(1).decode() if named else "utf-8")
    try:
        return data.decode(guess)
    except (LookupError, ValueError):
        return data.decode("cp1252" if named is None and not _is_utf8(data) else "utf-8", "replace")


def _closed(text: str) -> str:
    """Return a page whose tags and comments end; at each that does not the parser would read on to the end.

    Raises:
        ReadError: R011 so many do not end that it would take hours.
    """
    tags = text.count("<", text.rfind(">") + 1)
    comments = text.count("<!--", text.rfind("-->") + 1)
    if max(tags, comments) > _UNCLOSED:
        raise _trap()
    return text


def _trap() -> ReadError:
    return ReadError("R011", "the page is nested deeper than any story, or never ends; it is damaged or a trap")


def _is_utf8(data: bytes) -> bool:
    return data.decode("utf-8", "ignore").encode("utf-8") == data


@dataclass(frozen=True, slots=True)
class _Here:
    """What holds for text at one place of the page."""

    tag: str = ""
    layer: Layer = Layer.BODY
    emphasis: frozenset[Emphasis] = frozenset()
    link: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    lists: int = 0
    cell: Cell | None = None
    kept: bool = False
    """Whether blanks and line ends count."""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = -1


class _Page(HTMLParser):
    """Hears the tags of a page and writes down what is said between them."""

    def __init__(self, depth: int, order: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._order = {coded: number for number, coded in reversed([*enumerate(order, 1)])}
        self._after = len(order)
        self._frames: list[tuple[int, str, _Here]] = []
        self.out: list[Paragraph] = []
        self.pictures = 0
        self._depth = depth
        self._stack: list[_Here] = [_Here()]
        self._pieces: list[Piece] = []
        self._at = self._stack[0]
        self._heard = 0
        self._open: list[_Table] = []
        self._tables = 0
        self._waiting: list[int] = []
        """Numbers of the comments heard since the last block was closed."""

    def flush(self) -> None:
        """Close the block that is being heard."""
        pieces, self._pieces = self._pieces, []
        frames, self._frames = self._frames, []
        if any(piece.text.strip() for piece in pieces):
            self._paragraph(pieces)
        for number, alt, here in frames:
            kind = BlockKind.CELL if here.cell else BlockKind.PARAGRAPH
            self.out.append(Paragraph((), here.layer, "", kind, cell=here.cell, picture=number, alt=alt))

    def _paragraph(self, pieces: list[Piece]) -> None:
        here = self._at
        if not here.kept:
            pieces = [replace(pieces[0], text=pieces[0].text.lstrip(" ")), *pieces[1:]]
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(" "))
        for number in self._waiting:
            self.out[number] = replace(self.out[number], beside=len(self.out))
        self._waiting.clear()
        self.out.append(Paragraph(tuple(pieces), here.layer, "", here.kind, here.level, here.ordered, here.cell))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {key: value or "" for key, value in attrs}
        self._words_of(tag, given)
        if tag == "br":
            self._hear("\n")
        if tag in _BLOCKS:
            self.flush()
        if tag in _EMPTY:
            return
        self._table_tag(tag)
        here = self._inside(self._stack[-1], tag, given)
        if len(self._stack) > _DEEPEST:
            raise _trap()
        self._stack.append(here)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and whatever was left open inside it."""
        if tag in _EMPTY or all(here.tag != tag for here in self._stack):
            return
        if tag in _BLOCKS or self._stack[-1].layer is not self._stack[max(0, len(self._stack) - 2)].layer:
            self.flush()
        while len(self._stack) > 1:
            if self._stack.pop().tag == tag:
                break
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Hear text."""
        self._hear(data if self._stack[-1].kept else _BLANKS.sub(" ", data))

    def handle_comment(self, data: str) -> None:
        """Hear a comment, also one that some browsers obey; it stands beside the block that is closed next."""
        self._waiting.append(len(self.out))
        self._aside(data, Layer.COMMENT)
        if self._waiting[-1] == len(self.out):
            self._waiting.pop()

    def handle_decl(self, decl: str) -> None:
        """Hear a declaration."""
        if decl.lower() != "doctype html":
            self._aside(decl, Layer.DATA)

    def handle_pi(self, data: str) -> None:
        """Hear a processing instruction."""
        self._aside(data, Layer.DATA)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the signature of ParserBase
        """Hear `<![…>` as browsers do, as a comment; the parser itself breaks down over words it does not know."""
        return self.parse_bogus_comment(i, report)

    def _hear(self, text: str) -> None:
        here = self._stack[-1]
        if self._pieces and here.layer is not self._at.layer:
            self.flush()
        before = self._pieces[-1].text if self._pieces else " "
        if not here.kept and text.startswith(" ") and before.endswith((" ", "\n")):
            text = text[1:]
        if text:
            self._at = here
            self._pieces.append(Piece(text, -1, here.emphasis, here.link))
            self._heard += 1
            if self._heard > MOST_PIECES:
                raise _trap()

    def _aside(self, words: str, layer: Layer) -> None:
        if _LETTERS.search(words):
            self.out.append(Paragraph((Piece(words.strip()),), layer))

    def _words_of(self, tag: str, given: dict[str, str]) -> None:
        """Write down what attributes say; addresses become text of their own layer."""
        self.pictures += tag in {"img", "svg", "picture", "canvas"}
        if tag == "img":
            self._frames.append((self._number(given.get("src", "")), given.get("alt", ""), self._stack[-1]))
        for key, value in given.items():
            if key == "srcdoc" and self._depth < 3:  # noqa: PLR2004 - pages in pages in pages
                inner = flow(value.encode("utf-8", "replace"), self._depth + 1)
                self.out += [replace(p, layer=Layer.EMBEDDED, beside=-1) for p in inner.paragraphs]
            elif key in _ADDRESSES:
                self._aside(value if not value.startswith("data:") else "", Layer.LINK)
            elif key in _ALT:
                self._aside(value, Layer.ALT_TEXT)
            elif key == "value" and tag == "input" and given.get("type") != "hidden":
                self._aside(value, Layer.FORM)
            elif key not in _QUIET:
                self._aside(value, Layer.PROPERTY if tag == "meta" else Layer.DATA)

    def _number(self, address: str) -> int:
        """Return the number of a picture: those that stand in the page first, as `pictures` yields them."""
        inside = _DATA_ADDRESS.match(address.encode("utf-8", "replace"))
        known = self._order.get(_bare(inside.group(1)), 0) if inside else 0
        self._after += not known
        return known or self._after

    def _table_tag(self, tag: str) -> None:
        if tag == "table":
            self._open.append(_Table(self._tables))
            self._tables += 1
        elif self._open and tag == "tr":
            self._open[-1].row += 1
            self._open[-1].column = -1
        elif self._open and tag in {"td", "th"}:
            self._open[-1].row = max(0, self._open[-1].row)
            self._open[-1].column += 1

    def _inside(self, here: _Here, tag: str, given: dict[str, str]) -> _Here:
        """Return what holds inside an element that begins here."""
        layer = here.layer
        if layer is Layer.BODY:
            hidden = "hidden" in given or _GONE.search(given.get("style", "")) or given.get("aria-hidden") == "true"
            layer = _UNSEEN.get(tag, Layer.HIDDEN if hidden else layer)
        elif tag in {"script", "style"}:
            layer = Layer.DATA
        link = given.get("href", "") if tag == "a" else here.link
        mark = {_MARKS[tag]} if tag in _MARKS else set()
        new = replace(
            here,
            tag=tag,
            layer=layer,
            emphasis=here.emphasis | mark,
            link=link if _OUTSIDE.match(link.strip()) else "",
            kept=here.kept or tag in {"pre", "textarea"},
        )
        return self._shaped(new, tag)

    def _shaped(self, here: _Here, tag: str) -> _Here:
        if tag in {"td", "th"} and self._open:
            first = self._open[0]
            return replace(here, kind=BlockKind.CELL, cell=Cell(first.number, max(0, first.row), max(0, first.column)))
        if here.cell:
            return here
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return replace(here, kind=BlockKind.HEADING, level=int(tag[1]))
        if tag in {"ul", "ol", "menu"}:
            return replace(here, lists=here.lists + 1, ordered=tag == "ol")
        if tag == "li":
            return replace(here, kind=BlockKind.ITEM, level=max(0, here.lists - 1))
        return here
