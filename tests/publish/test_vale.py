"""The style for Vale: documented keys only, and patterns that find what the rules find."""

import re

import pytest
import regex

from amanat.dignity.phrase import phrases
from amanat.publish.vale import ValeRule, vale

COMMON = {"extends", "message", "level", "description", "link", "limit", "scope", "action", "vocab"}
KEYS = {
    "existence": COMMON | {"append", "ignorecase", "nonword", "raw", "tokens", "exceptions"},
    "substitution": COMMON | {"append", "ignorecase", "nonword", "swap", "pos", "exceptions", "capitalize"},
}
BY_CODE = {phrase.code: phrase for phrase in phrases()}
MADE, LEFT = vale(phrases())


def patterns(rule: ValeRule) -> list[str]:
    given = rule.content.get("tokens") or rule.content["swap"]
    return list(given) if isinstance(given, list | dict) else []


def finds(rule: ValeRule, sentence: str) -> bool:
    # .NET and this library both take look-behinds of any length; Python's own engine does not.
    flags = regex.IGNORECASE if rule.content["ignorecase"] else 0
    return any(regex.search(pattern, sentence, flags) for pattern in patterns(rule))


def test_every_rule_is_turned_or_named_with_a_reason() -> None:
    assert {rule.name for rule in MADE} | {code for code, _ in LEFT} == set(BY_CODE)
    assert len(MADE) > 200
    assert all(reason for _, reason in LEFT)
    assert all(BY_CODE[rule.name].lang == "en" for rule in MADE)


@pytest.mark.parametrize("rule", MADE, ids=lambda rule: rule.name)
def test_a_rule_has_documented_keys_and_finds_its_wrong_sentences(rule: ValeRule) -> None:
    content = rule.content
    assert set(content) <= KEYS[str(content["extends"])]
    assert {"message", "level", "vocab"} <= set(content)
    assert content["vocab"] is False
    assert content["level"] in {"error", "warning", "suggestion"}
    assert str(content["message"]).replace("%%", "").count("%s") == (2 if content["extends"] == "substitution" else 1)
    assert not any(re.search(r"(?<!\\)\((?!\?)", pattern) for pattern in patterns(rule))
    phrase = BY_CODE[rule.name]
    assert all(finds(rule, sentence) for sentence in phrase.wrong)


def test_most_of_what_is_fine_stays_fine() -> None:
    """Where it does not, LOST.md says why: titles of laws, the field, the story."""
    for rule in MADE:
        noisy = [s for s in BY_CODE[rule.name].negative if finds(rule, s)]
        assert not noisy or rule.lost, rule.name


def test_what_is_lost_is_told() -> None:
    lost = {rule.name: rule.lost for rule in MADE}
    assert any("quoted speech" in words for words in lost["D301"])
    assert "silence about some roles" in lost["D414"]
