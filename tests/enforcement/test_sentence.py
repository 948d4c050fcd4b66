"""The reading made of a phrase and a verb."""

from amanat.core import Span, Stage
from amanat.enforcement.sentence import Sentence

WORDS = "Police registered nine cases"


def test_a_reading_spans_verb_and_phrase_and_knows_its_unit() -> None:
    sentence = Sentence(WORDS, Span(0, len(WORDS)))
    phrase = next(p for p in sentence.phrases if p.count == 9)
    (reading,) = sentence.reading(Stage.CASE_REGISTERED, phrase, 1)
    assert WORDS[reading.span.start : reading.span.end] == "registered nine cases"
    assert (reading.count, reading.unit, reading.definite) == (9, "cases", False)


def test_no_number_and_nought_make_no_reading() -> None:
    sentence = Sentence(WORDS, Span(0, len(WORDS)))
    phrase = next(p for p in sentence.phrases if p.count == 9)
    assert sentence.reading(Stage.ARRESTED, phrase, 1, count=0) == ()
    assert sentence.low(99) == ""
    assert sentence.low(-1) == ""
