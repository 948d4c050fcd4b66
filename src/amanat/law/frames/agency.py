"""Statements on whom a reader can turn to: helplines with their number, and named referral bodies."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.frames.competence import AGENCY
from amanat.law.hint import hint
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Body

_LINE = (
    r"(?:help[- ]?lines?|hot[- ]?lines?|child ?line|crime ?stoppers|toll[- ]free(?: number)?|emergency number"
    r"|complaint(?:s)? (?:cell|number)"
    r"|ہیلپ لائن)"
)
_DIAL = r"(?:\+?\d[\d ()-]{1,16}\d)"
HELPLINE = re.compile(
    rf"(?:\b[A-Z][\w’']+ ){{0,4}}\b(?i:{_LINE})(?:\s+[^\W\d][\w’'.]*){{0,4}}[\s:,(]*(?P<dial>{_DIAL})"
    rf"|\b(?i:{_LINE})[^.;]{{0,90}}?\b(?:is|was) (?P<dial3>\d{{3,5}})\b"
    rf"|\b(?P<dial2>{_DIAL})\s+(?:\w+\s+){{0,2}}(?i:{_LINE})"
)
DIALLED = re.compile(
    r"\b(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]ontact|[Nn]umber(?: is| was|:)?)(?:s|ed|ing)?\b[^.;]{0,25}?\b(?P<dial>\d{3,5}|\d[\d -]{7,12}\d)\b"
)
"""A number to call that is not called a helpline: it counts only where the register knows it."""
NAMED_LINE = re.compile(r"\b(?:[A-Z][\w’'-]+ (?:of |for |and )?){1,5}(?:Helpline|Hotline|Help Line)\b")
BODY = re.compile(r"\bNational Referral Mechanism\b(?:\s*\(NRM\))?")
_TASKS = (
    r"responsible for|tasked with|mandated to|empowered (?:to|under)|competent to"
    r"|charged with (?:investigating|protecting|helping)|set up (?:under|to|by)|established (?:under|to|by)"
    r"|the (?:lead|main|only|federal|national) (?:agency|body|authority)"
)
TASKED = re.compile(
    r"\b(?:[A-Z][\w’'-]+ (?:(?:of|for|on|the|and|to) )*){1,7}(?:Unit|Agency|Commission|Bureau|Authority|Circle"
    r"|Cell|Committee|Court|Mechanism|Office|Tribunal)s?"
    r"(?: \([A-Z]{2,8}\))?,? (?:which |that )?(?:is|was|are|has been|have been|were) (?:\w+ly )?"
    rf"(?:{_TASKS})"
)
LIES = re.compile(
    r"\b(?:[Ii]ts |[Tt]he |[Tt]heir )?(?:[\w-]+ ){1,5}(?:(?:lies|rests) with|(?:is|are|was|were) the responsibility of|falls? (?:to|under)) (?:the )?"
    r"(?:[A-Z]{2,6}\b|[A-Z]\w+(?: (?:of |for |and )?[A-Z]\w+)+|[\w ]{0,20}(?:inspectorate|department|police|ministry|council)s?\b)"
    r"|\b(?:outside|within|beyond) (?:its|their|the \w+[’']s) (?:remit|jurisdiction|mandate)\b"
)
"""`enforcement lies with the inspectorate`"""
HINT = hint(
    rf"(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]ontact|[Nn]umber)\w* [^.;]{{0,25}}\d{{3}}|(?:lies|rests) with|responsibility of|falls? (?:to|under)|remit|jurisdiction|mandate|(?i:{_LINE})|Help Line|Referral Mechanism|{_TASKS}"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and for helpline hotline help line toll free number national call centre center of on at is".split()
)
_BEFORE = 60
_TELLING = 2
"""Words of a body's task that tell it is meant."""
_HELD_NUMBER = re.compile(r"\bhelpline \d+")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


