"""A named person whose role the story does not make clear."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity
from amanat.identity.bans import PRACTICE
from amanat.identity.view import View, fixes

CARD = RuleCard(
    "I004",
    Room.IDENTITY,
    "Role not clear, protected for now",
    Severity.WARNING,
    "Whoever may be a victim or a witness is protected until somebody who knows the story has decided.",
    PRACTICE,
    wrong=("The 12-year-old girl was raped, police said. Yawar Tarkhan was at the house.",),
    better=("The 12-year-old girl was raped, police said. A neighbour was at the house.",),
    negative=("The 12-year-old girl was raped, police said. DSP Yawar Tarkhan was at the house.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each person, at the first mention."""
    del document
    for person in view.protected:
        masks = view.direct(person)
        if person.role is Role.OTHER_PRIVATE and masks:
            yield Finding(
                CARD.code,
                Room.IDENTITY,
                masks[0].span,
                CARD.severity,
                "role_not_clear",
                "The story does not say who this is to it. The name is masked in the safe version until you decide.",
                "Decide: protect, or name as an official, speaker or convicted person.",
                CARD.sources,
                fixes(masks[:1]),
            )


RULE = Rule(CARD, check)
