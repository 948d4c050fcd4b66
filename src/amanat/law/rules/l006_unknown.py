"""A statement of law that the register knows nothing about."""

from collections.abc import Iterator

from amanat.core import ClaimKind, Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import READ, View

CARD = RuleCard(
    code="L006",
    room=Room.LAW,
    title="Statement of law not in the register",
    severity=Severity.NOTE,
    why=(
        "Silence of the register is no approval. A statement of penalty or treaty status that it cannot check is"
        " marked, and so is what reads like a statement of law though no rule knows it, so that the editor does not"
        " take the absence of a warning for a check."
    ),
    sources=(REGISTER,),
    wrong=("Pakistan has ratified the Rome Statute.",),
    better=("Pakistan ratified the Forced Labour Protocol in March 2025.",),
    negative=("Pakistan ratified the Convention on the Rights of the Child in 1990.",),
)
_STATED = frozenset({"status", "penalty", "tier", "procedure"})


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report statements that could not be checked, by whatever reads them; bare citations pass."""
    del document
    for statement in view.statements:
        if statement.topic == READ:
            yield finding(
                CARD,
                statement,
                "This reads like a statement of law, and nobody could check it: no rule knows it.",
                "Check it against the text of the law it speaks of, and name that law.",
            )
            continue
        known = statement.kind in {ClaimKind.TREATY_STATUS, ClaimKind.PENALTY, ClaimKind.TIER, ClaimKind.STATUTE}
        if statement.verdict is Verdict.UNKNOWN and known and statement.topic in _STATED:
            yield finding(
                CARD,
                statement,
                "The register holds nothing that could confirm or contradict this.",
                "Check it with the law's text, and name the source.",
            )


RULE = Rule(CARD, check)
