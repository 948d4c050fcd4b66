"""What a net marks in a text as an editor does: words that harm, statements of law. It never sees a name.

One net with two heads was taught by invented stories that editors marked (training/README.md). One and the same piece
stands wherever somebody is named, so no answer hangs on how a person is called.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np

from amanat.core import Span
from amanat.languages.models import model
from amanat.languages.models.cutting import Cut, cut
from amanat.languages.models.session import Floats, Session
from amanat.languages.models.windows import Window, stops, windows, words

LONGEST = 200_000
"""Code points; a longer text is no story, and the rooms leave it to their rules."""
_WINDOW = 256
_OVERLAP = 64
_JOINT = 2  # code points between two words of one stretch


class Head(Enum):
    """What the net is asked for."""

    HARM = "harm"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words that the net marks."""

    span: Span
    label: str
    """Category of harm, or kind of statement."""
    chance: float
    """Mean over its words of how likely each is to be marked, whatever the label."""
    words: int
    """How many; a name counts as one."""


def marks(
    text: str, names: Sequence[Span], head: Head, least: float, within: Sequence[Span] | None = None
) -> Iterator[Mark]:
    """Yield the stretches of a text that the net marks, in order.

    Args:
        text: the text.
        names: where somebody is named.
        head: what to mark.
        least: how likely each word of a stretch must be, 0 to 1.
        within: parts to read, in order and apart, each by itself; the whole text when None. What is left out costs
            nothing.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    if within is None:
        within = [Span(0, len(text))] if text else []
    session = _session()
    made = cut(text, ((span, 0, session.card.unknown) for span in names), session.pieces)
    places = [(bisect_left(made.starts, part.start), bisect_left(made.starts, part.end), part) for part in within]
    read = [(first, last, part) for first, last, part in places if first < last]
    if not read:
        return
    labels, seen = _asked(session, made, text, [(first, last) for first, last, _ in read], head)
    units = _units(text, names)
    for first, last, part in read:
        low, high = (bisect_left(units, place, key=lambda unit: unit.start) for place in (part.start, part.end))
        told = _by_word(units[low:high], made.starts[first:last], seen[first:last], least)
        yield from _stretches(text, told, labels)


@lru_cache(maxsize=1)
def _session() -> Session:
    return Session(model("harm"))


def _asked(
    session: Session, made: Cut, text: str, parts: list[tuple[int, int]], head: Head
) -> tuple[tuple[str, ...], Floats]:
    """Return a head's labels and its chances for every piece; those of pieces outside the parts mean nothing."""
    size = min(_WINDOW, session.card.positions) - 2
    cuts = stops(text, made.starts)
    queue = []
    for first, last in parts:
        own = [place - first for place in cuts[bisect_left(cuts, first) : bisect_left(cuts, last)]]
        queue += [Window(0, w.first + first, w.last + first) for w in windows(0, last - first, size, _OVERLAP, own)]
    (seen,) = session.over([(made.numbers, made.shapes)], queue, _OVERLAP)
    harms = len(session.card.labels)
    return (session.card.labels, seen[:, :harms]) if head is Head.HARM else (session.card.masks, seen[:, harms:])


def _units(text: str, names: Sequence[Span]) -> list[Span]:
    """Return the words of a text in order; a name counts as one, whatever it is made of."""
    units = [Span(*place) for place in words(text, 0, len(text))]
    for name in names:
        low = bisect_left(units, name.start, key=lambda unit: unit.end - 1)
        high = bisect_left(units, name.end, key=lambda unit: unit.start)
        if low == high:
            continue  # a name without a letter
        units[low:high] = [Span(min(name.start, units[low].start), max(name.end, units[high - 1].end))]
    return units


def _by_word(units: list[Span], starts: list[int], seen: Floats, least: float) -> Iterator[tuple[Span, Floats]]:
    """Yield the words that are surely marked, each with the mean of its pieces."""
    edges = np.searchsorted(np.asarray(starts), [(unit.start, unit.end) for unit in units]).tolist() if units else []
    nothing = seen[:, 0].tolist()
    for unit, (first, last) in zip(units, edges, strict=True):
        if last > first and sum(nothing[first:last]) <= (1.0 - least) * (last - first):
            yield unit, seen[first:last].mean(0)


def _stretches(text: str, told: Iterator[tuple[Span, Floats]], labels: tuple[str, ...]) -> Iterator[Mark]:
    """Yield one mark for the words that stand side by side in one paragraph."""
    open_: list[tuple[Span, Floats]] = []
    for span, chances in told:
        if open_ and (open_[-1][0].end + _JOINT < span.start or "\n\n" in text[open_[-1][0].end : span.start]):
            yield _mark(open_, labels)
            open_ = []
        open_.append((span, chances))
    if open_:
        yield _mark(open_, labels)


def _mark(told: list[tuple[Span, Floats]], labels: tuple[str, ...]) -> Mark:
    mean = np.mean([chances for _, chances in told], axis=0)
    label = labels[int(mean[1:].argmax()) + 1]
    return Mark(Span(told[0][0].start, told[-1][0].end), label, 1.0 - float(mean[0]), len(told))
