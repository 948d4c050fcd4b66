"""A card number or a private phone number stands in the text."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, TraceKind
from amanat.identity.bans import PRACTICE
from amanat.identity.view import View, fixes

CARD = RuleCard(
    "I006",
    Room.IDENTITY,
    "A private number is printed",
    Severity.ERROR,
    "An identity card, passport or phone number names one person and no other, and opens accounts in that name.",
    PRACTICE,
    wrong=("The boy's father can be reached at 0300-5550123, police said of the abducted child.",),
    better=("The boy's father can be reached through the police, they said of the abducted child.",),
    negative=("Call the helpline 1099 if you know of an abducted child.",),
)
_NUMBERS = {TraceKind.PHONE, TraceKind.ID_NUMBER}


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak at each number."""
    del document
    for mask in view.masks:
        if mask.kind in _NUMBERS:
            yield Finding(
                CARD.code,
                Room.IDENTITY,
                mask.span,
                CARD.severity,
                "number",
                "A number that belongs to one person stands here.",
                "Take it out; readers who know something can call the newsroom or a helpline.",
                CARD.sources,
                fixes((mask,)),
            )


RULE = Rule(CARD, check)
