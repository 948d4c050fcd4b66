"""What a sentence states only to deny it: `it is untrue that …`, `the excuse that … has run out`, `…, which is false`.

The frames read the words inside as if they were said straight out; here their answer is turned round.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from amanat.core import Severity, Span, Verdict
from amanat.law.passage import Passage, sentence_at
from amanat.law.statement import Statement

_FALSE = (
    r"(?:wrong|false|untrue|incorrect|inaccurate|mistaken|out of date|outdated"
    r"|stale|nonsense|moonshine|rubbish|humbug|baseless|unfounded"
    r"|a (?:myth|lie|fiction|fallacy|falsehood|misconception|mistake)|no longer (?:true|so|right|the case)"
    r"|not (?:true|so|right|correct|the case|borne out))"
)
_SAY = r"(?:say|claim|think|believe|suggest|write|suppose|assert|argue|pretend|assume|state|maintain)"
_SAYING = (
    r"(?:claim|idea|notion|belief|argument|assertion|suggestion|view|line|allegation|report|statement|contention"
    r"|impression|assumption)s?"
)
OPENS = re.compile(
    rf"\b(?:{_FALSE} to {_SAY} (?:any (?:longer|more) )?(?:that )?"
    r"|(?:false|untrue|incorrect|nonsense|a (?:myth|lie|fiction|fallacy|falsehood|misconception)"
    r"|no longer true|not (?:true|correct|the case)) that "
    r"|(?:myth|misconception|fallacy|fiction|falsehood|canard|lie|excuse|pretence|pretense) that "
    rf"|(?:wrong|false|mistaken|stale|outdated) {_SAYING} that "
    rf"|(?:nobody|no one) (?:can|could|may) (?:any longer |now |seriously )?{_SAY} (?:any longer )?that "
    rf"|(?P<against>contrary to (?:the |a )?(?:\w+ )?{_SAYING} that )"
    r"|(?P<denied>(?:den(?:ied|ies|ying)|disput(?:ed|es|ing)|refut(?:ed|es)|rebutt(?:ed|s)) (?:the \w+ )?that )"
    rf"|(?P<held>(?:whoever|(?:any|every)(?:one|body) who|those who) (?:still )?{_SAY}s? (?:that )?)"
    r"|(?P<told>(?:wrongly|falsely|mistakenly|erroneously|incorrectly) (?:\w+ ){1,3}?that ))"
)
"""What opens a stretch that is denied; `told` where somebody's mistake is told as one, `held` where it may be one."""
CLAIMED = re.compile(
    rf"\b{_SAYING} that (?P<said>.{{10,160}}?) "
    r"(?:(?:is|was|are|were|proved?|proves|turn(?:s|ed) out(?: to be)?|remains?)"
    rf" (?:\w+ly |now |simply |plain )?{_FALSE}"
    r"|ha(?:s|d) run out|no longer holds|(?:does|did) not hold|holds no water)\b",
    re.DOTALL,
)
"""A claim that is told and then refused."""
REFUSED = re.compile(
    r"\W+(?:(?:which|and that|but that|that) (?:is|was) (?:\w+ly |simply )?"
    rf"|an? {_SAYING}\b[^.;]{{0,40}}\b(?:as |to be |is |was )){_FALSE}\b"
)
"""What refuses all that stands before it: somebody said it, and it is left at that."""
_TWICE = re.compile(r"\b(?:not|never|nobody|no one|none|cannot|n[’']t)\b[^,;]{0,20}$")
"""`nobody denies that …` says it."""
_HEARD = re.compile(r"\b(?:not|no|nobody|wrong|contrary)\b")
_CLOSES = re.compile(r"[;:”]|\bbut\b|, (?:said|says|for|since|because|as)\b")
_CUES = ("that", "wrong to", "false to", "mistaken to", "which is", "which was", "as false", "as wrong")
_WARNING = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.IMPRECISE})
_NAMED = frozenset({"mention", "section", "title", "title-year", "heading", "statistic", "helpline", "body", "duty"})
"""Statements that only name a law, a body or a figure: no denial touches these."""
_OTHER = {"yes": "no", "no": "yes"}


def turned(found: Sequence[Statement], passages: Sequence[Passage]) -> Iterator[Statement]:
    """Go through statements, those that their sentence denies turned round or left out."""
    spans = [passage.span for passage in passages]
    for statement in found:
        number = sentence_at(spans, statement.span.start) if _answered(statement) else None
        if number is None:
            yield statement
            continue
        kept = _turned(statement, passages[number])
        if kept:
            yield kept


def _answered(statement: Statement) -> bool:
    """Tell whether there is an answer that a denial can turn."""
    return statement.topic not in _NAMED and (statement.verdict is Verdict.SUPPORTED or statement.verdict in _WARNING)


def _turned(statement: Statement, passage: Passage) -> Statement | None:
    words = passage.low[passage.span.start : passage.span.end]
    if not any(cue in words for cue in _CUES):
        return statement
    place = Span(statement.span.start - passage.span.start, statement.span.end - passage.span.start)
    refused = REFUSED.search(words, place.end)
    heard = statement.topic == "content"
    around = {how for stretch, how in _denied(words, heard=heard) if _mostly(place, stretch)}
    wrong = statement.verdict in _WARNING
    if wrong and (refused or around & {"told", "held"}):
        return None  # somebody's mistake, told as one
    if not refused and not around - {"held"}:
        return statement
    return replace(
        statement,
        verdict=Verdict.SUPPORTED if wrong else Verdict.CONTRADICTED,
        ceiling=statement.ceiling.at_most(Severity.WARNING),
        fixes=(),
        value=_OTHER.get(statement.value, ""),
    )


def _mostly(place: Span, stretch: Span) -> bool:
    """Tell whether a statement lies in a stretch: some frames take the words before it along."""
    return 2 * (min(place.end, stretch.end) - max(place.start, stretch.start)) > len(place)


def _denied(words: str, *, heard: bool) -> Iterator[tuple[Span, str]]:
    """Go through the stretches of a sentence that are denied, and tell how: the group of `OPENS`, empty for the others.

    Args:
        words: the sentence, in small letters.
        heard: the frame asked has listened to every `not` of the sentence itself.
    """
    for claimed in CLAIMED.finditer(words):
        yield Span(*claimed.span("said")), ""
    for opening in OPENS.finditer(words):
        if opening["denied"] and _TWICE.search(words, 0, opening.start()):
            continue
        if heard and _HEARD.search(opening.group()):
            continue
        stop = words.find(",", opening.end()) if opening["against"] else -1
        closing = _CLOSES.search(words, opening.end(), stop if stop > 0 else len(words))
        end = closing.start() if closing else stop if stop > 0 else len(words)
        yield Span(opening.end(), end), opening.lastgroup or ""
