from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Cover, Span, UsageError, merged, on_grapheme_edges, pieces

# Letters of the scripts we read, and what joins, turns or cuts them: marks, joiners, flags, CRLF, bidi, surrogates.
WRITING = st.text(
    st.one_of(
        st.sampled_from("aZ0 .\n\r\téکےگئی۔ّ\u064b\u0301\u200d\u200c\u200f\u2067\ufeff🇵🇰🚔👩👧🏽क्ष\u0600ᄀ각\ud800"),
        st.characters(),
    ),
    max_size=60,
)


@st.composite
def marked(draw: st.DrawFn, most: int = 8) -> tuple[str, list[Span]]:
    text = draw(WRITING.filter(bool))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges).filter(lambda p: p[0] != p[1]), min_size=1, max_size=most))
    return text, [Span(min(p), max(p)) for p in pairs]


def clusters(text: str) -> set[int]:
    """Every place in the text where a written character begins or ends."""
    return {0, len(text)} | {match.start() for match in regex.finditer(r"\X", text)}


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 0)])
def test_a_span_holds_something_and_starts_inside(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="S001"):
        Span(start, end)


def test_length_overlap_cover_shift() -> None:
    a, b, c = Span(0, 4), Span(4, 6), Span(3, 5)
    assert len(a) == 4
    assert not a.overlaps(b), "touching is not overlapping"
    assert a.overlaps(c)
    assert c.overlaps(b)
    assert Span(0, 6).covers(c)
    assert not c.covers(b)
    assert b.shift(-4) == Span(0, 2)
    with pytest.raises(UsageError):
        a.shift(-1)


def test_a_span_after_the_text_is_refused() -> None:
    with pytest.raises(UsageError, match="S001"):
        on_grapheme_edges("short", Span(2, 6))


@given(marked(most=1))
def test_edges_widen_to_whole_characters_once(given_: tuple[str, list[Span]]) -> None:
    text, (span,) = given_
    wide = on_grapheme_edges(text, span)
    assert wide.covers(span)
    assert {wide.start, wide.end} <= clusters(text), "a written character is cut"
    assert on_grapheme_edges(text, wide) == wide
    inside = {place for place in clusters(text) if wide.start < place < wide.end}
    assert all(span.start < place < span.end for place in inside), "wider than needed"


@pytest.mark.parametrize(
    ("text", "span", "wide"),
    [
        ("a\r\nb", Span(2, 3), Span(1, 3)),
        ("x" + "\u0301" * 500 + "y", Span(250, 251), Span(0, 501)),
        ("🇵🇰" * 40, Span(61, 62), Span(60, 62)),
        ("👩\u200d👧 and", Span(2, 3), Span(0, 3)),
        ("کِتاب", Span(1, 2), Span(0, 2)),
        ("plain words", Span(2, 4), Span(2, 4)),
    ],
)
def test_edges_by_example(text: str, span: Span, wide: Span) -> None:
    assert on_grapheme_edges(text, span) == wide


@given(marked())
def test_pieces_join_to_the_text_and_name_their_spans(given_: tuple[str, list[Span]]) -> None:
    text, spans = given_
    cut = list(pieces(len(text), spans))
    assert "".join(text[p.start : p.end] for p, _ in cut) == text
    for piece, over in cut:
        assert set(over) == {n for n, span in enumerate(spans) if span.overlaps(piece)}
        assert all(spans[n].covers(piece) for n in over), "a piece crosses an edge"
        assert len(set(over)) == len(over)


def test_pieces_without_spans_and_without_text() -> None:
    assert list(pieces(3, [])) == [(Span(0, 3), ())]
    assert list(pieces(0, [])) == []


@given(marked())
def test_merged_is_sorted_apart_and_covers_the_same(given_: tuple[str, list[Span]]) -> None:
    _, spans = given_
    joined = merged(spans)
    assert all(a.end < b.start for a, b in pairwise(joined))
    assert {n for s in joined for n in range(s.start, s.end)} == {n for s in spans for n in range(s.start, s.end)}
    assert merged(joined) == joined
    assert merged(reversed(spans)) == joined


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9))), st.integers(0, 45), st.integers(1, 9))
def test_a_cover_answers_what_asking_each_of_its_spans_would(
    given_spans: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = [Span(a, a + n) for a, n in given_spans]
    asked = Span(start, start + length)
    cover = Cover(spans)
    assert cover.touches(asked) == any(s.overlaps(asked) for s in spans)
    assert cover.covers(asked) == any(s.covers(asked) for s in spans)
    assert cover.begins(start) == any(s.start == start for s in spans)
    assert cover.over(asked) == sorted(s for s in spans if s.overlaps(asked))
