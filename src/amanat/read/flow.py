"""What a reader says of a file, as plain data: it crosses from the cage as JSON, and here it becomes a Document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from amanat.core import (
    Block,
    BlockKind,
    Cell,
    Document,
    Emphasis,
    Gap,
    GapKind,
    Layer,
    Layout,
    Part,
    PartKind,
    ReadError,
    Run,
    Span,
)
from amanat.languages import Language, detect, language
from amanat.read.parts import kind_of

LONGEST = 10_000_000
"""Code points a file may hold in all its layers: some 1,500,000 words."""
MOST_PIECES = 300_000
"""Stretches of one look a file may hold; a story of 20 pages has some 2,000."""
_TELLING = 20  # letters needed to tell a block's language
_ONE_TO_ONE = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n") | {0: "\ufffd"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_NOTES = frozenset({Layer.HEADER, Layer.FOOTER, Layer.FOOTNOTE, Layer.ENDNOTE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph that comes from one place and looks one way."""

    text: str
    node: int = -1
    """As in `core.Run`."""
    emphasis: frozenset[Emphasis] = frozenset()
    link: str = ""
    """The address it leads to."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a file before its place in the plain text is known. The fields mean what they mean in `Block`."""

    pieces: tuple[Piece, ...]
    layer: Layer = Layer.BODY
    part: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    cell: Cell | None = None
    picture: int = 0
    """A picture stands here, without pieces: which one in the order of the reader's `pictures`, from 1."""
    alt: str = ""
    beside: int = -1
    """Number of the paragraph it stands in or before, counted over the whole flow; -1 when nobody knows."""

    @property
    def text(self) -> str:
        """The words of it."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Flow:
    """All that a reader found: what is shown in reading order, hidden layers anywhere between."""

    paragraphs: tuple[Paragraph, ...]
    gaps: tuple[Gap, ...] = ()


def as_data(flow: Flow) -> object:
    """Return a flow as what JSON can carry.

    Raises:
        ReadError: R011 it is cut into more pieces than any story; outside the cage each would cost time.
    """
    if sum(len(p.pieces) or 1 for p in flow.paragraphs) > MOST_PIECES:
        raise ReadError("R011", "the file is cut into more pieces than any story; it is damaged or a trap")
    return [
        [
            [
                p.layer,
                p.part,
                p.kind,
                p.level,
                p.ordered,
                [p.cell.table, p.cell.row, p.cell.column] if p.cell else None,
                [[piece.text, piece.node, sorted(piece.emphasis), piece.link] for piece in p.pieces],
                p.picture,
                p.alt,
                p.beside,
            ]
            for p in flow.paragraphs
        ],
        [[gap.kind, gap.number, gap.count] for gap in flow.gaps],
    ]


def from_data(data: object) -> Flow:
    """Return the flow that came out of a cage; nothing in it is taken on trust.

    Raises:
        ReadError: R013 it has not the shape of a flow.
    """
    try:
        paragraphs, gaps = _row(data, 2)
        return Flow(
            tuple(_paragraph(row) for row in _rows(paragraphs)),
            tuple(Gap(GapKind(_word(k)), _count(n), _count(c)) for k, n, c in (_row(g, 3) for g in _rows(gaps))),
        )
    except (TypeError, ValueError):
        raise ReadError("R013", "the reader broke down over this file; save it again in Word or as text") from None


def _paragraph(data: object) -> Paragraph:
    layer, part, kind, level, ordered, cell, pieces, picture, alt, beside = _row(data, 10)
    if not isinstance(beside, int):
        raise TypeError
    return Paragraph(
        tuple(_piece(row) for row in _rows(pieces)),
        Layer(_word(layer)),
        _word(part),
        BlockKind(_word(kind)),
        _count(level),
        ordered is True,
        Cell(*(_count(number) for number in _row(cell, 3))) if cell is not None else None,
        _count(picture),
        _word(alt),
        beside,
    )


def _piece(data: object) -> Piece:
    text, node, emphasis, link = _row(data, 4)
    if not isinstance(node, int):
        raise TypeError
    return Piece(_word(text), node, frozenset(Emphasis(_word(e)) for e in _rows(emphasis)), _word(link))


def _rows(data: object) -> list[object]:
    if not isinstance(data, list):
        raise TypeError
    return data


def _row(data: object, size: int) -> list[object]:
    row = _rows(data)
    if len(row) != size:
        raise ValueError
    return row


def _word(data: object) -> str:
    if not isinstance(data, str):
        raise TypeError
    return data


def _count(data: object) -> int:
    if not isinstance(data, int) or data < 0:
        raise TypeError
    return data


def document_of(flow: Flow, name: str) -> Document:
    """Lay a flow out as one plain text: what a reader sees in its order, then every hidden layer.

    Blocks stand apart by an empty line, cells of one table by a line end. The same words twice in one hidden layer
    stand once, unless they stand beside different paragraphs.

    Raises:
        ReadError: R004 no text at all, R005 more text than a story can hold.
    """
    numbered = [(n, p) for n, p in enumerate(flow.paragraphs) if p.text.strip() or p.picture]
    told = [p for _, p in numbered]
    if sum(len(p.text) for p in told) > LONGEST:
        raise ReadError("R005", f"the file holds more than {LONGEST:,} letters; split it and review the parts")
    if not any(letter.isprintable() and not letter.isspace() for p in told for letter in p.text):
        raise ReadError("R004", "the file holds no text")
    main = detect("\n".join(p.text for p in told if p.layer.shown) or "\n".join(p.text for p in told))
    numbers = [n for n, p in numbered if p.layer.shown]
    shown = [_marked(p, main) for p in told if p.layer.shown]
    hidden = list({(p.layer, p.text, p.beside): p for p in told if not p.layer.shown and not p.picture}.values())
    links = dict.fromkeys(piece.link for p in told for piece in p.pieces if piece.link.strip())
    hidden += [Paragraph((Piece(link),), Layer.LINK) for link in links]
    text, places = _joined([*shown, *hidden])
    where = dict(zip(numbers, places, strict=False))
    blocks = tuple(
        replace(_block(p, place, text, main.tag), beside=where.get(p.beside))
        for p, place in zip([*shown, *hidden], places, strict=True)
    )
    return Document(text, main.tag, _parts(blocks, text), name, Layout(blocks, flow.gaps))


def _marked(paragraph: Paragraph, spoken: Language) -> Paragraph:
    """Return a paragraph with words in the place of a picture: `[picture 2]`."""
    if not paragraph.picture:
        return paragraph
    return replace(paragraph, pieces=(Piece(f"[{spoken.picture} {paragraph.picture}]"),))


def _joined(paragraphs: Iterable[Paragraph]) -> tuple[str, list[Span]]:
    out: list[str] = []
    places: list[Span] = []
    length, before = 0, None
    for paragraph in paragraphs:
        words = paragraph.text.translate(_ONE_TO_ONE)
        if not words.isascii():
            words = words.translate(_SURROGATES)
        gap = ""
        if before is not None:
            same_table = before.cell and paragraph.cell and before.cell.table == paragraph.cell.table
            gap = "\n" if same_table else "\n\n"
        out += (gap, words)
        places.append(Span(length + len(gap), length + len(gap) + len(words)))
        length, before = places[-1].end, paragraph
    return "".join(out), places


def _block(paragraph: Paragraph, place: Span, text: str, main: str) -> Block:
    words = text[place.start : place.end]
    own = detect(words) if sum(map(str.isalpha, words)) >= _TELLING else language(main)
    runs, at = [], place.start
    for piece in paragraph.pieces:
        if piece.text:
            span = Span(at, at + len(piece.text))
            runs.append(Run(span, piece.node, piece.emphasis, piece.link))
            at = span.end
    return Block(
        place,
        paragraph.layer,
        own.tag,
        own.direction,
        tuple(runs),
        paragraph.kind,
        paragraph.part,
        paragraph.level,
        paragraph.ordered,
        paragraph.cell,
        paragraph.picture,
        paragraph.alt,
    )


def _parts(blocks: Iterable[Block], text: str) -> tuple[Part, ...]:
    first = next((block for block in blocks if not block.picture), None)
    return tuple(
        Part(block.span, _kind(block, text, first=block is first), block.language, block.direction) for block in blocks
    )


def _kind(block: Block, text: str, *, first: bool) -> PartKind:
    if not block.layer.shown:
        return PartKind.HIDDEN
    if block.layer in _NOTES:
        return PartKind.NOTE
    if block.picture:
        return PartKind.BODY
    if block.kind is BlockKind.HEADING and block.level == 1:
        return PartKind.HEADLINE
    return kind_of(text[block.span.start : block.span.end], first=first)
