"""A section is cited for an offence that it is not about."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L008",
    room=Room.LAW,
    title="Section and offence do not go together",
    severity=Severity.WARNING,
    why=(
        "A wrong digit turns a charge of kidnapping into one of theft. Readers look the number up, and families take it"
        " to a lawyer. One of the two is wrong; the police report says which."
    ),
    sources=(REGISTER,),
    wrong=(
        "The FIR was lodged under Section 376 (punishment for theft) of the Pakistan Penal Code.",
        "He is charged under Section 302 (forgery) of the Pakistan Penal Code.",
    ),
    better=("The FIR was lodged under Section 376 (punishment for rape) of the Pakistan Penal Code.",),
    negative=(
        "He faces trial under Section 420 (cheating) and Section 468 (forgery) of the Pakistan Penal Code.",
        "Section 365-B of the Pakistan Penal Code, which deals with abduction for forced marriage, was added.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report every section whose description is that of another offence."""
    del document
    for statement in view.statements:
        if statement.topic == "heading" and statement.verdict is Verdict.CONTRADICTED:
            yield finding(
                CARD,
                statement,
                "The section cited is about something else than the story says.",
                "Check the number in the police report, then correct the number or the description.",
            )


RULE = Rule(CARD, check)
