"""RE2 behind types of ours: patterns over bytes, read in time linear in the text (https://github.com/google/re2).

In bytes no offset has to be counted anew for each match; where a text is ASCII, places in both are the same.
"""

from collections.abc import Iterator
from typing import Protocol, cast

import re2

from amanat.core import PackError

_MEMORY = 64 << 20


class Match(Protocol):
    """Where a pattern was found."""

    def start(self) -> int:
        """Return the first place."""

    def end(self) -> int:
        """Return the place behind the last."""


class Linear(Protocol):
    """A pattern that RE2 has taken."""

    def search(self, text: bytes, pos: int = 0) -> Match | None:
        """Return the first match at or behind a place."""

    def match(self, text: bytes) -> Match | None:
        """Return the match at the beginning."""

    def finditer(self, text: bytes) -> Iterator[Match]:
        """Yield the matches one after the other."""


def linear(pattern: str, *, ignore_case: bool = False) -> Linear:
    """Make a pattern; groups capture nothing.

    Raises:
        PackError: K010 for a pattern that RE2 does not take.
    """
    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return cast("Linear", re2.compile(pattern.encode(), options))
    except re2.error:
        raise PackError("K010", f"RE2 does not take this pattern, use a plainer one: {pattern[:80]}") from None
