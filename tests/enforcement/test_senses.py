"""In which sense a verb is said of people: the same word is work of the police, or the crime itself."""

import pytest

from amanat.core import Span, Stage
from amanat.enforcement.phrases import phrase_at
from amanat.enforcement.senses import fits, of_people
from amanat.enforcement.sentence import Sentence


def said(words: str, of: str, stage: Stage, verb: str) -> bool:
    sentence = Sentence(words, Span(0, len(words)))
    place = next(n for n, token in enumerate(sentence.tokens) if token.low == of)
    phrase = phrase_at(sentence.tokens, place)
    assert phrase is not None
    return fits(sentence, phrase, stage, verb)


@pytest.mark.parametrize(
    ("words", "of", "verb", "rescued"),
    [
        ("Troops freed nine boys.", "nine", "freed", True),
        ("The kidnappers freed nine boys for ransom.", "nine", "freed", False),
        ("Nine boys were freed on bail.", "nine", "freed", False),
        ("Nine boys were released under investigation.", "nine", "released", False),
        ("Officers found nine women.", "nine", "found", True),
        ("A study found nine women without pay.", "nine", "found", False),
        ("Officers found nine women dead.", "nine", "found", False),
        ("A girl was found by officers.", "a", "found", True),
        ("A girl was found by chance.", "a", "found", False),
        ("Officers found nine pistols.", "nine", "found", False),
        ("Officials offloaded nine women.", "nine", "offloaded", True),
        ("Officials offloaded nine women who wanted to beg.", "nine", "offloaded", False),
    ],
)
def test_who_is_rescued(words: str, of: str, verb: str, *, rescued: bool) -> None:
    assert said(words, of, Stage.RESCUED, verb) is rescued


@pytest.mark.parametrize(
    ("words", "of", "verb", "counted"),
    [
        ("Nine boys were picked up from the streets.", "nine", "picked", False),
        ("Nine men were picked up from the streets.", "nine", "picked", True),
        ("Police handcuffed nine men.", "nine", "handcuffed", True),
        ("The owner handcuffed nine men.", "nine", "handcuffed", False),
        ("Nine people were held at gunpoint.", "nine", "held", False),
        ("Nine people were held in a raid.", "nine", "held", True),
        ("Nine victims were arrested.", "nine", "arrested", False),
    ],
)
def test_who_is_arrested(words: str, of: str, verb: str, *, counted: bool) -> None:
    assert said(words, of, Stage.ARRESTED, verb) is counted


def test_the_inspector_of_the_story_is_suspended_but_not_named() -> None:
    assert said("The inspector was suspended.", "the", Stage.OFFICIALS_COMPLICIT, "suspended")
    assert not said("The inspector was named.", "the", Stage.OFFICIALS_COMPLICIT, "named")
    assert not said("The teacher was suspended.", "the", Stage.OFFICIALS_COMPLICIT, "suspended")


def test_only_people_are_convicted() -> None:
    assert of_people(Stage.CONVICTED, "sent")
    assert not of_people(Stage.ACQUITTED, "cleared")
    assert not of_people(Stage.RESCUED, "recovered")
