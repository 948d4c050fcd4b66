"""Statements on bail, cognizance and which agency investigates."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Severity, Span, Verdict
from amanat.law.hint import Hint
from amanat.law.meant import works
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision

WORD = re.compile(
    r"\b(?P<no>non[- ]|not |un)?(?P<what>bailable|cogni[sz]able|compoundable)\b|(?P<na>نا ?)?(?P<zamanat>قابل ضمانت)",
    re.IGNORECASE,
)
HINT = Hint(r"[Bb]ailable|[Cc]ogni[sz]able|[Cc]ompoundable|ضمانت|FIA|Federal Investigation|[Pp]olice")
WARRANT = re.compile(r"\s+(?:arrest )?warrants?\b", re.IGNORECASE)
AGENCY = re.compile(
    r"\b(?P<fia>FIA|Federal Investigation Agency)\b|\b(?P<police>(?:local |provincial )?police)\b", re.IGNORECASE
)
TASK = re.compile(
    r"\b(?:investigat(?:es?|ed by|ion of|ing)|jurisdiction over|mandate|competent|responsible for"
    r"|empower(?:s|ed)|tak(?:es?|en) up by|handl(?:es?|ed)|probe[sd]?|deal(?:s|t) with|remit|domain)\b",
    re.IGNORECASE,
)
CROSS = re.compile(
    r"\b(?:cross[- ]border|transnational|international|abroad|into or out of|out of (?:the country|Pakistan))\b",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:domestic|internal|inside (?:the country|Pakistan)|within (?:the country|Pakistan))\b", re.IGNORECASE
)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of procedure of one sentence."""
    words = [
        m
        for m in WORD.finditer(passage.text, passage.span.start, passage.span.end)
        if not WARRANT.match(passage.text, m.end(), passage.span.end)
    ]
    meant = works(passage)
    rules = [p for id_ in meant for p in passage.ground.laws.of(id_) if p.rule]
    if words:
        yield _procedure(passage, words, rules)
    elif meant:
        yield from _agency(passage, rules)


def _procedure(passage: Passage, words: list[re.Match[str]], rules: list[Provision]) -> Statement:
    span = Span(words[0].start(), words[-1].end())
    del passage
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


def _agency(passage: Passage, rules: list[Provision]) -> Iterator[Statement]:
    task = TASK.search(passage.text, passage.span.start, passage.span.end)
    bodies = list(AGENCY.finditer(passage.text, passage.span.start, passage.span.end))
    rule = next((p for p in rules if "agency" in p.rule or "default" in p.rule), None)
    if not (task and bodies and rule):
        return
    body = min(bodies, key=lambda m: abs(m.start() - task.start()))
    cross = CROSS.search(passage.text, passage.span.start, passage.span.end)
    inside = INSIDE.search(passage.text, passage.span.start, passage.span.end)
    span = Span(min(body.start(), task.start()), max(body.end(), task.end()))
    verdict = Verdict.UNKNOWN
    if "agency" in rule.rule:
        verdict = Verdict.SUPPORTED if body["fia"] else Verdict.CONTRADICTED
    elif cross or inside:
        verdict = Verdict.SUPPORTED if bool(body["fia"]) == bool(cross) else Verdict.CONTRADICTED
    yield Statement(span, ClaimKind.AGENCY, "agency", verdict, rule.fact, Severity.WARNING, rule.fact.statement)
