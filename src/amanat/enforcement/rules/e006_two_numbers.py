"""One thing counted with two numbers in the same story."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source
from amanat.enforcement.view import Stated, View

CARD = RuleCard(
    code="E006",
    room=Room.ENFORCEMENT,
    title="Two numbers for one thing",
    severity=Severity.WARNING,
    why=(
        "A headline that says 38 above a text that says 35 costs the story its trust, and the wrong number is the one "
        "that is repeated."
    ),
    sources=(
        Source(
            "Dawn 2025-01-02, and other outlets with other counts of the same dismissals",
            "https://www.dawn.com/news/1882577/fia-finds-black-sheep-in-its-own-ranks",
        ),
    ),
    wrong=(
        "Agency arrests 38 agents over boat case\nThe agency arrested 35 agents over the boat case, it said.\n",
        "In 2021 police in Sindh arrested 240 agents.\nPolice in Sindh arrested 260 agents in 2021, the minister said.",
    ),
    better=("Agency arrests 35 agents over boat case\nThe agency arrested 35 agents over the boat case, it said.\n",),
    negative=(
        "Police arrest two in kiln raid\nPolice arrested two men on Monday. So far this year 60 have been arrested.\n",
        "In 2021 police in Sindh arrested 240 agents. In 2022 police in Sindh arrested 260 agents.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag a headline count that the text does not hold, and two totals for one stage, place and year."""
    del document
    told: dict[tuple[str, str, str, str], Stated] = {}
    body = [s for s in view.repeated if not s.in_headline]
    for stated in view.repeated:
        figure = stated.figure
        if figure.count == 1:
            continue
        if stated.in_headline:
            counts = {s.figure.count for s in body if s.figure.stage is figure.stage and s.figure.count > 1}
            if counts and figure.count not in counts:
                yield _finding(stated, "The text does not hold the number of the headline.")
        elif stated.own_period and figure.place and stated.large:
            key = (figure.stage.value, figure.place, figure.period, figure.unit)
            earlier = told.setdefault(key, stated)
            if earlier.figure.count != figure.count and earlier.sentence != stated.sentence:
                yield _finding(stated, "Another number stands above for the same stage, place and years.")


def _finding(stated: Stated, message: str) -> Finding:
    return Finding(
        CARD.code,
        CARD.room,
        stated.figure.span,
        CARD.severity if stated.in_headline else Severity.SUGGESTION,
        "two_numbers",
        message,
        "Check both against the source, keep one, or say what each of them counts.",
        CARD.sources,
    )


RULE: Rule[View] = Rule(CARD, check)
