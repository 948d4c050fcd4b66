"""What every sentence of one story stands on: the text, the registers, whose law it is under."""

from dataclasses import dataclass, field
from datetime import date

from amanat.law.hint import Sentences
from amanat.registers import Jurisdictions, Laws, Registers, Treaties


@dataclass(frozen=True, slots=True)
class Ground:
    """What every sentence of one story stands on."""

    text: str
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
    sentences: Sentences = field(repr=False)
    """The text cut into sentences, as hints look at it."""

    @property
    def as_of(self) -> date:
        """The day the register speaks for."""
        return self.laws.as_of

    def between(self, start: int, end: int) -> str:
        """Return the words between two places of the text."""
        return self.text[start:end]