def find(passage: Passage) -> Iterator[Statement]:
    """Find the helplines and referral bodies named in one sentence."""
    yield from _lines(passage)
    yield from _tasks(passage)
    for match in BODY.finditer(passage.text, passage.span.start, passage.span.end):
        fact = next(
            (p.fact for p in passage.ground.laws.provisions.values() if p.title == "National Referral Mechanism"), None
        )
        unsure = fact is not None and fact.confidence is Confidence.UNCERTAIN
        verdict = Verdict.UNVERIFIED if unsure else Verdict.SUPPORTED if fact else Verdict.UNKNOWN
        yield Statement(Span(*match.span()), ClaimKind.AGENCY, "body", verdict, fact)


def _lines(passage: Passage) -> Iterator[Statement]:
    dialled: list[Span] = []
    for match in HELPLINE.finditer(passage.text, passage.span.start, passage.span.end):
        dial = re.sub(r"\D", "", match["dial"] or match["dial2"] or match["dial3"])
        if not _YEARLIKE.fullmatch(dial):
            dialled.append(Span(*match.span()))
            yield _helpline(passage, dialled[-1], dial)
    for match in DIALLED.finditer(passage.text, passage.span.start, passage.span.end):
        span = Span(*match.span())
        known = _helpline(passage, span, re.sub(r"\D", "", match["dial"]))
        if known.verdict is Verdict.SUPPORTED and not any(span.overlaps(other) for other in dialled):
            dialled.append(span)
            yield known
    for match in NAMED_LINE.finditer(passage.text, passage.span.start, passage.span.end):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in dialled):
            yield Statement(span, ClaimKind.AGENCY, "helpline", Verdict.UNKNOWN)


def _tasks(passage: Passage) -> Iterator[Statement]:
    """Find what is told of a body's task: the register holds nothing on that, but for what competence asks."""
    for match in TASKED.finditer(passage.text, passage.span.start, passage.span.end):
        # Where a law is named, the frame of competence asks it.
        if not (AGENCY.search(match.group()) and any(citation.works for citation in passage.cited)):
            yield Statement(Span(*match.span()), ClaimKind.AGENCY, "task", Verdict.UNKNOWN)
    for match in LIES.finditer(passage.text, passage.span.start, passage.span.end):
        if not AGENCY.search(match.group()):
            yield Statement(Span(*match.span()), ClaimKind.AGENCY, "task", Verdict.UNKNOWN)


def _helpline(passage: Passage, span: Span, dial: str) -> Statement:
    country = passage.ground.country
    own = [b for b in passage.ground.laws.bodies if not country or b.jurisdiction.startswith(country)]
    for body in own:
        if re.search(rf"\b{dial}\b", body.fact.statement):
            return Statement(
                span, ClaimKind.AGENCY, "helpline", Verdict.SUPPORTED, body.fact, advice=body.fact.statement
            )
    other = next((b for b in own if _another_number(passage, b)), None)
    if other:
        return Statement(
            span, ClaimKind.AGENCY, "helpline", Verdict.CONTRADICTED, other.fact, Severity.WARNING, other.fact.statement
        )
    fact = _provider(passage, span, dial)
    verdict = Verdict.SUPPORTED if fact else Verdict.UNKNOWN
    if fact and fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    return Statement(span, ClaimKind.AGENCY, "helpline", verdict, fact)


def _another_number(passage: Passage, body: Body) -> bool:
    """Tell whether the sentence speaks of the matters of a body that has one number of its own."""
    held = _HELD_NUMBER.search(body.fact.statement)
    own = set(_WORD.findall(body.fact.statement.lower())) - _COMMON
    here = set(_WORD.findall(passage.low[passage.span.start : passage.span.end]))
    return held is not None and len(own & here) >= _TELLING


def _provider(passage: Passage, span: Span, dial: str) -> Fact | None:
    """Return that the number is that of a provider named here; the fact itself never repeats a number.

    The same digits under another name are no support: the room of aid has rules for wrong numbers.
    """
    around = passage.low[max(passage.span.start, span.start - _BEFORE) : min(passage.span.end, span.end + _BEFORE)]
    words = set(_WORD.findall(around))
    for provider in passage.ground.registers.providers.with_number(dial, passage.ground.country):
        own = set(_WORD.findall(provider.name.lower()))
        if (own & words) - _COMMON:
            said = f"{provider.name}: the number in the story is the one its source gives."
            return Fact(provider.id, said, provider.confidence, provider.sources, passage.ground.as_of)
    return None
