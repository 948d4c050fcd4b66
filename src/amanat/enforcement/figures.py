"""Every figure of a story: sentence by sentence, each in the language of its block."""

from amanat.core import Document, Span, Stage
from amanat.enforcement import english, urdu
from amanat.enforcement.readings import Reading
from amanat.languages import language

_READERS = {"ur": urdu.readings_of}

_OF_ONE_EVENT = frozenset({Stage.ARRESTED, Stage.RESCUED, Stage.ACQUITTED})


def all_readings(document: Document) -> tuple[tuple[Reading, ...], tuple[Span, ...]]:
    """Return every count of police and court work in order of place, and the sentences of the story."""
    sentences = tuple(
        (part.language, sentence)
        for part in document.parts
        for sentence in language(part.language).sentences(document.text, part.span)
    )
    readings = {
        reading
        for tag, sentence in sentences
        for reading in _READERS.get(tag, english.readings_of)(document.text, sentence)
    }
    return tuple(sorted(readings, key=_order)), tuple(sentence for _, sentence in sentences)


def once(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return each (stage, count) once, where it is first stated."""
    first: dict[tuple[Stage, int], Reading] = {}
    for reading in readings:
        first.setdefault((reading.stage, reading.count), reading)
    return tuple(sorted(first.values(), key=_order))


def read_figures(document: Document) -> tuple[Reading, ...]:
    """Return the figures of a story, each (stage, count) once, in order of place."""
    return once(settled(all_readings(document)[0]))


def _order(reading: Reading) -> tuple[Span, str, int]:
    return (reading.span, reading.stage.value, reading.count)


def settled(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Leave out the one man told of again where a larger count includes him, and parts of a reported total.

    Only arrests and rescues: a story tells of its own case or conviction beside those of others.
    """
    many = {r.stage for r in readings if r.count > 1} & _OF_ONE_EVENT
    total = max((r.count for r in readings if r.reported), default=0)
    return tuple(
        reading
        for reading in readings
        if not (reading.definite and reading.stage in many) and not (reading.reported and reading.count < total)
    )
