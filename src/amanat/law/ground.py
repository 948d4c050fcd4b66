"""What every sentence of one story stands on: the text, the registers, whose law it is under."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from amanat.core import Span
from amanat.registers import Registers
from amanat.registers.jurisdictions import Jurisdictions
from amanat.registers.laws import Laws
from amanat.registers.treaties import Treaties


@dataclass(frozen=True, slots=True)
class Ground:
    """What every sentence of one story stands on."""

    text: str
    low: str = field(repr=False)
    """The text in small letters, offset by offset: patterns that ask for no case are three times faster on it."""
    registers: Registers
    laws: Laws
    treaties: Treaties
    jurisdictions: Jurisdictions
    home: tuple[str, ...]
    """Whose law the story is under, nearest first; empty when unknown."""
    country: str
    """The country among them, empty when unknown."""
    last_year: int | None
    """The youngest year the story writes: it was written then or later."""
    places: tuple[tuple[int, str], ...] = field(repr=False)
    """Where jurisdictions are named, in order of place."""
    towns: tuple[tuple[int, str], ...] = field(repr=False)
    """Where towns stand, with the provinces they lie in, in order of place."""
    sentences: tuple[bytes, ...] = field(repr=False)
    """The text cut into sentences, as hints look at it."""

    def named(self, span: Span) -> frozenset[str]:
        """Return the ids of the jurisdictions named in a stretch of the text."""
        return _within(self.places, span)

    def unnamed(self, span: Span) -> tuple[str, ...]:
        """Return whose law a stretch that names no jurisdiction is under: of its town's province, else the story's."""
        provinces = [id_ for id_ in _within(self.towns, span) if id_.partition("-")[0] == self.country]
        return self.jurisdictions.chain(provinces[0]) if len(provinces) == 1 else self.home

    @property
    def as_of(self) -> date:
        """The day the register speaks for."""
        return self.laws.as_of

    def between(self, start: int, end: int) -> str:
        """Return the words between two places of the text."""
        return self.text[start:end]


def _within(places: tuple[tuple[int, str], ...], span: Span) -> frozenset[str]:
    first = bisect_left(places, (span.start, ""))
    return frozenset(id_ for _, id_ in places[first : bisect_left(places, (span.end, ""))])
