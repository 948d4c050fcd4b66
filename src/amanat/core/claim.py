"""Statements of law, figures and help found in a story."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amanat.core.span import Span


class ClaimKind(StrEnum):
    """What a statement of law is about."""

    TREATY_STATUS = "treaty_status"
    PENALTY = "penalty"
    TIER = "tier"
    STATUTE = "statute"
    AGENCY = "agency"
    STATISTIC = "statistic"


class Verdict(StrEnum):
    """What the register says of a statement."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    IMPRECISE = "imprecise"
    OUTDATED = "outdated"
    UNVERIFIED = "unverified"
    """The register has only a fact that is not confirmed."""
    UNKNOWN = "unknown"
    """The register has nothing on it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of law and what the register answers."""

    span: Span
    kind: ClaimKind
    verdict: Verdict
    fact: str
    """Id of the register's fact; empty when there is none."""


class Stage(StrEnum):
    """Where in the criminal process a figure was counted."""

    INVESTIGATED = "investigated"
    CASE_REGISTERED = "case_registered"
    ARRESTED = "arrested"
    CHARGED = "charged"
    PROSECUTED = "prosecuted"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    VICTIMS_IDENTIFIED = "victims_identified"
    RESCUED = "rescued"
    OFFICIALS_COMPLICIT = "officials_complicit"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of police or court work that a story states."""

    span: Span
    stage: Stage
    count: int
    unit: str
    """What was counted: `persons`, `cases`, `raids`."""
    place: str
    """Jurisdiction id (`PK`, `PK-PB`), empty when the story names none."""
    period: str
    """Year or years as `2024` or `2022/2024`, empty when the story names none."""


@dataclass(frozen=True, slots=True)
class Service:
    """A body that can help, with the reasons why it fits this story."""

    id: str
    name: str
    why: tuple[str, ...]
    """One short sentence each."""
    confirm_first: str = ""
    """A number that must be called before it is printed. For the editor's eyes; never in an edition."""
    seen: str = ""
    """Source and date of that number, in words."""
    source: str = ""
    """Address of the page the entry rests on."""
    number: str = ""
    """A number that may leave the house: somebody called it, and the call is fresh."""
    called: str = ""
    """When it was called and how long that holds, in words."""
    proven_on: date | None = None
    """The day of the call that proved the number."""
    proven_until: date | None = None
    """The last day on which the number may leave the house."""
    told: tuple[str, ...] = ()
    """What a reader of the story is told of it, in the story's language; no number is in it."""


@dataclass(frozen=True, slots=True)
class Help:
    """Does the story tell a victim where to turn, and who could be named."""

    present: bool
    services: tuple[Service, ...]
