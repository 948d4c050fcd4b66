"""What this room has worked out before its rules speak."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amanat.core import Document, Figure, PartKind, Scene, Span, Stage
from amanat.enforcement.context import Places, names_a_period, period_of
from amanat.enforcement.figures import all_readings, once, settled
from amanat.enforcement.readings import Reading
from amanat.registers import Registers
from amanat.registers.ledger import Ledger

LARGE = 10
"""From this count on a figure is taken for a total of a body, not for the people of one case."""

OUTCOMES = frozenset({Stage.CHARGED, Stage.PROSECUTED, Stage.CONVICTED, Stage.ACQUITTED, Stage.SENTENCED})
"""Stages that tell what became of an arrest."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the sentence it stands in."""

    figure: Figure
    sentence: Span
    dated: bool
    """The sentence says when."""
    own_period: bool
    """The year stands in the sentence itself."""
    in_headline: bool

    @property
    def large(self) -> bool:
        """A total of a body rather than the people of one case."""
        return self.figure.count >= LARGE


@dataclass(frozen=True, slots=True)
class View:
    """The figures of a story, its sentences, and the ledger to hold them against."""

    stated: tuple[Stated, ...]
    """Each (stage, count) once, in order of place."""
    repeated: tuple[Stated, ...]
    """Every statement, also those said twice."""
    sentences: tuple[Span, ...]
    ledger: Ledger
    _beside: Mapping[Span, tuple[Stated, ...]] = field(repr=False)
    """Every statement by its sentence."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures alone."""
        return tuple(stated.figure for stated in self.stated)

    def beside(self, sentence: Span, *stages: Stage) -> tuple[Stated, ...]:
        """Return the figures of these stages that stand in a sentence."""
        return tuple(s for s in self._beside.get(sentence, ()) if s.figure.stage in stages)


def look(document: Document, scene: Scene, registers: Registers) -> View:
    """Read the figures of a story and say of each when and where it was counted."""
    places = Places(document, scene, registers.jurisdictions)
    found, sentences = all_readings(document)
    readings = settled(found)
    told = {reading: _stated(document, reading, places) for reading in readings}
    repeated = tuple(told[reading] for reading in readings)
    beside: dict[Span, list[Stated]] = {}
    for stated in repeated:
        beside.setdefault(stated.sentence, []).append(stated)
    first = tuple(told[reading] for reading in once(readings))
    return View(first, repeated, sentences, registers.ledger, {s: tuple(own) for s, own in beside.items()})


def _stated(document: Document, reading: Reading, places: Places) -> Stated:
    words = document.at(reading.sentence)
    part = document.part_at(reading.span.start)
    period = period_of(words)
    figure = Figure(
        reading.span,
        reading.stage,
        reading.count,
        reading.unit,
        places.of(reading.span, reading.sentence, words),
        period,
    )
    return Stated(
        figure,
        reading.sentence,
        dated=names_a_period(words),
        own_period=bool(period),
        in_headline=part is not None and part.kind is PartKind.HEADLINE,
    )
