"""Guilt before a verdict: a story that knows an arrest and no conviction calls somebody the trafficker."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Role, Room, Rule, RuleCard, Severity, Source, Span
from amanat.dignity.tone import LOWER, QUOTED
from amanat.dignity.view import View

_CARD = RuleCard(
    code="D881",
    room=Room.DIGNITY,
    title="guilt before a verdict",
    severity=Severity.SUGGESTION,
    why="The story tells of an arrest and of no verdict: these are suspects, or accused persons.",
    sources=(
        Source(
            "Ethical Code of Practice, Press Council of Pakistan Ordinance 2002",
            "https://accountablejournalism.org/ethics-codes/Pakistan-Ethics",
        ),
        Source(
            "AP style: illegal immigrant, murder (2013)",
            "http://commonsensej.blogspot.com/2013/04/ap-style-illigal-immigrant-murder.html",
        ),
    ),
    wrong=(
        "Police arrested two men on Monday. The traffickers had promised the girls work in a shop.",
        "Police arrested two men on Monday. The gang had sold the girls to a farm.",
    ),
    better=("Police arrested two men on Monday. The suspects had promised the girls work in a shop, the girls say.",),
    negative=(
        "A court sentenced two men on Monday. The traffickers had promised the girls work in a shop.",
        "Police arrested two men on Monday. Traffickers often promise work in a shop.",
        "Police arrested two men on Monday. The alleged traffickers had promised the girls work.",
    ),
)
_REMEDY = "Write “the suspects”, “the accused”, or say who calls them so."
_NOUN = re.compile(
    r"\b(?:the|two|three|four|five|six|seven|\d+|both|these|those)\s+(?:\w+\s+){0,2}?"
    r"(?:traffickers?|smugglers?|kidnappers?|abductors?|rapists?|molesters?|abusers?|murderers?|killers?|exploiters?|"
    r"blackmailers?|groomers?|slavers?)\b"
    r"|\bthe gang (?:had|used|charged|supplied|lured|sold|smuggled|trafficked|ran|kept)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:alleged|suspected|accused|convicted|purported|would-be|potential|so-called|notorious)\b", re.IGNORECASE
)
_STAGE = re.compile(
    r"\b(?:arrest(?:ed|s)?|detained|custody|remand(?:ed)?|booked|FIR|raid(?:ed)?|charged|held)\b", re.IGNORECASE
)
_VERDICT = re.compile(
    r"\b(?:convict(?:ed|ion|ions|s)?|sentenced|jailed for|found guilty|pleaded guilty|imprisoned for|life imprisonment|"
    r"death sentence)\b",
    re.IGNORECASE,
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once, at the first such word that stands in the story's own voice or in a quotation."""
    text = document.text
    if any(person.role is Role.CONVICTED for person in view.scene.people):
        return
    if not _STAGE.search(text) or _VERDICT.search(text):
        return
    for match in _NOUN.finditer(text):
        if _DOUBT.search(match.group()) or not view.field.covers(*match.span()):
            continue
        span = Span(*match.span())
        quoted = view.quotes.around(span)
        severity = LOWER[_CARD.severity] if quoted else _CARD.severity
        message = (QUOTED if quoted else "") + _CARD.why
        yield Finding(_CARD.code, Room.DIGNITY, span, severity, "guilt", message, _REMEDY, _CARD.sources)
        return


RULE: Rule[View] = Rule(_CARD, check)
