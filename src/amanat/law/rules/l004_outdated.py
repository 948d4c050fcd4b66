"""A law, section, penalty or tier that was once so."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L004",
    room=Room.LAW,
    title="Law cited is no longer in force",
    severity=Severity.ERROR,
    why=(
        "Charges under a repealed section fail in court, and a reader who looks for it finds nothing."
        " Old lists keep such"
        " sections alive for years."
    ),
    sources=(REGISTER,),
    wrong=(
        "He was booked under section 369A of the Pakistan Penal Code in 2024.",
        "In 2023 a case was registered under the Prevention and Control of Human Trafficking Ordinance, 2002.",
    ),
    better=("He was booked under section 3 of the Prevention of Trafficking in Persons Act, 2018 in 2024.",),
    negative=(
        "The Prevention and Control of Human Trafficking Ordinance, 2002 was repealed in 2018.",
        "He was booked under section 369A of the Pakistan Penal Code in 2017.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report every outdated statement."""
    del document
    for statement in view.statements:
        if statement.verdict is Verdict.OUTDATED:
            yield finding(
                CARD,
                statement,
                "This was so once, but not at the time the story speaks of.",
                "Cite what is in force now; if the old law was really used, say that it had been repealed.",
            )


RULE = Rule(CARD, check)
