"""Statements on who investigates and which court tries."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.meant import spoken_of
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision

AGENCY = re.compile(
    r"\b(?P<fia>FIA|Federal Investigation Agency)\b|\b(?P<police>(?:local |provincial )?police)\b", re.IGNORECASE
)
TASK = re.compile(
    r"\b(?:investigat(?:es?|ed by|ion of|ing)|jurisdiction over|mandate|competent|responsible for"
    r"|empower(?:s|ed)|tak(?:es?|en) (?:up by|over)|handl(?:es?|ed)|probe[sd]?|deal(?:s|t) with|remit|domain"
    r"|falls? to|(?:is|are) up to|in the hands of)\b",
    re.IGNORECASE,
)
CROSS = re.compile(
    r"\b(?:cross[- ]border|transnational|international|abroad|into or out of|out of (?:the country|Pakistan)"
    r"|(?:across|over) (?:a|the|an? international) border|(?:a|the) border is crossed|cross(?:es)? (?:a|the) border)\b",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:domestic|internal|inside (?:the country|Pakistan)|within (?:the country|Pakistan)"
    r"|never cross(?:es)? (?:a|the) border)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\bnot (?:the )?$")
UNLESS = re.compile(r"\b(?:unless|except (?:where|when|if))\b", re.IGNORECASE)
CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|though)\b", re.IGNORECASE)
TRIED = re.compile(
    r"\b(?:tr(?:ied|iable) (?:by|in|before)|go(?:es)? to|heard (?:by|in|before)|tries|trials? to|sends? [^.;,]{1,30}? to|com(?:es?|ing) before"
    r"|before|(?:is|are) for)\b(?P<gap>[^.;,]{0,40}?)\b(?P<court>(?P<magistrate>magistrates?)|(?P<sessions>sessions)"
    r"|(?P<terror>anti-?terroris[mt] court)|(?P<special>special (?:court|judge))|(?P<high>high court)"
    r"|(?P<military>military court)|(?P<tribunal>tribunal))"
    r"|\b(?P<court2>(?P<magistrate2>magistrates?)|(?P<sessions2>sessions (?:court|judge)s?)"
    r"|(?P<terror2>anti-?terroris[mt] courts?)|(?P<special2>special (?:court|judge)s?)|(?P<high2>high courts?)"
    r"|(?P<tribunal2>tribunals?)) (?:may |can |shall |must )?tr(?:y|ies)\b",
    re.IGNORECASE,
)
COURTS = re.compile(
    r"(?P<magistrate>magistrate)|(?P<sessions>sessions)|(?P<terror>terroris)|(?P<special>special (?:court|judge))"
    r"|(?P<high>high court)|(?P<tribunal>tribunal)",
    re.IGNORECASE,
)
HINT = hint(
    r"FIA|[Ff]ederal [Ii]nvestigation|[Pp]olice|[Mm]agistrate|[Ss]essions|[Tt]errorism [Cc]ourt|[Ss]pecial (?:[Cc]ourt|[Jj]udge)"
    r"|[Hh]igh [Cc]ourt|[Mm]ilitary [Cc]ourt|[Tt]ribunal"
)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of one sentence on who investigates and who tries."""
    text, span = passage.text, passage.span
    task = TASK.search(text, span.start, span.end)
    tried = TRIED.search(text, span.start, span.end)
    if not (task or tried):
        return
    rules = [p for id_ in spoken_of(passage) for p in passage.ground.laws.of(id_)]
    if task and AGENCY.search(text, span.start, span.end):
        yield from _agencies(passage, rules)
    if tried:
        yield from _court(tried, rules)


def _agencies(passage: Passage, rules: list[Provision]) -> Iterator[Statement]:
    rule = next((p for p in rules if "agency" in p.rule or "default" in p.rule), None)
    if rule is None:
        return
    for start, end in _clauses(passage):
        task = TASK.search(passage.text, start, end)
        bodies = list(AGENCY.finditer(passage.text, start, end))
        if task and bodies:
            body = _nearest(bodies, task.start(), passage)
            place = Span(min(body.start(), task.start()), max(body.end(), task.end()))
            verdict = _investigates(rule, fia=bool(body["fia"]), crossing=_crossing(passage, start, end))
            yield Statement(
                place, ClaimKind.AGENCY, "agency", verdict, rule.fact, Severity.WARNING, rule.fact.statement
            )


def _nearest(bodies: list[re.Match[str]], place: int, passage: Passage) -> re.Match[str]:
    """The body nearest to its task; one that is denied (`not the police`) only where no other is named."""
    return min(
        bodies, key=lambda m: (bool(DENIED.search(passage.text, m.start() - 8, m.start())), abs(m.start() - place))
    )


def _clauses(passage: Passage) -> Iterator[tuple[int, int]]:
    start = passage.span.start
    for mark in CLAUSE.finditer(passage.text, start, passage.span.end):
        yield start, mark.start()
        start = mark.end()
    yield start, passage.span.end


def _crossing(passage: Passage, start: int, end: int) -> bool | None:
    """Tell whether a clause speaks of crossing a border, of staying inside one, or of neither."""
    if INSIDE.search(passage.text, start, end):
        return False
    cross = CROSS.search(passage.text, start, end)
    return not UNLESS.search(passage.text, start, cross.start()) if cross else None


def _investigates(rule: Provision, *, fia: bool, crossing: bool | None) -> Verdict:
    if "agency" in rule.rule:
        return Verdict.SUPPORTED if fia else Verdict.CONTRADICTED
    if crossing is None:
        return Verdict.UNKNOWN
    return Verdict.SUPPORTED if fia == crossing else Verdict.CONTRADICTED


def _court(tried: re.Match[str], rules: list[Provision]) -> Iterator[Statement]:
    said = next(name.removesuffix("2") for name, word in tried.groupdict().items() if word and name in _SORTS)
    held = [(fact, sort, sure) for p in rules for fact, words, sure in _courts(p) for sort in _sorts(words)]
    if not held:
        return
    same = [(fact, sure) for fact, sort, sure in held if sort == said]
    fact, sure = max(same, key=lambda pair: pair[1], default=(held[0][0], True))
    verdict = Verdict.CONTRADICTED if not same else Verdict.SUPPORTED if sure else Verdict.UNVERIFIED
    if fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    yield Statement(Span(*tried.span()), ClaimKind.AGENCY, "court", verdict, fact, Severity.WARNING, fact.statement)


_SORTS = frozenset(name for name in TRIED.groupindex if name.removesuffix("2") not in {"gap", "court"})


def _courts(provision: Provision) -> Iterator[tuple[Fact, str, bool]]:
    """Go through what a provision says of the court: the fact, its words, and whether it is law already."""
    if "court" in provision.rule:
        yield provision.fact, str(provision.rule["court"]), True
    if provision.kind == "jurisdiction":
        for version in provision.versions:
            yield version.fact, version.value, version.confirmed


def _sorts(words: str) -> frozenset[str]:
    return frozenset(str(match.lastgroup) for match in COURTS.finditer(words))
