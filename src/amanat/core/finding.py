"""What a rule has to say about a stretch of text."""

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.facts import Source
from amanat.core.span import Span

_RANK = {"note": 0, "suggestion": 1, "warning": 2, "error": 3}


class Severity(StrEnum):
    """How much harm, or how much wrong in law, if the story is printed as it stands."""

    NOTE = "note"
    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note up to 3 for an error, for sorting and comparing."""
        return _RANK[self.value]

    def at_most(self, ceiling: "Severity") -> "Severity":
        """Return the lesser of the two: facts that are not verified lower what they may raise."""
        return self if self.rank <= ceiling.rank else ceiling


class Room(StrEnum):
    """The five questions asked of every story."""

    IDENTITY = "identity"
    DIGNITY = "dignity"
    LAW = "law"
    ENFORCEMENT = "enforcement"
    AID = "aid"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that one click can apply."""

    span: Span
    """The words to be replaced."""
    replacement: str
    """What to write there instead; comes from the rule or a register, never from the story."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. It points and does not quote: a stored finding cannot leak a name it never had."""

    code: str
    """The rule that speaks, e.g. `D101`; each has a page in the docs."""
    room: Room
    """Which question the rule belongs to."""
    span: Span | None
    """Where; None when the remark is about the whole story (something missing)."""
    severity: Severity
    """How grave."""
    category: str
    """Finer kind within the room (`stigma`, `treaty_status`, `unlike_cohorts` …)."""
    message: str
    """What is the matter and why, in at most a few kind sentences."""
    remedy: str
    """What to do instead. Empty only when there is nothing to do."""
    sources: tuple[Source, ...] = ()
    """What the remark rests on."""
    fixes: tuple[Fix, ...] = ()
    """Alternatives, each complete in itself."""

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key: by place, whole-story remarks last, then code."""
        return (self.span.start, self.span.end, self.code) if self.span else (1 << 60, 1 << 60, self.code)
