"""What rules cannot reach: a net reads the story as an editor marks it, and says where a frame harms.

A rule names words; insinuation has none of its own. The net was taught by invented stories that editors marked
(training/README.md) and never sees a name: one and the same piece stands wherever somebody is named. It only ever
suggests, and only where a newsroom asks for it: what it marks is told by the rules of form `frame`, one for each
category, silent until a house style turns them on; quotations and caps hold for them as for every rule
(docs/decisions/0066).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from amanat.core import Document, Scene, Span
from amanat.dignity.blocks import blocks
from amanat.dignity.field import Field
from amanat.dignity.names import Proper
from amanat.dignity.phrase import FRAME
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.scan import Hit
from amanat.dignity.usage import in_a_name, unsaid
from amanat.languages.models import model
from amanat.languages.models.cutting import cut
from amanat.languages.models.session import Floats, Session
from amanat.languages.models.windows import stops, windows, words
from amanat.registers import Registers

LONGEST = 200_000
"""Code points; a longer text is no story, and is left to the rules."""
LEAST = 0.6
"""How sure the net must be of each word it marks (docs/decisions/0066)."""
_WINDOW = 256
_OVERLAP = 64
_JOINT = 2  # code points between two words of one stretch
_WORDS = 2  # words a stretch has at least: one alone is a matter for rules


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch that harms, as the net reads it."""

    span: Span
    category: str
    chance: float
    """Mean over its words of how likely each is to belong to a frame of any category."""


def hits(document: Document, scene: Scene, book: Rulebook, registers: Registers, around: Field) -> Iterator[Hit]:
    """Yield what the net marks in an English story of the field, as hits of the rules of form `frame`.

    Args:
        document: the story.
        scene: who is in it.
        book: which rules speak.
        registers: names that keep their wording.
        around: the field of the document.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    rules = {phrase.category: phrase for phrase in book.of_form(FRAME)}
    if not rules or document.language != "en" or len(document.text) > LONGEST:
        return
    if not around.covers(0, len(document.text)):
        return
    proper = Proper.of(document.text, scene, registers)
    marked = [frame for frame in frames(document.text, scene) if frame.category in rules]
    for block in blocks(document):
        for frame in marked:
            if not block.span.start <= frame.span.start < block.span.end:
                continue
            span = Span(frame.span.start, min(frame.span.end, block.span.end))
            sentence = block.sentence(span)
            if proper.covers(span, sentence) or unsaid(document.text, span, sentence) or in_a_name(document.text, span):
                continue
            words_ = document.text[span.start : span.end].lower()
            yield Hit(rules[frame.category], span, words_, sentence)


def frames(text: str, scene: Scene) -> Iterator[Frame]:
    """Yield the stretches of a text that the net marks, in order.

    Args:
        text: the story's text.
        scene: whose names the net is not to see.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    session = _session()
    names = [span for person in scene.people for span in person.names]
    made = cut(text, ((span, 0, session.card.unknown) for span in names), session.pieces)
    if not made.numbers:
        return
    size = min(_WINDOW, session.card.positions) - 2
    queue = windows(0, len(made.numbers), size, _OVERLAP, stops(text, made.starts))
    (seen,) = session.over([(made.numbers, made.shapes)], queue, _OVERLAP)
    open_: list[tuple[Span, Floats]] = []
    for span, chances in _by_word(_units(text, names), made.starts, seen):
        if open_ and (open_[-1][0].end + _JOINT < span.start or "\n\n" in text[open_[-1][0].end : span.start]):
            yield from _frame(open_, session.card.labels)
            open_ = []
        open_.append((span, chances))
    yield from _frame(open_, session.card.labels)


@lru_cache(maxsize=1)
def _session() -> Session:
    return Session(model("harm"))


def _units(text: str, names: list[Span]) -> list[Span]:
    """Return the words of a text in order; a name counts as one, whatever it is made of."""
    units = [Span(*place) for place in words(text, 0, len(text))]
    for name in names:
        low = bisect_left(units, name.start, key=lambda unit: unit.end - 1)
        high = bisect_left(units, name.end, key=lambda unit: unit.start)
        if low == high:
            continue  # a name without a letter
        units[low:high] = [Span(min(name.start, units[low].start), max(name.end, units[high - 1].end))]
    return units


def _by_word(units: list[Span], starts: list[int], seen: Floats) -> Iterator[tuple[Span, Floats]]:
    """Yield the words that are surely part of a frame, each with the mean of its pieces."""
    edges = np.searchsorted(np.asarray(starts), [(unit.start, unit.end) for unit in units]).tolist() if units else []
    nothing = seen[:, 0].tolist()
    for unit, (first, last) in zip(units, edges, strict=True):
        if last > first and sum(nothing[first:last]) <= (1.0 - LEAST) * (last - first):
            yield unit, seen[first:last].mean(0)


def _frame(told: list[tuple[Span, Floats]], labels: tuple[str, ...]) -> Iterator[Frame]:
    if len(told) < _WORDS:
        return
    mean = np.mean([chances for _, chances in told], axis=0)
    category = labels[int(mean[1 : len(labels)].argmax()) + 1]
    yield Frame(Span(told[0][0].start, told[-1][0].end), category, 1.0 - float(mean[0]))
