"""A folded copy leads back to the places of the original."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Span
from amanat.dignity.folding import Copy, key, latin, pashto, roman, urdu
from amanat.dignity.phrase import phrases
from amanat.dignity.shelf import ways_of

ANY = st.text(alphabet="aAeoz “”’'\u00a0\u200c\u00ad\t يىکكَُِـۀعزت ښې1۲", min_size=1, max_size=40)


def leads_back(copy: Copy, text: str) -> bool:
    """Every letter of the copy has a place of its own in the stretch, in order."""
    spans = [copy.span(n, n + 1) for n in range(len(copy.text))]
    return all(a.end <= b.start for a, b in pairwise(spans)) and all(s.end <= len(text) for s in spans)


@given(ANY)
def test_every_copy_leads_back(text: str) -> None:
    whole = Span(0, len(text))
    assert all(leads_back(fold(text, whole), text) for fold in (latin, urdu, pashto, roman))


@given(ANY, st.integers(0, 5))
def test_a_stretch_is_folded_where_it_stands(text: str, before: int) -> None:
    moved = "x" * before + text
    for fold in (latin, urdu, pashto, roman):
        here, there = fold(text, Span(0, len(text))), fold(moved, Span(before, len(moved)))
        assert here.text == there.text
        assert [here.span(n, n + 1).shift(before) for n in range(len(here.text))] == [
            there.span(n, n + 1) for n in range(len(there.text))
        ]


def test_latin_marks_are_straight_and_blanks_single() -> None:
    text = "the  “girl’s” sto\u00adry"
    copy = latin(text, Span(0, len(text)))
    assert copy.text == 'the "girl\'s" story'
    assert copy.span(copy.text.index("story"), len(copy.text)) == Span(14, 20)


def test_urdu_spellings_meet() -> None:
    assert key("لڑكي", "ur") == key("لڑکی", "ur")
    assert key("عِزّت لُوٹ", "ur") == key("عزت لوٹ", "ur")
    assert key("غیر\u200cقانونی", "ur") == key("غیرقانونی", "ur")


def test_pashto_keeps_its_yehs_apart() -> None:
    assert key("سړي", "ps") != key("سړی", "ps")
    assert key("بې\u200cاسناده", "ps") == "بېاسناده"


def test_roman_urdu_spellings_meet() -> None:
    assert key("zyaadtee", "roman") == key("zyadti", "roman")
    assert key("Ghair  Qanooni", "roman") == key("ghair qanuni", "roman")


def test_digits_meet_whichever_keyboard_wrote_them() -> None:
    assert key("۱۲ سالہ", "ur") == key("١٢ سالہ", "ur") == key("12 سالہ", "ur")


def test_yeh_kaf_heh_and_vowel_signs_do_not_hide_a_word() -> None:
    draft = next(p for p in phrases() if p.lang == "ur" and any("ک" in w and "ی" in w for w in p.script))
    word = next(w for w in draft.script if "ک" in w and "ی" in w)
    ((way,),) = (ways_of(draft, "ur"),)
    spellings = (word.replace("ی", "ي"), word.replace("ی", "ى"), word.replace("ک", "ك"), f"{word[0]}\u064e{word[1:]}")
    for written in (word, *spellings):
        text = f"پولیس نے کہا {written} ۔"
        copy = urdu(text, Span(0, len(text)))
        found = re.search(way.pattern, copy.text)
        assert found, written
        assert text[copy.span(*found.span()).start : copy.span(*found.span()).end] == written
