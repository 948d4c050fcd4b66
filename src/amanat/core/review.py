"""All that was found in one document."""

from dataclasses import dataclass, field
from enum import StrEnum

from amanat.core.claim import Claim, Figure, Help
from amanat.core.finding import Finding, Severity
from amanat.core.layout import Block, Picture
from amanat.core.person import Person
from amanat.core.span import Span
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


class KeptReason(StrEnum):
    """Why an editor keeps words that a rule speaks of; the editor's own sentence stays in the story."""

    NONE = "none"
    """No reason was given, so nothing was kept."""
    QUOTE = "quote"
    LAW = "law"
    OWN_WORDS = "own_words"
    """A survivor chose the words."""
    PUBLIC_INTEREST = "public_interest"
    HOUSE = "house"
    WRONG = "wrong"
    """The rule is wrong here."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kept:
    """What an editor's comment in the story kept."""

    code: str
    """The rule that would have spoken."""
    reason: KeptReason
    comment: Span
    """Where the comment stands, with the editor's own words; it is left out of the edition."""
    places: tuple[Span, ...]
    """Where the rule would have spoken; empty when it had nothing to say, or spoke of the whole story."""


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
    kept: tuple[Kept, ...] = ()
    """What editors' comments in the story kept, in order."""

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
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    """Pictures that a person let go along; the place of every other one is an empty frame."""

    def picture_at(self, block: Block) -> Picture | None:
        """Return the picture that goes into the place of a block, None for a frame or for words."""
        return next((picture for picture in self.pictures if picture.number == block.picture), None)
