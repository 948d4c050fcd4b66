"""A statement that is nearly right: the wrong word for a legal act, a year off by one."""

from collections.abc import Iterator

from amanat.core import ClaimKind, Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L003",
    room=Room.LAW,
    title="Statement of law is imprecise",
    severity=Severity.ERROR,
    why=(
        "A state ratifies what it signed before and accedes to what it did not; a signatory is not yet"
        " a party. The words"
        " decide what a state owes, and a reader who checks the treaty list will not find the act that was named."
    ),
    sources=(REGISTER,),
    wrong=(
        "Pakistan ratified the Palermo Protocol in 2022.",
        "Pakistan is a signatory to the Palermo Protocol.",
    ),
    better=("Pakistan acceded to the Palermo Protocol in 2022.", "Pakistan is a party to the Palermo Protocol."),
    negative=("Pakistan ratified the Convention on the Rights of the Child in 1990.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report every imprecise statement."""
    del document
    for statement in view.statements:
        if statement.verdict is Verdict.IMPRECISE:
            treaty = statement.kind is ClaimKind.TREATY_STATUS
            yield finding(
                CARD,
                statement,
                "The substance is right, the word for the legal act is not." if treaty else "This is nearly right.",
                "Name the act as the register does: accession, ratification and signature are different things."
                if treaty
                else "Compare with the register and put it exactly.",
            )


RULE = Rule(CARD, check)
