"""An estimate of people nobody counted, told as if somebody had."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Stage
from amanat.enforcement.view import Stated, View

_MANY = 10_000
"""Counts of identified victims are smaller or not round; from here on a round number is somebody's estimate."""
_ROUND = 1_000
_SAID = re.compile(
    r"\b(?:estimat\w*|index|survey\w*|model\w*|extrapolat\w*|projection|believed|thought to|may be|could be|might be|"
    r"likely|calculat\w*)\b|تخمین\w*|اندازے|اندازہ|اندازاً",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:identified|registered|recorded|rescued|referred|screened|recovered|received|repatriated)\b|شناخت|درج|بازیاب",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:between|from)\b[^.]{0,40}\b(?:and|to)\b|\b(?:range|margin|interval|confidence|plus or minus)\b|±|کے درمیان",
    re.IGNORECASE,
)

CARD = RuleCard(
    code="E007",
    room=Room.ENFORCEMENT,
    title="Estimate told as a count",
    severity=Severity.WARNING,
    why=(
        "Most people who are exploited are never seen by anybody who counts. Numbers of them are estimates; methods "
        "differ two or three times on the same data. Told as a count, an estimate is quoted for years, and people who "
        "work for victims are disbelieved when it falls."
    ),
    sources=(
        Source(
            "Binette and Steorts 2022, on the reliability of multiple systems estimation for modern slavery",
            "https://arxiv.org/abs/2112.01594",
        ),
    ),
    wrong=(
        "There are 2.3 million people living in modern slavery in the country.",
        "An estimated 2.3 million people live in modern slavery in the country.",
    ),
    better=("A survey of 2022 estimates between 1.9 and 2.7 million people in forced labour; nobody counted them.",),
    negative=(
        "Police identified 12,453 victims of trafficking in 2021, the ministry said.",
        "The agency rescued 20,000 workers in 2021, the ministry said.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag large round numbers of victims: a warning when told as a fact, a suggestion when the range is missing."""
    for stated in view.stated:
        words = document.at(stated.sentence)
        figure = stated.figure
        large = figure.count >= _MANY and figure.count % _ROUND == 0
        if figure.stage is not Stage.VICTIMS_IDENTIFIED or not large or _COUNTED.search(words):
            continue
        if not _SAID.search(words):
            yield _finding(stated, CARD.severity, "This number cannot have been counted, and is told as if it had.")
        elif not _RANGE.search(words):
            yield _finding(stated, Severity.SUGGESTION, "This estimate stands without its range and its method.")


def _finding(stated: Stated, severity: Severity, message: str) -> Finding:
    return Finding(
        code=CARD.code,
        room=CARD.room,
        span=stated.figure.span,
        severity=severity,
        category="estimate",
        message=message,
        remedy=(
            "Say who estimated, from what, and between which limits; or write: “This is an estimate; nobody has "
            "counted these people, and other methods give other numbers.”"
        ),
        sources=CARD.sources,
    )


RULE: Rule[View] = Rule(CARD, check)
