"""Smuggling of migrants counted as trafficking in persons."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Span
from amanat.enforcement.view import Stated, View
from amanat.registers.ledger import Crime, Entry

_TRAFFICKING = re.compile(r"\b(?:human )?traffick\w*|انسانی سمگلنگ کے متاثر|ٹریفکنگ", re.IGNORECASE)
_FEDERAL = re.compile(
    r"\bFIA\b|\bFederal Investigation Agency\b|\binterior (?:ministry|division|minister)\b", re.IGNORECASE
)
_APART = re.compile(
    r"\bno breakdown\b|\bseparate(?:ly)?\b|\bapart\b|\bof (?:them|these|whom)\b|\bboth\b|\bas well as\b|\bnot split\b",
    re.IGNORECASE,
)

CARD = RuleCard(
    code="E005",
    room=Room.ENFORCEMENT,
    title="Smuggling counted as trafficking",
    severity=Severity.WARNING,
    why=(
        "Smuggling is moving people over a border for gain, trafficking is exploiting them. Federal figures "
        "in Pakistan add up both, and fraud. Called trafficking, they make exploited people vanish among travellers."
    ),
    sources=(
        Source(
            "APP 2023-08-02: cases, arrests and convictions under the smuggling Act alone",
            "https://www.app.com.pk/national/fia-nabs-470-human-smugglers-in-last-four-years-na-told/",
        ),
    ),
    wrong=("The FIA arrested 5,831 human traffickers during the last three years.",),
    better=(
        "The FIA arrested 470 people under the smuggling Act from 2020 to April 2023; traffickers are counted apart.",
    ),
    negative=(
        "The FIA arrested 46 human smugglers in 40 days.",
        "The women were rescued from a trafficking ring, and 12 men were convicted of trafficking.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag totals called trafficking that the ledger knows as mixed, or that come from the body that mixes them.

    The word itself, in a story of a crossing, is what D883 speaks on; this rule points at the count.
    """
    for stated in view.stated:
        words = document.at(stated.sentence)
        if not stated.large or not _TRAFFICKING.search(words) or _APART.search(words):
            continue
        known = _known(view, stated)
        if known is not None or _FEDERAL.search(words):
            yield _finding(_count_only(document, stated.figure.span), known)


def _known(view: View, stated: Stated) -> Entry | None:
    """Return the published figure this one repeats, when its source mixes or means smuggling."""
    figure = stated.figure
    same = (e for e in view.ledger.known(stage=figure.stage) if e.count == figure.count and e.count >= 100)  # noqa: PLR2004
    return next((e for e in same if e.crime in {Crime.MIXED, Crime.SMUGGLING}), None)


def _count_only(document: Document, span: Span) -> Span:
    """Leave the word "traffickers" out of the place: another remark may stand on it."""
    word = _TRAFFICKING.search(document.text, span.start, span.end)
    before = document.text[span.start : word.start()].rstrip() if word else ""
    return Span(span.start, span.start + len(before)) if before else span


def _finding(span: Span, known: Entry | None) -> Finding:
    where = f" It is published as: {known.fact.statement}." if known else ""
    return Finding(
        code=CARD.code,
        room=CARD.room,
        span=span,
        severity=CARD.severity if known else Severity.SUGGESTION,
        category="smuggling_as_trafficking",
        message=f"This total is called trafficking, and may count smuggling of migrants and fraud as well.{where}",
        remedy=(
            "Ask under which Act each case was registered, and write: “The figure adds up migrant smuggling, fraud and "
            "trafficking; how many were trafficking cases was not stated.”"
        ),
        sources=known.fact.sources if known else CARD.sources,
    )


RULE: Rule[View] = Rule(CARD, check)
