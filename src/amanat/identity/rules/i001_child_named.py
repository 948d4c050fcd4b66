"""A child who was harmed is named."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity
from amanat.identity.bans import PRACTICE, strength_in_words, times_in_words
from amanat.identity.view import View, fixes

CARD = RuleCard(
    "I001",
    Room.IDENTITY,
    "A harmed child is named",
    Severity.ERROR,
    "A name in print follows a child for life, and those who did the harm read it too. Every guide for reporting on "
    "children asks to change the name; in many places the law does.",
    PRACTICE,
    wrong=("Police said Zunaira Tarkhan, 13, was abducted from her home on Monday.",),
    better=("Police said a teenage girl was abducted from her home on Monday.",),
    negative=("Inspector Zunaira Tarkhan said the suspects had been arrested.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each child, at the first mention."""
    del document
    for person in view.protected:
        masks = view.direct(person)
        if person.role is not Role.MINOR_VICTIM or not masks:
            continue
        bans = view.bans[person.id]
        sources = tuple(s for ban in bans[:2] for s in ban.fact.sources) or PRACTICE
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            masks[0].span,
            CARD.severity,
            "child_named",
            f"A child who was harmed is named {times_in_words(len(masks))}. {strength_in_words(bans)}",
            f"Use {masks[0].label} or a changed name, and say that it is changed.",
            sources,
            fixes(masks[:1]),
        )


RULE = Rule(CARD, check)
