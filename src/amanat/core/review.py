"""All that was found in one document."""

from dataclasses import dataclass, field

from amanat.core.claim import Claim, Figure, Help
from amanat.core.finding import Finding, Severity
from amanat.core.layout import Block
from amanat.core.person import Person
from amanat.core.trace import Keep, Mask


@dataclass(frozen=True, slots=True)
class Answer:
    """What one room answers. Rooms that have nothing of a kind leave it empty."""

    findings: tuple[Finding, ...] = ()
    masks: tuple[Mask, ...] = ()
    keeps: tuple[Keep, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    help: Help | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The outcome of one pass. It points by span and quotes nothing, so it may be stored, logged and shared."""

    digest: str
    """Which text this speaks of."""
    language: str
    characters: int
    """Length of that text in code points."""
    jurisdictions: tuple[str, ...]
    """Whose law was asked, nearest first."""
    people: tuple[Person, ...]
    masks: tuple[Mask, ...]
    """Sorted, not overlapping."""
    keeps: tuple[Keep, ...]
    findings: tuple[Finding, ...]
    """In order of place."""
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    help: Help

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found, None when nothing was."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)


@dataclass(frozen=True, slots=True)
class Edition:
    """A text that may leave the house. Only `publish` makes one; exporters take this type and no other."""

    text: str
    language: str
    made_from: str
    """Digest of the original."""
    proven: bool
    """The proof pass read it as a new story and found no direct identifier."""
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """How the text is laid out, where the original told; never a layer that its readers did not see."""
