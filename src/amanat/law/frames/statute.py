"""Statements that name a law: cited, passed in a year, in force, or used to charge somebody."""

import re
from collections.abc import Iterator

from amanat.core import Span
from amanat.law.citations import Citation
from amanat.law.frames.ending import ending
from amanat.law.hint import hint
from amanat.law.meant import spoken_of
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.law.verdicts.ending import ended
from amanat.law.verdicts.statute import bare_section, called, cited, enacted, never_passed, still_in_force

PASSED = re.compile(
    r"\b(?:pass(?:ed|age|es|ing)(?! (?:into history|away|on|off)\b)|enact(?:ed|ment|ing)|adopt(?:ed|ion)|promulgat(?:ed|ion)|approv(?:ed|al)"
    r"|introduc(?:ed|tion)"
    r"|c[ao]me(?:s|ing)? into (?:force|effect|being|existence)|(?:has been|was) in force|in place(?= since\b)|(?:has|have) had(?= an?\b)|into law|made law|bec[oa]me(?:s)? law"
    r"|legislat(?:ed|ion)|royal assent|assent(?:ed)?(?= (?:to|on|in)\b)|signs?(?= the\b)|signed(?= (?:the|into|by)\b)|cleared(?= (?:the|its|a) (?!senate|national|house|assembly|lower|upper|lok|rajya|commons|lords|parliament|cabinet|committee))|pushed through|signature(?= to\b)|t(?:ook|akes?|aking) effect|reached the statute books?|(?:is|was) of(?= (?:1[89]|20)\d\d)|dat(?:es|ed|ing) (?:back )?(?:from|to)"
    r"|notified|gazetted|on (?:its|their|the) (?:statute )?books?(?= (?:since|in)\b)|منظور|نافذ)\b",
)
ON_THE_BOOKS = re.compile(
    r"\b(?:books?|(?:in (?:force|effect|place|operation))|(?:has|have) had\b[^.;,]{0,60}) since\s+(?:\d{1,2} )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
PLAINLY = re.compile(r"[^;,]{0,30}\b(?:in|on|since|from)\s+(?:[A-Z]\w+ )?(?:\d{1,2},? )?(?:[A-Z]\w+,? )?")
"""`passed by parliament in 2021`: nothing between the verb and its year."""
WHEN = re.compile(r",? when\b")
IN_FORCE = re.compile(
    r"\b(?:still|remains?|continues? to be|is) (?:in (?:force|effect)|applicable|valid)\b|\bstill applies\b",
)
CHARGED = re.compile(
    r"\b(?:under|booked|charged|registered|fir|case|convicted|arrested|offence|offense|punishable|invok\w+|u/s"
    r"|cit\w+|violat\w+|appl\w+|act of|تحت)\b",
)
HINT = hint(r"\b(?:[Aa]ct|[Ll]aw|[Bb]ill|[Ll]egislat(?:ion|ed))\b")
ON_CITATION = True
AFTER = re.compile(
    r"\s+(?:\([^)]{3,80}\)\s+)?(?:(?:was|were|has been|have been|is|are|also|now|which|that)\s+){0,3}(?:carries|carry|provides?|prescribes?"
    r"|punish(?:es)?|makes?|says|states|reads|deals?|added|invoked|included|inserted|imposed|slapped|applied|applies"
    r"|relates?|pertains?|covers?|dropped|removed|to the (?:FIR|case)|in the FIR|کے تحت)\b"
)
ADDED = re.compile(
    r"\b(?:add(?:ed|ing|s)?|invok\w+|insert\w*|includ\w+|impos\w+|slapp\w+|dropp\w+|remov\w+|relevant|non-bailable|penal)\b",
)
PENAL_STOP = re.compile(r"\bSection 144\b")
THE_ACT = re.compile(
    r"\blegislated (?:against|on|to [a-z]+) [\w -]{4,40}?\bin (?:[A-Z]\w+ )?(?:19|20)\d\d\b|"
    r"\b(?:had |has |was |were )?(?:passed|enacted|adopted|introduced|approved)"
    r" (?:the|this|that|a new) (?:act|law|bill|legislation)"
    r" (?:on [\w ]+ )?in (?:[A-Z]\w+ )?(?:19|20)\d\d\b"
    r"|\b[Tt]he (?:act|law|bill|legislation) (?:on [\w ]{3,40}?)?(?:was|were|had been) (?:passed|enacted|adopted|introduced|approved)"
    r"[\w ]{0,30},? in (?:[A-Z]\w+ )?(?:19|20)\d\d\b"
)
NEVER = re.compile(
    r" (?:never|has not|had not|has yet to|did not) (?:\w+ )?(?:g[eo]t|received?|w[io]n|obtained?|been given)\b[^.;,]{0,30}\bassent\b"
    r"| (?:is|remains) (?:still |only |yet )*(?:an? )?(?:draft|bill|proposal)\b"
    r"| (?:was|has|had) (?:still |so far )?(?:never|not|not yet)(?: yet)? (?:been )?(?:passed|enacted|adopted|approved)\b"
    r"| (?:has|is) yet to be (?:passed|enacted|adopted|approved)\b"
)
NEVER_BEFORE = re.compile(
    r"\b(?:yet to|never|did not|has not|have not|failed to) (?:pass|passed|enact|enacted|adopt|adopted)(?: the| a| its)? $"
)
OF_IT = re.compile(r"\b(?:amend\w+|bill|rules|changes?)\b[^.;,]{0,20} (?:to|of|under|for) (?:the )?$")
"""`the bill to amend the Act was passed`: that was not the Act."""
ITS = re.compile(r"[’']?s? (?:\(?amend\w+\)?|bill|rules|regulations)\b")
NO_LAW = re.compile(
    r"\b(?:(?:has|have|there (?:is|exists)) (?:still |as yet |so far )?no|lacks? an?|(?:is|are|remains?) (?:still )?without an?) (?:\w+ ){0,3}?"
    r"(?:law|act|statute|legislation)\b"
)
"""`the country has no law on trafficking`"""
NO_SUCH = re.compile(
    r"\b(?:there (?:is|was|exists)|has|have) no (?:such thing as )?(?:an? |the )?$|\bno such thing as an? $"
)
ALONE = re.compile(r"(?:,? (?:in|here|at all|anywhere|exists?)\b|\s*[.,;:!?”]|$)")
"""What follows a law that is spoken of itself, not a case or a course under it."""
_JUST = 40
AMOUNTS = re.compile(
    r"\b(?:amounts? to|constitutes?|(?:is|are) (?:classed|treated|regarded|considered|punished) as|counts? as)"
    r" (?P<what>(?:[\w-]+ ){0,3}[\w-]+)",
)
URDU = re.compile(r"دفع[\s\S]{0,60}?(?:تحت|مقدمہ|درج|عائد|شامل)")
_NEAR = 80
_BEFORE = 60


def find(passage: Passage) -> Iterator[Statement]:
    """Find the laws that one sentence names, with what it says of their passing or force."""
    found = passage.cited
    if not found:
        yield from _the_act(passage)
        return
    passing = list(PASSED.finditer(passage.low, passage.span.start, passage.span.end)) if passage.years else []
    for citation in found:
        if not citation.bare:
            yield from _of_law(passage, citation, passing)
        elif _charged(passage, citation):
            yield bare_section(passage, citation)


def _of_law(passage: Passage, citation: Citation, passing: list[re.Match[str]]) -> Iterator[Statement]:
    """Find the one thing that is said of a law: that it ended, was passed or not, is in force, or only its name."""
    told = ending(passage, citation)
    end = ended(passage, citation, told) if told else None
    year = None if end or citation.sections else _passed_in(passage, citation, passing)
    if end:
        yield end
    elif year:
        verb = _verb(citation, passing)
        yield enacted(passage, citation, year, _stretch(citation, year, verb), verb.group())
    elif missing := _never(passage, citation):
        yield never_passed(passage, citation, missing)
    elif IN_FORCE.search(passage.low, citation.span.end, min(passage.span.end, citation.span.end + _NEAR)):
        yield still_in_force(passage, citation)
    elif amounts := _amounts(passage, citation):
        yield amounts
    elif citation.sections or citation.year or not citation.described:
        yield cited(passage, citation)


def _never(passage: Passage, citation: Citation) -> Span | None:
    """Return where a law is said not to have been passed, right before or behind its name, or not to be there."""
    low, high = max(passage.span.start, citation.span.start - _JUST), min(passage.span.end, citation.span.end + _JUST)
    if NEVER_BEFORE.search(passage.text, low, citation.span.start) or NEVER.match(
        passage.text, citation.span.end, high
    ):
        return citation.span
    if citation.described:
        lack = NO_LAW.search(passage.low, passage.span.start, citation.span.end)
    else:
        there = ALONE.match(passage.low, citation.span.end, passage.span.end)
        lack = NO_SUCH.search(passage.low, low, citation.span.start) if there else None
    return Span(lack.start(), citation.span.end) if lack else None


def _amounts(passage: Passage, citation: Citation) -> Statement | None:
    """`Under the Act this amounts to rape`: an Act that knows no such offence cannot be meant."""
    said = None if citation.sections else AMOUNTS.search(passage.low, citation.span.end, passage.span.end)
    return called(passage, citation, Span(citation.span.start, said.end()), said["what"]) if said else None


def _charged(passage: Passage, citation: Citation) -> bool:
    """A number with no law beside it counts where the words around it are those of a charge."""
    if PENAL_STOP.search(passage.between(citation.span.start, citation.span.end)):
        return False
    low = max(passage.span.start, citation.span.start - _BEFORE)
    return bool(
        CHARGED.search(passage.low, low, citation.span.start)
        or ADDED.search(passage.low, low, citation.span.start)
        or any(citation.told)
        or AFTER.match(passage.text, citation.span.end, passage.span.end)
        or (URDU.search(passage.text, citation.span.start, passage.span.end))
    )


def _passed_in(passage: Passage, citation: Citation, passing: list[re.Match[str]]) -> Year | None:
    low = max(passage.span.start, citation.span.start - _BEFORE)
    if OF_IT.search(passage.low, low, citation.span.start) or ITS.match(passage.low, citation.span.end):
        return None
    near = [
        m
        for m in passing
        if -_NEAR < m.start() - citation.span.end < _NEAR
        or -_NEAR < citation.span.start - m.end() < _NEAR + len(citation.span)
    ]
    if not near:
        return None
    years = [y for y in passage.years if any(abs(y.span.start - m.start()) < _NEAR for m in near)]
    years = [y for y in years if not citation.span.covers(y.span) and not _merely_passes(passage, y)]
    if not years:
        return None
    verb = _verb(citation, near)
    behind = next((y for y in years if y.span.start >= verb.end()), None)
    if behind and PLAINLY.fullmatch(passage.between(verb.end(), behind.span.start)):
        return behind
    return min(years, key=lambda y: min(abs(y.span.start - citation.span.end), abs(citation.span.start - y.span.end)))


def _merely_passes(passage: Passage, year: Year) -> bool:
    """Tell whether a year only says how long something lasted: `until 2015` does, `until 2015, when …` does not."""
    before = passage.between(max(passage.span.start, year.span.start - 90), year.span.start)
    if ON_THE_BOOKS.search(before) or WHEN.match(passage.text, year.span.end):
        return False
    return bool(re.search(r"(?:since|until|report|in the)\s+$", before))


def _verb(citation: Citation, passing: list[re.Match[str]]) -> re.Match[str]:
    return min(passing, key=lambda m: abs(m.start() - citation.span.start))


def _stretch(citation: Citation, year: Year, verb: re.Match[str]) -> Span:
    return Span(
        min(citation.span.start, year.span.start, verb.start()), max(citation.span.end, year.span.end, verb.end())
    )


def _the_act(passage: Passage) -> Iterator[Statement]:
    """`The assembly passed the law in 2014`: the law was named before, or not at all."""
    if not passage.years:
        return
    for match in THE_ACT.finditer(passage.text, passage.span.start, passage.span.end):
        year = next((y for y in passage.years if match.start() <= y.span.start < match.end()), None)
        if year:
            works = spoken_of(passage)
            span = Span(*match.span())
            yield enacted(passage, Citation(span, None, works, (), None, ""), year, span)
