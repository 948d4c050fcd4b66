"""A directory on PostgreSQL: the same tables and the same questions, for offices where several programs share one.

No extension is needed: words are an array under a GIN index, points lie in plain columns, and the cells of `near` do
what a spatial index does elsewhere.
"""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from amanat.core import DataError
from amanat.store.directory.engine import Cell, Row
from amanat.store.directory.layout import INDEXES, SEARCHED, STATEMENTS, index


class Postgres:
    """One connection. Not for two threads at once."""

    name = "postgresql"

    def __init__(self, address: str, *, make: bool = False) -> None:
        """Connect.

        Args:
            address: `postgresql://user@host/database`.
            make: make the tables, in an empty database.

        Raises:
            DataError: H025, the driver is missing or the server does not answer.
        """
        try:
            self._driver: Any = importlib.import_module("psycopg")
        except ImportError:
            raise DataError("H025", "PostgreSQL needs a driver: pip install 'amanat[postgres]'") from None
        try:
            self._link = self._driver.connect(address, connect_timeout=10)
        except self._driver.Error:
            raise DataError("H025", "the PostgreSQL server does not answer; is the address right?") from None
        self._names = count()
        if make:
            for statement in (*STATEMENTS, *_more()):
                self._link.execute(statement)
            self.commit()

    def rows(self, question: str, values: Sequence[Cell] = ()) -> list[Row]:
        """Ask, and return all rows."""
        found: list[Row] = self._link.execute(_asked(question), values, prepare=True).fetchall()
        return found

    def stream(self, question: str, values: Sequence[Cell] = ()) -> Iterator[Row]:
        """Ask, and yield rows without holding them all."""
        with self._link.cursor(name=f"amanat_{next(self._names)}") as cursor:
            cursor.execute(_asked(question), values)
            yield from cursor

    def run(self, statement: str, values: Sequence[Cell] = ()) -> None:
        """Change something."""
        self._link.execute(_asked(statement), values)

    def many(self, statement: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Change something once for each row; plain insertions go by COPY."""
        batch = list(rows)
        if not batch:
            return
        with self._link.cursor() as cursor:
            cursor.executemany(_asked(statement), batch)

    def add_words(self, kind: str, rows: Iterable[tuple[int, str]]) -> None:
        """File folded words under the numbers of records."""
        self.many(f"UPDATE {kind} SET words = ? WHERE n = ?", ((words.split(), n) for n, words in rows))  # type: ignore[misc]  # noqa: S608

    def drop_words(self, kind: str, n: int, words: str) -> None:
        """Nothing: the words go with their record."""

    def with_words(self, kind: str, words: Sequence[str]) -> tuple[str, list[Cell]]:
        """Return a condition on `n`: the record holds every word."""
        del kind
        return "words @> ?::text[]", [[*words]]  # type: ignore[list-item]

    def in_box(self, box: tuple[float, float, float, float]) -> tuple[str, list[Cell]]:
        """Return a condition on a location: its point lies in the box."""
        south, west, north, east = box
        return "lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?", [south, north, west, east]

    def add_points(self, rows: Iterable[tuple[int, float, float]]) -> None:
        """Nothing: a point lies in the row of its location."""

    def add_narrow(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Put rows into one of the narrow tables; a row that is there already stays."""
        batch = list(rows)
        if batch:
            marks = ", ".join("?" * len(batch[0]))
            self.many(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", batch)  # noqa: S608 - one of LATE

    def in_order(self) -> None:
        """Nothing: rows are put in place one by one."""

    def finish(self) -> None:
        """Make the indexes and let the database learn how its rows are spread."""
        for name in INDEXES:
            self.run(index(name))
        for kind in SEARCHED:
            self.run(f"CREATE INDEX IF NOT EXISTS {kind}_by_words ON {kind} USING gin (words)")
        self.run("CREATE INDEX IF NOT EXISTS location_by_point ON location (lat, lon)")
        self.run("ANALYZE")

    def commit(self) -> None:
        """Keep what was changed."""
        self._link.commit()

    def back(self) -> None:
        """Undo what was changed."""
        self._link.rollback()

    def close(self) -> None:
        """Let go of the connection."""
        self._link.close()


def _more() -> Iterator[str]:
    for kind in SEARCHED:
        yield f"ALTER TABLE {kind} ADD COLUMN words text[] NOT NULL DEFAULT '{{}}'"


def _asked(question: str) -> str:
    """Write a question as the driver wants it."""
    return question.replace("%", "%%").replace("?", "%s")
