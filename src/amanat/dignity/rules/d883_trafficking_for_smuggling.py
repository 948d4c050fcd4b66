"""Trafficking for smuggling: the whole story tells of a paid crossing, and one word says trafficking."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Span
from amanat.dignity.tone import LOWER, QUOTED
from amanat.dignity.view import View

_BOAT = "Forty migrants drowned when the boat to Greece capsized. Each family had paid an agent. "
_CARD = RuleCard(
    code="D883",
    room=Room.DIGNITY,
    title="“trafficking” in a story of smuggling",
    severity=Severity.WARNING,
    why="The story tells of a paid crossing and of no exploitation: that is smuggling. The law and the help differ.",
    sources=(
        Source(
            "UNODC E4J module 3: trafficking in persons and smuggling of migrants",
            "https://sherloc.unodc.org/cld/ar/education/tertiary/organized-crime/module-3/key-issues/trafficking-in-persons.html",
        ),
        Source(
            "EJN guidelines: Understanding the basics", "https://ethicaljournalismnetwork.org/understanding-the-basics"
        ),
    ),
    wrong=(_BOAT + "The human traffickers had promised them a safe trip.",),
    better=(_BOAT + "The smugglers had promised them a safe trip.",),
    negative=(
        "The migrants paid an agent for the boat and were then held for forced labour. Traffickers kept their papers.",
        "The women were held in a brothel. The traffickers kept their papers.",
        "Forty migrants drowned when the boat capsized. The Prevention of Trafficking in Persons Act was not applied.",
    ),
)
_REMEDY = "Write smuggling, smugglers, smuggled; keep trafficking where force or deceit served exploitation."
_CROSSING = re.compile(
    r"\b(?:boats?|capsiz\w+|trawler|dinghy|border|crossing|smuggl\w+|dunki|coast ?guard|shipwreck|drowned|agents?|"
    r"illegally|irregular(?:ly)?|undocumented|without (?:papers|visas?|documents))\b",
    re.IGNORECASE,
)
_EXPLOITATION = re.compile(
    r"\b(?:exploit\w*|brothel|prostitut\w*|sexual\w*|forced (?:labou?r|begging|marriage|into|to work)|bonded|"
    r"debt bondage|slave\w*|domestic (?:work\w*|servitude)|brides?|rap(?:e|ed)|organ|kidney|kiln|begging|"
    r"unpaid|withheld|scam\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?:human )?traffick(?:ers?|ed|ing)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:Prevention|Victims) of $|Anti-?\s?(?:Human )?$|\b(?:drugs?|arms|weapons?|narcotics|wildlife) $", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(?:in [Pp]ersons|Act\b|Circle|Unit|Cell|Wing|Report|and [Ss]muggling)", re.IGNORECASE)
_ENOUGH = 3
"""Different words of a crossing that make a story one of smuggling."""
_MOST = 2


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak at most twice, and only where nothing in the story speaks of exploitation."""
    text = document.text
    crossing = {match.group().lower() for match in _CROSSING.finditer(text)}
    if len(crossing) < _ENOUGH or _EXPLOITATION.search(text):
        return
    said = 0
    for match in _WORD.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if said == _MOST or _NAME.search(before) or _AFTER.match(text, match.end()):
            continue
        said += 1
        span = Span(*match.span())
        quoted = view.quotes.around(span)
        severity = LOWER[_CARD.severity] if quoted else _CARD.severity
        message = (QUOTED if quoted else "") + _CARD.why
        yield Finding(_CARD.code, Room.DIGNITY, span, severity, "conflation", message, _REMEDY, _CARD.sources)


RULE: Rule[View] = Rule(_CARD, check)
