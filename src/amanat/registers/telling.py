"""How people tell what happened to them: words of certain sorts near each other, in any order and language.

`My employer took my passport`, `passport is with the boss`, `malik ne passport daba rakha hai`: a word for an employer
and one for a paper, a few words apart. Phrases of one need each are in `asking`; stories are read by `situations`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amanat.packs import Packs
from amanat.registers.phrasebook import Phrasebook
from amanat.registers.records import record_at, records, text_at, texts_at, whole

_NEAR = 8  # words from the first to the last, unless a way says otherwise


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that words near each other tell."""

    of: tuple[str, ...]
    """Sorts of words, all of which must be there."""
    within: int
    """In how many words."""
    needs: tuple[str, ...]
    """Ids, most pressing first."""
    groups: tuple[str, ...]
    """Whom it happens to."""


@dataclass(frozen=True, slots=True)
class Told:
    """A way that a text uses."""

    way: Way
    spans: tuple[tuple[int, int], ...]
    """Which words of the text say it, counted from 0, ends not included."""

    @property
    def words(self) -> frozenset[int]:
        """Return all of them."""
        return frozenset(n for first, end in self.spans for n in range(first, end))


@dataclass(frozen=True, slots=True)
class Telling:
    """All ways, those that press most first, and the words they are made of."""

    ways: tuple[Way, ...]
    book: Phrasebook[str]
    """Phrases and their sorts."""

    @classmethod
    def over(cls, packs: Packs) -> "Telling":
        """Read them from the packs."""
        ways: list[Way] = []
        phrases: list[tuple[str, str]] = []
        for file in packs.of_kind("request_ways"):
            sorts = record_at(file.content, "words")
            for sort in sorts:
                by_language = record_at(sorts, sort)
                phrases += [(phrase, sort) for tag in by_language for phrase in texts_at(by_language, tag)]
            ways += [
                Way(
                    texts_at(row, "of"),
                    whole(row.get("within")) or _NEAR,
                    texts_at(row, "needs"),
                    texts_at(row, "groups"),
                )
                for row in records(file.content, "ways")
                if text_at(row, "says")
            ]
        return cls(tuple(ways), Phrasebook.of(phrases))

    def told_by(self, words: Sequence[str]) -> tuple[Told, ...]:
        """Return the ways that a list of folded words uses, in the order of the list of ways."""
        found: dict[str, list[tuple[int, int]]] = {}
        for said in self.book.find(list(words)):
            found.setdefault(said.means, []).append((said.first, said.end))
        return tuple(self._told(found))

    def _told(self, found: dict[str, list[tuple[int, int]]]) -> Iterator[Told]:
        for way in self.ways:
            if all(sort in found for sort in way.of):
                spans = _together([found[sort] for sort in way.of], way.within)
                if spans:
                    yield Told(way, tuple(spans))


def _together(sorts: Sequence[Sequence[tuple[int, int]]], within: int) -> list[tuple[int, int]]:
    """Return the first spans, one of each sort, that stand near each other and share no word; else nothing.

    One pass: of each sort the last seen is the nearest to what comes.
    """
    last: dict[int, tuple[int, int]] = {}
    for first, end, sort in sorted((first, end, sort) for sort, spans in enumerate(sorts) for first, end in spans):
        last[sort] = first, end
        near = sorted(last.values())
        apart = all(before[1] <= after[0] for before, after in pairwise(near))
        if len(last) == len(sorts) and apart and end - near[0][0] <= within:
            return near
    return []
