"""Patterns: first the words each needs, then RE2 without look-arounds, then the whole pattern.

The words of a text say which patterns are worth a look at all (`packs.anchors`): what that costs grows with the text
and hardly with the number of patterns. RE2 then reads the few that are left in time linear in the text. It knows no
look-around, so these are cut out for it: what is left matches at least as often, and Python's engine tries the whole
pattern only where it did. `packs.patterns` has already refused what neither engine takes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from amanat.core import PackError
from amanat.packs.anchors import AND, SHORTEST, STEM
from amanat.packs.linear import Match, linear
from amanat.packs.patterns import without_looks

_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]+")
"""What escapes and names of groups mean depends on their letters."""
_NO_WORD = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
"""What parts the words of a text of ASCII: cutting there is many times quicker than a pattern."""
_WORD = re.compile(r"\w+")
Met = dict[str, tuple[str, ...]]
"""Words of a text that were met so far, each with the anchors it is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, made ready once for all that read it."""

    text: str = field(repr=False)
    small: str = field(repr=False)
    """In small letters, which for a few letters changes its length."""
    encoded: bytes = field(repr=False)
    """The small letters as RE2 takes them."""
    plain: bool
    """Whether it is all ASCII, where both engines mean the same and every place is the same in bytes."""

    @classmethod
    def of(cls, text: str) -> "Stretch":
        """Make a text ready."""
        small = text.lower()
        return cls(text, small, small.encode("utf-8", "surrogatepass"), text.isascii())

    @property
    def words(self) -> set[str]:
        """Its words in small letters, each once."""
        return set(self.small.translate(_NO_WORD).split() if self.plain else _WORD.findall(self.small))


class Sieve:
    """Many patterns at once: which of them may match a text, going by its words?"""

    __slots__ = ("_always", "_first", "_stems", "_words")

    def __init__(self, anchors: Sequence[Sequence[str]]) -> None:
        """Put in the anchors of each pattern."""
        self._always = {n for n, entries in enumerate(anchors) if "" in entries}
        self._first: dict[str, list[tuple[int, frozenset[str]]]] = {}
        others: set[str] = set()
        for number, entries in enumerate(anchors):
            for entry in filter(None, entries):
                first, _, second = entry.partition(AND)
                beside = frozenset(second.split())
                others |= beside
                for word in first.split():
                    self._first.setdefault(word, []).append((number, beside))
        every = self._first.keys() | others
        self._words = frozenset(every)
        self._stems: dict[str, list[str]] = {}
        for stem in (anchor for anchor in every if anchor.endswith(STEM)):
            self._stems.setdefault(stem[:SHORTEST], []).append(stem)

    def candidates(self, stretch: Stretch, met: Met | None = None) -> list[int]:
        """Return the numbers of the patterns that may match, in order.

        Args:
            stretch: part of a story.
            met: words of the same story that this sieve met before; grows.
        """
        met = {} if met is None else met
        words = stretch.words
        for word in words.difference(met):
            met[word] = self._anchors(word)
        here = {anchor for word in words for anchor in met[word]}
        found = set(self._always)
        for anchor in here & self._first.keys():
            for number, beside in self._first[anchor]:
                if not (beside and beside.isdisjoint(here)):
                    found.add(number)
        return sorted(found)

    def _anchors(self, word: str) -> tuple[str, ...]:
        whole = (word,) if word in self._words else ()
        stems = self._stems.get(word[:SHORTEST])
        return (*whole, *(stem for stem in stems if word.startswith(stem[:-1]))) if stems else whole


def places(ways: Sequence[str], stretch: Stretch, *, exact_case: bool = False) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each match that holds something, as if the ways were alternatives of one pattern.

    Args:
        ways: patterns, the first to be tried first.
        stretch: where to look.
        exact_case: whether capitals matter.
    """
    readers = [reader for way in ways if (reader := _reader(way, exact_case)).may_match(stretch)]
    place = 0
    while found := [match for reader in readers if (match := reader.search(stretch, place))]:
        match = min(found, key=_start)
        place = max(match.end(), place + 1)
        if match.end() > match.start():
            yield match.start(), match.end()


def finds(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found in a text, capitals or none; RE2 answers where both engines mean the same."""
    if not text.isascii():
        return compiled(pattern).search(text) is not None
    reader, stretch = _reader(pattern, False), Stretch.of(text)  # noqa: FBT003 - a key of the cache
    return reader.may_match(stretch) and (reader.is_whole or reader.search(stretch, 0) is not None)


def _start(match: Match) -> int:
    return match.start()


class _Reader:
    """One pattern in the engines that read it; each is made when it is first needed."""

    __slots__ = ("_cut", "_exact", "_pattern", "_quick")

    def __init__(self, pattern: str, *, exact_case: bool) -> None:
        self._pattern, self._exact, self._cut = pattern, exact_case, without_looks(pattern)
        self._quick = linear(self._cut if exact_case else _small(self._cut))

    @property
    def is_whole(self) -> bool:
        """Whether there were no look-arounds to cut out for RE2."""
        return self._cut == self._pattern

    def may_match(self, stretch: Stretch) -> bool:
        """Tell whether RE2 finds the pattern without its look-arounds."""
        text = stretch.text.encode("utf-8", "surrogatepass") if self._exact else stretch.encoded
        return self._quick.search(text) is not None

    def search(self, stretch: Stretch, place: int) -> Match | None:
        """Return the first match at or behind a place.

        Python's engine takes ten times as long to compile a pattern, so RE2 answers where both mean the same.
        """
        if stretch.plain and not self._exact and self.is_whole:
            return self._quick.search(stretch.encoded, place)
        return compiled(self._pattern, exact_case=self._exact).search(stretch.text, place)


@lru_cache(maxsize=16384)
def _reader(pattern: str, exact_case: bool) -> _Reader:  # noqa: FBT001 - a key of the cache
    return _Reader(pattern, exact_case=exact_case)


def _small(pattern: str) -> str:
    """Write a pattern in small letters: what need not know of capitals is compiled in half the time."""
    return _CAPITALS.sub(lambda found: found[0].lower() if found[0].isalpha() else found[0], pattern)


@lru_cache(maxsize=4096)
def compiled(pattern: str, *, exact_case: bool = False) -> re.Pattern[str]:
    """Compile a pattern once.

    Raises:
        PackError: K010 for a pattern that Python does not take.
    """
    try:
        return re.compile(pattern, 0 if exact_case else re.IGNORECASE)
    except re.error as error:
        raise PackError("K010", f"not a regular expression ({error}): {pattern[:80]}") from None
