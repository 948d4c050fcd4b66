"""Words that statements of law are made of: sorts of people, acts and bodies, and the turns that affirm or deny."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from amanat.packs import Packs
from amanat.packs.value import Value
from amanat.registers.phrasebook import Phrasebook, Said
from amanat.registers.records import record_at, texts_at


class Meaning(NamedTuple):
    """What a phrase means."""

    sort: str
    """Name of a sort of words, of a body, or of a turn."""
    denies: bool = False
    """It says the opposite of its sort: a debt that is cancelled is not owed."""


class Means(NamedTuple):
    """All that a phrase may mean."""

    sorts: frozenset[str]
    meanings: dict[str, Meaning]
    """By sort."""


@dataclass(frozen=True, slots=True)
class LawWords:
    """Every phrase with all it may mean."""

    book: Phrasebook[Means] = field(repr=False)
    bodies: frozenset[str]
    sorts: frozenset[str]

    @classmethod
    def over(cls, packs: Packs, own: tuple[tuple[str, Value], ...] = ()) -> "LawWords":
        """Read them from the packs.

        Args:
            packs: what is known.
            own: sorts that points of laws make for themselves, by name.
        """
        tables = [(key, record_at(file.content, key)) for file in packs.of_kind("law_words") for key in _TABLES]
        meanings: dict[str, dict[str, Meaning]] = {}
        for name, value in (*own, *(pair for _, table in tables for pair in table.items())):
            for words, meaning in _meant(name, value):
                for word in words:
                    meanings.setdefault(word, {}).setdefault(name, meaning)
        sorts = {name for key, table in tables if key != "turns" for name in table} | {name for name, _ in own}
        bodies = frozenset(name for key, table in tables if key == "bodies" for name in table)
        means = ((phrase, Means(frozenset(by_sort), by_sort)) for phrase, by_sort in meanings.items())
        return cls(Phrasebook.of(means), bodies, frozenset(sorts))

    def said(self, words: list[str]) -> list[Said[Means]]:
        """Return every phrase that stands in a list of words in small letters."""
        return self.book.find(words)


_TABLES = ("sorts", "bodies", "turns")


def _meant(name: str, value: Value) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Go through the words of a sort with what they mean."""
    if isinstance(value, list):
        yield tuple(map(str, value)), Meaning(name)
    elif isinstance(value, dict):
        yield texts_at(value, "says"), Meaning(name)
        yield texts_at(value, "denies"), Meaning(name, denies=True)
