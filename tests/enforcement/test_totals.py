"""Totals that stand apart from their noun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


def told(words: str) -> set[str]:
    return {f"{r.stage} {r.count}" for r in read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))}


@given(st.integers(11, 900), st.integers(2, 900))
def test_the_new_total_is_read_and_not_the_change(earlier: int, more: int) -> None:
    assert told(f"Arrests rose from {earlier} to {earlier + more} in the province.") == {f"arrested {earlier + more}"}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Convictions fell by 20 to 61.", {"convicted 61"}),
        ("Convictions could rise to 61.", set()),
        ("Police arrested two more, bringing the total to 15.", {"arrested 2", "arrested 15"}),
        ("The total cost came to 15 million.", set()),
        ("Departmental action was taken against nine officers.", {"officials_complicit 9"}),
        ("Nine officers complained against their department.", set()),
        ("Six officers were found to be involved in trafficking.", {"officials_complicit 6"}),
    ],
)
def test_totals(words: str, figures: set[str]) -> None:
    assert told(words) == figures
