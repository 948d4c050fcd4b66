"""Which sentences of a text may hold something worth a closer look: one pass in RE2, in time that grows with the text.

RE2 knows no look-around, so these are cut out: what is left matches at least as often, and the frame looks closer.
It works on bytes; offsets of the text itself never leave this module.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

import re2

from amanat.core import Span
from amanat.packs.patterns import without_looks

_MEMORY = 64 << 20
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class _Match(Protocol):
    def start(self) -> int: ...


class _Pattern(Protocol):
    def search(self, text: bytes, pos: int) -> _Match | None: ...


@dataclass(frozen=True, slots=True)
class Sentences:
    """A text as bytes, and where its sentences stand in them."""

    encoded: bytes = field(repr=False)
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, spans: Sequence[Span]) -> "Sentences":
        """Encode a text once; spans come in order of place."""
        starts, ends, done, size = [], [], 0, 0
        for span in spans:
            size += len(text[done : span.start].encode("utf-8", "surrogatepass"))
            starts.append(size)
            size += len(text[span.start : span.end].encode("utf-8", "surrogatepass"))
            ends.append(size)
            done = span.end
        return cls(text.encode("utf-8", "surrogatepass"), tuple(starts), tuple(ends))


class Hint:
    """A pattern of which only the sentences matter in which it begins."""

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

    def touched(self, sentences: Sentences) -> frozenset[int]:
        """Return the numbers of the sentences in which it begins."""
        out: list[int] = []
        place = 0
        while match := self._found.search(sentences.encoded, place):
            at = match.start()
            number = bisect_right(sentences.starts, at) - 1
            if number >= 0 and at < sentences.ends[number]:
                out.append(number)
            if number + 1 >= len(sentences.starts):
                break
            place = sentences.starts[number + 1]  # one place is enough
        return frozenset(out)
