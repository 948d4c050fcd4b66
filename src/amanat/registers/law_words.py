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
        phrases: list[tuple[str, Meaning]] = [pair for name, value in own for pair in _phrases(name, value)]
        bodies: set[str] = set()
        sorts: set[str] = {name for name, _ in own}
        for file in packs.of_kind("law_words"):
            for key in ("sorts", "bodies", "turns"):
                table = record_at(file.content, key)
                phrases += [pair for name, value in table.items() for pair in _phrases(name, value)]
                sorts |= set(table) if key != "turns" else set()
                bodies |= set(table) if key == "bodies" else set()
        meanings: dict[str, dict[str, Meaning]] = {}
        for phrase, meaning in phrases:
            meanings.setdefault(phrase, {}).setdefault(meaning.sort, meaning)
        means = ((phrase, Means(frozenset(by_sort), by_sort)) for phrase, by_sort in meanings.items())
        return cls(Phrasebook.of(means), frozenset(bodies), frozenset(sorts))

    def said(self, words: list[str]) -> list[Said[Means]]:
        """Return every phrase that stands in a list of words in small letters."""
        return self.book.find(words)


def _phrases(name: str, value: Value) -> Iterator[tuple[str, Meaning]]:
    if isinstance(value, list):
        yield from ((str(word), Meaning(name)) for word in value)
    elif isinstance(value, dict):
        yield from ((word, Meaning(name)) for word in texts_at(value, "says"))
        yield from ((word, Meaning(name, denies=True)) for word in texts_at(value, "denies"))
