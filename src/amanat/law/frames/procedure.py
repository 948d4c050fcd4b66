"""Statements on bail, cognizance and compounding."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.meant import spoken_of
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision

WORD = re.compile(
    r"\b(?P<no>non[- ]|not |un)?(?P<what>bailable|cogni[sz]able|compoundable)\b|(?P<na>نا ?)?(?P<zamanat>قابل ضمانت)",
    re.IGNORECASE,
)
HINT = hint(r"[Bb]ailable|[Cc]ogni[sz]able|[Cc]ompoundable|ضمانت")
WARRANT = re.compile(r"\s+(?:arrest )?warrants?\b", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of procedure of one sentence."""
    words = [
        m
        for m in WORD.finditer(passage.text, passage.span.start, passage.span.end)
        if not WARRANT.match(passage.text, m.end(), passage.span.end)
    ]
    if words:
        rules = [p for id_ in spoken_of(passage) for p in passage.ground.laws.of(id_) if p.rule]
        yield _procedure(words, rules)


def _procedure(words: list[re.Match[str]], rules: list[Provision]) -> Statement:
    span = Span(words[0].start(), words[-1].end())
    wrong = right = None
    for match in words:
        key = "bailable" if match["zamanat"] else match["what"].lower().replace("cognis", "cogniz")
        rule = next((p for p in rules if isinstance(p.rule.get(key), bool)), None)
        if rule is None:
            continue
        if rule.rule[key] is not bool(match["no"] or match["na"]):
            right = right or rule
        else:
            wrong = rule
    found = wrong or right
    if found is None:
        return Statement(span, ClaimKind.STATUTE, "procedure", Verdict.UNKNOWN)
    verdict = Verdict.CONTRADICTED if wrong else Verdict.SUPPORTED
    if found.fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    return Statement(span, ClaimKind.STATUTE, "procedure", verdict, found.fact, Severity.ERROR, found.fact.statement)
