"""Which sentences of a text may hold something worth a closer look: one set of patterns in RE2, asked once a sentence.

RE2 knows no look-around, so these are cut out: what is left matches at least as often, and the frame looks closer.
"""

import re
from collections.abc import Sequence
from typing import Protocol, cast

import re2

from amanat.packs.patterns import without_looks

_MEMORY = 64 << 20
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class _Set(Protocol):
    def Add(self, pattern: str) -> int: ...  # noqa: N802 - the name RE2 gives it

    def Compile(self) -> None: ...  # noqa: N802

    def Match(self, text: bytes) -> list[int] | None: ...  # noqa: N802


def hint(pattern: str, *, ignore_case: bool = False) -> str:
    """Write a pattern of `re` as RE2 takes it."""
    plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), without_looks(pattern))
    return f"(?i:{plain})" if ignore_case else plain


class Hints:
    """Several hints, looked for together: time grows with the text and hardly with their number."""

    __slots__ = ("_found", "_size")

    def __init__(self, hints: Sequence[str]) -> None:
        """Make it from what `hint` gives."""
        options = re2.Options()
        options.never_capture = True
        options.log_errors = False
        options.max_mem = _MEMORY
        self._size = len(hints)
        self._found = cast("_Set", re2.Set.SearchSet(options))
        for one in hints:
            self._found.Add(one)
        self._found.Compile()

    def touched(self, sentences: Sequence[bytes]) -> tuple[list[int], ...]:
        """Return for each hint the numbers of the sentences that match it, in order."""
        out: tuple[list[int], ...] = tuple([] for _ in range(self._size))
        match = self._found.Match
        for number, sentence in enumerate(sentences):
            for one in match(sentence) or ():
                out[one].append(number)
        return out
