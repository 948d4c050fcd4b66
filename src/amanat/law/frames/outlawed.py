"""Statements that a conduct was made an offence, or is one, without the law's name."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Span, Verdict
from amanat.law.passage import Passage
from amanat.law.statement import Statement

CONDUCT = (
    r"(?P<conduct>bonded labour|forced (?:child )?marriages?|child marriages?|forced labour|(?:human "
    r"|people )?trafficking|(?:migrant |human |people )?smuggling"
    r"|slavery|child labour|organ (?:trade|trafficking)|forced begging|abduction[^.;,]{0,50}|debt bondage"
    r"|prostitution|forced conversions?|buying sex)"
)
MADE = re.compile(
    rf"\b(?:the )?(?:new )?(?:offence of )?{CONDUCT} (?:was|were|has been|have been|became|came|is|are"
    rf"|remains?) (?:\w+ )?"
    r"(?:abolished|outlawed|criminali[sz]ed|banned|prohibited|illegal|unlawful|(?:a "
    r"|an )?(?:serious )?(?:criminal |punishable |specific )?(?:offen[cs]e|crime)|into (?:effect|force))"
    r"(?:,? (?:in|under|since) (?:[A-Z][\w’'-]+|\w+ (?:19|20)\d\d|(?:19|20)\d\d))*",
    re.IGNORECASE,
)

RULE = re.compile(
    r"\b(?P<age>(?:legal|minimum|marriageable) (?:\w+ )?age (?:of|for) (?:marriage|consent|employment"
    r"|work)[^.;]{0,25}?\b(?:is|was|at|of|to|from)\b[^.;\d]{0,15}\d\d)\b"
    r"|\b(?P<illegal>(?:is|are|was|were|it is) (?:illegal|a crime|against the law|a (?:criminal"
    r"|punishable) offen[cs]e|punishable by law|unlawful|outlawed|forbidden by law)"
    r"(?: (?:in|under|by) (?:the )?(?:[A-Z][\w’'-]+|law)(?: law)?))"
    r"|\b(?P<says>(?:[A-Z]\w+ )?law (?:prohibits|forbids|bans|requires|states|says|defines|criminali[sz]es"
    r"|mandates|does not (?:allow|recogni[sz]e|permit))\b[^.;,]{0,60})"
    r"|\b(?P<under>[Uu]nder (?:Pakistani|Indian|British|English|UK|Nepali|Nepalese|Bangladeshi|international"
    r"|federal|provincial|federal anti-trafficking|existing|current|the) laws?\b(?!yer)[^.;]{0,50})"
)
HINT = re.compile(
    r"offen[cs]e|crime|abolish|outlaw|criminali|bann|prohibit|legal|lawful|effect|force|\blaws?\b|[^.]age (?:of"
    r"|for)"
)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements that something is, or became, an offence, or what the law says without naming it."""
    if not HINT.search(passage.text, passage.span.start, passage.span.end):
        return
    end = passage.span.start
    for match in MADE.finditer(passage.text, passage.span.start, passage.span.end):
        years = [y.value for y in passage.years if match.start() <= y.span.start < match.end()]
        fact = _fact(passage, match["conduct"], years)
        verdict = Verdict.SUPPORTED if fact else Verdict.UNKNOWN
        end = match.end()
        yield Statement(Span(*match.span()), ClaimKind.STATUTE, "outlawed", verdict, fact)
    for match in RULE.finditer(passage.text, end, passage.span.end):
        yield Statement(Span(*match.span()), ClaimKind.STATUTE, "rule", Verdict.UNKNOWN)


def _fact(passage: Passage, conduct: str, years: list[int]) -> Fact | None:
    """Return a law of the story's country whose title names the conduct, passed in the year where one is given."""
    for work in passage.ground.laws.works.values():
        own = work.jurisdiction == passage.ground.country and work.fact.confidence is not Confidence.UNCERTAIN
        if own and conduct.lower() in work.title.lower() and not work.pending and (not years or years[0] in work.years):
            return work.fact
    return None
