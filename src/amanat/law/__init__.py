"""Which statements of law are wrong, out of date, or contradict one another?"""

from amanat.core import Answer, Document, Keep, RuleCard, Scene, Verdict
from amanat.law.disowned import turned
from amanat.law.frames import found
from amanat.law.passage import passages
from amanat.law.rules import rules
from amanat.law.settle import settle
from amanat.law.statement import Statement, View
from amanat.registers import Registers

__all__ = ["ask", "cards", "statements"]


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Answer the question of this room for one document."""
    view = View(statements(document, scene, registers))
    findings = tuple(finding for rule in rules() for finding in rule.check(document, view))
    keeps = tuple(Keep(s.span, "") for s in view.statements if s.topic == "office" and s.verdict is Verdict.SUPPORTED)
    claims = tuple(claim for s in view.statements if (claim := s.claim))
    return Answer(findings=findings, keeps=keeps, claims=claims)


def statements(document: Document, scene: Scene, registers: Registers) -> tuple[Statement, ...]:
    """Find every statement of law in a document, with what the register answers, in order of place."""
    cut = passages(document, scene, registers)
    every = {(s.span, s.topic, s.subject, s.value, s.verdict): s for s in turned(tuple(found(cut)), cut)}
    return settle(tuple(sorted(every.values(), key=lambda s: (s.span.start, s.span.end, s.topic, s.subject))))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return tuple(rule.card for rule in rules())
