"""The sieve lets through at least what the patterns match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import PackError
from amanat.dignity.pattern import Sieve, compiled, places
from amanat.dignity.phrase import phrases

PATTERNS = (
    r"\bslaves?\b(?! trade)",
    r"\bsold\b(?=[^.]{0,9}girl)",
    r"(?<!\w)maid(?!\w)",
    r"[ab]{2,}c",
    r"\b(?:[A-Z]\w+ ){0,2}?sold\b|\Ssold",
)


@given(st.text(alphabet="abc slave trade sold girl maid.S", max_size=60))
def test_what_a_pattern_matches_passes_the_sieve(text: str) -> None:
    through = Sieve(PATTERNS).candidates(text)
    assert {n for n, p in enumerate(PATTERNS) if re.search(p, text, re.IGNORECASE)} <= set(through)


def test_an_empty_sieve_lets_nothing_through() -> None:
    assert Sieve(()).candidates("anything") == []


@pytest.mark.parametrize("pattern", ["(a", "a{3000}", r"(a)\1"])
def test_a_pattern_that_re2_does_not_take_is_refused(pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        Sieve([pattern])
    assert caught.value.code == "K010"


def test_a_pattern_that_python_does_not_take_is_refused() -> None:
    with pytest.raises(PackError) as caught:
        compiled("(a")
    assert caught.value.code == "K010"


@given(st.text(alphabet="abc slave trade sold girl maid.Sé", max_size=60), st.booleans())
def test_both_engines_find_the_same_places(text: str, exact: bool) -> None:  # noqa: FBT001
    for pattern in PATTERNS:
        found = re.finditer(pattern, text, 0 if exact else re.IGNORECASE)
        assert list(places(pattern, text, exact_case=exact)) == [m.span() for m in found if m.group()]


def test_every_rule_finds_its_own_places_whichever_engine_reads_it() -> None:
    for phrase in phrases():
        if phrase.lang != "en" or not phrase.speaks:
            continue
        whole = compiled(phrase.pattern, exact_case=phrase.exact_case)
        for sentence in (*phrase.wrong, *phrase.negative):
            found = list(places(phrase.pattern, sentence, exact_case=phrase.exact_case))
            assert found == [m.span() for m in whole.finditer(sentence) if m.group()], (phrase.code, sentence)
