"""Which figures about police and courts are there, and what do they mean?"""

from amanat.core import Answer, Document, RuleCard, Scene
from amanat.enforcement.rules import RULES
from amanat.enforcement.view import look
from amanat.registers import Registers


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Find the figures of a story, and say what they do not tell."""
    view = look(document, scene, registers)
    findings = tuple(finding for rule in RULES for finding in rule.check(document, view))
    return Answer(findings=findings, figures=view.figures)


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return tuple(rule.card for rule in RULES)
