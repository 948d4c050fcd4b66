"""The sealed original: a story as it was handed to us."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from amanat.core.direction import Direction
from amanat.core.layout import Layout
from amanat.core.span import Span


class PartKind(StrEnum):
    """What a stretch of text is to the reader."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    NOTE = "note"
    HIDDEN = "hidden"
    """A layer that a reader of the file does not see: comments, deletions, metadata."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text (headline, paragraph, caption) with its own language and direction."""

    span: Span
    """Where the block stands in the plain text."""
    kind: PartKind
    """What the block is."""
    language: str
    """BCP 47 tag: `en`, `ur`, `ur-Latn` (Roman Urdu) …"""
    direction: Direction
    """Which way the block is written."""


@dataclass(frozen=True, slots=True)
class Document:
    """The sealed original. Only `read` makes one; its text is kept out of `repr`, so no log line can carry it."""

    text: str = field(repr=False)
    """Plain text. For a `.txt` file the decoded file, unchanged, so that offsets hold. For a file with layers what a
    reader sees, and behind it every text that a reader does not see."""
    language: str
    """BCP 47 tag of most of the text."""
    parts: tuple[Part, ...] = field(repr=False)
    """Blocks in order; they do not overlap, blank lines belong to none."""
    name: str = field(default="", repr=False)
    """Path or title it came under; a path may itself name a person, so it stays out of `repr`."""
    layout: Layout | None = field(default=None, repr=False)
    """Blocks and runs with where in the file they came from; None for plain text."""

    @property
    def digest(self) -> str:
        """SHA-256 of the text in hexadecimal: names this document without telling what it says."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def shown(self) -> int:
        """How many code points from the start a reader of the file sees; hidden layers stand behind them."""
        if self.layout is None:
            return len(self.text)
        return max((block.span.end for block in self.layout.shown), default=0)

    def at(self, span: Span) -> str:
        """Return the words a span points at."""
        return self.text[span.start : span.end]

    def part_at(self, place: int) -> Part | None:
        """Return the block a code point stands in, or None on a blank line."""
        at = bisect_right(self.parts, place, key=lambda part: part.span.start)
        return self.parts[at - 1] if at and place < self.parts[at - 1].span.end else None
