"""What could point at a person, and what is decided about it."""

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.span import Span


class TraceKind(StrEnum):
    """Kinds of identifier, direct ones and quasi-identifiers alike."""

    NAME = "NAME"
    AGE = "AGE"
    DATE = "DATE"
    VILLAGE = "VILLAGE"
    DISTRICT = "DISTRICT"
    SCHOOL = "SCHOOL"
    EMPLOYER = "EMPLOYER"
    ADDRESS = "ADDRESS"
    PHONE = "PHONE"
    ID_NUMBER = "ID_NUMBER"
    RELATION = "RELATION"
    ETHNICITY = "ETHNICITY"
    RELIGION = "RELIGION"
    NATIONALITY = "NATIONALITY"
    PHYSICAL = "PHYSICAL"
    HEALTH = "HEALTH"
    OCCUPATION = "OCCUPATION"
    CASE_NUMBER = "CASE_NUMBER"
    OTHER = "OTHER"


class Identifier(StrEnum):
    """How a trace identifies."""

    DIRECT = "direct"
    """Alone: a name, a card number, a phone."""
    QUASI = "quasi"
    """Together with others: an age, a village, a date."""


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A stretch that could identify somebody, before anybody decided whom it belongs to."""

    span: Span
    kind: TraceKind
    identifier: Identifier
    score: float
    """0 to 1: how sure the detector is that this is an identifier at all."""
    value: str = ""
    """A normal form made by the detector from a closed list (a district id, an age band); never story words."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that is hidden in the edition, and the label that stands there instead."""

    span: Span
    person: str
    """Id of the person it protects; empty when it protects whoever reads: a helpline known to be wrong."""
    kind: TraceKind
    risk: Identifier
    label: str
    """Readable, consistent, never made from the hidden words, e.g. `[girl 1]`."""


@dataclass(frozen=True, slots=True)
class Keep:
    """A name that must stay readable."""

    span: Span
    person: str
    """Id of the person, or empty for an institution."""
