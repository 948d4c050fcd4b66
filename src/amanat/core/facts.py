"""What is known, and how well."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Confidence(StrEnum):
    """How far a fact can be trusted (facts are never bare values)."""

    VERIFIED = "verified"
    """Official text read, or two independent sources."""
    SINGLE_SOURCE = "single-source"
    """One named source: may raise a warning, never an error."""
    UNCERTAIN = "uncertain"
    """Not re-read, or sources in conflict: shown as "not confirmed", at most a note."""

    @property
    def doubt(self) -> int:
        """How little it can be trusted: 0 for verified, more for less."""
        return _DOUBT[self]


_DOUBT = {confidence: number for number, confidence in enumerate(Confidence)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact can be checked."""

    title: str
    """Name of the text, report or page."""
    url: str
    """Where it is. Empty when the address was not recorded."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated, sourced statement of a register."""

    id: str
    """FRBR-like name, unique in all packs: `pk.ptpa.2018.s3.2`, `un.tip_protocol.2000#PK.accession`."""
    statement: str
    """The fact in one sentence of our own words."""
    confidence: Confidence
    """How well it is known."""
    sources: tuple[Source, ...]
    """Where to check it; never empty unless the confidence is uncertain."""
    checked_on: date
    """The day it was last looked at."""

    @property
    def may_raise_error(self) -> bool:
        """Only a verified fact may call a statement wrong with severity `error`."""
        return self.confidence is Confidence.VERIFIED
