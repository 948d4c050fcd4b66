"""How gravely a rule may speak, and what it tells."""

from dataclasses import replace
from datetime import date

import pytest

from amanat.core import ClaimKind, Confidence, Fact, Severity, Source, Span, Verdict
from amanat.law import cards
from amanat.law.speak import finding, severity
from amanat.law.statement import Statement

CARD = next(card for card in cards() if card.code == "L001")
SOURCE = Source("Gazette of an invented state", "https://example.org/gazette")
FACT = Fact("xx.act.2001", "The Act is of 2001.", Confidence.VERIFIED, (SOURCE,), date(2026, 1, 2))
STATEMENT = Statement(Span(3, 9), ClaimKind.STATUTE, "enactment", Verdict.CONTRADICTED, FACT)


@pytest.mark.parametrize(
    ("confidence", "most"),
    [
        (Confidence.VERIFIED, Severity.ERROR),
        (Confidence.SINGLE_SOURCE, Severity.WARNING),
        (Confidence.UNCERTAIN, Severity.NOTE),
    ],
)
def test_the_fact_sets_the_gravest_tone(confidence: Confidence, most: Severity) -> None:
    assert severity(CARD, replace(STATEMENT, fact=replace(FACT, confidence=confidence))) is most


def test_a_doubtful_reading_or_no_fact_lowers_it() -> None:
    assert severity(CARD, replace(STATEMENT, ceiling=Severity.SUGGESTION)) is Severity.SUGGESTION
    assert severity(CARD, replace(STATEMENT, fact=None)) is Severity.NOTE


def test_the_message_carries_fact_doubt_and_day_and_the_finding_its_source() -> None:
    made = finding(CARD, replace(STATEMENT, fact=replace(FACT, confidence=Confidence.SINGLE_SOURCE)), "Wrong.", "Mend.")
    assert made.message == "Wrong. The Act is of 2001. One source says so. Checked 2026-01-02."
    assert (made.sources, made.span, made.category, made.remedy) == ((SOURCE,), Span(3, 9), "statute", "Mend.")
    assert (
        "not confirmed"
        in finding(CARD, replace(STATEMENT, fact=replace(FACT, confidence=Confidence.UNCERTAIN)), "", "").message
    )
    assert finding(CARD, replace(STATEMENT, fact=None), "Silent.", "").sources == CARD.sources
