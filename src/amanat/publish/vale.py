"""The phrase rules as a style for Vale, for desks that already run it (vale.sh, "Styles", read for version 3).

Vale reads blocks of marked-up text with .NET regular expressions. What a rule says of one sentence survives as a
look-around; what it knows of the story, of who is who, and of who is speaking does not. `lost` tells it rule by rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core import Severity
from amanat.dignity.phrase import Phrase

STYLE = "Amanat"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "suggestion",
    Severity.NOTE: "suggestion",
}
_OPEN = re.compile(r"(?<!\\)\((?!\?)")
Rule = dict[str, str | int | bool | list[str] | dict[str, str] | dict[str, str | list[str]]]
"""One YAML file."""


@dataclass(frozen=True, slots=True)
class ValeRule:
    """One file of the style."""

    name: str
    content: Rule
    lost: tuple[str, ...]
    """What this rule can do here and not there."""


def vale(phrases: Iterable[Phrase]) -> tuple[tuple[ValeRule, ...], tuple[tuple[str, str], ...]]:
    """Turn rules into a style.

    Returns:
        The files, and for each rule that could not be turned its code and the reason.
    """
    made: list[ValeRule] = []
    left: list[tuple[str, str]] = []
    for phrase in phrases:
        reason = _cannot(phrase)
        if reason:
            left.append((phrase.code, reason))
        else:
            made.append(ValeRule(phrase.code, _rule(phrase), tuple(_lost(phrase))))
    return tuple(made), tuple(left)


def _cannot(phrase: Phrase) -> str:
    if phrase.draft:
        return "a draft in a language that waits for native editors"
    if phrase.house:
        return "silent until a newsroom turns it on"
    if phrase.form in {"missing", "checklist"}:
        return "speaks of the whole story; Vale reads block by block"
    if phrase.form == "frame":
        return "a net reads it, which Vale does not run"
    if phrase.form == "caption":
        return "reads captions and alternative texts, which are no scope there"
    return ""


def _rule(phrase: Phrase) -> Rule:
    swap = len(phrase.fixes) == 1 and bool(phrase.fixes[0].one) and phrase.fixes[0].one == phrase.fixes[0].many
    rule: Rule = {
        "extends": "substitution" if swap else "existence",
        "message": _message(phrase, swap=swap),
        "level": _LEVELS[phrase.severity],
        "link": next((s.url for s in phrase.sources if s.url.startswith("http")), ""),
        "ignorecase": not phrase.exact_case,
        "nonword": True,
        "vocab": False,
        "limit": phrase.cap,
        "scope": "heading" if phrase.form == "headline" else "text",
    }
    if swap:
        rule["action"] = {"name": "replace"}
        rule["swap"] = dict.fromkeys(_tokens(phrase), phrase.fixes[0].one)
    else:
        if phrase.fixes and all(wording.one for wording in phrase.fixes):
            suggest: dict[str, str | list[str]] = {"name": "suggest", "params": [w.one for w in phrase.fixes]}
            rule["action"] = suggest
        rule["tokens"] = list(_tokens(phrase))
    return {key: value for key, value in rule.items() if value != ""}


def _message(phrase: Phrase, *, swap: bool) -> str:
    words = f"{phrase.code}: {phrase.why}".replace("%", "%%")
    return f"{words} Write “%s” instead of “%s”." if swap else f"{words} {phrase.remedy.replace('%', '%%')} (“%s”)"


def _tokens(phrase: Phrase) -> Iterator[str]:
    """Put what must and what must not stand in the sentence into look-arounds; .NET allows any length of them."""
    words = _plain(phrase.pattern)
    if phrase.unless:
        silent = "|".join(map(_plain, phrase.unless))
        words = rf"(?<!(?:{silent})[^.\n]*)(?![^.\n]*(?:{silent}))(?:{words})"
    if not phrase.near:
        yield words
        return
    near = _plain(phrase.near)
    yield rf"(?=[^.\n]*(?:{near}))(?:{words})"
    yield rf"(?<=(?:{near})[^.\n]*)(?:{words})"


def _plain(pattern: str) -> str:
    """Make every group one that captures nothing: captures change what Vale prints."""
    return _OPEN.sub("(?:", pattern)


def _lost(phrase: Phrase) -> Iterator[str]:
    if phrase.quotes == "soften":
        yield "one level lower inside quoted speech"
    elif phrase.quotes == "skip":
        yield "silence inside quoted speech"
    if phrase.silent_for:
        yield "silence about some roles"
    if phrase.field:
        yield "silence outside stories of the field"
    if phrase.story or phrase.story_unless:
        yield "what the whole story must or must not hold"
    if phrase.titles:
        yield "titles of laws from the register"
    if any(wording.one != wording.many for wording in phrase.fixes):
        yield "singular and plural of the replacement"
