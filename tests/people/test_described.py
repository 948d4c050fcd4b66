"""People who are described and not named."""

import pytest

from amanat.languages.lexicon import lexicon
from amanat.people.described import find_described


def found(words: str) -> list[tuple[bool, int | None]]:
    return [(d.is_child, d.age) for d in find_described(words, lexicon("en")) if d.specific]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("An eight-year-old girl was harassed, police said.", (True, 8)),
        ("Police freed two minor boys from the kiln.", (True, None)),
        ("The suspect raped her 16-year-old daughter, police said.", (True, 16)),
        ("A woman was trafficked to Dubai, the court heard.", (False, None)),
    ],
)
def test_somebody_in_particular(words: str, person: tuple[bool, int | None]) -> None:
    assert person in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Girls are trafficked in many countries, police said.",
        "Police arrested a 44-year-old man.",
        "The committee will protect children and women, the minister said in court.",
        "A nine-year-old girl likes apples.",
    ],
)
def test_nobody_in_particular(words: str) -> None:
    assert found(words) == []


def test_a_language_without_nouns_describes_nobody() -> None:
    assert list(find_described("police x", lexicon("xx"))) == []
