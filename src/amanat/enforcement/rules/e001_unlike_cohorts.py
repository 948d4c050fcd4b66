"""A rate made from counts of different cases."""

import re
from collections.abc import Iterator

from amanat.core import Document, Finding, Room, Rule, RuleCard, Severity, Source, Span, Stage
from amanat.enforcement.view import LARGE, Stated, View
from amanat.numbers import poisson_ratio

_LATE = (Stage.CONVICTED, Stage.ACQUITTED, Stage.SENTENCED)
_EARLY = (Stage.ARRESTED, Stage.CASE_REGISTERED, Stage.CHARGED, Stage.PROSECUTED, Stage.INVESTIGATED)
_RATE = re.compile(
    r"\b(?:conviction|acquittal|success|disposal)[\s-](?:rate|ratio)\b"
    r"|\b(?:rate|ratio|percentage) of (?:conviction|acquittal)s?\b"
    r"|\d\s*(?:%|per\s?cent|percent|pc\b)|\bout of\b|فیصد|شرح",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\bof (?:these|those|them|the same|the \d)|\bof whom\b|\bsame cases\b|\bfollowed\b", re.IGNORECASE
)

CARD = RuleCard(
    code="E001",
    room=Room.ENFORCEMENT,
    title="Rate from different cases",
    severity=Severity.WARNING,
    why=(
        "Those convicted in a year were mostly arrested before it. A rate made from both counts of one year is no "
        "conviction rate: it can exceed 100 %, and it makes a state look better or worse than it is to victims."
    ),
    sources=(
        Source(
            "APP 2021-04-29: more persons convicted than arrested over the same three years",
            "https://www.app.com.pk/national/fia-nabs-5831-human-traffickers-during-last-three-years/",
        ),
    ),
    wrong=(
        "There were 12 convictions out of 300 arrests, a conviction rate of 4 per cent.",
        "In 2020 the agency arrested 500 agents and 40 agents were convicted, a success rate of 8%.",
        "Over three years 5,000 suspects were arrested and 8,000 convicted.",
    ),
    better=(
        "In 2020 the agency arrested 500 agents. In the same year courts convicted 40, most of them in older cases.",
    ),
    negative=(
        "Of the 300 cases registered in 2019, 40 per cent were of child labour.",
        "The agency registered 90 cases and arrested 60 suspects.",
    ),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Flag a rate, and more persons at a later stage than at an earlier one, in one sentence or two neighbours."""
    for number, sentence in enumerate(view.sentences):
        near = view.sentences[max(0, number - 1) : number + 1]
        late = [s for s in view.beside(sentence, *_LATE) if s.figure.count > 1]
        early = [s for place in near for s in view.beside(place, *_EARLY) if s.figure.count >= LARGE]
        if not late or not early:
            continue
        words = document.at(sentence)
        inside = [s for s in early if s.sentence == sentence]
        larger = inside and late[0].figure.count > max(s.figure.count for s in inside)
        told_apart = not _FOLLOWED.search(words) or any(_published_apart(view, s) for s in early)
        if larger or (_RATE.search(words) and told_apart):
            yield _finding(sentence, late[0], (inside or early)[-1])


def _published_apart(view: View, stated: Stated) -> bool:
    """Tell whether a figure is published as a count of a period: then nobody followed its cases."""
    figure = stated.figure
    known = [e for e in view.ledger.known(figure.place, stage=figure.stage) if e.count == figure.count]
    return bool(known and figure.place) and not any(entry.cohort for entry in known)


def _finding(sentence: Span, late: Stated, early: Stated) -> Finding:
    ratio = poisson_ratio(late.figure.count, early.figure.count)
    hundred = 100 * late.figure.count / early.figure.count
    stages = f"{_noun(late.figure.stage)} for every 100 {_noun(early.figure.stage)}"
    return Finding(
        code=CARD.code,
        room=CARD.room,
        span=sentence,
        severity=CARD.severity,
        category="unlike_cohorts",
        message="These two counts are not of the same cases, so one is no share of the other.",
        remedy=(
            f"Give both counts, and write if you need a ratio: “In the same period there were {hundred:.0f} {stages} "
            f"(by chance alone anything from {100 * ratio.low:.0f} to {100 * ratio.high:.0f}); these are not the same "
            "cases.” Ask what became of the cases of one year, counted to their end."
        ),
        sources=CARD.sources,
    )


def _noun(stage: Stage) -> str:
    nouns = {
        Stage.CONVICTED: "convictions",
        Stage.ACQUITTED: "acquittals",
        Stage.SENTENCED: "sentences",
        Stage.ARRESTED: "arrests",
        Stage.CASE_REGISTERED: "cases registered",
        Stage.CHARGED: "charges",
        Stage.PROSECUTED: "prosecutions",
        Stage.INVESTIGATED: "investigations",
    }
    return nouns[stage]


RULE: Rule[View] = Rule(CARD, check)
