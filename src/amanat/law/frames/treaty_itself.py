"""Statements on a treaty itself: when it was adopted, since when it is in force, how many states are bound."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.registers.aliases import Named
from amanat.registers.dates import When
from amanat.registers.treaties import Treaty

STEP = re.compile(
    r"\b(?:(?P<force>(?:entered|came|coming|went) into force|in force since|t(?:ook|aking) effect)"
    r"|(?P<adopted>adopted|opened for signature))\b"
)
PARTIES = re.compile(r"\b(?P<count>\d{2,3}) (?:states? |state )?(?:parties|members|states|countries)\b")
_NUMBER = re.compile(r"\b(\d{2,3}) parties\b")
_NEAR = 120


def of_treaty(passage: Passage) -> Iterator[Statement]:
    """Find what one sentence says of a treaty it names, where no state is said to have joined it."""
    if not passage.treaties or any(party.known for party in passage.parties):
        return  # in force for whom? The frame of treaty status asks.
    named = passage.treaties[0]
    treaty = passage.ground.treaties.by_id[named.ids[0]]
    step = STEP.search(passage.low, passage.span.start, passage.span.end)
    year = min(passage.years, key=lambda y: abs(y.span.start - step.start()), default=None) if step else None
    if step and year and abs(step.start() - named.span.start) < _NEAR:
        yield _dated(named, treaty, step, year)
    count = PARTIES.search(passage.low, passage.span.start, passage.span.end)
    if count and treaty.parties_count and not step:
        yield _counted(named, treaty.parties_count, count)


def _dated(named: Named, treaty: Treaty, step: re.Match[str], year: Year) -> Statement:
    held = treaty.in_force if step["force"] else treaty.adopted
    verdict = _verdict(held, year)
    if treaty.fact.confidence is Confidence.UNCERTAIN and held:
        verdict = Verdict.UNVERIFIED
    span = _around(named, step, year.span)
    return Statement(
        span, ClaimKind.TREATY_STATUS, "treaty", verdict, treaty.fact, Severity.WARNING, treaty.fact.statement
    )


def _verdict(held: When | None, year: Year) -> Verdict:
    if held is None or held.year is None:
        return Verdict.UNKNOWN
    same_month = not (year.month and held.month) or year.month == held.month
    return Verdict.SUPPORTED if held.year == year.value and same_month else Verdict.CONTRADICTED


def _counted(named: Named, fact: Fact, count: re.Match[str]) -> Statement:
    """The number grows: another one than was seen last is not wrong for that."""
    held = _NUMBER.search(fact.statement)
    same = held is not None and held[1] == count["count"]
    unsure = fact.confidence is Confidence.UNCERTAIN
    verdict = Verdict.UNKNOWN if not same else Verdict.UNVERIFIED if unsure else Verdict.SUPPORTED
    return Statement(_around(named, count, named.span), ClaimKind.TREATY_STATUS, "treaty", verdict, fact)


def _around(named: Named, match: re.Match[str], other: Span) -> Span:
    return Span(min(named.span.start, match.start(), other.start), max(named.span.end, match.end(), other.end))
