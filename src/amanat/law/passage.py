"""A sentence with the laws, treaties, states and years it names. All places are offsets into the whole text."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from amanat.core import Document, Scene, Span
from amanat.languages import language
from amanat.law.citations import Citation, citations
from amanat.law.ground import Ground
from amanat.registers import Jurisdictions, Registers
from amanat.registers.aliases import Named
from amanat.registers.parties import Party

_MONTHS = "january february march april may june july august september october november december".split()
_YEAR = re.compile(r"(?<![\d,./-])(?:1[89]|20)\d\d(?!\d|,\d|\.\d|[-–]?\w|/)|(?<=[–-])20\d\d(?!\d)")
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

    @property
    def text(self) -> str:
        """The whole text; use it with the span's bounds."""
        return self.ground.text

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
    treaties = registers.treaties.mentions(text)
    laws = registers.laws.mentions(text)
    taken = [named.span for named in (*treaties, *laws)]
    parties = registers.treaties.parties.find(text, taken)
    home = scene.jurisdictions or _home(parties, registers.jurisdictions)
    country = next((id_ for id_ in home if "-" not in id_), "")
    years = _years(text, taken)
    ground = Ground(
        text,
        registers.laws,
        registers.treaties,
        registers.jurisdictions,
        home,
        country,
        max((y.value for y in years if y.value <= registers.laws.as_of.year), default=None),
    )
    spans = [
        span
        for part in document.parts
        for span in language(part.language).sentences(text, part.span)
        if text[span.start : span.end].strip()
    ]
    return tuple(_passages(ground, spans, _Found(treaties, laws, parties, years)))


def _passages(ground: Ground, spans: list[Span], found: _Found) -> list[Passage]:
    out: list[Passage] = []
    party, work, age = "", "", 0
    for span in spans:
        here = tuple(named for named in found.laws if span.covers(named.span))
        states = tuple(p for p in found.parties if span.covers(p.span))
        out.append(
            Passage(
                ground,
                span,
                tuple(named for named in found.treaties if span.covers(named.span)),
                citations(ground, span, here),
                states,
                tuple(year for year in found.years if span.covers(year.span)),
                party or ground.country,
                work,
            )
        )
        party = next((p.id for p in reversed(states) if p.known), party)
        age = 0 if here else age + 1
        work = next((named.ids[0] for named in reversed(here)), work if age <= _MEMORY else "")
    return out


def _home(parties: tuple[Party, ...], jurisdictions: Jurisdictions) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for party in parties:
        if party.known:
            counts[party.id] = counts.get(party.id, 0) + 1
    return jurisdictions.chain(max(counts, key=lambda id_: counts[id_])) if counts else ()


def _years(text: str, taken: list[Span]) -> tuple[Year, ...]:
    found = []
    for match in _YEAR.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        month = _MONTH_BEFORE.search(text, max(0, span.start - _REACH), span.start)
        found.append(Year(int(match.group()), _MONTHS.index(month[1].lower()) + 1 if month else None, span))
    return tuple(found)
