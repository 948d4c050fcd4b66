"""A long list: every row is on one page, and words find what bears them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.desk.paging import ROWS, paged

TITLES = st.lists(st.sampled_from(["Kiln in Swat", "River case", "بھٹہ", "kiln again"]), max_size=180)


@given(TITLES, st.sampled_from(["", "kiln", "KILN again", "بھٹہ", "none"]))
def test_turning_the_pages_shows_every_row_that_is_found_once_and_in_order(titles: list[str], words: str) -> None:
    rows = list(enumerate(titles))
    first = paged(rows, lambda row: row[1], words, "1")
    turned = [row for n in range(1, first.last + 1) for row in paged(rows, lambda row: row[1], words, str(n)).rows]
    assert turned == [row for row in rows if all(w in row[1].casefold() for w in words.casefold().split())]
    assert first.all == len(turned)
    assert len(first.rows) <= ROWS


@pytest.mark.parametrize(
    ("asked", "given_"), [("", 1), ("0", 1), ("-3", 1), ("x", 1), ("2", 2), ("99", 2), ("9" * 5000, 1), ("٢", 1)]
)
def test_a_page_that_is_none_becomes_the_nearest(asked: str, given_: int) -> None:
    assert paged(range(ROWS + 1), str, "", asked).number == given_
