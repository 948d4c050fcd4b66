"""A long list, found in and turned over: titles are sealed, so the desk looks through them and not the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
ROWS = 50
"""Rows on one page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list."""

    rows: tuple[Row, ...]
    words: str
    """What was looked for."""
    number: int
    """Which page, from 1."""
    last: int
    """How many pages there are, at least 1."""
    all: int
    """How many rows on all pages."""

    @property
    def first_row(self) -> int:
        """Number of the first row, from 1."""
        return (self.number - 1) * ROWS + 1


def paged(rows: Sequence[Row], title: Callable[[Row], str], words: str, number: str) -> Page[Row]:
    """Return the page asked for; one that there is not becomes the nearest.

    Args:
        rows: the whole list.
        title: what a row is found by.
        words: every one of them must stand in the title, in any case; empty for all rows.
        number: which page, as a form says it.
    """
    wanted = words.casefold().split()
    found = [row for row in rows if all(word in title(row).casefold() for word in wanted)]
    last = max(1, -(-len(found) // ROWS))
    given = int(number) if number.isascii() and number.isdigit() and len(number) < len("1000000") else 1
    at = min(max(1, given), last)
    return Page(tuple(found[(at - 1) * ROWS : at * ROWS]), words, at, last, len(found))
