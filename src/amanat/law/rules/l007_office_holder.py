"""Somebody is named in an office that the register has in other hands."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L007",
    room=Room.LAW,
    title="Office holder differs from the register",
    severity=Severity.WARNING,
    why=(
        "Titles outlive their holders in copied text, and a wrong name puts another person's words in somebody's mouth."
        " Offices change: the register says until when it saw the holder in office, and never makes this an error."
    ),
    sources=(REGISTER,),
    wrong=("In 2025 the Governor of Khyber Pakhtunkhwa Bashir Gul Wazirzada spoke at the seminar.",),
    better=("In 2025 the Governor of Khyber Pakhtunkhwa Faisal Karim Kundi spoke at the seminar.",),
    negative=("In 2015 the Governor of Khyber Pakhtunkhwa Bashir Gul Wazirzada spoke at the seminar.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report a name beside an office held by another within the time the register covers."""
    del document
    for statement in view.statements:
        if statement.topic == "office" and statement.verdict is Verdict.CONTRADICTED:
            yield finding(
                CARD, statement, "The register has another holder of this office.", "Check name, office and date."
            )


RULE = Rule(CARD, check)
