"""Patterns that people write into rule files: are they taken, and do they end in time?

RE2 reads every pattern first and knows no look-around, so these are cut out for it. What is left matches at least as
often, in time linear in the text. The whole pattern is then tried by Python's engine, which can run wild
(Cox, "Regular Expression Matching Can Be Simple And Fast", 2007), so a pattern is tried on hostile text when it comes
in, under a clock.
"""

import re
from collections.abc import Iterator

from amanat.core import PackError
from amanat.packs.value import Path, Value

_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_KEYS = ("pattern", "near", "trigger", "satisfied_by", "story", "story_unless")
_PATIENCE = 1.0
"""Seconds of the clock for one hostile text; honest patterns need thousandths."""
_DOUBTFUL = re.compile(
    r"\)(?:[*+]|\{\d*,\}|\{\d*,?\d{2,}\})|[*+}]\??\)*(?:\(\?:)?(?:\\[wsdWSD]|\.|\[[^\]]*\])(?:[*+]|\{\d*,(?:\d{2,})?\})"
)
"""A repeated group, or two open repetitions side by side: what runs wild has one of these."""
_NO_WORDS = ("vqx jfzz", "wrtgh-kpl", "ooeui aau", "ڻڙڳ ټڼ", "?! 70")
"""What no word of any language looks like: a pattern that finds something in all of them speaks of nearly anything."""
_TAIL = "\x00 zyxwvutsrqponmlkjihgfedcba 9876543210"
"""Behind the hostile part every letter stands once, else the library sees at a glance that nothing can match."""
_HOSTILE = 2000
"""Code points: no pattern ever meets a longer stretch."""


def refuse_bad(record: dict[str, Value], lines: dict[Path, int], name: str, at: Path = ()) -> None:
    """Check every pattern of one rule.

    Args:
        record: the rule, known to fit its schema.
        lines: for each path into the file the line where it stands.
        name: what to call the file in an error.
        at: path to the rule in its file; empty where the file is the rule.

    Raises:
        PackError: K020 for a pattern that cannot be read, K021 for one that does not end in time, K024 for one that
            matches nearly anything.
    """
    for key, pattern in _patterns(record):
        place = f"{name}:{lines.get((*at, key), 1)}"
        try:
            re.compile(pattern)
        except re.error as error:
            raise PackError("K020", f"{place}: `{key}` is not a regular expression ({error})") from None
        _refuse_for_sieve(pattern, key, place)
        if key != "trigger":  # what a whole story lacks may be lacking from any story
            _refuse_anything(pattern, key, place)
        for tried in (pattern, *_looks(pattern)):  # a look-around is met only behind the right words: tried by itself
            if _DOUBTFUL.search(tried):
                _refuse_wild(tried, _first_example(record), key, place)


def _refuse_anything(pattern: str, key: str, place: str) -> None:
    """Refuse what matches where nothing stands or where no words stand: it would mark every line."""
    compiled = re.compile(pattern, re.IGNORECASE)
    if compiled.search("") or all(map(compiled.search, _NO_WORDS)):
        raise PackError("K024", f"{place}: `{key}` matches nearly anything; write the words it is to find")


def _refuse_wild(pattern: str, wrong: str, key: str, place: str) -> None:
    """Try a pattern on hostile texts; only the regex library can be stopped by a clock."""
    import regex  # noqa: PLC0415 - 0.02 s, and only files that changed are checked

    compiled = regex.compile(pattern, regex.IGNORECASE | regex.VERSION0)
    letters = sorted({"a", "1", *filter(str.isalnum, pattern.lower())})
    for text in (wrong * (_HOSTILE // len(wrong) + 1), "a " * (_HOSTILE // 2), *(c * _HOSTILE for c in letters)):
        try:
            for _ in compiled.finditer(text + _TAIL, timeout=_PATIENCE):
                pass
        except TimeoutError:
            raise PackError(
                "K021", f"{place}: `{key}` takes too long on some texts; avoid a repetition inside a repetition"
            ) from None


def _refuse_for_sieve(pattern: str, key: str, place: str) -> None:
    import re2  # noqa: PLC0415 - 0.03 s, and only files that changed are checked

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(without_looks(pattern), options)
    except re2.error as error:
        raise PackError(
            "K020", f"{place}: `{key}` holds what RE2 does not take once its look-arounds are cut ({error})"
        ) from None


def _patterns(record: dict[str, Value]) -> Iterator[tuple[str, str]]:
    for key in _KEYS:
        value = record.get(key)
        if isinstance(value, str):
            yield key, value
    unless = record.get("unless")
    for value in unless if isinstance(unless, list) else ():
        yield "unless", str(value)


def _first_example(record: dict[str, Value]) -> str:
    examples = record.get("examples")
    wrong = examples.get("wrong") if isinstance(examples, dict) else None
    return f"{wrong[0]} " if isinstance(wrong, list) and wrong else "the girls "


def without_looks(pattern: str) -> str:
    """Return the pattern without its look-arounds."""
    if not any(look in pattern for look in _LOOKS):
        return pattern
    out: list[str] = []
    place = 0
    while place < len(pattern):
        if pattern.startswith(_LOOKS, place):
            place = after_group(pattern, place)
        elif pattern[place] == "[":
            end = after_class(pattern, place)
            out.append(pattern[place:end])
            place = end
        else:
            step = 2 if pattern[place] == "\\" else 1
            out.append(pattern[place : place + step])
            place += step
    return "".join(out)


def _looks(pattern: str) -> Iterator[str]:
    """Yield what stands inside the look-arounds, the outer ones first."""
    for match in re.finditer(r"\(\?<?[=!]", pattern):
        if match.start() == 0 or pattern[match.start() - 1] != "\\":
            yield pattern[match.end() : after_group(pattern, match.start()) - 1]


def after_group(pattern: str, place: int) -> int:
    """Return the place behind the group that begins at a place."""
    depth = 0
    while place < len(pattern):
        if pattern[place] == "\\":
            place += 2
            continue
        if pattern[place] == "[":
            place = after_class(pattern, place)
            continue
        depth += {"(": 1, ")": -1}.get(pattern[place], 0)
        place += 1
        if depth == 0:
            return place
    return place


def after_class(pattern: str, place: int) -> int:
    """Return the place behind the class of characters (`[a-z]`) that begins at a place."""
    place += 2 if pattern.startswith("[^", place) else 1
    first = True
    while place < len(pattern) and (first or pattern[place] != "]"):
        place += 2 if pattern[place] == "\\" else 1
        first = False
    return place + 1
