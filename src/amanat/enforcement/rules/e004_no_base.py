"""A record without a base, or a total without period or source."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Span, Stage
from amanat.enforcement.view import Stated, View

_TOTAL = 100  # from here on a count is a total somebody must have made
_WORK = r"(?:arrests?|convictions?|cases|prosecutions?|rescues?)"
_RECORD = re.compile(
    rf"\b(?:record|unprecedented|highest[\s-]ever|all-time high)\b(?! of)[^.]{{0,40}}\b(?:{_WORK}|number)\b"
    rf"|\b{_WORK}\b[^.]{{0,30}}\b(?:doubled|tripled|soared|surged|skyrocketed|jumped|rose|risen|increased|up)\b"
    r"|\b(?:sharp|huge|massive|alarming|dramatic|\d+\s?(?:%|per\s?cent|percent|pc))\s+"
    rf"(?:rise|increase|surge|jump|drop|fall|decline)\s+in\s+(?:\w+\s+){{0,3}}{_WORK}\b"
    r"|,\s(?:which is |itself )?an? (?:new |all-time )?record\b(?! (?:of|for|in)\b)|\brecord (?:crackdown|haul|year)\b"
    r"|ریکارڈ (?:تعداد|گرفتاری|مقدمات|ہے|قائم)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d,])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\d.,]*\d|\s?(?:%|per\s?cent|percent|pc\b))")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_SOURCE = re.compile(
    r"\b(?:said|says|told|according|data|figures|statistics|report(?:ed|s)?|spokes\w+|minister|official|officer|survey|ngo|"
    r"stated|informed|briefed|documents|claimed|study|charity|revealed|disclosed|records?)\b"
    r"|کے مطابق|ترجمان|وزیر|نے بتایا|کہنا|رپورٹ",
    re.IGNORECASE,
)

CARD = RuleCard(
    code="E004",
    room=Room.ENFORCEMENT,
    title="Figure without base",
    severity=Severity.WARNING,
    why=(
        "“Record” and “doubled” mean nothing without the number before; a total means nothing without its period and "
        "the body that counted. More cases can mean more crime, more reporting or a new way of counting."
    ),
    sources=(
        Source(
            "CPS report 2017/18 on modern slavery prosecutions (careappointments.com)",
            "https://careappointments.com/care-news/england/103391/modern-slavery-prosecutions-rise-by-quarter-as-"
            "authorities-flag-up-record-numbers-of-cases/",
        ),
    ),
    wrong=(
        "Police made a record number of arrests, the minister said.",
        "The minister said 4,500 smugglers were arrested.",
    ),
    better=("Police made 210 arrests in 2023, up from 140 in 2022, the minister said.",),
    negative=(
        "The minister said 4,500 smugglers were arrested in 2023.",
        "The court asked for the record of the case.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag records and rises without two numbers, and totals without a period or without a source."""
    for sentence in view.sentences:
        words = document.at(sentence)
        counts = [n for n in _NUMBER.findall(words) if not _YEAR.match(n)]
        if _RECORD.search(words) and len(counts) < 2:  # noqa: PLR2004 - the number and the one before
            yield _finding(
                sentence,
                Severity.WARNING,
                "no_base",
                "A record or a rise is told without the number it is measured against.",
                "Give both counts with their years, and say whether the law or the way of counting changed; or "
                "write: “Against which earlier number this is measured was not stated.”" + _published(view, sentence),
            )
    for stated in view.stated:
        if stated.figure.count >= _TOTAL:
            yield from _totals(document, stated)


def _published(view: View, sentence: Span) -> str:
    """Name the youngest published figure of the same stage and place, to measure against."""
    for stated in view.beside(sentence, *Stage):
        known = [e for e in view.ledger.known(stated.figure.place, stage=stated.figure.stage) if e.count is not None]
        if known and stated.figure.place:
            entry = known[-1]
            source = next((f" ({s.title})" for s in entry.fact.sources), "")
            return f" Published before: {entry.fact.statement}{source}."
    return ""


def _totals(document: Document, stated: Stated) -> Iterator[Finding]:
    part = document.part_at(stated.figure.span.start)
    around = document.at(part.span if part else stated.sentence)
    if not stated.dated and not stated.in_headline:
        yield _finding(
            stated.figure.span,
            Severity.SUGGESTION,
            "no_period",
            "This total does not say over which time it was counted.",
            "Add from when to when: a count without its days cannot be compared with any other. Or write: “Over which "
            "months this was counted was not stated.”",
        )
    if not stated.in_headline and not _SOURCE.search(around):
        yield _finding(
            stated.figure.span,
            Severity.SUGGESTION,
            "no_source",
            "This total does not say who counted.",
            "Name the body and the document it comes from; or write: “Who counted, and how, was not stated.”",
        )


def _finding(span: Span, severity: Severity, category: str, message: str, remedy: str) -> Finding:
    return Finding(CARD.code, CARD.room, span, severity, category, message, remedy, CARD.sources)


RULE: Rule[View] = Rule(CARD, check)
