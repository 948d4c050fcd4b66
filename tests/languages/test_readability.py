"""How hard a text is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.languages.readability import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("law", 1),
        ("police", 2),
        ("people", 2),
        ("authority", 4),
        ("made", 1),
        ("free", 1),
        ("table", 2),
        ("", 1),
        ("x", 1),
    ],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_longer_words_and_sentences_are_harder() -> None:
    easy = "You are free. You may go. Ask for help."
    hard = "Notwithstanding antecedent obligations, the aforementioned beneficiary retains unconditional entitlements."
    assert grade(easy) < 3
    assert grade(hard) > 12


def test_a_known_sentence_has_its_known_grade() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39*6 + 11.8*1 - 15.59
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


@given(st.text(max_size=200))
def test_any_text_has_a_grade(text: str) -> None:
    assert isinstance(grade(text), float)
