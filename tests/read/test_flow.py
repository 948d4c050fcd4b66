"""From what a reader says to a Document: what is shown stands first, and every offset leads back."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import BlockKind, Cell, Direction, Document, Emphasis, Gap, GapKind, Layer, PartKind, ReadError
from amanat.read.flow import MOST_PIECES, Flow, Paragraph, Piece, as_data, document_of, from_data

words = st.text(max_size=12)
links = st.sampled_from(["", "https://a.example", "mailto:b@c.example"])
pieces = st.builds(Piece, words, st.integers(-1, 99), st.frozensets(st.sampled_from(list(Emphasis))), links)
cells = st.none() | st.builds(Cell, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
paragraphs = st.builds(
    Paragraph,
    st.lists(pieces, max_size=4).map(tuple),
    st.sampled_from(list(Layer)),
    words,
    st.sampled_from(list(BlockKind)),
    st.integers(0, 6),
    st.booleans(),
    cells,
)
flows = st.builds(
    Flow,
    st.lists(paragraphs, max_size=6).map(tuple),
    st.lists(st.builds(Gap, st.sampled_from(list(GapKind)), st.integers(0, 9), st.integers(0, 9)), max_size=2).map(
        tuple
    ),
)


def plain(*texts: str, layer: Layer = Layer.BODY) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Piece(text),), layer) for text in texts)


def blocks_of(document: Document) -> list[tuple[Layer, str]]:
    assert document.layout is not None
    return [(block.layer, document.at(block.span)) for block in document.layout.blocks]


@given(flows)
def test_it_crosses_as_json_and_comes_back_the_same(flow: Flow) -> None:
    assert from_data(json.loads(json.dumps(as_data(flow)))) == flow


@given(flows)
def test_every_run_leads_back_to_its_piece(flow: Flow) -> None:
    try:
        document = document_of(flow, "a.docx")
    except ReadError as error:
        assert error.code == "R004"  # noqa: PT017 - nothing to see in it
        return
    assert document.layout is not None
    blocks = document.layout.blocks
    assert [b.span for b in blocks] == [p.span for p in document.parts]
    assert all(a.span.end < b.span.start for a, b in pairwise(blocks))
    assert all(r.span.end - r.span.start for b in blocks for r in b.runs)
    for block in blocks:
        if block.layer is not Layer.LINK:
            assert "".join(document.at(r.span) for r in block.runs) == document.at(block.span)
        assert block.layer.shown is (block.span.end <= document.shown)
    shown = [p for p in flow.paragraphs if p.layer.shown and p.text.strip()]
    for paragraph, block in zip(shown, blocks, strict=False):
        said = [piece for piece in paragraph.pieces if piece.text]
        assert [(p.node, p.emphasis, len(p.text)) for p in said] == [
            (r.node, r.emphasis, len(r.span)) for r in block.runs
        ]
        assert all(run.link in document.text for run in block.runs if run.link.strip())


def test_what_nobody_sees_stands_behind_what_is_seen() -> None:
    flow = Flow((*plain("Mehrunnisa", layer=Layer.COMMENT), *plain("A bus stopped."), *plain("x y", layer=Layer.DATA)))
    document = document_of(flow, "a.docx")
    assert document.text == "A bus stopped.\n\nMehrunnisa\n\nx y"
    assert document.text[: document.shown] == "A bus stopped."
    assert [part.kind for part in document.parts] == [PartKind.BODY, PartKind.HIDDEN, PartKind.HIDDEN]


def test_a_hidden_text_said_twice_stands_once_and_a_shown_one_twice() -> None:
    flow = Flow(plain("Stop.", "Stop.") + plain("Ali", "Ali", layer=Layer.PROPERTY) + plain("Ali", layer=Layer.NAME))
    assert [text for _, text in blocks_of(document_of(flow, ""))] == ["Stop.", "Stop.", "Ali", "Ali"]


def test_a_comment_is_led_to_the_block_it_stands_beside() -> None:
    note = [Paragraph((Piece("keep"),), Layer.COMMENT, beside=n) for n in (1, 3, 9)]
    document = document_of(Flow((note[0], *plain("one"), note[1], *plain("two"), note[2])), "")
    assert document.layout is not None
    found = [b.beside and document.at(b.beside) for b in document.layout.blocks if b.layer is Layer.COMMENT]
    assert found == ["one", "two", None]


def test_links_are_text_too() -> None:
    link = "https://news.example/mehrunnisa"
    paragraph = Paragraph((Piece("See "), Piece("here", link=link), Piece(" or "), Piece("there", link=link)))
    document = document_of(Flow((paragraph,)), "")
    assert blocks_of(document) == [(Layer.BODY, "See here or there"), (Layer.LINK, link)]
    assert document.layout is not None
    assert [run.link for run in document.layout.blocks[0].runs] == ["", link, "", link]


def test_cells_of_a_table_stand_on_lines_of_their_own() -> None:
    row = [Paragraph((Piece(text),), kind=BlockKind.CELL, cell=Cell(0, 0, n)) for n, text in enumerate("ab")]
    assert document_of(Flow((*plain("Before."), *row, *plain("After."))), "").text == "Before.\n\na\nb\n\nAfter."


def test_each_block_has_its_own_language() -> None:
    flow = Flow(
        plain("The bus stopped at the border of the district.", "لڑکی کو پولیس نے سرحد کے پاس سے بازیاب کرایا ہے۔")
    )
    document = document_of(flow, "")
    assert [(p.language, p.direction) for p in document.parts] == [("en", Direction.LTR), ("ur", Direction.RTL)]


def test_nothing_to_read_and_too_much_to_read() -> None:
    with pytest.raises(ReadError, match="R004"):
        document_of(Flow(plain(" ", "\u200f")), "")
    with pytest.raises(ReadError, match="R005"):
        document_of(Flow(plain("x" * 10_000_001)), "")


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        [[], [], []],
        [[[]], []],
        [[["body"] * 7], []],
        [[["body", "", "paragraph", 0, False, None, [], 0, "", "1"]], []],
        [[], [["page", -1, 1]]],
        [[], [["leaf", 1, 1]]],
        {"a": 1},
    ],
)
def test_what_has_not_the_shape_is_refused(data: object) -> None:
    with pytest.raises(ReadError, match="R013"):
        from_data(data)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | words, lambda x: st.lists(x) | st.dictionaries(words, x))
)
def test_any_answer_is_a_flow_or_refused(data: object) -> None:
    try:
        from_data(data)
    except ReadError as error:
        assert error.code == "R013"  # noqa: PT017 - both outcomes are right


def test_a_file_cut_into_too_many_pieces_is_refused_before_it_leaves_the_cage() -> None:
    as_data(Flow((Paragraph((Piece("a"),) * MOST_PIECES),)))
    with pytest.raises(ReadError, match="R011"):
        as_data(Flow((Paragraph((Piece("a"),) * MOST_PIECES), Paragraph((Piece("b"),)))))
