"""Who must stay unnamed, what gives them away, how many people fit what is left?"""

from amanat.core import Answer, Document, RuleCard, Scene
from amanat.identity.masks import keeps_of
from amanat.identity.rules import RULES
from amanat.identity.view import look
from amanat.registers import Registers

__all__ = ["ask", "cards"]


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Say what is masked and for whom, what stays, and why."""
    view = look(document, scene, registers)
    findings = tuple(finding for rule in RULES for finding in rule.check(document, view))
    return Answer(findings=findings, masks=view.masks, keeps=keeps_of(scene))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return tuple(rule.card for rule in RULES)
