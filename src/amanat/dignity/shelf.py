"""The rules that read one kind of copy (English, Urdu, Pashto, Roman Urdu), and the sieve over their patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amanat.dignity import folding
from amanat.dignity.pattern import Sieve
from amanat.dignity.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rules, the pattern each looks for in this kind of copy, and the sieve over all patterns."""

    phrases: tuple[Phrase, ...]
    patterns: tuple[str, ...]
    sieve: Sieve

    @classmethod
    def of(cls, phrases: Iterable[Phrase], name: str) -> "Shelf":
        """Take the rules that read `en`, `ur`, `ps` or `roman` text."""
        chosen = [(phrase, pattern) for phrase in phrases if phrase.speaks and (pattern := pattern_of(phrase, name))]
        patterns = tuple(pattern for _, pattern in chosen)
        return cls(tuple(phrase for phrase, _ in chosen), patterns, Sieve(patterns))


def pattern_of(phrase: Phrase, name: str) -> str:
    """Return what a rule looks for in one kind of copy, empty if it does not read that kind."""
    if phrase.pattern and phrase.lang == name:
        return phrase.pattern
    if name == "roman" and phrase.roman:
        return r"\b(?:" + "|".join(re.escape(folding.key(word, "roman")) for word in phrase.roman) + r")\b"
    if phrase.script and phrase.lang == name:
        # \b does not know Arabic letters in RE2, so the edges are whatever is no letter.
        words = "|".join(re.escape(folding.key(word, name)) for word in phrase.script)
        return rf"(?<!\w)(?:{words})(?!\w)"
    return ""
