"""Patterns of rule files: what neither engine takes, or what runs wild, is refused with file and line."""

import pytest

from amanat.core import PackError
from amanat.packs.patterns import refuse_bad, without_looks


@pytest.mark.parametrize(
    ("pattern", "plain"),
    [
        (r"a(?=b)c", "ac"),
        (r"a(?!(?:b|c)d)e", "ae"),
        (r"(?<!x)y(?<=z[)])", "y"),
        (r"[(?=]b", r"[(?=]b"),
        (r"\(?=b", r"\(?=b"),
        (r"[^])]x(?=])", "[^])]x"),
    ],
)
def test_look_arounds_are_cut(pattern: str, plain: str) -> None:
    assert without_looks(pattern) == plain


@pytest.mark.parametrize("key", ["pattern", "near", "trigger", "satisfied_by", "story", "story_unless"])
@pytest.mark.parametrize("pattern", ["(a", "a{3000}", r"(a)\1", "[z-a]", "(?<=a+)b"])
def test_a_pattern_that_an_engine_does_not_take_names_file_and_line(key: str, pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        refuse_bad({key: pattern}, {(key,): 7}, "D999-x.yaml")
    assert caught.value.code == "K020"
    assert caught.value.message.startswith("D999-x.yaml:7: ")


def test_a_pattern_that_runs_wild_is_refused() -> None:
    with pytest.raises(PackError) as caught:
        refuse_bad({"unless": [r"(?:a+)+$"]}, {("own", 2, "unless"): 12}, "house.yaml", ("own", 2))
    assert caught.value.code == "K021"
    assert caught.value.message.startswith("house.yaml:12: ")


def test_honest_patterns_pass() -> None:
    refuse_bad(
        {"pattern": r"\bmaids?\b(?! of)", "unless": ["civil"], "examples": {"wrong": ["The maid left."]}}, {}, "x"
    )


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:b+)+$",
        r"\bgirls(?=(?:b+)+c)",
        r"x(?!(?:a|a)+$)",
        r"(?:\w+ ?)*x",
        r"\w*\w*\w*\w*x",
        r"(?:a|a)+$",
        r"(?:[a-z]{1,9}){10,40}\d",
    ],
)
def test_other_wild_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        refuse_bad({"pattern": pattern}, {("pattern",): 3}, "x.yaml")
    assert caught.value.code == "K021"


@pytest.mark.parametrize("key", ["pattern", "near", "story_unless"])
@pytest.mark.parametrize("pattern", [".*", "", "a*", r"\b", r"\w*", ".", ".+", "[^.]", "girls?|", "(?:maid)?", "^"])
def test_a_pattern_that_matches_nearly_anything_is_refused(key: str, pattern: str) -> None:
    with pytest.raises(PackError) as caught:
        refuse_bad({key: pattern}, {(key,): 7}, "H001-x.yaml")
    assert caught.value.code == "K024"
    assert caught.value.message.startswith("H001-x.yaml:7: ")


def test_what_a_story_lacks_may_be_asked_of_any_story() -> None:
    refuse_bad({"trigger": "."}, {("trigger",): 3}, "x.yaml")
