"""What the screen shows: places in the browser and in Python agree, people come in the order of need."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import DeskError, Span
from amanat.desk.shown import find, place, sentence_around, view
from amanat.read import read_bytes


@given(st.text(alphabet="aب🚔é \u0301۔", min_size=1, max_size=40), st.integers(0, 80), st.integers(0, 80))
def test_units_of_the_browser_become_code_points(line: str, start: int, end: int) -> None:
    text = f"First line.\n{line}."
    document = read_bytes(text.encode(), "a.txt")
    part = document.parts[-1]
    words = document.at(part.span)
    units = words.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
    try:
        found = document.at(place(document, len(document.parts) - 1, start, end))
    except DeskError as error:
        assert error.code == "W013"  # noqa: PT017 - either answer is right
        return
    assert units in found
    assert found in words


@pytest.mark.parametrize(("block", "start", "end"), [(0, 3, 3), (0, 5, 2), (0, 0, 999), (9, 0, 1), (0, 5, 6)])
def test_nothing_selected_is_told(block: int, start: int, end: int) -> None:
    document = read_bytes(b"First line of it.", "a.txt")
    with pytest.raises(DeskError, match="W013"):
        place(document, block, start, end)


def test_words_are_found_as_they_stand() -> None:
    document = read_bytes(b"First line.", "a.txt")
    assert find(document, " line ") == Span(6, 10)
    with pytest.raises(DeskError, match="W013"):
        find(document, "Line")


def test_a_figure_is_shown_in_its_sentence() -> None:
    document = read_bytes(b"One thing. Police arrested 63 people. Another.", "a.txt")
    assert "Police arrested 63 people." in sentence_around(document, Span(27, 29)).striptags()
    assert "One thing" not in sentence_around(document, Span(27, 29))


def test_people_come_in_the_order_of_need(running: Any, story: str) -> None:
    running.lead.get(f"/stories/{story}")
    seen = view(running.state.remembered(story))
    order = [card.person.protection.value for card in seen.cards]
    assert order == sorted(order, key=["editor", "protect", "name"].index)
    child = next(card for card in seen.cards if card.person.is_child)
    assert child.label == "[girl 1]"
    assert {f.code for f in child.law} >= {"I001", "I007"}
    assert [r.number for r in seen.open] == list(range(1, len(seen.open) + 1))
