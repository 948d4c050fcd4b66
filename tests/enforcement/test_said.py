"""How newsrooms and agencies state figures, sentence by sentence; every person, place and number is invented.

One line each: the sentence, then what it says (`stage count`, comma between), nothing where it states no figure.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Span
from amanat.enforcement import english, urdu
from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes

HERE = Path(__file__).parent
LINES = [line for file in ("said-en.txt", "said-ur.txt") for line in (HERE / file).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_gives_its_figures_and_no_others(line: str) -> None:
    words, told = line.split("|")
    found = read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))
    assert {f"{reading.stage} {reading.count}" for reading in found} == set(filter(None, told.split(", ")))


WORDS = sorted({word for line in LINES for word in line.split("|")[0].split()})


@given(st.lists(st.sampled_from([*WORDS, "", ",", ";", "(", ")", "\u200f", "0", "9" * 40]), max_size=25))
def test_words_in_any_order_are_read_without_a_fault(words: list[str]) -> None:
    text = " ".join(words) + "."
    for reader in (english.readings_of, urdu.readings_of):
        for reading in reader(text, Span(0, len(text))):
            assert reading.count >= 0
            assert 0 <= reading.span.start < reading.span.end <= len(text)
