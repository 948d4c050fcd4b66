"""The shape every rule written in code has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from amanat.core.document import Document
from amanat.core.facts import Source
from amanat.core.finding import Finding, Room, Severity

View = TypeVar("View")
"""What a room has worked out before its rules speak (its masks, claims, figures …)."""


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What people are told about a rule: the page in the docs and `amanat rules CODE` are made from it."""

    code: str
    """Letter of the room and three digits."""
    room: Room
    """Which question it belongs to."""
    title: str
    """Five words or so."""
    severity: Severity
    """The gravest it can speak with."""
    why: str
    """Whom the rule protects and on what ground."""
    sources: tuple[Source, ...]
    """What it rests on; never empty."""
    wrong: tuple[str, ...] = ()
    """Sentences it must flag (invented people only)."""
    better: tuple[str, ...] = ()
    """The same said well; the rule is silent on them."""
    negative: tuple[str, ...] = ()
    """Sentences that look alike and must pass."""
    status: str = ""
    """`draft` while a native review is outstanding, else empty."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[View]):
    """A card and the check itself. A room's rules read what the room worked out and answer with findings."""

    card: RuleCard
    check: Callable[[Document, View], Iterable[Finding]]
