"""Which statements of law are wrong, out of date, or contradict one another?

Rules find statements and hold them against the register (`frames`, `verdicts`); where a house style asks for it, a net
reads what none finds (`reader`).
"""

from collections.abc import Sequence

from amanat.core import Answer, Document, Keep, RuleCard, Scene, Verdict
from amanat.law.disowned import turned
from amanat.law.frames import found
from amanat.law.passage import Passage, passages
from amanat.law.rules import rules
from amanat.law.rules.l009_read import CODE
from amanat.law.settle import settle
from amanat.law.statement import Statement, View
from amanat.packs import File
from amanat.registers import Registers
from amanat.registers.records import texts_at

__all__ = ["ask", "cards", "statements"]


def ask(document: Document, scene: Scene, registers: Registers) -> Answer:
    """Answer the question of this room for one document.

    Raises:
        ModelError: M001, M002 when a house style asks for the package's net and it is missing or damaged.
    """
    sentences = passages(document, scene, registers)
    told = _statements(sentences)
    read: tuple[Statement, ...] = ()
    if _reads_along(registers.house):
        from amanat.law import reader  # noqa: PLC0415 - numpy and a net: 0.1 s for those who ask for it only

        read = tuple(reader.read(document, scene, sentences, told))
    view = View(tuple(sorted((*told, *read), key=lambda s: s.span.start)))
    findings = tuple(finding for rule in rules() for finding in rule.check(document, view))
    keeps = tuple(Keep(s.span, "") for s in view.statements if s.topic == "office" and s.verdict is Verdict.SUPPORTED)
    claims = tuple(claim for s in view.statements if (claim := s.claim))
    return Answer(findings=findings, keeps=keeps, claims=claims)


def _reads_along(house: Sequence[File]) -> bool:
    """Tell whether a house style wants a net to read along."""
    return any(CODE in texts_at(file.content, "on") for file in house)


def statements(document: Document, scene: Scene, registers: Registers) -> tuple[Statement, ...]:
    """Find every statement of law that the rules know, with what the register answers, in order of place."""
    return _statements(passages(document, scene, registers))


def _statements(sentences: Sequence[Passage]) -> tuple[Statement, ...]:
    every = {(s.span, s.topic, s.subject, s.value, s.verdict): s for s in turned(tuple(found(sentences)), sentences)}
    return settle(tuple(sorted(every.values(), key=lambda s: (s.span.start, s.span.end, s.topic, s.subject))))


def cards() -> tuple[RuleCard, ...]:
    """Return the card of every rule of this room, by code."""
    return tuple(rule.card for rule in rules())
