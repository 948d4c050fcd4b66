"""A victim, a witness or a victim's relative is named."""

from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity
from amanat.identity.bans import PRACTICE, strength_in_words, times_in_words
from amanat.identity.view import View, fixes

_WHO = {
    Role.VICTIM: "Somebody who was harmed",
    Role.VICTIM_FAMILY: "A relative of somebody who was harmed",
    Role.WITNESS: "A witness",
}
CARD = RuleCard(
    "I002",
    Room.IDENTITY,
    "A victim, witness or relative is named",
    Severity.ERROR,
    "The name of a victim brings revenge, stigma and new traffickers; the name of a father, a sister or a neighbour "
    "leads to the victim as surely. An adult may choose to be named: then the choice is written down.",
    PRACTICE,
    wrong=("The father of the girl, Dilawar Tarkhan, lodged the complaint.",),
    better=("The girl's father lodged the complaint.",),
    negative=("Advocate Dilawar Tarkhan argued for the family of the girl.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each adult victim, witness or relative, at the first mention."""
    del document
    for person in view.protected:
        masks = view.direct(person)
        if person.role not in _WHO or not masks:
            continue
        bans = view.bans[person.id]
        sources = tuple(s for ban in bans[:2] for s in ban.fact.sources) or PRACTICE
        yield Finding(
            CARD.code,
            Room.IDENTITY,
            masks[0].span,
            CARD.severity,
            "victim_named" if person.role is Role.VICTIM else "relative_named",
            f"{_WHO[person.role]} is named {times_in_words(len(masks))}. {strength_in_words(bans)}",
            f"Use {masks[0].label}, unless the person chose to be named and the choice is on record.",
            sources,
            fixes(masks[:1]),
        )


RULE = Rule(CARD, check)
