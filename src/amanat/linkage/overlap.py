"""The only thing that leaves: how many people stand on which lists.

A link has a probability, not a truth. `draws` decides every doubtful link by lot, again and again, and gives an overlap
table for each: what is estimated from them spreads as far as linkage leaves it open. Missed links make overlaps too
small and an estimate of the unseen too large (Binette and Steorts, JRSS-A 185 (2022) 463, section 4).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amanat.core import DataError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALLEST = 3
"""Cells below this are hidden in anything that leaves."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many people stand on exactly which lists."""

    lists: tuple[str, ...]
    """Names of the lists, in the order of the histories."""
    counts: Mapping[tuple[int, ...], int]
    """By capture history, one 0 or 1 a list: `(1, 0, 1)` stands on the first and the third."""

    @property
    def people(self) -> int:
        """How many people stand on any list."""
        return sum(self.counts.values())

    @property
    def by_names(self) -> dict[frozenset[str], int]:
        """The counts by the names of the lists: what `numbers.estimate.Table.of` takes."""
        return {
            frozenset(name for name, on in zip(self.lists, history, strict=True) if on): count
            for history, count in self.counts.items()
        }

    def public(self, smallest: int = SMALLEST) -> dict[tuple[int, ...], int | None]:
        """Return the counts with small cells as None: two people on two lists can be found by name."""
        return {history: n if n == 0 or n >= smallest else None for history, n in self.counts.items()}


def overlap(lists: Sequence[str], person: "NDArray[np.int64]", of_list: "NDArray[np.int64]") -> Overlap:
    """Count people by the lists they stand on.

    Args:
        lists: names, at most 20.
        person: for each record, which person it is; any whole numbers.
        of_list: for each record, which list it stands on, as a place in `lists`.

    Raises:
        DataError: F105 fewer than two lists or more than 20, F106 an empty list.
    """
    import numpy as np  # noqa: PLC0415 - quick start

    if not 2 <= len(lists) <= 20:  # noqa: PLR2004 - a history is kept in the bits of a number
        raise DataError("F105", "an overlap is one of 2 to 20 lists")
    if len(np.unique(of_list)) < len(lists):
        raise DataError("F106", "one of the lists holds nobody: leave it out")
    _, index = np.unique(person, return_inverse=True)
    bits = np.zeros(int(index.max()) + 1, np.int64)
    np.bitwise_or.at(bits, index, np.left_shift(1, of_list))
    histories, counts = np.unique(bits, return_counts=True)
    found = zip(histories.tolist(), counts.tolist(), strict=True)
    return Overlap(tuple(lists), {tuple(bit >> n & 1 for n in range(len(lists))): count for bit, count in found})


def draws(
    lists: Sequence[str],
    of_list: "NDArray[np.int64]",
    edges: tuple["NDArray[np.int64]", "NDArray[np.int64]", "NDArray[np.float64]"],
    times: int = 100,
    seed: int = 0,
) -> Iterator[Overlap]:
    """Yield overlap tables in which each link holds with its own probability.

    Links are drawn one by one, so three doubtful links of three records are not drawn as a whole; where that matters,
    report the thresholds 0.5, 0.9 and 0.99 beside the draws.

    Args:
        lists: names of the lists.
        of_list: for each record, the list it stands on.
        edges: left record, right record (places in `of_list`) and probability of each possible link.
        times: how many tables.
        seed: the same seed gives the same tables.
    """
    import numpy as np  # noqa: PLC0415 - quick start

    left, right, probability = edges
    lots = np.random.default_rng(seed)
    for _ in range(times):
        held = lots.random(len(probability)) < probability
        yield overlap(lists, connected(len(of_list), left[held], right[held]), of_list)


def connected(records: int, left: "NDArray[np.int64]", right: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Return for each record the smallest record it hangs together with (connected components by pointer jumping).

    Source: Shiloach and Vishkin, J. Algorithms 3 (1982) 57, with all links taken at once.
    """
    import numpy as np  # noqa: PLC0415 - quick start

    label = np.arange(records)
    while True:
        low = np.minimum(label[left], label[right])
        before = label.copy()
        np.minimum.at(label, label[left], low)
        np.minimum.at(label, label[right], low)
        while not np.array_equal(up := label[label], label):
            label = up
        if np.array_equal(before, label):
            return label
