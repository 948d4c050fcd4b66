"""A sentence with the laws, treaties, states and years it names. All places are offsets into the whole text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from amanat.core import Document, Scene, Span
from amanat.languages import language
from amanat.law.citations import CITING, Citation, Marks, citations
from amanat.law.ground import Ground
from amanat.registers import Registers
from amanat.registers.aliases import Named, Words
from amanat.registers.jurisdictions import Jurisdictions
from amanat.registers.parties import Party

_MONTHS = "january february march april may june july august september october november december".split()
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
_NO_YEAR_BEFORE = frozenset("0123456789,./-")
_NO_YEAR_BEHIND = re.compile(r",\d|\.\d|[-–]?\w|/")
_MONTH_BEFORE = re.compile(rf"\b({'|'.join(_MONTHS)})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?|,)?\s+$", re.IGNORECASE)
_REACH = 24
_MEMORY = 2
"""Sentences after which `the Act` may mean another one."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year written in a sentence, outside the names of laws."""

    value: int
    month: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence."""

    ground: Ground
    span: Span
    treaties: tuple[Named, ...]
    cited: tuple[Citation, ...]
    """Acts and sections cited, known to the register or not."""
    parties: tuple[Party, ...]
    years: tuple[Year, ...]
    party: str
    """The state meant by `the country` here: the last one named before, else the story's own."""
    work: str
    """The law meant by `the Act` here: the last one named before; empty when none was."""
    treaty: str
    """The treaty meant by `it` here: the last one named in the sentence before; empty when none was."""
    foreign: bool
    """`It` is a state no pack of ours speaks about: the last one named in the sentence before."""
    before: tuple[Citation, ...]
    """Sections cited in the sentence before: what `it carries ten years` is said of."""

    @property
    def text(self) -> str:
        """The whole text; use it with the span's bounds."""
        return self.ground.text

    @property
    def low(self) -> str:
        """The whole text in small letters, for patterns in small letters."""
        return self.ground.low

    @property
    def day(self) -> date:
        """The day it speaks of: its own youngest year, else the youngest of the story, else the register's day."""
        year = max((y.value for y in self.years), default=self.ground.last_year or 0)
        return date(year, 12, 31) if year else self.ground.as_of

    def between(self, start: int, end: int) -> str:
        """Return the words between two places of the text."""
        return self.ground.text[start:end]


class _Found(NamedTuple):
    """What the whole text names."""

    treaties: tuple[Named, ...]
    laws: tuple[Named, ...]
    parties: tuple[Party, ...]
    years: tuple[Year, ...]


def passages(document: Document, scene: Scene, registers: Registers) -> tuple[Passage, ...]:
    """Cut a document into sentences and find what each names."""
    text = document.text
    words = Words.of(text)
    treaties = registers.treaties.names.find_in(words)
    laws = registers.laws.names.find_in(words)
    taken = [named.span for named in (*treaties, *laws)]
    parties = registers.treaties.parties.find(words, taken)
    named = registers.jurisdictions.find(words)
    home = scene.jurisdictions or _home(parties, {id_ for _, id_ in named}, registers.jurisdictions)
    country = next((id_ for id_ in home if "-" not in id_), "")
    years = _years(text, taken)
    spans = [
        span
        for part in document.parts
        for span in language(part.language).sentences(text, part.span)
        if text[span.start : span.end].strip()
    ]
    spans.sort(key=lambda s: s.start)
    ground = Ground(
        text,
        words.low,
        registers,
        registers.laws,
        registers.treaties,
        registers.jurisdictions,
        home,
        country,
        max((y.value for y in years if y.value <= registers.laws.as_of.year), default=None),
        named,
        registers.jurisdictions.find_towns(words),
        tuple(text[span.start : span.end].encode("utf-8", "surrogatepass") for span in spans),
    )
    return tuple(_passages(ground, spans, _Found(treaties, laws, parties, years)))


