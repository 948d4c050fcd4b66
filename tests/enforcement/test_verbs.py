"""Of whom a verb speaks, and whether anything was done."""

import pytest

from amanat.core import Span, Stage
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.verbs import argument_of, auxiliary_of, is_passive, unreal


def sentence(words: str) -> Sentence:
    return Sentence(words, Span(0, len(words)))


def verb(words: str, low: str) -> tuple[Sentence, int]:
    whole = sentence(words)
    return whole, next(n for n, token in enumerate(whole.tokens) if token.low == low)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Police arrested two men", 2),
        ("Two men have also been arrested", 2),
        ("A woman who was arrested in May", 1),
        ("The arrested men", None),
        ("They will be arrested", None),
        ("Nobody has been arrested", None),
        ("Two men were not arrested", None),
        ("He claimed to have arrested two men", 2),
        ("He hoped to have arrested two men", None),
        ("The mother of the girl was arrested", 1),
        ("Nine victims were arrested", None),
        ("Police arrested two guides", 2),
        ("Two guides were arrested", 2),
    ],
)
def test_whom_an_arrest_concerns(words: str, count: int | None) -> None:
    phrase = argument_of(*verb(words, "arrested"), Stage.ARRESTED, None)
    assert (phrase.count if phrase else None) == count


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    whole, at = verb("Ali was convicted and sentenced", "sentenced")
    first = argument_of(whole, 2, Stage.CONVICTED, None)
    assert first is not None
    assert argument_of(whole, at, Stage.SENTENCED, first) == first


def test_chains_of_auxiliaries() -> None:
    whole, at = verb("The men have also reportedly been arrested", "arrested")
    begin = auxiliary_of(whole, at)
    assert begin == 2
    assert is_passive(whole, begin, at)
    assert not unreal(whole, begin)
    active, place = verb("The police have arrested men", "arrested")
    assert not is_passive(active, 2, place)
    assert auxiliary_of(*verb("Police arrested men", "arrested")) is None
