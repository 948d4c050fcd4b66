"""A wrong helpline number harms the person who dials it."""

from collections.abc import Iterator

from amanat.aid.view import Doubt, DoubtfulNumber, View
from amanat.core import Document, Finding, Fix, Room, Rule, RuleCard, Severity, Source

CARD = RuleCard(
    code="A002",
    room=Room.AID,
    title="Doubtful helpline number",
    severity=Severity.ERROR,
    why=(
        "Numbers of helplines change, are copied wrongly and are given to other bodies; the same short code is another "
        "service in another country. Who dials a dead line in danger may not dial again."
    ),
    sources=(Source("Survey of helpline numbers in public pages and code, 2026-11-23", ""),),
    wrong=(
        "The women's commission in Islamabad, Pakistan, asks survivors to call the Rozan helpline 0345-2222222.",
        "Workers in Sylhet, Bangladesh, can call the national legal aid helpline 164300.",
        "In Lahore the National Cyber Crime Investigation Agency (NCCIA) helpline is 9911.",
    ),
    better=("In Lahore the National Cyber Crime Investigation Agency (NCCIA) helpline is 1799.",),
    negative=(
        "The modern slavery helpline in the United Kingdom is 0800 0121 700.",
        "The helpline in Lahore received 1,500 calls in 2019 from 36 districts.",
        "The father in Lahore asked anyone who saw his son to call 0300-0000000.",
    ),
)

_SAYS = {
    Doubt.FOUND_WRONG: "Somebody called this number, and it was not the body's: it is wrong or dead.",
    Doubt.CIRCULATES_WRONG: "This number is often printed wrongly: it is out of date, invented, or another body's.",
    Doubt.DIFFERS: "The register has another number for the body named here.",
    Doubt.UNPROVEN: "The last call to this number proves it no longer: it is too old, or nobody answered.",
    Doubt.UNKNOWN: "The register does not know this number.",
}
_WITHHELD = " The safe version leaves it out until you settle it."
_GRAVE = {
    Doubt.FOUND_WRONG: Severity.ERROR,
    Doubt.CIRCULATES_WRONG: Severity.WARNING,
    Doubt.DIFFERS: Severity.ERROR,
    Doubt.UNPROVEN: Severity.WARNING,
    Doubt.UNKNOWN: Severity.NOTE,
}


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag numbers printed as help that the register contradicts, cannot prove, or does not know."""
    del document
    for number in view.numbers:
        yield Finding(
            code=CARD.code,
            room=Room.AID,
            span=number.span,
            severity=_severity(number),
            category=number.doubt.value,
            message=f"{_SAYS[number.doubt]} A person in danger may dial it.{_WITHHELD if number.withheld else ''}",
            remedy=_remedy(number),
            sources=number.sources or CARD.sources,
            fixes=tuple(_fixes(number)),
        )


def _remedy(number: DoubtfulNumber) -> str:
    if number.right:
        return "Print the number that a call has proven, or none."
    return "Call it, or take the number from the body itself, before it is printed; note who called and when."


def _fixes(number: DoubtfulNumber) -> Iterator[Fix]:
    """The number of the body where a fresh call proves it, and none: never one that nobody called."""
    if number.right:
        yield Fix(number.span, number.right)
    yield Fix(number.span, number.instead)


def _severity(number: DoubtfulNumber) -> Severity:
    """What a call says may be an error; until somebody called, a contradiction is a warning, on one source less."""
    severity = _GRAVE[number.doubt]
    if number.doubt is Doubt.DIFFERS and not number.trusted:
        severity = severity.at_most(Severity.SUGGESTION if number.single_source else Severity.WARNING)
    return severity


RULE = Rule(CARD, check)
