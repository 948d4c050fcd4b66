from amanat.core import Block, BlockKind, Cell, Direction, Edition, Layer, Run, Span
from amanat.publish.outline import List, Table, around, body, words

EDITION = Edition("abc\u202edefab", "en", "", proven=True)


def block(
    start: int, end: int, layer: Layer = Layer.BODY, kind: BlockKind = BlockKind.PARAGRAPH, **more: object
) -> Block:
    span = Span(start, end)
    return Block(span, layer, "en", Direction.LTR, (Run(span),), kind, **more)  # type: ignore[arg-type]


def test_cells_become_tables_and_items_lists() -> None:
    cells = [
        block(n, n + 1, kind=BlockKind.CELL, cell=Cell(0, row, column))
        for n, (row, column) in enumerate([(0, 0), (5, 900)])
    ]
    items = [block(2, 3, kind=BlockKind.ITEM), block(3, 5, kind=BlockKind.ITEM, ordered=True)]
    plain = block(5, 6)
    table, first, second, last = body([*cells, *items, plain])
    assert isinstance(table, Table)
    assert [[len(cell) for cell in row] for row in table.rows] == [[1, 0], [0, 1]]
    assert first == List((items[0],))
    assert second == List((items[1],))
    assert last is plain


def test_what_stands_around_every_page_stands_once() -> None:
    blocks = [block(0, 2, Layer.HEADER), block(7, 9, Layer.HEADER), block(3, 5)]
    assert around([blocks[0], block(7, 9, Layer.HEADER)], EDITION, Layer.HEADER) == [blocks[0]]
    assert [part for part in body(blocks) if part is not blocks[2]] == []


def test_signs_that_turn_text_round_are_not_written() -> None:
    assert [w.text for w in words(EDITION, block(0, 7))] == ["abcdef"]
    assert words(EDITION, block(3, 4)) == []
