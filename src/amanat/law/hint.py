"""Where a text may hold something worth a closer look: one pass in RE2, in time that grows with the text alone.

RE2 knows no look-around, so these are cut out: what is left matches at least as often, and the frame looks closer.
"""

import re
from collections.abc import Iterator
from typing import Protocol, cast

import re2

from amanat.packs.patterns import without_looks

_MEMORY = 64 << 20
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class _Match(Protocol):
    def start(self) -> int: ...


class _Pattern(Protocol):
    def finditer(self, text: str) -> Iterator[_Match]: ...


class Hint:
    """A pattern of which only the places matter."""

    __slots__ = ("_found",)

    def __init__(self, pattern: str, *, ignore_case: bool = False) -> None:
        """Make it from a pattern of `re`."""
        options = re2.Options()
        options.case_sensitive = not ignore_case
        options.never_capture = True
        options.log_errors = False
        options.max_mem = _MEMORY
        plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), without_looks(pattern))
        self._found = cast("_Pattern", re2.compile(plain, options))

    def places(self, text: str) -> Iterator[int]:
        """Go through the places where it begins, as code points."""
        return (match.start() for match in self._found.finditer(text))
