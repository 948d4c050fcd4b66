"""Which rules read which kind of text."""

import re

from amanat.dignity.phrase import phrases
from amanat.dignity.shelf import Shelf, pattern_of


def test_each_kind_of_text_has_rules_of_its_own() -> None:
    shelves = {name: Shelf.of(phrases(), name) for name in ("en", "ur", "ps", "roman")}
    assert all(shelf.phrases for shelf in shelves.values())
    assert {p.lang for p in shelves["en"].phrases} == {"en"}
    assert {p.lang for p in shelves["roman"].phrases} <= {"ur", "ps"}
    assert len(shelves["ur"].phrases) >= 150


def test_words_in_arabic_script_end_where_a_letter_is_none() -> None:
    maid = next(p for p in phrases() if p.code == "D927")
    pattern = pattern_of(maid, "ur")
    assert re.search(pattern, "ماسی نے کہا")
    assert not re.search(pattern, "ماسیوں")
    assert not pattern_of(maid, "en")
