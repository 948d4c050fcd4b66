"""Every figure of a story: sentence by sentence, each in the language of its block."""

from amanat.core import Document, Span, Stage
from amanat.enforcement import english, urdu
from amanat.enforcement.readings import Reading
from amanat.enforcement.sentence import OF_THE_ACCUSED
from amanat.languages import language

_FEW = 20
"""More are the total of a body, of whom a story does not go on to say `they`."""
_OF_ONE_EVENT = frozenset({Stage.ARRESTED, Stage.RESCUED, Stage.ACQUITTED})
_OF_ONE_TRIAL = frozenset({Stage.CONVICTED, Stage.SENTENCED})


def all_readings(document: Document) -> tuple[tuple[Reading, ...], tuple[Span, ...]]:
    """Return every count of police and court work in order of place, and the sentences of the story."""
    sentences = tuple(
        (part.language, sentence)
        for part in document.parts
        for sentence in language(part.language).sentences(document.text, part.span)
    )
    readings: set[Reading] = set()
    they: int | None = None
    for tag, sentence in sentences:
        told = (
            urdu.readings_of(document.text, sentence)
            if tag == "ur"
            else english.readings_of(document.text, sentence, they)
        )
        they = _spoken_of(told)
        readings.update(told)
    return tuple(sorted(readings, key=_order)), tuple(sentence for _, sentence in sentences)


def _spoken_of(told: tuple[Reading, ...]) -> int | None:
    """How many suspects or convicts `they` means right behind a sentence: those of its last figure, if they are few."""
    counts = [reading.count for reading in told if reading.stage in OF_THE_ACCUSED and reading.unit == "persons"]
    return counts[-1] if counts and 1 < counts[-1] <= _FEW else None


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

    Of convictions only behind a few: a story tells of its own case, too, beside those of others.
    """
    many = {r.stage for r in readings if r.count > 1} & _OF_ONE_EVENT
    few = {
        stage: next((r.span for r in readings if r.stage is stage and 1 < r.count <= _FEW), None)
        for stage in _OF_ONE_TRIAL
    }
    total = max((r.count for r in readings if r.reported), default=0)
    return tuple(
        reading
        for reading in readings
        if not (reading.definite and (reading.stage in many or _behind(reading, few.get(reading.stage))))
        and not (reading.reported and reading.count < total)
    )


def _behind(reading: Reading, few: Span | None) -> bool:
    return few is not None and few < reading.span
