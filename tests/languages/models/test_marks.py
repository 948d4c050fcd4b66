"""What the net marks lies where it was asked to read, and hangs on nobody's name."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import ClaimKind, Span
from amanat.languages.models import model
from amanat.languages.models.marks import Head, Mark, marks

CARD = model("harm").card
LABELS = {Head.HARM: set(CARD.labels[1:]), Head.LAW: set(CARD.masks[1:])}
FIRST = "{name} said that girls who roam about in the bazaar at night invite such trouble."
SECOND = "Under the law of Ruritania the maximum penalty for the offence remains ten years, {name} said."
STORY = FIRST + "\n\n" + SECOND
WORDS = [*STORY.format(name="She").split(" "), "\n\n", "", "“", "۔", "\u200c", "🙂", "\u202e"]


def named(text: str, name: str) -> list[Span]:
    return [Span(n, n + len(name)) for n in range(len(text)) if text.startswith(name, n)]


def told(text: str, found: list[Mark]) -> list[tuple[str, str]]:
    return [(mark.label, text[mark.span.start : mark.span.end]) for mark in found]


def test_the_second_head_knows_the_kinds_of_the_contract() -> None:
    assert LABELS[Head.LAW] == {kind.value for kind in ClaimKind}


def test_each_head_marks_its_own() -> None:
    text = STORY.format(name="She")
    (harm,) = marks(text, [], Head.HARM, 0.6)
    (law,) = marks(text, [], Head.LAW, 0.6)
    assert harm.label == "blame"
    assert law.label == "penalty"
    assert harm.span.end < text.index("Under") <= law.span.start


@pytest.mark.parametrize("head", list(Head))
@pytest.mark.parametrize("other", ["Zarmeena", "Mary-Ann", "Wu", "K.", "Quill of the Ten Years’ Law"])
def test_the_answer_does_not_hang_on_a_name(head: Head, other: str) -> None:
    first, second = STORY.format(name="Saima"), STORY.format(name=other)
    one = told(first, list(marks(first, named(first, "Saima"), head, 0.6)))
    two = told(second, list(marks(second, named(second, other), head, 0.6)))
    assert one
    assert one == [(label, words.replace(other, "Saima")) for label, words in two]


def test_only_what_is_asked_for_is_read() -> None:
    text = STORY.format(name="She")
    begin = text.index("Under")
    assert list(marks(text, [], Head.LAW, 0.6, [Span(0, begin)])) == []
    (mark,) = marks(text, [], Head.LAW, 0.6, [Span(begin, len(text))])
    assert begin <= mark.span.start
    assert list(marks(text, [], Head.LAW, 0.6, [])) == []


def test_a_text_without_words_has_no_marks() -> None:
    for text in ("", " ", "\n\n\n", "…!?"):
        assert list(marks(text, [], Head.LAW, 0.0)) == []


def test_a_long_part_is_read_to_its_end() -> None:
    filler = "The bus left at noon and came back before the shops had closed. " * 40
    text = filler + SECOND.format(name="she")
    found = list(marks(text, [], Head.LAW, 0.6, [Span(0, len(text))]))
    assert [mark.label for mark in found if mark.span.start >= len(filler)] == ["penalty"]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.sampled_from(Head), st.floats(0.05, 0.95))
@settings(max_examples=40, deadline=None)
def test_marks_lie_in_the_text_in_order_and_apart(text: str, head: Head, least: float) -> None:
    found = list(marks(text, [], head, least))
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.label in LABELS[head] and m.words > 0 and least - 1e-5 <= m.chance <= 1.0 for m in found)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_marks_lie_in_the_parts_that_were_read(data: st.DataObject) -> None:
    text = STORY.format(name="She")
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    parts = [Span(a, b) for a, b in list(pairwise(edges))[::2]]
    for mark in marks(text, [], Head.LAW, 0.3, parts):
        assert any(part.start <= mark.span.start < part.end for part in parts)
