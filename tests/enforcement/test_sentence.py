"""The reading made of a phrase and a verb."""

from dataclasses import replace

from amanat.core import Span, Stage
from amanat.enforcement.sentence import Sentence

WORDS = "Police registered nine cases"


def test_a_reading_spans_verb_and_phrase_and_knows_its_unit() -> None:
    sentence = Sentence(WORDS, Span(0, len(WORDS)))
    phrase = next(p for p in sentence.phrases if p.count == 9)
    (reading,) = sentence.reading(Stage.CASE_REGISTERED, phrase, 1)
    assert WORDS[reading.span.start : reading.span.end] == "registered nine cases"
    assert (reading.count, reading.unit, reading.definite) == (9, "cases", False)


def test_an_unknown_number_makes_no_reading_and_nought_makes_one() -> None:
    sentence = Sentence(WORDS, Span(0, len(WORDS)))
    phrase = next(p for p in sentence.phrases if p.count == 9)
    assert sentence.reading(Stage.ARRESTED, replace(phrase, count=None), 1) == ()
    (nought,) = sentence.reading(Stage.CONVICTED, phrase, 1, count=0)
    assert (nought.stage, nought.count) == (Stage.CONVICTED, 0)


def test_a_clause_ends_at_but() -> None:
    words = "Groups counted 25 cases but police registered six"
    sentence = Sentence(words, Span(0, len(words)))
    assert sentence.clause(3) == {"groups", "counted", "25", "cases"}
    assert "police" in sentence.clause(6)
    assert sentence.low(99) == ""
    assert sentence.low(-1) == ""
