"""Family words for force: a child was abducted or forced to marry, and the story says husband, couple, married."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity, Source, Span
from amanat.dignity.tone import LOWER, QUOTED
from amanat.dignity.view import View

_CARD = RuleCard(
    code="D882",
    room=Room.DIGNITY,
    title="family words for force on a child",
    severity=Severity.SUGGESTION,
    why="The story tells of a child and of force; words of a wedding give the accused the place of a husband.",
    sources=(
        Source("Luxembourg Guidelines, ECPAT", "https://ecpat.org/luxembourg-guidelines/"),
        Source(
            "Guidelines for reporting on children, UNICEF ESARO",
            "https://www.unicef.org/esaro/media-centre_guidelines_reporting.html",
        ),
    ),
    wrong=("The 13-year-old girl was abducted and forced to marry. The couple live in a village, police said.",),
    better=(
        "The 13-year-old girl was abducted and forced to marry. She and the accused live in a village, police said.",
    ),
    negative=(
        "The two doctors, both 31, were married in May. The couple live in Quetta.",
        "The 13-year-old girl was abducted. Her uncle and his wife called the police.",
    ),
)
_REMEDY = "Write “the man accused of abducting her” and “forced into a marriage”."
_CHILD = re.compile(
    r"\b(?:[1-9]|1[0-7])[- ]years?[- ]old\b|\b(?:minor|underage|under-age)\b|\b(?:girl|boy|child), (?:[1-9]|1[0-7])\b"
    r"|\bchild marriages?\b|\baged (?:[1-9]|1[0-7])\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\bforc(?:ed|ibly|efully|ing) (?:\w+ ){0,3}(?:marr|convert|wed)|\babduct|\bkidnap|\bchild marriage", re.IGNORECASE
)
_WORDS = re.compile(
    r"\b(?:the (?:young |newly-?wed )?couple|her (?:new |older |elderly )?(?:husband|spouse|bridegroom|groom)"
    r"|the (?:new |older |elderly )?(?:spouse|bridegroom)|(?:his|the) (?:new |young |child )?bride|married life"
    r"|(?:had|has|have) married (?:him|her)|(?:were|was|got) (?:then |later |legally )?married in|their marriage)\b",
    re.IGNORECASE,
)
_MOST = 2


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak at most twice."""
    text = document.text
    child = any(p.role is Role.MINOR_VICTIM for p in view.scene.people) or _CHILD.search(text)
    if not child or not _FORCE.search(text) or not re.search(r"\bmarr|\bwedding|\bwedlock", text, re.IGNORECASE):
        return
    said: set[str] = set()
    for match in _WORDS.finditer(text):
        words = match.group().lower()
        if words in said or len(said) == _MOST or not view.field.covers(*match.span()):
            continue
        said.add(words)
        span = Span(*match.span())
        quoted = view.quotes.around(span)
        severity = LOWER[_CARD.severity] if quoted else _CARD.severity
        message = (QUOTED if quoted else "") + _CARD.why
        yield Finding(_CARD.code, Room.DIGNITY, span, severity, "minimize", message, _REMEDY, _CARD.sources)


RULE: Rule[View] = Rule(_CARD, check)
