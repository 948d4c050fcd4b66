"""Which lines of a PDF are one paragraph?

Told only by what stays where it is when a name in the text is longer or shorter: the step from line to line, the size
of the letters, how far a line is set in, a bullet. How long a line is tells how long the names in it are, and would
carry that into the safe copy.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from amanat.read.pdf_layers.lines import Line

_SOFT_HYPHENS = "\x02\xad\ufffe"
_BULLET = re.compile(r"[•●▪◦‣■□➢✓]")
_LOW = 0.2  # share of the steps that are no larger than the usual one: pages of short paragraphs have more gaps
_GAP = 1.25  # of the usual step; an extra space of a quarter of a line is the smallest that word processors set
_RESIZED = 0.18  # of the size of letters
_STEPS = (0.5, 4.0)  # sizes of letters between which a step leads to the next line
_SET_IN = (0.6, 6.0)  # sizes of letters by which a first line may be set in
_AGAIN = 2  # first lines that must be set in alike before it means anything
_HEADING_LINES = 3
_HEADING_SIZE = 1.15  # of the size of most lines


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of one page."""

    text: str
    heading: bool
    base: float
    """How far down the page its first line stands, in points."""


class Setting:
    """How a file is set, learnt page by page: the usual step between lines, and how far first lines are set in."""

    __slots__ = ("_indents", "_steps")

    def __init__(self) -> None:
        """Know nothing yet."""
        self._steps: defaultdict[int, Counter[float]] = defaultdict(Counter)
        self._indents: Counter[int] = Counter()

    def learn(self, lines: list[Line]) -> None:
        """Look at the lines of one more page."""
        for before, line in pairwise(lines):
            step = line.base - before.base
            if not _resized(before, line) and _within(step / line.size, _STEPS):
                self._steps[round(line.size)][round(step, 1)] += 1
        for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
            beside = [near for near in (above, below) if near and not _resized(near, line)]
            offsets = [line.start - near.start for near in beside if near.backwards == line.backwards]
            if offsets and max(offsets) - min(offsets) < 1 and _within(offsets[0] / line.size, _SET_IN):
                self._indents[round(offsets[0])] += 1

    def usual_step(self, size: float) -> float:
        """Return the usual step between lines of this size, in points; infinite before one was seen."""
        steps = self._steps[round(size)]
        wanted = steps.total() * _LOW
        for step in sorted(steps):
            wanted -= steps[step]
            if wanted <= 0:
                return step
        return float("inf")

    def is_indent(self, points: float) -> bool:
        """Tell whether first lines in this file are set in so far."""
        return points > 1 and sum(self._indents[round(points) + near] for near in (-1, 0, 1)) >= _AGAIN


def paragraphs(lines: list[Line], setting: Setting) -> Iterator[Passage]:
    """Join lines of one page to paragraphs.

    A new one starts after a larger step than usual, where a column begins, where the size changes, where a line is set
    in as first lines of this file are, and at a bullet.
    """
    if not lines:
        return
    setting.learn(lines)
    size = median(line.size for line in lines)
    group, edge = [lines[0]], lines[0].start
    for before, line in pairwise(lines):
        set_in = before.backwards == line.backwards and setting.is_indent(line.start - edge)
        if set_in or _parted(before, line, setting):
            yield _passage(group, size)
            group = []
        group.append(line)
        edge = edge if set_in else line.start
    yield _passage(group, size)


def _parted(before: Line, line: Line, setting: Setting) -> bool:
    step = line.base - before.base
    jump = step < -before.size or step > setting.usual_step(line.size) * _GAP
    return jump or _resized(before, line) or bool(_BULLET.match(line.text))


def _resized(before: Line, line: Line) -> bool:
    return abs(line.size - before.size) > before.size * _RESIZED


def _within(value: float, edges: tuple[float, float]) -> bool:
    return edges[0] < value < edges[1]


def _passage(group: list[Line], size: float) -> Passage:
    heading = len(group) <= _HEADING_LINES and group[0].size > size * _HEADING_SIZE
    return Passage(_joined(group), heading, group[0].base)


def _joined(group: list[Line]) -> str:
    out = ""
    for line in group:
        if out and out[-1] in _SOFT_HYPHENS:
            out = out.rstrip(_SOFT_HYPHENS) + line.text
        else:
            out = f"{out} {line.text}" if out else line.text
    return "".join(c for c in out if c not in _SOFT_HYPHENS)
