"""Statements that an Act lacks what it has: a crime, a rule, a body. What it says of them `points` compares."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.meant import works_meant
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.conduct import closest

LACKS = re.compile(
    r"\b(?:makes? no provision|(?:does|do)(?: not|n[’']t) (?:provide|foresee|mention)|contains? no|has no(?! (?:worth|value|bearing)\b)|knows? no|offers? no|lacks?"
    r"|(?:is|remains) silent (?:on|about)|(?:says|has|contains) nothing (?:on|of|about)|leaves out|omits)\b(?: for)?"
)
NO_OFFENCE = re.compile(r"\b(?:is|are|was|were) (?:no|not an?|neither an?) (?:\w+ )?(?:offen[cs]e|crime)\b")
_NAMING = re.compile(r"\b(?:nam(?:e[sd]?|ing)\b|identi|publi[sc]|print|broadcast|disclos|reveal|photograph)")
HINT = hint(
    r"(?i:no provision|not provide|foresee|mention|contains? no|has no|knows? no|offers? no|lack|silent|says nothing|leaves out|omits|offen[cs]e|crime)"
)
_REACH = 80


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of one sentence on what the Acts it speaks of are said to lack."""
    works = works_meant(passage)
    if works:
        words = passage.low[passage.span.start : passage.span.end]
        yield from _no_offence(passage, works, words)
        yield from _lacking(passage, works, words)


def _lacking(passage: Passage, works: tuple[str, ...], words: str) -> Iterator[Statement]:
    """`The Act makes no provision for shelters`, where it has a section on just that."""
    said = LACKS.search(words)
    if said is None:
        return
    every = [p for id_ in works for p in passage.ground.laws.of(id_) if p.kind not in {"offence", "finding"}]
    met = closest(words[said.end() : said.end() + _REACH], every)
    provision = next((p for p in every if p.id in met), None)
    if provision:
        yield _statement(passage, said, provision.fact)


def _no_offence(passage: Passage, works: tuple[str, ...], words: str) -> Iterator[Statement]:
    """`To … is no offence under the Act`, where the Act has a section against just that."""
    said = NO_OFFENCE.search(words)
    if said is None or _NAMING.search(words, 0, said.start()):
        return  # who may be named is told point by point
    offences = [p for id_ in works for p in passage.ground.laws.of(id_) if p.versions]
    met = closest(words[: said.start()], offences)
    for provision in offences:
        if provision.id in met:
            yield _statement(passage, said, provision.fact)
            return


def _statement(passage: Passage, said: re.Match[str], fact: Fact) -> Statement:
    verdict = Verdict.UNVERIFIED if fact.confidence is Confidence.UNCERTAIN else Verdict.CONTRADICTED
    start = passage.span.start
    span = Span(start + said.start(), start + said.end())
    return Statement(span, ClaimKind.STATUTE, "content", verdict, fact, Severity.WARNING, fact.statement)
