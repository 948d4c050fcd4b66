"""Arrests told as success, with no word on what became of them."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Stage
from amanat.enforcement.view import OUTCOMES, View

_PRAISE = re.compile(
    r"\b(?:success(?:es|ful|fully)?|achiev\w+|breakthrough|crackdown|smash\w*|bust(?:ed|s)?|historic|remarkable|outstanding|"
    r"tireless\w*|commend\w*|prais\w+|hail\w*|victory|milestone|dismantl\w+)\b|کامیاب|کارکردگی|کریک ڈاؤن",
    re.IGNORECASE,
)

CARD = RuleCard(
    code="E003",
    room=Room.ENFORCEMENT,
    title="Arrests without outcome",
    severity=Severity.WARNING,
    why=(
        "An arrest is a beginning. Victims and readers are told of success while most cases may end in release; only "
        "charges, convictions, sentences and compensation show what an operation was worth."
    ),
    sources=(
        Source(
            "US DOL, 2024 Findings on the Worst Forms of Child Labor: Pakistan (suspects investigated and convicted)",
            "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/pakistan",
        ),
    ),
    wrong=("In a successful crackdown the agency arrested 120 agents this year.",),
    better=("The agency arrested 120 agents this year; by December 35 had been charged and two convicted.",),
    negative=(
        "Police arrested two men in Gulshan town on Monday.",
        "The officers completed a successful training course with 120 cadets.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag the first large count of arrests of a story that tells no outcome; louder where it is praised."""
    arrests = [s for s in view.stated if s.large and s.figure.stage is Stage.ARRESTED]
    if not arrests or any(s.figure.stage in OUTCOMES for s in view.repeated):
        return
    stated = next((s for s in arrests if _PRAISE.search(document.at(s.sentence))), arrests[0])
    praised = _PRAISE.search(document.at(stated.sentence)) is not None
    known = [e for e in view.ledger.known(stated.figure.place, stage=Stage.CONVICTED) if e.count is not None]
    latest = known[-1] if known and stated.figure.place else None
    context = f" For comparison: {latest.fact.statement}." if latest else ""
    yield Finding(
        code=CARD.code,
        room=CARD.room,
        span=stated.figure.span,
        severity=CARD.severity if praised else Severity.SUGGESTION,
        category="no_outcome",
        message="The story counts arrests and does not say what became of them.",
        remedy=(
            "Ask how many were charged, tried, convicted and acquitted, and how many victims were paid; or write: "
            f"“How many of those arrested were charged or convicted was not stated.”{context}"
        ),
        sources=latest.fact.sources if latest else CARD.sources,
    )


RULE: Rule[View] = Rule(CARD, check)
