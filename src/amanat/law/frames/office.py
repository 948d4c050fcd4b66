"""Statements of who holds an office: a name in any apposition to the office, or said to hold it."""

import re
from collections.abc import Iterator
from functools import lru_cache

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
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})"
_NOT_NAME = frozenset("House Office Rule Secretary Minister Chief General Punjab Sindh Khyber Balochistan KP".split())
_TITLES = frozenset("Mr Ms Mrs Dr".split())
_BEHIND = rf"(?:[,:]? (?:is |was |remains |is still )?(?:Mr |Ms |Mrs )?){_NAME}"
_BEFORE = (
    rf"{_NAME}(?:, \d\d)?(?:,? (?:who|which) (?:is|remains|has been|became|was)(?: \w+)?|,|,? (?:is|became|remains|has been|had been|was)(?: \w+)?"
    r"|,? (?:\w+ ){0,3}(?:sworn in as|took (?:the )?(?:oath|office|charge) as|appointed(?: as)?|named|made|as)| \()"
    r" ?(?:the |a |new |then |present |current )*$"
)
SINCE = re.compile(r"\b(?:since|appointed|took (?:the )?(?:oath|office|charge)|sworn in|became|assumed)\b")


def find(passage: Passage) -> Iterator[Statement]:
    """Find a name beside an office of the register."""
    here = passage.low[passage.span.start : passage.span.end]
    for holder in passage.ground.laws.offices:
        if holder.role.lower() in here:
            yield from _of(passage, holder)


def _of(passage: Passage, holder: OfficeHolder) -> Iterator[Statement]:
    place = passage.ground.jurisdictions.by_id.get(holder.jurisdiction)
    office, behind, before = _patterns(holder.role, place.names if place else (holder.jurisdiction,))
    words = passage.between(passage.span.start, passage.span.end)
    person = re.search(re.escape(holder.person), words)
    if person:
        yield _statement(passage, holder, Span(*person.span()), right=True)
        return
    for match in office.finditer(words):
        named = behind.match(words, match.end()) or before.search(words, 0, match.start())
        if named and not _NOT_NAME.intersection(named["name"].split()):
            right = set(named["name"].split()) - _TITLES <= set(holder.person.split())
            yield _statement(passage, holder, Span(*named.span("name")), right=right)
            return
        surname = re.search(rf"\b{re.escape(holder.person.split()[-1])}\b", words)
        if surname:
            yield _statement(passage, holder, Span(*surname.span()), right=True)
            return


@lru_cache(maxsize=64)
def _patterns(role: str, names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The office with its place, a name right behind it, and a name that leads up to it."""
    where = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    role = re.escape(role)
    office = rf"\b(?:(?:{where})(?:[’']s?)?\s+(?i:{role})|(?i:{role}) of (?:the )?(?:province of )?(?:{where}))\b"
    return re.compile(office), re.compile(_BEHIND), re.compile(_BEFORE)


def _since(passage: Passage) -> bool:
    """Tell whether a year is said to be that in which somebody came into office."""
    return bool(SINCE.search(passage.low, passage.span.start, passage.span.end))


def _statement(passage: Passage, holder: OfficeHolder, place: Span, *, right: bool) -> Statement:
    """Compare a name, at a place inside the sentence, with the holder on the day it speaks of."""
    years = [y.value for y in passage.years]
    year = years[-1] if years else None
    known = year is None or holder.start.earliest.year <= year <= holder.last_seen.latest.year
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    if not known:
        verdict = Verdict.UNKNOWN
    if right and year is not None and year < holder.start.earliest.year and _since(passage):
        verdict = Verdict.CONTRADICTED
    span = Span(passage.span.start + place.start, passage.span.start + place.end)
    # Without a date the sentence may speak of an earlier or a later holder.
    ceiling = Severity.NOTE if year is None else Severity.WARNING
    return Statement(span, None, "office", verdict, holder.fact, ceiling, holder.fact.statement, year=year)
