"""Patterns: a set of all of them in RE2 says in one pass which are worth a closer look.

RE2 knows no look-around, so these are cut out for the set: what is left matches at least as often, and the whole
pattern is tried only where it did. `packs.patterns` has already refused what neither engine takes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, cast

import re2

from amanat.core import PackError
from amanat.packs.patterns import without_looks

_MEMORY = 64 << 20
_GROUP = 48
"""Patterns to a set; measured: one set of all is twice as slow on a text it meets for the first time."""


class _Set(Protocol):
    def Add(self, pattern: str) -> int: ...  # noqa: N802 - the name RE2 gives it

    def Compile(self) -> None: ...  # noqa: N802

    def Match(self, text: str) -> list[int] | None: ...  # noqa: N802


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
        try:
            return [first + n for first, found in self._sets for n in sorted(found.Match(text) or ())]
        except re2.error:
            return list(range(self._size))


def _set_of(patterns: Sequence[str]) -> _Set:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    found = cast("_Set", re2.Set.SearchSet(options))
    for pattern in patterns:
        if not _taken(found, without_looks(pattern)):
            raise PackError("K010", f"RE2 does not take this pattern, use a plainer one: {pattern[:80]}")
    found.Compile()
    return found


def _taken(found: _Set, pattern: str) -> bool:
    try:
        return found.Add(pattern) >= 0
    except re2.error:
        return False


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
