"""What of a table of victims may be printed: a cell of one or two persons points at them.

A small cell is of no use hidden when it can be worked out from what is printed beside it. So where cells are kept back,
at least two are, the total is rounded, and no sum is printed that a hidden cell is part of.
"""

from dataclasses import dataclass
from itertools import combinations

from amanat.numbers.estimate.table import Table

SMALLEST_CELL = 3
"""Cells of 1 up to this minus one are kept back."""
_ROUNDED_TO = 10


@dataclass(frozen=True, slots=True)
class Published:
    """Counts as they may be printed; None is a count that is kept back."""

    observed: int
    """Persons on at least one list; to the nearest 10 when anything is kept back."""
    exact: bool
    """True when nothing is kept back."""
    cells: dict[str, int | None]
    """Persons by capture history, histories that nobody has left out."""
    degrees: tuple[int | None, ...]
    """Persons on exactly 1, 2, … t lists."""
    pairs: dict[str, int | None]
    """Persons on both lists of each pair, whatever other list they are on."""


def published(table: Table, smallest: int = SMALLEST_CELL) -> Published:
    """Return what may be printed when cells of 1 to ``smallest - 1`` are kept back; 1 keeps nothing back."""
    cells = {w: count for w, count in enumerate(table.counts) if count}
    hidden = {w for w, count in cells.items() if count < smallest}
    if len(hidden) == 1 and len(cells) > 1:
        hidden.add(min(cells.keys() - hidden, key=lambda w: (cells[w], w)))
    observed = table.observed
    singles = [1 << i for i in range(len(table.lists))]
    degrees = tuple(
        None if any(w.bit_count() == degree for w in hidden) else count
        for degree, count in enumerate(table.degrees, start=1)
    )
    return Published(
        observed=round(observed / _ROUNDED_TO) * _ROUNDED_TO if hidden else observed,
        exact=not hidden,
        cells={table.words(w): None if w in hidden else count for w, count in cells.items()},
        degrees=degrees,
        pairs={
            table.words(i | j): None if any(w & (i | j) == i | j for w in hidden) else table.total(i | j)
            for i, j in combinations(singles, 2)
        },
    )
