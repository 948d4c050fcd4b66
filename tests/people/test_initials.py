"""Letters instead of names."""

import pytest

from amanat.languages.lexicon import lexicon
from amanat.people.initials import find_initials


@pytest.mark.parametrize(
    ("words", "cipher", "times"),
    [
        ("The boy, referred to in court as QXV, spoke. QXV was freed.", "QXV", 2),
        ("The woman, named in court as R.M., wept.", "R.M.", 1),
        ("Girl A told jurors she was raped. Later Girl A left.", "Girl A", 2),
        ("QXV and RMZ v Ruritania", "RMZ", 1),
    ],
)
def test_ciphers(words: str, cipher: str, times: int) -> None:
    found = {c.span for c in find_initials(words, lexicon("en"))}
    assert sum(words[s.start : s.end] == cipher for s in found) == times


@pytest.mark.parametrize(
    "words", ["The UN and the US agreed.", "He came at 5 P.M. on Monday.", "The FIA, known as FIA, came."]
)
def test_initials_of_bodies_are_no_people(words: str) -> None:
    assert not list(find_initials(words, lexicon("en")))
