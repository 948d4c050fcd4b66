"""What reads like a statement of law though no rule knows it; silent until a newsroom asks for it."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import READ, View

CODE = "L009"
CARD = RuleCard(
    code=CODE,
    room=Room.LAW,
    title="Reads like a statement of law",
    severity=Severity.NOTE,
    why=(
        "The register holds some laws of five countries; stories speak of others. Where a house style turns this rule"
        " on, a small net tells what reads like a statement of law though no rule knows it: a list of things to look"
        " up before print."
    ),
    sources=(REGISTER,),
    wrong=("Licences for crew agents are issued only by the maritime directorate.",),
    better=("Licences for crew agents are issued under section 4 of the Crew Agents Act.",),
    negative=("The directorate stands beside the old harbour.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report what a net read as a statement of law."""
    del document
    for statement in view.statements:
        if statement.topic == READ:
            yield finding(
                CARD,
                statement,
                "This reads like a statement of law, and nobody could check it: no rule knows it.",
                "Check it against the text of the law it speaks of, and name that law.",
            )


RULE = Rule(CARD, check)
