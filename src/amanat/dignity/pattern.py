"""Patterns: a set of all of them in RE2 says in one pass which are worth a closer look.

RE2 knows no look-around, so these are cut out for the set: what is left matches at least as often, and the whole
pattern is tried only where it did. `packs.patterns` has already refused what neither engine takes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol, cast

import re2

from amanat.core import PackError
from amanat.packs.patterns import without_looks

_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]+")
"""What escapes and names of groups mean depends on their letters."""
_MEMORY = 64 << 20
_GROUP = 24
"""Patterns to a set; measured: one set of all takes five times as long on a text it meets for the first time."""


class _Set(Protocol):
    def Add(self, pattern: str) -> int: ...  # noqa: N802 - the name RE2 gives it

    def Compile(self) -> None: ...  # noqa: N802

    def Match(self, text: str) -> list[int] | None: ...  # noqa: N802


class _Match(Protocol):
    def start(self) -> int: ...

    def end(self) -> int: ...


class _Pattern(Protocol):
    def finditer(self, text: str) -> Iterator[_Match]: ...


class Sieve:
    """Many patterns at once: which of them may match a text?"""

    __slots__ = ("_sets", "_size")

    def __init__(self, patterns: Sequence[str]) -> None:
        """Put the patterns in, some dozens to a set: what a set must remember grows with all it holds at once.

        Raises:
            PackError: K010 for a pattern that RE2 does not take once its look-arounds are cut.
        """
        self._size = len(patterns)
        self._sets = [(first, _set_of(patterns[first : first + _GROUP])) for first in range(0, self._size, _GROUP)]

    def candidates(self, text: str) -> list[int]:
        """Return the numbers of the patterns that may match, in order; all of them if RE2 gave up."""
        small = text.lower()
        try:
            return [first + n for first, found in self._sets for n in sorted(found.Match(small) or ())]
        except re2.error:
            return list(range(self._size))


def _set_of(patterns: Sequence[str]) -> _Set:
    options = re2.Options()
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    found = cast("_Set", re2.Set.SearchSet(options))
    for pattern in patterns:
        if not _taken(found, _small(without_looks(pattern))):
            raise PackError("K010", f"RE2 does not take this pattern, use a plainer one: {pattern[:80]}")
    found.Compile()
    return found


def _small(pattern: str) -> str:
    """Write a pattern in small letters: sets that need not know of capitals are built in half the time."""
    return _CAPITALS.sub(lambda found: found[0].lower() if found[0].isalpha() else found[0], pattern)


def _taken(found: _Set, pattern: str) -> bool:
    try:
        return found.Add(pattern) >= 0
    except re2.error:
        return False


def places(pattern: str, text: str, *, exact_case: bool = False) -> Iterable[tuple[int, int]]:
    """Yield begin and end of each match that holds something.

    Where both engines mean the same (no look-around, a text of ASCII) RE2 is asked: it compiles these patterns ten
    times quicker, which is most of what a first story costs.
    """
    same = text.isascii() and not any(look in pattern for look in _LOOKS)
    found: _Pattern = _re2(pattern, exact_case) if same else compiled(pattern, exact_case=exact_case)
    return ((match.start(), match.end()) for match in found.finditer(text) if match.end() > match.start())


@lru_cache(maxsize=4096)
def _re2(pattern: str, exact_case: bool) -> _Pattern:  # noqa: FBT001 - a key of the cache
    options = re2.Options()
    options.case_sensitive = exact_case
    return cast("_Pattern", re2.compile(pattern, options))


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
