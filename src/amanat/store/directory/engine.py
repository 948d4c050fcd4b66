"""What a directory asks of a database: so much that SQLite and PostgreSQL both give it, and no more."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

Cell: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Cell, ...]


class Engine(Protocol):
    """One open database. Questions have `?` where a value goes."""

    @property
    def name(self) -> str:
        """`sqlite` or `postgresql`."""

    def rows(self, question: str, values: Sequence[Cell] = ()) -> list[Row]:
        """Ask, and return all rows."""

    def stream(self, question: str, values: Sequence[Cell] = ()) -> Iterable[Row]:
        """Ask, and yield rows without holding them all."""

    def run(self, statement: str, values: Sequence[Cell] = ()) -> None:
        """Change something."""

    def many(self, statement: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Change something once for each row."""

    def add_words(self, kind: str, rows: Iterable[tuple[int, str]]) -> None:
        """File folded words, separated by blanks, under the numbers of records of a kind."""

    def drop_words(self, kind: str, n: int, words: str) -> None:
        """Take a record out of the words; they must be those it was filed under."""

    def with_words(self, kind: str, words: Sequence[str]) -> tuple[str, list[Cell]]:
        """Return a condition on `n`, and its values: the record holds every one of these folded words."""

    def in_box(self, box: tuple[float, float, float, float]) -> tuple[str, list[Cell]]:
        """Return a condition on the `n` of a location, and its values: south, west, north, east may hold its point."""

    def add_points(self, rows: Iterable[tuple[int, float, float]]) -> None:
        """File the points (latitude, longitude) of locations."""

    def add_narrow(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Put rows into one of the narrow tables (`layout.LATE`), perhaps only when `in_order` is called."""

    def in_order(self) -> None:
        """Put what waits into the narrow tables, in the order of their keys."""

    def finish(self) -> None:
        """Make the indexes and let the database learn how its rows are spread."""

    def commit(self) -> None:
        """Keep what was changed since the last time."""

    def back(self) -> None:
        """Undo what was changed since the last time."""

    def close(self) -> None:
        """Let go of it."""
