"""The sieve lets through at least what the patterns match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import PackError
from amanat.dignity.pattern import Sieve, Stretch, compiled, places
from amanat.dignity.phrase import phrases
from amanat.packs.anchors import ways

PATTERNS = (
    r"\bslaves?\b(?! trade)",
    r"\bsold\b(?=[^.]{0,9}girl)",
    r"(?<!\w)maid(?!\w)",
    r"[ab]{2,}c",
    r"\b(?:[A-Z]\w+ ){0,2}?sold\b|\Ssold",
)


@given(st.text(alphabet="abc slave trade sold girl maid.S", max_size=60))
def test_what_a_pattern_matches_passes_the_sieve(text: str) -> None:
    sieve = Sieve([[entry for _, needed in ways(pattern) for entry in needed] for pattern in PATTERNS])
    through = sieve.candidates(Stretch.of(text))
    assert {n for n, p in enumerate(PATTERNS) if re.search(p, text, re.IGNORECASE)} <= set(through)


def test_a_sieve_asks_for_both_words_and_for_beginnings() -> None:
    sieve = Sieve([["sold bought & slavery"], ["traffick*"], [""]])
    assert sieve.candidates(Stretch.of("They were sold into slavery.")) == [0, 2]
    assert sieve.candidates(Stretch.of("They were sold.")) == [2]
    assert sieve.candidates(Stretch.of("TRAFFICKING")) == [1, 2]


def test_words_met_before_say_the_same_again() -> None:
    sieve = Sieve([["sold & slavery"], ["traffick*"]])
    met: dict[str, tuple[str, ...]] = {}
    for text in ("Sold by traffickers", "into slavery", "sold into slavery", "Sold by traffickers"):
        assert sieve.candidates(Stretch.of(text), met) == sieve.candidates(Stretch.of(text))


def test_an_empty_sieve_lets_nothing_through() -> None:
    assert Sieve(()).candidates(Stretch.of("anything")) == []


@pytest.mark.parametrize("pattern", ["(a", "a{3000}", r"(a)\1"])
def test_a_pattern_that_re2_does_not_take_is_refused(pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        list(places([pattern], Stretch.of("a")))
    assert caught.value.code == "K010"


def test_a_pattern_that_python_does_not_take_is_refused() -> None:
    with pytest.raises(PackError) as caught:
        compiled("(a")
    assert caught.value.code == "K010"


@given(st.text(alphabet="abc slave trade sold girl maid.Sé", max_size=60), st.booleans())
def test_both_engines_find_the_same_places(text: str, exact: bool) -> None:  # noqa: FBT001
    for pattern in PATTERNS:
        found = re.finditer(pattern, text, 0 if exact else re.IGNORECASE)
        expected = [m.span() for m in found if m.group()]
        assert list(places([pattern], Stretch.of(text), exact_case=exact)) == expected
        assert list(places([way for way, _ in ways(pattern)], Stretch.of(text), exact_case=exact)) == expected


def test_every_rule_finds_its_own_places_whichever_engine_reads_it() -> None:
    for phrase in phrases():
        if phrase.lang != "en" or not phrase.speaks:
            continue
        whole = compiled(phrase.pattern, exact_case=phrase.exact_case)
        for sentence in (*phrase.wrong, *phrase.negative):
            tried = [way.pattern for way in phrase.ways]
            found = list(places(tried, Stretch.of(sentence), exact_case=phrase.exact_case))
            assert found == [m.span() for m in whole.finditer(sentence) if m.group()], (phrase.code, sentence)
