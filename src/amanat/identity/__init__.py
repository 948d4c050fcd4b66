"""Who must stay unnamed, what gives them away, how many people fit what is left?"""

from collections.abc import Sequence

from amanat.core import Answer, Document, RuleCard, Scene
from amanat.identity.jigsaw import CARD, Profile, alerts, profiles
from amanat.identity.labels import LabelStyle, styled
from amanat.identity.masks import keeps_of
from amanat.identity.rules import RULES
from amanat.identity.view import look
from amanat.registers import Registers

__all__ = ["LabelStyle", "Profile", "ask", "beside_earlier", "cards", "profiles", "styled"]


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Say what is masked and for whom, what stays, and why."""
    view = look(document, scene, registers)
    findings = tuple(finding for rule in RULES for finding in rule.check(document, view))
    return Answer(findings=findings, masks=view.masks, keeps=keeps_of(scene))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return (*(rule.card for rule in RULES), CARD)


def beside_earlier(document: Document, scene: Scene, registers: Registers, earlier: Sequence[Profile]) -> Answer:
    """Say whom this story and the newsroom's earlier ones give away together."""
    return Answer(findings=tuple(alerts(document, scene, registers, earlier)))
