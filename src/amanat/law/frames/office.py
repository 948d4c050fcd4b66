"""Statements of who holds an office."""

import re
from collections.abc import Iterator

from amanat.core import Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import OfficeHolder

HINT = hint(
    r"(?i)\b(?:Governor|Minister|Secretary|Commissioner|Director|Chair(?:man|woman|person)?|Inspector|President|Judge|Justice"
    r"|Ombuds\w+|Chief|Head|Attorney|Advocate|Mayor|Speaker|Ambassador)\b|گورنر|وزیر|صدر"
)
"""Words of office; which ones count is for the register to say."""
_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s?){2,4})"
_NOT_NAME = frozenset("House Office Rule Secretary Minister Chief General Punjab Sindh Khyber Balochistan KP".split())


def find(passage: Passage) -> Iterator[Statement]:
    """Find a name beside an office of the register."""
    here = passage.between(passage.span.start, passage.span.end).lower()
    for holder in passage.ground.laws.offices:
        if holder.role.lower() in here:
            yield from _of(passage, holder)


def _of(passage: Passage, holder: OfficeHolder) -> Iterator[Statement]:
    place = passage.ground.jurisdictions.by_id.get(holder.jurisdiction)
    names = (
        "|".join(re.escape(name) for name in sorted(place.names, key=len, reverse=True))
        if place
        else holder.jurisdiction
    )
    role = re.escape(holder.role)
    person = re.search(re.escape(holder.person), passage.text[passage.span.start : passage.span.end])
    if person:
        span = Span(passage.span.start + person.start(), passage.span.start + person.end())
        yield _statement(passage, holder, span, right=True)
        return
    pattern = re.compile(rf"\b(?:(?:{names})(?:[’']s)?\s+(?i:{role})|(?i:{role}) of (?:the )?(?:{names}),?)\s+{_NAME}")
    for match in pattern.finditer(passage.text, passage.span.start, passage.span.end):
        words = match["name"].split()
        if len(words) > 1 and not _NOT_NAME.intersection(words):
            right = set(words) <= set(holder.person.split())
            yield _statement(
                passage,
                holder,
                Span(match.start("name"), match.start("name") + len(match["name"].rstrip())),
                right=right,
            )


SINCE = re.compile(r"\b(?:since|appointed|took (?:the )?(?:oath|office|charge)|sworn in|became|assumed)\b")


def _since(passage: Passage) -> bool:
    """Tell whether a year is said to be that in which somebody came into office."""
    return bool(SINCE.search(passage.low, passage.span.start, passage.span.end))


def _statement(passage: Passage, holder: OfficeHolder, span: Span, *, right: bool) -> Statement:
    years = [y.value for y in passage.years]
    year = years[-1] if years else None
    known = year is None or holder.start.earliest.year <= year <= holder.last_seen.latest.year
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    if not known:
        verdict = Verdict.UNKNOWN
    if right and year is not None and year < holder.start.earliest.year and _since(passage):
        verdict = Verdict.CONTRADICTED
    # Without a date the sentence may speak of an earlier or a later holder.
    ceiling = Severity.NOTE if year is None else Severity.WARNING
    return Statement(span, None, "office", verdict, holder.fact, ceiling, holder.fact.statement, year=year)
