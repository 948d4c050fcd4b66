"""A statement of law that the register contradicts."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Verdict
from amanat.law.speak import REGISTER, finding
from amanat.law.statement import View

CARD = RuleCard(
    code="L001",
    room=Room.LAW,
    title="Statement of law is wrong",
    severity=Severity.ERROR,
    why=(
        "Readers, officials and courts act on what a story says the law is. A wrong year, tier, penalty or status"
        " spreads from one text to the next. Only a verified fact makes this an error."
    ),
    sources=(REGISTER,),
    wrong=(
        "Pakistan has not yet joined the Palermo Protocol.",
        "Pakistan was ranked Tier 1 in the 2024 Trafficking in Persons report.",
        "Section 371A of the Pakistan Penal Code carries a maximum of ten years.",
    ),
    better=(
        "Pakistan acceded to the Palermo Protocol in 2022.",
        "Pakistan was ranked Tier 2 in the 2024 Trafficking in Persons report.",
        "Section 371A of the Pakistan Penal Code carries a maximum of 25 years.",
    ),
    negative=(
        "Activists urged Pakistan to ratify the Smuggling of Migrants Protocol.",
        "The judge sentenced the man to four years in prison.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Report every contradicted statement; offices and headings have rules of their own."""
    del document
    for statement in view.statements:
        if statement.verdict is Verdict.CONTRADICTED and statement.topic not in {"office", "heading"}:
            yield finding(
                CARD,
                statement,
                "The law register says otherwise.",
                "Check this statement against the source, and correct it or say whose view it is.",
            )


RULE = Rule(CARD, check)
