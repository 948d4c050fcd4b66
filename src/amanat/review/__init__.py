"""One pass over one document. This file is the whole story.

file ──read──▶ Document ──people──▶ Scene: who is in it, where, what could point at them
                  │
                  └──▶ identity · dignity · law · enforcement · aid ──▶ answers ──▶ Review
"""

from collections.abc import Sequence
from functools import lru_cache

from amanat import aid, dignity, enforcement, identity, law, people
from amanat.core import Document, Review, RuleCard
from amanat.identity import LabelStyle, Profile
from amanat.registers import Registers, shipped
from amanat.review.gather import gather, relabelled
from amanat.review.keeping import IDLE
from amanat.review.unread import CARD as UNREAD

__all__ = ["ROOMS", "LabelStyle", "Profile", "profiles", "review", "rule_cards", "rule_codes"]

ROOMS = (identity, dignity, law, enforcement, aid)


def review(
    document: Document,
    registers: Registers | None = None,
    jurisdiction: str = "",
    earlier: Sequence[Profile] = (),
    labels: LabelStyle = LabelStyle.ROLE,
) -> Review:
    """Ask each room its question about a document, and gather the answers.

    Args:
        document: the story; it is read, never changed.
        registers: what is known; the shipped packs when left out.
        jurisdiction: whose law to ask (`PK-KP`); found from the places in the text when empty.
        earlier: what this newsroom's earlier stories leave open about the people in them (`profiles`).
        labels: what stands for hidden names in the masks and in the fixes offered.

    Returns:
        A Review that points by span and quotes nothing. The order of the rooms does not change it.
    """
    known = registers or shipped()
    scene = people.look(document, known, jurisdiction)
    answers = [room.ask(document, scene, known) for room in ROOMS]
    beside = identity.beside_earlier(document, scene, known, earlier)
    found = gather(document, scene, [*answers, beside], rule_codes())
    return relabelled(found, labels)


def profiles(document: Document, registers: Registers | None = None) -> tuple[Profile, ...]:
    """Read off a story that ran what it leaves open about each person to protect: no name, no words of it."""
    return identity.profiles(document, people.look(document, registers or shipped()), masks=())


def rule_cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of the house, by code."""
    cards = [UNREAD, IDLE, *(card for room in ROOMS for card in room.cards())]
    return tuple(sorted(cards, key=lambda card: card.code))


@lru_cache(maxsize=1)
def rule_codes() -> frozenset[str]:
    """Return the code of every rule of the house."""
    return frozenset(card.code for card in rule_cards())
