"""How the rules of this room speak: the fact, how well it is known, and where to check it."""

from amanat.core import Confidence, Finding, Room, RuleCard, Severity, Source
from amanat.law.statement import Statement

REGISTER = Source("The law register of Amanat: every fact with source, day and confidence", "")

_CEILING = {
    Confidence.VERIFIED: Severity.ERROR,
    Confidence.SINGLE_SOURCE: Severity.WARNING,
    Confidence.UNCERTAIN: Severity.NOTE,
}
_KNOWN = {
    Confidence.VERIFIED: "",
    Confidence.SINGLE_SOURCE: " One source says so.",
    Confidence.UNCERTAIN: " This is not confirmed.",
}


def severity(card: RuleCard, statement: Statement) -> Severity:
    """Return how gravely a card may speak: never above what its fact bears, nor above what the reading bears."""
    ceiling = _CEILING[statement.fact.confidence] if statement.fact else Severity.NOTE
    return card.severity.at_most(ceiling).at_most(statement.ceiling)


def finding(card: RuleCard, statement: Statement, message: str, remedy: str) -> Finding:
    """Make a finding of a statement; the register's fact, its date and its confidence are part of the message."""
    fact = statement.fact
    said = f" {fact.statement}{_KNOWN[fact.confidence]} Checked {fact.checked_on.isoformat()}." if fact else ""
    return Finding(
        card.code,
        Room.LAW,
        statement.span,
        severity(card, statement),
        str(statement.kind) if statement.kind else statement.topic,
        f"{message}{said}",
        remedy,
        fact.sources if fact and fact.sources else card.sources,
        statement.fixes,
    )
