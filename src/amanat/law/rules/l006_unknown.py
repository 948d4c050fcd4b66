"""A statement of law that the register knows nothing about."""

from collections.abc import Iterator

from amanat.core import ClaimKind, Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L006",
    room=Room.LAW,
    title="Statement of law not in the register",
    severity=Severity.NOTE,
    why=(
        "Silence of the register is no approval. A statement of penalty or treaty status that it cannot check is"
        " marked, so that the editor does not take the absence of a warning for a check."
    ),
    sources=(REGISTER,),
    wrong=("Pakistan has ratified the Rome Statute.",),
    better=("Pakistan ratified the Forced Labour Protocol in March 2025.",),
    negative=("Pakistan ratified the Convention on the Rights of the Child in 1990.",),
)
_STATED = frozenset({"status", "penalty", "tier", "procedure"})


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report statements on treaty status, tier, penalty or procedure that could not be checked; bare citations pass."""
    del document
    for statement in view.statements:
        known = statement.kind in {ClaimKind.TREATY_STATUS, ClaimKind.PENALTY, ClaimKind.TIER, ClaimKind.STATUTE}
        if statement.verdict is Verdict.UNKNOWN and known and statement.topic in _STATED:
            yield finding(
                CARD,
                statement,
                "The register holds nothing that could confirm or contradict this.",
                "Check it with the law's text, and name the source.",
            )


RULE = Rule(CARD, check)
