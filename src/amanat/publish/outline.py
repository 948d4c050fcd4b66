"""The blocks of an edition in the order in which a document is written: what stands around, tables, lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from amanat.core import Block, BlockKind, Edition, Emphasis, Layer, Picture

_UNPRINTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A run, ready to be written."""

    text: str
    emphasis: frozenset[Emphasis]
    link: str


@dataclass(frozen=True, slots=True)
class Table:
    """The blocks of one table by row and column; a cell may hold several, or none."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class List:
    """Items that follow one another, of one kind at the outer level."""

    items: tuple[Block, ...]


Part = Block | Table | List


def words(edition: Edition, block: Block) -> list[Words]:
    """Return a block's runs without signs that print nothing and could hide or turn round what is written."""
    said = (Words(_UNPRINTED.sub("", edition.text[r.span.start : r.span.end]), r.emphasis, r.link) for r in block.runs)
    return [each for each in said if each.text]


def caption(edition: Edition, block: Block) -> str:
    """Return what stands in the empty frame of a picture: its mark, and what it shows where that tells nothing."""
    mark = "".join(each.text for each in words(edition, block))
    return f"{mark} {_UNPRINTED.sub('', block.alt)}".strip()


def fitting(picture: Picture, widest: float, highest: float) -> tuple[float, float]:
    """Return the size at which a picture is set, no larger than allowed.

    Args:
        picture: the picture.
        widest: in points, as `highest`; a point is 1/72 inch, and a picture has 96 pixels an inch.
        highest: the height.
    """
    wide, tall = picture.width * 0.75, picture.height * 0.75
    scale = min(1.0, widest / wide, highest / tall)
    return wide * scale, tall * scale


def around(blocks: Iterable[Block], edition: Edition, layer: Layer) -> list[Block]:
    """Return what stands above or below every page, each text once."""
    texts: dict[str, Block] = {}
    for block in blocks:
        if block.layer is layer:
            texts.setdefault(edition.text[block.span.start : block.span.end].strip(), block)
    return list(texts.values())


def body(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield what stands on the pages, in order; cells come as tables, items as lists."""
    inside = [b for b in blocks if b.layer not in {Layer.HEADER, Layer.FOOTER}]
    for key, group in groupby(inside, _of):
        if key[0] == "table":
            yield _table(list(group))
        elif key[0] == "list":
            yield List(tuple(group))
        else:
            yield from group


def _of(block: Block) -> tuple[str, int]:
    if block.cell is not None:
        return "table", block.cell.table
    if block.kind is BlockKind.ITEM:
        return "list", int(block.ordered) if block.level == 0 else -1
    return "", id(block)


def _table(cells: Sequence[Block]) -> Table:
    """Return the grid; rows and columns that hold nothing go: a hostile file may count to a million."""
    places = [(block.cell.row, block.cell.column, block) for block in cells if block.cell]
    rows = sorted({row for row, _, _ in places})
    columns = sorted({column for _, column, _ in places})
    return Table(
        tuple(tuple(tuple(b for r, c, b in places if (r, c) == (row, column)) for column in columns) for row in rows)
    )
