"""One pass over one document. This file is the whole story.

file ──read──▶ Document ──people──▶ Scene: who is in it, where, what could point at them
                  │
                  └──▶ identity · dignity · law · enforcement · aid ──▶ answers ──▶ Review
"""

from amanat import aid, dignity, enforcement, identity, law, people
from amanat.core import Document, Review, RuleCard
from amanat.registers import Registers, shipped
from amanat.review.gather import gather
from amanat.review.unread import CARD as UNREAD

ROOMS = (identity, dignity, law, enforcement, aid)


def review(document: Document, registers: Registers | None = None, jurisdiction: str = "") -> Review:
    """Ask each room its question about a document, and gather the answers.

    Args:
        document: the story; it is read, never changed.
        registers: what is known; the shipped packs when left out.
        jurisdiction: whose law to ask (`PK-KP`); found from the places in the text when empty.

    Returns:
        A Review that points by span and quotes nothing. The order of the rooms does not change it.
    """
    known = registers or shipped()
    scene = people.look(document, known, jurisdiction)
    return gather(document, scene, [room.ask(document, scene, known) for room in ROOMS])


def rule_cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of the house, by code."""
    cards = [UNREAD, *(card for room in ROOMS for card in room.cards())]
    return tuple(sorted(cards, key=lambda card: card.code))
