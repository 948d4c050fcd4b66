"""Which rules read which kind of text."""

import re

from amanat.core import Span
from amanat.dignity.folding import latin, pashto, roman, urdu
from amanat.dignity.pattern import Stretch, places
from amanat.dignity.phrase import phrases
from amanat.dignity.shelf import Shelf, ways_of


def test_each_kind_of_text_has_rules_of_its_own() -> None:
    shelves = {name: Shelf.of(phrases(), name) for name in ("en", "ur", "ps", "roman")}
    rules = {name: {phrase for phrase, _ in shelf.ways} for name, shelf in shelves.items()}
    assert all(rules.values())
    assert {p.lang for p in rules["en"]} == {"en"}
    assert {p.lang for p in rules["roman"]} <= {"ur", "ps"}
    assert len(rules["ur"]) >= 150


def test_words_in_arabic_script_end_where_a_letter_is_none() -> None:
    maid = next(p for p in phrases() if p.code == "D927")
    (way,) = ways_of(maid, "ur")
    assert re.search(way.pattern, "ماسی نے کہا")
    assert not re.search(way.pattern, "ماسیوں")
    assert not ways_of(maid, "en")


def test_every_rule_passes_the_sieve_on_its_own_sentences() -> None:
    for name in ("en", "ur", "ps", "roman"):
        shelf = Shelf.of(phrases(), name)
        for phrase in dict.fromkeys(phrase for phrase, _ in shelf.ways):
            for sentence in phrase.wrong:
                fold = {"en": latin, "ur": urdu, "ps": pashto, "roman": roman}[name]
                stretch = Stretch.of(fold(sentence, Span(0, len(sentence))).text)
                whole = [way for way in ways_of(phrase, name) if list(places([way.pattern], stretch))]
                through = {p.code: ways for p, ways in shelf.candidates(stretch, {})}
                assert {way.pattern for way in whole} <= set(through.get(phrase.code, [])), (phrase.code, sentence)
