"""What the room has worked out before its rules speak."""

from dataclasses import dataclass
from enum import StrEnum

from amanat.core import Service, Source, Span


class Doubt(StrEnum):
    """What is the matter with a number that the story prints as help."""

    FOUND_WRONG = "found_wrong"
    """Somebody called it, and it was not this body's."""
    CIRCULATES_WRONG = "circulates_wrong"
    """Known to be printed wrongly in many places: superseded, invented, or another body's."""
    DIFFERS = "differs"
    """The register has another number for the body named beside it."""
    UNPROVEN = "unproven"
    """The register has it for the body named beside it, but its last call ran out, or nobody answered."""
    UNKNOWN = "unknown"
    """The register has nothing on it."""


@dataclass(frozen=True, slots=True)
class DoubtfulNumber:
    """A printed number that should not be printed as it stands."""

    span: Span
    doubt: Doubt
    trusted: bool
    """True when what contradicts it is verified and fresh; only then may it be called an error."""
    single_source: bool
    """True when what contradicts it rests on one source."""
    sources: tuple[Source, ...]
    withheld: bool = False
    """True when it is known to be wrong: it does not leave in an edition unless the desk says so."""
    right: str = ""
    """The number of the body named beside it, where a fresh call proves that one."""
    instead: str = ""
    """What the edition says in its place, in the language of the story."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A body that would fit, left out because officials of its group are accused in the story."""

    group: str
    """`police`, `fia` …"""
    accused_at: Span
    """Where the story accuses them."""
    names: tuple[str, ...]
    """Names of the bodies, from the register."""


@dataclass(frozen=True, slots=True)
class View:
    """Is help there, who could be named, who must not be, and which printed numbers are doubtful."""

    present: bool
    placed: bool
    """False when the story names no place, so that no body could be chosen."""
    services: tuple[Service, ...]
    dropped: tuple[Dropped, ...]
    numbers: tuple[DoubtfulNumber, ...]
