"""What only the net of roles sees to give a protected person away, cut to words that say something.

The net marks single words, so a detail may begin or end with a preposition, be an article, or be a state of many
millions. Such marks hide nothing and make a story hard to read; they are trimmed or dropped here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from amanat.core import Cover, Place, Span, Trace, TraceKind
from amanat.people.candidate import Names
from amanat.registers import Registers
from amanat.registers.places import AreaKind

_TOLD = {
    TraceKind.DATE, TraceKind.RELATION,
    TraceKind.VILLAGE, TraceKind.DISTRICT, TraceKind.ADDRESS, TraceKind.SCHOOL, TraceKind.EMPLOYER, TraceKind.AGE,
    TraceKind.OCCUPATION, TraceKind.NATIONALITY, TraceKind.ETHNICITY, TraceKind.RELIGION, TraceKind.HEALTH,
    TraceKind.PHYSICAL, TraceKind.OTHER,
}  # fmt: skip
"""Kinds of details in which the net of roles sees what no rule does; files and numbers the rules know better."""
_WHERE = {TraceKind.VILLAGE, TraceKind.DISTRICT, TraceKind.ADDRESS}
_NAMED = {TraceKind.VILLAGE, TraceKind.DISTRICT, TraceKind.NATIONALITY, TraceKind.ETHNICITY, TraceKind.RELIGION}
"""Kinds that are written with a capital or a number in English."""
_WIDE = {AreaKind.COUNTRY, AreaKind.STATE, AreaKind.PROVINCE, AreaKind.DIVISION}
_CROWD = 2_000_000
"""People: a district or city with more hides anybody by itself."""
_LINKS = (
    "of in at on to and or from near by with for below above under behind beside between towards toward across outside "
    "around along past off who that is was as but than into"
).split()
_ARTICLES = "the a an his her their its this that some".split()
_HEAD = re.compile(rf"(?:(?:{'|'.join(_LINKS)})\b\W*)+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:\W*\b(?:{'|'.join((*_LINKS, *_ARTICLES))}))+\W*$", re.IGNORECASE)
_EMPTY = re.compile(rf"\W*(?:(?:{'|'.join((*_LINKS, *_ARTICLES))})\b\W*)*", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|one)\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"(?i)(?:\b(?:no|class|grade|page|section|number|release|rs|pkr|under)\.?\s*|[#£$€-]|\d[.,٬])$")
_YEARS = re.compile(
    r"(?i)(?![.,٬]\d)[^\w-]*(?:$|[,.;:)\n]|[-\s]?(?:(?:years?|months?)(?=\W*(?:$|old|of age|when|and|or|at))"
    r"|when|and|or|at|now|then|old|the|who)\b)"
)
_PLAIN = frozenset(
    "village villages city town house home flat area street road place country school shop field "
    "شہر گاؤں گھر محلہ محلے بستی سڑک ضلع ضلعے علاقہ علاقے ملک جگہ پڑوسی پڑوسیوں روپے قرض ہفتے مہینے سال".split()
)
"""Words that single out nobody by themselves."""


def details(
    found: Iterable[Trace],
    ruled: list[Trace],
    names: Names,
    *,
    places: tuple[Place, ...],
    registers: Registers,
    text: str,
) -> Iterator[Trace]:
    """Give what the net found and no rule did; bodies stay, and names have their own traces.

    Args:
        found: details as the net marks them.
        ruled: what rules found in the same text.
        names: people and bodies of the text.
        places: places of the gazetteer in the text.
        registers: how large those places are.
        text: the story.
    """
    taken = Cover([*(c.span for c in names.people), *names.bodies, *(t.span for t in ruled)])
    for trace in found:
        if trace.kind not in _TOLD or taken.touches(trace.span):
            continue
        span = _trimmed(text, trace)
        if not span or not _says(text, span, trace.kind):
            continue
        if trace.kind in _WHERE and (known := [p for p in places if p.span.overlaps(span)]):
            if all(_large(p, registers) for p in known):
                continue
            if trace.kind is TraceKind.VILLAGE and any(_kind(p, registers) is AreaKind.DISTRICT for p in known):
                yield replace(trace, span=span, kind=TraceKind.DISTRICT)
                continue
        yield replace(trace, span=span)


def _trimmed(text: str, trace: Trace) -> Span | None:
    """Without words that link; an article stays with the words it belongs to, since labels bring their own."""
    start, end = trace.span.start, trace.span.end
    if head := _HEAD.match(text, start, end):
        start = head.end()
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    if start >= end or _EMPTY.fullmatch(text, start, end):
        return None
    if trace.kind is TraceKind.OCCUPATION and (before := _ARTICLE.search(text, max(0, start - 5), start)):
        start = before.start()
    return Span(start, end)


def _says(text: str, span: Span, kind: TraceKind) -> bool:
    words = text[span.start : span.end]
    if kind is TraceKind.AGE:
        before, after = text[max(0, span.start - 10) : span.start], text[span.end : span.end + 10]
        return not _COUNTED.search(before) and bool(_YEARS.match(after))
    if kind in _NAMED:
        return any(c.isupper() or c.isdecimal() for c in words)
    told = [w for w in re.findall(r"[\w’'-]+", words.lower()) if w not in _PLAIN and w not in _ARTICLES]
    if kind is TraceKind.ADDRESS:
        return any(c.isupper() or c.isdecimal() for c in words) or len(told) > 1
    return bool(told)


def _kind(place: Place, registers: Registers) -> AreaKind | None:
    area = registers.places.by_id(place.id)
    return area.kind if area else None


def _large(place: Place, registers: Registers) -> bool:
    """States and provinces; districts of many people; towns of countries whose districts no pack counts."""
    kind = _kind(place, registers)
    if kind in _WIDE or (place.population or 0) >= _CROWD:
        return True
    return kind is AreaKind.CITY and registers.places.around(place.id, AreaKind.DISTRICT) is None
