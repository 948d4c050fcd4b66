"""The rules that read one kind of copy (English, Urdu, Pashto, Roman Urdu), and the sieve over their patterns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.dignity import folding
from amanat.dignity.pattern import Met, Sieve, Stretch
from amanat.dignity.phrase import Phrase, Way
from amanat.packs.anchors import anchors_of


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Rules in order, with the ways in which each may match, and the sieve over all ways."""

    ways: tuple[tuple[Phrase, str], ...]
    """Each way of each rule, those of a rule side by side."""
    sieve: Sieve

    @classmethod
    def of(cls, phrases: Iterable[Phrase], name: str) -> "Shelf":
        """Take the rules that read `en`, `ur`, `ps` or `roman` text."""
        ways = [(phrase, way) for phrase in phrases if phrase.speaks for way in ways_of(phrase, name)]
        return cls(tuple((phrase, way.pattern) for phrase, way in ways), Sieve([way.anchors for _, way in ways]))

    def candidates(self, stretch: Stretch, met: Met) -> Iterator[tuple[Phrase, list[str]]]:
        """Yield the rules that may match a stretch, in order, each with the ways in which it may.

        Args:
            stretch: part of a story.
            met: words of the story met before by this shelf; grows.
        """
        ways: list[str] = []
        before: Phrase | None = None
        for number in self.sieve.candidates(stretch, met):
            phrase, way = self.ways[number]
            if before and phrase is not before:
                yield before, ways
                ways = []
            before = phrase
            ways.append(way)
        if before:
            yield before, ways


def ways_of(phrase: Phrase, name: str) -> tuple[Way, ...]:
    """Return what a rule looks for in one kind of copy, nothing if it does not read that kind."""
    if phrase.pattern and phrase.lang == name:
        return phrase.ways
    given = phrase.roman if name == "roman" else phrase.script if phrase.lang == name else ()
    if not given:
        return ()
    keys = [folding.key(word, name) for word in given]
    words = "|".join(map(re.escape, keys))
    # \b does not know Arabic letters in RE2, so the edges are whatever is no letter.
    pattern = rf"\b(?:{words})\b" if name == "roman" else rf"(?<!\w)(?:{words})(?!\w)"
    return (Way(pattern, anchors_of(keys)),)
