"""What was read in one sentence, before it becomes a figure of the story."""

from dataclasses import dataclass

from amanat.core import Span, Stage


@dataclass(frozen=True, slots=True)
class Reading:
    """A count of police or court work, as one clause states it."""

    stage: Stage
    count: int
    unit: str
    """`persons`, `cases`, `victims`, `officials`."""
    span: Span
    """From the count to the verb, or the other way round."""
    sentence: Span
    definite: bool = False
    """One person known to the story (`he`, `the man`, a name): no new count where a larger one is given."""
    reported: bool = False
    """A count of reports that do not come from police or court; only the largest of a story is a figure."""


_UNITS = {
    Stage.CASE_REGISTERED: "cases",
    Stage.RESCUED: "victims",
    Stage.VICTIMS_IDENTIFIED: "victims",
    Stage.OFFICIALS_COMPLICIT: "officials",
}


def unit_of(stage: Stage) -> str:
    """Return what is counted at a stage when the words do not say: persons, but for cases, victims and officials."""
    return _UNITS.get(stage, "persons")
