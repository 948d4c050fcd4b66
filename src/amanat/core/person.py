"""People in a story: who they are to it, and whether their name may stand."""

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.span import Span


class Role(StrEnum):
    """What a person is in this story (not in life: the same name may hold another role elsewhere)."""

    VICTIM = "victim"
    MINOR_VICTIM = "minor_victim"
    VICTIM_FAMILY = "victim_family"
    WITNESS = "witness"
    ACCUSED = "accused"
    CONVICTED = "convicted"
    OFFICIAL = "official"
    POLICE = "police"
    JUDGE = "judge"
    LAWYER = "lawyer"
    NGO = "ngo"
    EXPERT = "expert"
    JOURNALIST = "journalist"
    POLITICIAN = "politician"
    OTHER_PUBLIC = "other_public"
    OTHER_PRIVATE = "other_private"


class Protection(StrEnum):
    """What follows for the name."""

    PROTECT = "protect"
    """Mask it, and whatever gives the person away."""
    NAME = "name"
    """It stays: the public must see who acted for the state, spoke in public or was convicted."""
    EDITOR = "editor"
    """Left in place, and put before the editor with the reason."""


class MentionKind(StrEnum):
    """How a mention points at the person."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a person is named or described."""

    span: Span
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one story."""

    id: str
    """`p1`, `p2` … in order of appearance; says nothing about the name."""
    role: Role
    """What the person is in this story."""
    protection: Protection
    """What follows for the name."""
    is_child: bool | None
    """Under 18 as far as the story tells; None when it does not."""
    mentions: tuple[Mention, ...]
    """Where, in order."""
    reason: str = ""
    """Why this role and protection, in one sentence without the name."""
    gender: str = ""
    """`f`, `m` or empty: only for readable labels."""
    relation: str = ""
    """Kinship to the protected person (`father`, `sister` …), empty for others."""
    age: int | None = None
    """Stated age in years, where the story gives one."""

    @property
    def names(self) -> tuple[Span, ...]:
        """Where the person is named, in order."""
        return tuple(m.span for m in self.mentions if m.kind is MentionKind.NAME)
