"""A place as somebody typed it: any case, English or Urdu letters, a slip or two, a name that several places bear."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from amanat.registers.areas import Area, AreaKind
from amanat.registers.phrasebook import words_of

_LIKE = 0.82  # similarity (Ratcliff and Obershelp) from which a name counts as misspelt
_SHORTEST = 5  # letters; shorter names have too many neighbours
_LONGEST = 5  # words in the longest name looked for
_NO_NAME = ("us",)  # the country, once capitals are folded away, is mostly the pronoun
_RANK = {
    AreaKind.COUNTRY: 0,
    AreaKind.PROVINCE: 0,
    AreaKind.STATE: 0,
    AreaKind.DISTRICT: 1,
    AreaKind.DIVISION: 2,
    AreaKind.CITY: 3,
    AreaKind.TEHSIL: 4,
}


@dataclass(frozen=True, slots=True)
class Meant:
    """A place that words of a request stand for."""

    first: int
    end: int
    """Which words, counted from 0, end not included."""
    areas: tuple[Area, ...]
    """What they may mean, the likeliest first; more than one when places of equal rank share the name."""
    guessed: bool
    """True when the words are no name as written, only like one."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Every name of every place, folded, with the places that bear it."""

    bearers: dict[tuple[str, ...], tuple[Area, ...]]
    joined: dict[str, tuple[str, ...]]
    """Names written as one word, to find misspelt ones."""

    @classmethod
    def of(cls, areas: Mapping[str, Area]) -> "Spelling":
        """Build the table from areas by id."""
        found: dict[tuple[str, ...], list[Area]] = {}
        for area in areas.values():
            for name in dict.fromkeys(area.names):
                found.setdefault(tuple(words_of(name)), []).append(area)
        bearers = {keys: tuple(dict.fromkeys(many)) for keys, many in found.items() if keys and keys != _NO_NAME}
        return cls(bearers, {"".join(keys): keys for keys in bearers})

    def find(self, words: Sequence[str], taken: Iterable[int] = ()) -> Iterator[Meant]:
        """Yield the places that a list of folded words names, longest names first come; no word is used twice."""
        used = set(taken)
        at = 0
        while at < len(words):
            size = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if self._is(words, at, n, used)), 0)
            if size:
                yield Meant(at, at + size, _ranked(self.bearers[tuple(words[at : at + size])]), guessed=False)
            at += size or 1

    def like(self, words: Sequence[str], at: int) -> Meant | None:
        """Return the place that a word, alone or with the next one, was probably meant to be."""
        for size in (2, 1):
            written = "".join(words[at : at + size])
            near = get_close_matches(written, self.joined, 1, _LIKE) if len(written) >= _SHORTEST else []
            if near and at + size <= len(words):
                return Meant(at, at + size, _ranked(self.bearers[self.joined[near[0]]]), guessed=True)
        return None

    def _is(self, words: Sequence[str], at: int, size: int, used: set[int]) -> bool:
        return tuple(words[at : at + size]) in self.bearers and not used.intersection(range(at, at + size))


def _ranked(areas: Sequence[Area]) -> tuple[Area, ...]:
    """A district before the tehsil of its name, a part of a country before the country; the rest share the rank."""
    around = {area.jurisdiction for area in areas if area.kind in (AreaKind.STATE, AreaKind.CITY)}
    parts = [area for area in areas if area.id not in around] or areas
    best = min(_RANK[area.kind] for area in parts)
    same = [area for area in parts if _RANK[area.kind] == best]
    return tuple(sorted(same, key=lambda area: (-(area.population or 0), area.id)))
