"""How a text is laid out: its blocks and runs, and where in the file each of them came from."""

from dataclasses import dataclass, field
from enum import StrEnum

from amanat.core.direction import Direction
from amanat.core.span import Span


class Layer(StrEnum):
    """Where in a file a stretch of text stands. Names leak from every one of them."""

    BODY = "body"
    """The running text; also what a picture of a page says."""
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    FORM = "form"
    """What was filled into a field of a form."""
    COMMENT = "comment"
    DELETION = "deletion"
    """A block as it was before tracked changes, or an older revision of a file."""
    HIDDEN = "hidden"
    """Text set so that nobody sees it: hidden, white, under a box, beside the page."""
    FIELD = "field"
    """The instruction behind a field that a program fills in."""
    ALT_TEXT = "alt_text"
    PROPERTY = "property"
    """Metadata: authors, titles, dates, mail headers, custom properties."""
    NAME = "name"
    """Names that programs use: bookmarks, styles, tags, outline entries, file names inside."""
    LINK = "link"
    """Where a link leads."""
    DATA = "data"
    """Data that hang on the file: custom XML, mail merge, scripts."""
    EMBEDDED = "embedded"
    """Text of a file inside the file, such as an attachment."""
    PICTURE = "picture"
    """Words read from a picture."""

    @property
    def shown(self) -> bool:
        """Tell whether a reader of the file sees it; only such text goes into a safe copy."""
        return self in _SHOWN


_SHOWN = frozenset({Layer.BODY, Layer.HEADER, Layer.FOOTER, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.TEXT_BOX, Layer.FORM})


class BlockKind(StrEnum):
    """What a block is to the reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """An item of a list."""
    CELL = "cell"
    """A paragraph in a cell of a table."""


class Emphasis(StrEnum):
    """How a run stands out."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in which table a block stands, all counted from 0."""

    table: int
    """Which table of the file."""
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block that comes from one place of the file and looks one way."""

    span: Span
    """Where it stands in the plain text."""
    node: int = -1
    """Number of the piece of text in the block's part, in the order of the file; -1 when it has no number. Code point
    `n` of the run is code point `n` of that piece."""
    emphasis: frozenset[Emphasis] = frozenset()
    link: str = field(default="", repr=False)
    """The address it leads to; it also stands in the plain text, in the layer `link`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell, or one text of a hidden layer."""

    span: Span
    """Where it stands in the plain text."""
    layer: Layer
    language: str
    """BCP 47 tag."""
    direction: Direction
    runs: tuple[Run, ...] = ()
    """In order, side by side, together the whole block."""
    kind: BlockKind = BlockKind.PARAGRAPH
    part: str = ""
    """Part of the file it came from: `word/footnotes.xml`, `page 3`. A part's name may itself tell of a person."""
    level: int = 0
    """Depth of a heading (from 1) or of a list item (from 0)."""
    ordered: bool = False
    """Whether the list it belongs to is numbered."""
    cell: Cell | None = None
    """For cells: where in the table."""
    picture: int = 0
    """Which picture of the file stands here, from 1; the words of the block are a mark for it. 0 for words."""
    alt: str = field(default="", repr=False)
    """What the file says the picture shows; it also stands in the plain text, in the layer `alt_text`."""
    beside: Span | None = None
    """For comments in a page: the block they stand in or before, as far as the reader knows."""


class GapKind(StrEnum):
    """What of a file could not be read as text."""

    PAGE = "page"
    PICTURE = "picture"
    EMBEDDED = "embedded"
    """A file inside the file."""
    SEALED = "sealed"
    """Something encrypted."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something in the file whose words nobody read. It holds no words of the story."""

    kind: GapKind
    number: int = 0
    """Which one, counted from 1 (page 3); 0 when there is no order."""
    count: int = 1
    """How many of the kind."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may leave: bare pixels, faces and protected words covered, and a person has looked."""

    number: int
    """Which picture of the file it was, as in `Block`."""
    width: int
    """Pixels."""
    height: int
    content: bytes = field(repr=False)
    """A JPEG file without anything beside the pixels."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a document, those that a reader sees first."""

    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """In order of place; they do not overlap."""
    gaps: tuple[Gap, ...] = ()
    """What was not read."""

    @property
    def shown(self) -> tuple[Block, ...]:
        """The blocks that a reader of the file sees."""
        return tuple(block for block in self.blocks if block.layer.shown)
