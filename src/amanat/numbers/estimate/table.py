"""Capture histories: how many persons were seen by which lists, and on no other.

With t lists a capture history w is a set of lists; it is written as a number whose bit i says whether list i is in it.
N_w persons have exactly the history w; N_∅, the persons no list has seen, is what the other modules estimate.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from amanat.core import DataError

MOST_LISTS = 10


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of persons by capture history, checked."""

    lists: tuple[str, ...]
    """Names of the lists, t of them."""
    counts: tuple[int, ...]
    """N_w at index w, 2^t of them; the first is 0, because nobody counted those on no list."""
    version: str = ""
    """Which edition of the data this is; every result repeats it."""

    def __post_init__(self) -> None:
        if not self.lists or len(self.lists) > MOST_LISTS:
            raise DataError("N001", f"give 1 to {MOST_LISTS} lists, got {len(self.lists)}")
        if len(set(self.lists)) != len(self.lists) or not all(self.lists):
            raise DataError("N001", "each list needs a name of its own")
        if len(self.counts) != 1 << len(self.lists):
            raise DataError("N001", "one count is needed for each of the 2^t histories")
        if any(count < 0 for count in self.counts):
            raise DataError("N002", "a count of persons is a whole number, 0 or more")
        if self.counts[0]:
            raise DataError("N003", "persons on no list were not counted by anybody; leave that row out")
        if not any(self.counts):
            raise DataError("N004", "the table is empty: nobody is on any list")

    @classmethod
    def of(cls, lists: Sequence[str], cells: Mapping[frozenset[str], int], version: str = "") -> "Table":
        """Build a table from sets of list names with their counts; sets left out have count 0."""
        place = {name: 1 << i for i, name in enumerate(lists)}
        counts = [0] * (1 << len(lists))
        for history, count in cells.items():
            if history - set(place):
                raise DataError("N001", "a history names a list that is not among the lists")
            counts[sum(place[name] for name in history)] += count
        return cls(tuple(lists), tuple(counts), version)

    @classmethod
    def of_people(cls, lists: Sequence[str], people: Iterable[Iterable[str]], version: str = "") -> "Table":
        """Build a table from linked persons: for each, the names of the lists they are on. Only counts are kept."""
        return cls.of(lists, Counter(frozenset(person) for person in people), version)

    @property
    def observed(self) -> int:
        """N, the persons on at least one list."""
        return sum(self.counts)

    @property
    def array(self) -> NDArray[np.float64]:
        """The counts as floating-point numbers, for arithmetic."""
        return np.asarray(self.counts, np.float64)

    def total(self, theta: int) -> int:
        """Return N*_θ: persons on all lists of θ, whatever other lists they are on (θ = 0: everybody)."""
        return sum(count for w, count in enumerate(self.counts) if w & theta == theta)

    @property
    def degrees(self) -> tuple[int, ...]:
        """How many persons are on exactly 1, 2, … t lists."""
        return tuple(
            sum(count for w, count in enumerate(self.counts) if w.bit_count() == degree)
            for degree in range(1, len(self.lists) + 1)
        )

    @property
    def triples(self) -> int:
        """How many sets of three lists there are of which every two share somebody.

        Without any, lists that depend on one another cannot be told from a larger dark figure: the model with all pairs
        is not identifiable (Chan, Silverman and Vincent, JASA 2021, section 2.4).
        """
        share = {i | j for i, j in combinations(self._singles, 2) if self.total(i | j)}
        return sum({i | j, i | k, j | k} <= share for i, j, k in combinations(self._singles, 3))

    @property
    def _singles(self) -> list[int]:
        return [1 << i for i in range(len(self.lists))]

    def pairs(self) -> Iterator[tuple[str, str, int]]:
        """Yield each pair of lists with the persons on both."""
        for i, j in combinations(range(len(self.lists)), 2):
            yield self.lists[i], self.lists[j], self.total(1 << i | 1 << j)

    def words(self, history: int) -> str:
        """Return the names of the lists of a history, e.g. ``police & hospital``."""
        return " & ".join(name for i, name in enumerate(self.lists) if history >> i & 1)

    def without(self, name: str) -> "Table":
        """Return the table as if one list had not been kept; persons only on that list are unseen then."""
        gone = self._place(name)
        places = [None if i == gone else i - (i > gone) for i in range(len(self.lists))]
        return self._moved(places, [other for other in self.lists if other != name])

    def merged(self, one: str, other: str) -> "Table":
        """Return the table with two lists made one (Silverman 2014: partners who share their cases count once)."""
        first, second = sorted((self._place(one), self._place(other)))
        places = [first if i == second else i - (i > second) for i in range(len(self.lists))]
        names = list(self.lists)
        names[first] = f"{self.lists[first]}+{self.lists[second]}"
        del names[second]
        return self._moved(places, names)

    def _moved(self, places: Sequence[int | None], names: Sequence[str]) -> "Table":
        """Return the table with list i at places[i]; None leaves it out."""
        counts = [0] * (1 << len(names))
        for w, count in enumerate(self.counts):
            target = 0
            for i, place in enumerate(places):
                if w >> i & 1 and place is not None:
                    target |= 1 << place
            counts[target] += count
        counts[0] = 0
        return Table(tuple(names), tuple(counts), self.version)

    def _place(self, name: str) -> int:
        if name not in self.lists:
            raise DataError("N001", "there is no list of that name")
        return self.lists.index(name)
