import html
import re

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Direction, Span
from amanat.publish.markup import Mark, block, on_parts, visible
from amanat.read import read_bytes


def words(markup: str) -> str:
    """The text a browser shows, with references left out."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<i>.*?</i>", "", markup)))


def test_marks_that_overlap_are_cut_not_nested() -> None:
    out = block("abcdef", Direction.LTR, [Mark(Span(0, 4), "law"), Mark(Span(2, 6), "hide")])
    assert out == ('<mark class="law">ab</mark><mark class="law hide twice">cd</mark><mark class="hide">ef</mark>')


def test_what_follows_a_mark_stands_once_at_its_end() -> None:
    out = block("abcdef", Direction.LTR, [Mark(Span(0, 6), "law", "<i>1</i>"), Mark(Span(2, 4), "hide", "<i>2</i>")])
    assert out.count("<i>1</i>") == 1
    assert out.index("<i>2</i>") < out.index("<i>1</i>")
    assert out.endswith("<i>1</i>")


def test_a_mark_that_cuts_a_number_leaves_the_number_whole() -> None:
    out = block("نمبر 00000-0000000-0", Direction.RTL, [Mark(Span(5, 10), "hide")])
    assert '<bdi dir="ltr" class="digits"><mark class="hide">00000</mark>-0000000-0</bdi>' in out


def test_html_in_a_story_stays_text() -> None:
    assert "<script" not in block('<script>alert("x")</script>', Direction.LTR)


def test_signs_that_act_unseen_are_shown() -> None:
    shown = visible("a\u202eb\x1b[31mc")
    assert "U+202E" in shown
    assert "U+001B" in shown
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert visible("\u200c\u200f") == "\u200c\u200f"


TEXT = st.text(alphabet="ab<&\"' \u0627\u06d2\u200c0-٣é\u0301🚔", min_size=1, max_size=40)


@given(st.data(), TEXT, st.sampled_from(list(Direction)))
def test_the_pieces_join_to_the_same_text(data: st.DataObject, text: str, direction: Direction) -> None:
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges).filter(lambda p: p[0] < p[1]), max_size=5))
    marks = [Mark(Span(a, b), "law", f"<i>{n}</i>") for n, (a, b) in enumerate(pairs)]
    out = block(text, direction, marks)
    assert words(out) == text
    for tag in ("mark", "bdi", "bdo"):
        assert out.count(f"<{tag}") == out.count(f"</{tag}>")
    assert all(out.count(f"<i>{n}</i>") == 1 for n in range(len(pairs)))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6))
def test_marks_over_a_story_fall_on_its_parts_and_lose_nothing(places: list[tuple[int, int]]) -> None:
    document = read_bytes(b"One line.\n\nAnother line of it.\nAnd a third.")
    size = len(document.text)
    marks = [Mark(Span(a, min(size, a + n)), "law", "<i>x</i>") for a, n in sorted(places) if a < size]
    marked: list[int] = []
    ends = 0
    for part, own in on_parts(document, marks):
        for mark in own:
            assert mark.span.end <= len(part.span)
            marked += range(part.span.start + mark.span.start, part.span.start + mark.span.end)
            ends += bool(mark.after)
    inside = [place for mark in marks for place in range(mark.span.start, mark.span.end) if document.part_at(place)]
    assert sorted(marked) == sorted(inside)
    assert ends == sum(document.part_at(mark.span.end - 1) is not None for mark in marks)
