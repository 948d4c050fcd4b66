"""None at all, said in words."""

import pytest

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Of the 52 arrested men none has been convicted.", "convicted 0"),
        ("Not a single employer was charged.", "charged 0"),
        ("There have been no convictions since 2018.", "convicted 0"),
        ("No one who was there has been convicted.", ""),
        ("Nobody has been arrested.", ""),
        ("No arrests were made.", ""),
        ("Unless nobody was charged, the case stands.", ""),
        ("None of them could be convicted.", ""),
        ("None of the men will be charged.", ""),
    ],
)
def test_none_is_a_count_of_outcomes_only(words: str, told: str) -> None:
    found = read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))
    nought = [f"{reading.stage} {reading.count}" for reading in found if reading.count == 0]
    assert ", ".join(nought) == told
