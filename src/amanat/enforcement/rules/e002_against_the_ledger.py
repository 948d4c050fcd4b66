"""A figure that differs from those published for the same place, stage and years."""

from collections.abc import Iterator

from amanat.core import Confidence, Document, Finding, Room, Rule, RuleCard, Severity, Source
from amanat.enforcement.view import Stated, View
from amanat.registers.ledger import Entry

_SHOWN = 3  # published figures named in one remark; the ledger holds the rest
_CEILING = {
    Confidence.VERIFIED: Severity.WARNING,
    Confidence.SINGLE_SOURCE: Severity.WARNING,
    Confidence.UNCERTAIN: Severity.NOTE,
}

CARD = RuleCard(
    code="E002",
    room=Room.ENFORCEMENT,
    title="Differs from published figures",
    severity=Severity.WARNING,
    why=(
        "Published counts of one year differ by ten times, because they count under different laws and in different "
        "units. A figure without its law and unit misleads; the reader must see which of them it is."
    ),
    sources=(
        Source(
            "US DOL, 2024 Findings on the Worst Forms of Child Labor: Pakistan",
            "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/pakistan",
        ),
    ),
    wrong=("In 2016 courts in Pakistan convicted 9,000 human traffickers.",),
    better=(
        "In 2015 courts in Pakistan convicted 3,953 people, by a count that adds up smuggling, fraud and trafficking.",
    ),
    negative=(
        "On 3 March 2016 police in Pakistan arrested two men.",
        "In 1998 courts in Pakistan convicted 900 smugglers.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Hold every total with place and year against the ledger; sources that differ are all shown."""
    del document
    for stated in view.stated:
        figure = stated.figure
        if not stated.large or not figure.place or not figure.period:
            continue
        known = view.ledger.known(figure.place, stage=figure.stage, period=figure.period)
        entries = [entry for entry in known if entry.count is not None]
        others = [entry for entry in entries if entry.count != figure.count]
        if others:
            yield _finding(stated, others, matched=len(others) < len(entries))


def _finding(stated: Stated, others: list[Entry], *, matched: bool) -> Finding:
    best = max((_CEILING[entry.fact.confidence] for entry in others), key=lambda severity: severity.rank)
    severity = Severity.NOTE if matched else CARD.severity.at_most(best)
    message = (
        "This count is published, and so are others for the same place and years."
        if matched
        else "Other counts are published for the same place, stage and years."
    )
    shown = "; ".join(entry.fact.statement for entry in others[:_SHOWN])
    sources = tuple(dict.fromkeys(source for entry in others[:_SHOWN] for source in entry.fact.sources))
    return Finding(
        code=CARD.code,
        room=CARD.room,
        span=stated.figure.span,
        severity=severity,
        category="ledger",
        message=message,
        remedy=f"Name the law, the unit and who counted. Published: {shown}.",
        sources=sources,
    )


RULE: Rule[View] = Rule(CARD, check)