def _passages(ground: Ground, spans: list[Span], found: _Found) -> list[Passage]:
    out: list[Passage] = []
    party, work, age, treaty, foreign = "", "", 0, "", False
    before: tuple[Citation, ...] = ()
    citing = [frozenset(touched) for touched in CITING.touched(ground.sentences)]
    treaties, laws = _shared_out(found.treaties, spans), _shared_out(found.laws, spans)
    parties, years = _shared_out(found.parties, spans), _shared_out(found.years, spans)
    for number, span in enumerate(spans):
        here, states = laws.get(number, ()), parties.get(number, ())
        marks = [number in touched for touched in citing]
        cited = citations(ground, span, here, states, Marks(*marks)) if here or any(marks) else ()
        free = years.get(number, ())
        if dated := [citation.span for citation in cited if citation.described and citation.year]:
            free = tuple(y for y in free if not any(of.covers(y.span) for of in dated))
        out.append(
            Passage(
                ground,
                span,
                treaties.get(number, ()),
                cited,
                states,
                free,
                party or ground.country,
                work,
                treaty,
                foreign,
                before,
            )
        )
        before = tuple(citation for citation in cited if citation.sections)
        treaty = next((t.ids[0] for t in reversed(treaties.get(number, ()))), "")
        party = next((p.id for p in reversed(states) if p.known), party)
        foreign = bool(states) and not states[-1].known
        named = [citation for citation in cited if not citation.bare]
        age = 0 if named else age + 1
        # After an Act the register does not hold, `the law` means that one and none of ours.
        meant = next(iter(named[-1].works), "") if named else work
        work = meant if age <= _MEMORY else ""
    return out


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_S = TypeVar("_S", bound=_Spanned)


def _shared_out(found: tuple[_S, ...], spans: list[Span]) -> dict[int, tuple[_S, ...]]:
    """Give each thing found to the sentence it lies in wholly."""
    out: dict[int, tuple[_S, ...]] = {}
    for item in found:
        number = sentence_at(spans, item.span.start)
        if number is not None and spans[number].covers(item.span):
            out[number] = (*out.get(number, ()), item)
    return out


def sentence_at(spans: Sequence[Span], place: int) -> int | None:
    """Return the number of the sentence that holds a place, None between sentences."""
    number = bisect_right(spans, place, key=lambda s: s.start) - 1
    return number if number >= 0 and place < spans[number].end else None


def _home(parties: tuple[Party, ...], named: set[str], jurisdictions: Jurisdictions) -> tuple[str, ...]:
    """Whose law a story is under that says not where it plays: the state it names most, else the only province."""
    counts: dict[str, int] = {}
    for party in parties:
        if party.known:
            counts[party.id] = counts.get(party.id, 0) + 1
    if counts:
        return jurisdictions.chain(max(counts, key=lambda id_: counts[id_]))
    return jurisdictions.chain(next(iter(named))) if len(named) == 1 and not parties else ()


def _is_year(text: str, span: Span) -> bool:
    """Tell a year from part of a number or a file's name; `2014–2017` holds two."""
    before = text[span.start - 1 : span.start] if span.start else ""
    if before in {"–", "-"} and text.startswith("20", span.start):
        return True
    return before not in _NO_YEAR_BEFORE and _NO_YEAR_BEHIND.match(text, span.end) is None


def _years(text: str, taken: list[Span]) -> tuple[Year, ...]:
    found = []
    named = sorted(taken)
    for match in _YEAR.finditer(text):
        span = Span(*match.span())
        if not _is_year(text, span):
            continue
        before = bisect_right(named, span)
        if any(span.overlaps(other) for other in named[max(0, before - 1) : before + 1]):
            continue
        month = _MONTH_BEFORE.search(text, max(0, span.start - _REACH), span.start)
        found.append(Year(int(match.group()), _MONTHS.index(month[1].lower()) + 1 if month else None, span))
    return tuple(found)
