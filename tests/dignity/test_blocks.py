"""Stretches that are read in one go."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, Span
from amanat.dignity.blocks import LONGEST, blocks
from amanat.read import read_bytes


def test_wrapped_lines_are_one_block_and_paragraphs_are_not(read: Callable[[str], Document]) -> None:
    text = "A headline\n\nThe officers found illegal\nmigrants in the truck on Monday.\nThey were fed.\n"
    found = [b for b in blocks(read(text)) if "officers" in text[b.span.start : b.span.end]]
    assert [text[b.span.start : b.span.end] for b in found] == [
        "The officers found illegal\nmigrants in the truck on Monday."
    ]


@given(st.lists(st.text(alphabet="ab .\n“۔ا", max_size=900), min_size=1, max_size=6).map("".join))
def test_blocks_are_bounded_in_order_and_lose_no_word(text: str) -> None:
    if not text.strip():
        return
    document = read_bytes(text.encode())
    found = list(blocks(document))
    assert all(len(b.span) <= LONGEST for b in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    covered = sum(sum(map(str.isalpha, text[b.span.start : b.span.end])) for b in found)
    assert covered == sum(map(str.isalpha, text))


def test_a_million_letters_without_a_blank(read: Callable[[str], Document]) -> None:
    found = list(blocks(read("a" * 1_000_000)))
    assert len(found) == 1_000_000 // LONGEST


def test_pashto_in_urdu_script_is_read_as_both(read: Callable[[str], Document]) -> None:
    (pashto,) = blocks(read("په خبر کې ولیکل شول چې ښځې پولیسو ته وویل."))
    assert [name for name, _ in pashto.copies] == ["ur", "ps"]
    (urdu,) = blocks(read("خبر میں لکھا گیا کہ خاتون نے پولیس کو بیان دیا۔"))
    assert [name for name, _ in urdu.copies] == ["ur"]


@given(st.lists(st.sampled_from(["One line here.", "wrapped\nin two", "a " * 1300, "x"]), min_size=1, max_size=6))
def test_paragraphs_that_are_not_wanted_are_left_out_and_change_no_other(paragraphs: list[str]) -> None:
    document = read_bytes("\n\n".join(paragraphs).encode())
    every = list(blocks(document))
    asked: list[Span] = []

    def second(span: Span) -> bool:
        asked.append(span)
        return len(asked) % 2 == 0

    found = list(blocks(document, second))
    wanted = [span for number, span in enumerate(asked) if number % 2]
    assert found == [block for block in every if any(span.covers(block.span) for span in wanted)]
