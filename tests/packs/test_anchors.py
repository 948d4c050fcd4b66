"""What a pattern needs is read out of it, and never more than it needs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.packs.anchors import AND, STEM, anchors_of, ways


def needed(pattern: str) -> dict[str, tuple[str, ...]]:
    return dict(ways(pattern))


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        (r"\bslaves?\b", ("slave slaves",)),
        (r"\bslaves?", ("slave* slaves*",)),
        (r"\btraffick\w+\b", ("traffick*",)),
        (r"\bsold (?:\w+ ){0,3}into slavery\b", ("slavery & into",)),
        (r"\b(?:gang|group)-rape\b", ("gang group & rape",)),
        (r"(?<=\bher )master(?!\w)", ("master",)),
        (r"master(?=[ ,])", ("",)),
        (r"!{2,}", ("",)),
        (r"\w+ly raped", ("raped*",)),
        (r"\bSold (?:the )?Girl\b", ("girl & sold",)),
        (r"\bmen\b[^.]{0,60}\bsold\b", ("sold & men",)),
        (r"\bwom[ae]n\b", ("woman women",)),
        (r"\bthem (?:up|down)\b", ("down up & them",)),
    ],
)
def test_what_a_pattern_needs(pattern: str, anchors: tuple[str, ...]) -> None:
    assert needed(pattern) == {pattern: anchors}


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        (r"a|b(?:c|d)|[|]", ["a", "b(?:c|d)", "[|]"]),
        (r"\b(?:one|two (?:three|four))\b", [r"\b(?:one)\b", r"\b(?:two (?:three|four))\b"]),
        (r"\b(?:one|two)s\b", [r"\b(?:one|two)s\b"]),
        (r"\b(?:one) or (?:two|three)\b", [r"\b(?:one) or (?:two|three)\b"]),
        (r"a\|b", [r"a\|b"]),
    ],
)
def test_alternatives_are_cut_where_no_group_is_open(pattern: str, alternatives: list[str]) -> None:
    assert [alternative for alternative, _ in ways(pattern)] == alternatives


def test_many_words_are_told_rather_than_what_may_follow_them() -> None:
    many = "|".join(f"word{a}{b}" for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz")
    ((_, (anchors,)),) = ways(rf"x?\b(?:{many})s?\b[^.]{{0,30}}")
    assert "wordaa" in anchors


def test_words_that_stand_as_they_are() -> None:
    assert anchors_of(["عزت لوٹ", "ماسی"]) == ("ماسی", f"عزت{AND}لوٹ")


WORDS = st.sampled_from(["sold", "girl", "the", "a", "slave", "her"])
PIECES = st.recursive(
    st.one_of(
        WORDS, st.sampled_from([r"\b", " ", "s?", r"\w+", r"[- ]", "[^.]{0,9}", "(?!x)", "(?= )", r"(?<=\s)", "-?"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        inner.map(lambda each: f"(?:{each})?"),
        inner.map(lambda each: f"(?:{each}){{1,2}}"),
    ),
    max_leaves=9,
)


def stands(anchor: str, words: set[str]) -> bool:
    return any(word.startswith(anchor[:-1]) if anchor.endswith(STEM) else word == anchor for word in words)


@given(PIECES, st.lists(st.one_of(WORDS, st.sampled_from(["slaves", "girls", "-", ".", "x"])), max_size=8))
def test_where_a_pattern_matches_what_it_needs_stands(pattern: str, text: list[str]) -> None:
    for written in (" ".join(text), "".join(text)):
        words = set(re.findall(r"\w+", written))
        for alternative, anchors in ways(pattern):
            if re.search(alternative, written):
                assert any(
                    not entry or all(any(stands(a, words) for a in side.split()) for side in entry.split(AND))
                    for entry in anchors
                )


@given(PIECES, st.lists(WORDS, max_size=6))
def test_the_alternatives_together_are_the_pattern(pattern: str, text: list[str]) -> None:
    written = " ".join(text)
    assert bool(re.search(pattern, written)) == any(re.search(each, written) for each, _ in ways(pattern))
