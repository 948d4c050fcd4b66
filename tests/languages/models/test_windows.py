"""Texts cut into windows: nothing is left out, cuts fall at the ends of sentences, scripts are told apart."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.languages.models.windows import segments, shape, stops, windows


def test_windows_cover_every_piece_and_overlap() -> None:
    cut = list(windows(0, 1_000, 126, 32))
    assert cut[0].first == 0
    assert cut[-1].last == 1_000
    assert all(a.last - b.first == 32 for a, b in pairwise(cut))
    assert list(windows(0, 5, 126, 32)) == [windows(0, 5, 126, 32).__next__()]


def test_windows_end_where_sentences_do() -> None:
    cut = list(windows(0, 300, 126, 32, cuts=[40, 100, 130, 210]))
    assert [w.last for w in cut] == [100, 210, 300]
    assert all(b.first < a.last for a, b in pairwise(cut))


@given(st.integers(0, 2_000), st.integers(20, 254), st.lists(st.integers(1, 2_000), max_size=50).map(sorted))
def test_windows_leave_nothing_out(count: int, size: int, cuts: list[int]) -> None:
    cut = list(windows(0, count, size, size // 4, cuts))
    seen = {piece for window in cut for piece in range(window.first, window.last)}
    assert seen == set(range(count))
    assert all(w.last - w.first <= size for w in cut)


def test_titles_do_not_end_a_sentence() -> None:
    text = "He met Dr. Khan. Then he left. The end"
    starts = [hit.start() for hit in re.finditer(r"\S+", text)]
    assert [text[starts[n] :].split(maxsplit=1)[0] for n in stops(text, starts)] == ["Then", "The"]


@given(st.text(max_size=400))
def test_segments_cover_the_text(text: str) -> None:
    found = list(segments(text))
    assert "".join(text[s.start : s.end] for s in found) == text


@pytest.mark.parametrize(("word", "form"), [("girl", 1), ("Girl", 2), ("G", 2), ("GIRL", 3), ("G2", 4), ("لڑکی", 5)])
def test_shapes(word: str, form: int) -> None:
    assert shape(word) == form
