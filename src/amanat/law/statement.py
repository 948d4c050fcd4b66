"""A statement of law found in a story, with what the register answers."""

from dataclasses import dataclass

from amanat.core import Claim, ClaimKind, Fact, Fix, Severity, Span, Verdict

READ = "read"
"""Topic of what a net read and no rule knows: no more of it is known than its kind."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. It points at the story and quotes nothing of it."""

    span: Span
    """The phrase that states it, as tight as can be."""
    kind: ClaimKind | None
    """Kind of the contract; None for statements the contract has no kind for (who holds an office)."""
    topic: str
    """What exactly is stated: `status`, `tier`, `enactment`, `mention`, `penalty`, `bail`, `office` …"""
    verdict: Verdict
    fact: Fact | None = None
    """What the register has on it."""
    ceiling: Severity = Severity.ERROR
    """The gravest a rule may speak with, whatever the fact's confidence: lower where the reading is unsure."""
    advice: str = ""
    """What to write instead, from the register; empty when the fact says it all."""
    fixes: tuple[Fix, ...] = ()
    subject: str = ""
    """What it is about, comparable within the story: `PK un.tip_protocol.2000`."""
    value: str = ""
    """What it says of the subject, comparable: `yes`, `no`, `Tier 2`."""
    year: int | None = None
    """The year it speaks of."""
    weight: float = 0
    """Of a figure: how much it says of the world at large; where there are many, the weightiest are kept."""

    @property
    def claim(self) -> Claim | None:
        """The statement as the contract shows it."""
        if self.kind is None:
            return None
        return Claim(self.span, self.kind, self.verdict, self.fact.id if self.fact else "")


@dataclass(frozen=True, slots=True)
class View:
    """What this room worked out before its rules speak."""

    statements: tuple[Statement, ...]
    """In order of place."""
