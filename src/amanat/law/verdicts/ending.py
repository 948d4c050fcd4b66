"""What the register answers to the statement that a law has ended, or that another took its place."""

import re
from dataclasses import dataclass

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.citations import Citation
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Work


@dataclass(frozen=True, slots=True)
class Ending:
    """That a law has ended, or has not."""

    span: Span
    denied: bool
    by: str
    """The law that took its place, where one of the register is named."""


def ended(passage: Passage, citation: Citation, told: Ending) -> Statement | None:
    """Answer to the statement that a law, or a section of one, has ended or was replaced, or has not.

    None where the register cannot tell: a section that may have been changed, a law that a province replaced.
    """
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works or works[0].fact.confidence is Confidence.UNCERTAIN or works[0].amending or works[0].pending:
        return None
    work = works[0]
    if citation.sections:
        sections = [p for number in citation.sections for p in passage.ground.laws.section(work.id, number)]
        gone = next((p for p in sections if p.ended), None)
        return _statement(told, gone.fact, right=not told.denied) if gone else None
    if work.repealed_from is None:
        if _supplanted(passage, work, told):
            return _statement(told, work.fact, right=True)
        if work.perhaps_repealed:
            return Statement(told.span, ClaimKind.STATUTE, "repeal", Verdict.UNVERIFIED, work.fact)
        return None if _local(passage, work, told) else _statement(told, work.fact, right=told.denied)
    return _statement(told, work.fact, right=not (told.denied or _otherwise(passage, work, told)))


def _otherwise(passage: Passage, work: Work, told: Ending) -> bool:
    """Tell whether the law ended in another year, or for another law, than is said."""
    if told.by and work.repealed_by and told.by != work.repealed_by:
        return True
    years = [y.value for y in passage.years if y.value not in work.years]
    held = work.repealed_from.year if work.repealed_from else None
    if len(years) != 1 or held is None or years[0] == held:
        return False
    return bool(re.match(rf"[^;:]{{0,40}}?\b{years[0]}\b", passage.between(told.span.end, passage.span.end)))


def _supplanted(passage: Passage, work: Work, told: Ending) -> bool:
    """Tell whether a province that is named has put its own law in place of this one."""
    own = {w.jurisdiction for w in passage.ground.laws.supplanting.get(work.id, ())}
    return not told.denied and bool(own & passage.ground.named(passage.span))


def _local(passage: Passage, work: Work, told: Ending) -> bool:
    """Tell whether the end may be meant for a part of the country only."""
    by = passage.ground.laws.works.get(told.by)
    parts = {id_ for id_ in passage.ground.named(passage.span) if "-" in id_} - {work.jurisdiction}
    return bool(parts) or (by is not None and by.jurisdiction != work.jurisdiction)


def _statement(told: Ending, fact: Fact, *, right: bool) -> Statement:
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    return Statement(told.span, ClaimKind.STATUTE, "repeal", verdict, fact, Severity.WARNING, fact.statement)
