"""Statements of what a law says that is told only by its matter: the one that no other frame has an answer to.

`The provincial home-based workers law of 2018 entitles …`, `under the emigration rules … may`, `nobody under 21 may …`:
the register holds some laws of five countries, and what it does not hold it owns up to. Another statement of the same
sentence, whatever it says, takes the place of this one (`law.settle`).
"""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Span, Verdict
from amanat.law.hint import hint
from amanat.law.passage import Passage
from amanat.law.statement import Statement

_KIND = r"(?:[Ll]aw|[Aa]ct|[Ss]tatute|(?:penal |criminal |labour |civil )?[Cc]ode|[Oo]rdinance|[Cc]onstitution)"
_RULES = r"(?:[Ll]aws|[Aa]cts|[Rr]ules|[Rr]egulations)"
_WHOSE = r"\b(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:[’']s?)?|[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]n?|[Pp]rovincial|[Ff]ederal)"
_MATTER = r" (?:own )?(?!own )(?:[\w’'-]+ ){1,5}?"
_OF = r"(?: (?:on|against|about) (?:[a-z-]+ ){0,3}?[a-z-]+)?(?: (?:of|from) (?:(?:19|20)\d\d|[A-Z]\w+|the (?:province|state|country))| in force since (?:19|20)\d\d)?"
_ASIDE = r"(?:, [^,;.]{3,50},)?(?: (?:that|which))?"
SAYS = re.compile(
    rf"(?:{_WHOSE}{_MATTER}|\b[A-Z]\w+[’']s (?:own )?){_KIND}{_OF}{_ASIDE} (?:also |now |still |only |nowhere )?"
    r"(?:gives|lets(?! \w+ down)|makes|requires|entitles|obliges|allows|permits|sets|fixes|caps|bans|forbids|bars|prohibits|punishes"
    r"|provides|says|lays down|has it|demands|treats|guarantees|exempts|limits|grants|prescribes|imposes|counts"
    r"|orders|compels|reserves|does not (?:let|allow|permit|require|oblige|cover|recogni[sz]e|forbid))\b"
    rf"|{_WHOSE}{_MATTER}{_RULES}{_OF}{_ASIDE} (?:also |now |still |only )?"
    r"(?:give|let(?! in\b)|require|entitle|oblige|allow|permit|fix|cap|ban|forbid|bar|prohibit|punish|provide|demand|guarantee"
    r"|exempt|limit|grant|prescribe|impose|order|compel)\b"
)
"""The law is what speaks: `Punjab's witness protection Act of 2018 gives`."""
UNDER = re.compile(
    rf"\b(?:[Uu]nder|[Aa]ccording to|[Bb]y|[Pp]er) {_WHOSE[2:]}{_MATTER}(?:{_KIND}|{_RULES})\b(?! enforce)|\b(?:[Bb]y|[Ii]n) law\b"
)
"""It is what something is so by: `under the emigration rules`."""
NORM = re.compile(
    r"\b(?:may(?! \d)|must|shall|cannot|can|ha(?:s|ve) to|(?:is|are) (?:also |only )?(?:entitled|required|obliged|bound|allowed"
    r"|forbidden|barred|banned|punishable|liable|void(?:able)?|owed|due|to be)|ha(?:s|ve) (?:the|a|no) right"
    r"|ha(?:s|ve) [\w-]+ (?:hours|days|weeks|months|years) to|minimum (?:age|wage|term|fine)|maximum (?:age|wage|term|fine))\b"
)
"""And something is so: allowed, owed, forbidden."""
MARRIES = re.compile(
    r"\b(?:nobody|no one|no (?:child|girl|boy|bride|minor))\b[^.;,]{0,40} (?:may|can|shall) (?:lawfully |legally )?(?:be )?(?:marr|wed|employ|put to work)",
    re.IGNORECASE,
)
"""Who may not marry or work."""
NOBODY = re.compile(
    r"(?:(?:\bIn|\bUnder) [A-Z][^,;.]{2,30},? |(?<=^)|(?<=[.,:;“\"] )|(?<=\bthat ))N?n?o(?:body| one| (?!doubt|wonder|matter|amount)[a-z-]+(?: [a-z-]+)?)"
    r"(?: (?:in|of|from|under|below|younger|over|above|with|who) [^,;.]{2,40})? (?:(?:may|shall) (?!know|say|tell|see|find|survive|have|need|ever|be (?:sure|able|left|found|certain))(?:be )?[a-z]+|can (?:be )?(?:legally |lawfully )?(?:marr|w[eo]d|work|employ))",
    re.IGNORECASE,
)
"""What nobody of some kind may do: `No recruiting agent in Kerala may charge`."""
SORT = re.compile(
    r"\b(?=[^.;]*(?:\d|\bin [A-Z]))(?:[Ff]irms|[Cc]ompanies|[Bb]usinesses|[Ee]mployers|[Ff]actories|[Ss]hops|[Aa]gencies|[Cc]arriers|[Aa]irlines) (?:in [A-Z]\w+ )?(?:with|of|that|which|employing|over|above)"
    r" [^;.]{3,60} (?:must|have to|are (?:required|obliged|bound) to)\b"
    r"|\bmarriages?\b[^;.]{0,30} (?:may|can) be (?:annulled|dissolved|voided|set aside|declared void)\b"
)
"""A sort of firms or of marriages of which something holds."""
_NOT_YET = re.compile(
    r"\b(?:would|bill|bills|draft\w*|propos\w+|plan(?:s|ned|ning)?|amend\w*|wants?|wish\w*|urg\w+|call(?:s|ed|ing)? (?:for|on)"
    r"|campaign\w*|promis\w+|hopes?|asked|lobby\w*|debat\w+|consider\w*|if (?:passed|enacted)|sharia|in[- ]laws?)\b|\?"
)
"""What is wished for or planned is not said of a law."""
HINT = hint(
    r"\b(?:[Ll]aws?|[Aa]cts?|[Ss]tatutes?|[Cc]ode|[Oo]rdinance|[Cc]onstitution|[Rr]ules|[Rr]egulations)\b|\b[Nn]o(?:body| one| [a-z]+)\b[^.]*\b(?:may|can|shall)\b"
    r"|\b(?:must|have to)\b|marriage"
)


def find(passage: Passage) -> Iterator[Statement]:
    """Find what one sentence says of a law that nothing else is known of."""
    text, start, end = passage.text, passage.span.start, passage.span.end
    if any(not (citation.described or citation.bare) for citation in passage.cited):
        return
    if _NOT_YET.search(text, start, end):
        return
    said = next(filter(None, (kind.search(text, start, end) for kind in (SAYS, MARRIES, NOBODY, SORT))), None)
    if said is None and UNDER.search(text, start, end):
        said = NORM.search(text, start, end)
    if said:
        yield Statement(_whole(text, passage.span), ClaimKind.STATUTE, "rule", Verdict.UNKNOWN)


def _whole(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
