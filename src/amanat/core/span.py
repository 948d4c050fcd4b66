"""Places in a text, counted in code points, end not included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from amanat.core.errors import UsageError

if TYPE_CHECKING:
    import regex


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text: `start` included, `end` not, both in code points."""

    start: int
    """First code point of the stretch."""
    end: int
    """Code point after the last one."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise UsageError("S001", f"a span must start at 0 or later and hold something, got {self.start}–{self.end}")

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> "Span":
        """Return the same stretch, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)


def on_grapheme_edges(text: str, span: Span) -> Span:
    """Widen a span so that it cuts no written character (UAX #29 grapheme cluster) in two.

    Args:
        text: the whole text the span speaks of.
        span: a stretch of it.

    Returns:
        The same span, or the smallest wider one whose two edges are grapheme edges.

    Raises:
        UsageError: S001 if the span ends after the text.
    """
    if span.end > len(text):
        raise UsageError("S001", f"span {span.start}–{span.end} ends after a text of {len(text)} code points")
    start = _edge(text, span.start, before=True)
    end = _edge(text, span.end, before=False)
    return span if (start, end) == (span.start, span.end) else Span(start, end)


@lru_cache(maxsize=1)
def _graphemes() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """Return the patterns of a cluster, and of a place where one surely begins (UAX #29: GB4, GB5, GB999).

    The second is searched backwards, so that a cluster may be as long as it likes.
    """
    import regex  # noqa: PLC0415 - 0.02 s to load, and most edges stand between letters of ASCII

    return (
        regex.compile(r"\X"),
        regex.compile(r"(?r)(?<=[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}])[\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}]"),
    )


def _edge(text: str, place: int, *, before: bool) -> int:
    if place in (0, len(text)) or (text[place].isascii() and text[place - 1].isascii() and text[place] != "\n"):
        return place
    grapheme, sure_start = _graphemes()
    sure = sure_start.search(text, 0, place)
    for cluster in grapheme.finditer(text, sure.start() if sure else 0):
        if cluster.end() >= place:
            inside = cluster.start() < place < cluster.end()
            return (cluster.start() if before else cluster.end()) if inside else place
    return place


def pieces(length: int, spans: Iterable[Span]) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """Cut a text of `length` code points at every edge of the spans, so that overlaps need no nesting.

    Yields:
        Consecutive stretches that together are the whole text, each with the positions (in the order given)
        of the spans that cover it.
    """
    marks = list(spans)
    cuts = sorted({0, length, *(m.start for m in marks), *(m.end for m in marks)})
    opens: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        opens.setdefault(mark.start, []).append(number)
    live: list[int] = []
    for low, high in pairwise(cuts):
        live = [n for n in live if marks[n].end > low] + opens.get(low, [])
        yield Span(low, high), tuple(live)


class Cover:
    """Stretches of one text that are asked many times whether something meets them, in logarithmic time."""

    __slots__ = ("_reach", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Order the stretches, and note how far each and those before it reach."""
        self._spans = sorted(spans, key=lambda s: (s.start, s.end))
        self._starts = [s.start for s in self._spans]
        self._reach = list(accumulate((s.end for s in self._spans), max))

    def touches(self, span: Span) -> bool:
        """Tell whether a stretch shares a code point with any of them."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def begins(self, place: int) -> bool:
        """Tell whether one of them starts at a code point."""
        at = bisect_left(self._starts, place)
        return at < len(self._starts) and self._starts[at] == place

    def covers(self, span: Span) -> bool:
        """Tell whether a stretch lies wholly inside one of them."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end

    def over(self, span: Span) -> list[Span]:
        """Return those that share a code point with a stretch, in order."""
        before, found = bisect_left(self._starts, span.end), list[Span]()
        while before > 0 and self._reach[before - 1] > span.start:
            before -= 1
            if self._spans[before].end > span.start:
                found.append(self._spans[before])
        return found[::-1]


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join overlapping or touching spans; the answer is sorted and disjoint."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
