"""A directory in one file, or in memory: SQLite with FTS5 for words and R*Tree for points. Needs no server."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from amanat.core import DataError
from amanat.store.directory.engine import Cell, Row
from amanat.store.directory.layout import CLUSTERED, INDEXES, LATE, SEARCHED, STATEMENTS, index

LAYOUT = 1  # raise when the tables change: an older file is then refused and imported anew
_CACHE = -64_000  # KiB of pages kept in memory
_WRITING = -256_000
_SMALL = 50_000  # services; the indexes of so many are made anew in a second


class Sqlite:
    """One open file. Not for two threads at once."""

    name = "sqlite"

    def __init__(self, path: Path | None = None, *, write: bool = False) -> None:
        """Open a directory.

        Args:
            path: the file; in memory when left out.
            write: make it when it is missing, and allow changes; else it is opened for reading only.

        Raises:
            DataError: H020, no such directory, damaged, or of another version.
        """
        self.path = path
        new = path is None or not path.exists()
        if path and new and not write:
            raise DataError("H020", "there is no directory yet; make one with `amanat aid import`")
        try:
            self._open(path, write=write or path is None)
            if new:
                self._make()
            elif self.rows("PRAGMA user_version") != [(LAYOUT,)]:
                raise DataError("H020", "this directory is of another version; import your files anew")
        except sqlite3.DatabaseError:
            raise DataError("H020", "this is no directory, or it is damaged; restore it or import anew") from None

    def _open(self, path: Path | None, *, write: bool) -> None:
        where = path.absolute().as_uri() + f"?mode={'rwc' if write else 'ro'}" if path else ":memory:"
        self._db = sqlite3.connect(
            where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        self._db.execute("PRAGMA page_size=8192")  # of a new file: two records and more fit into one page
        self._db.execute(f"PRAGMA cache_size={_WRITING if write and path else _CACHE}")
        self._db.execute("PRAGMA mmap_size=0")
        self._db.execute(f"PRAGMA temp_store={'FILE' if write and path else 'MEMORY'}")
        self._inside = self._late = False

    def _make(self) -> None:
        for statement in STATEMENTS:
            table = statement.split()[2]
            self._db.execute(f"{statement} WITHOUT ROWID" if table in CLUSTERED else statement)
        for kind in SEARCHED:
            # words come folded; letters that SQLite does not know make a phrase of one, which needs full detail
            cut = "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\""
            self._db.execute(f"CREATE VIRTUAL TABLE {kind}_words USING fts5(words, content='', {cut})")
        self._db.execute("CREATE VIRTUAL TABLE point USING rtree(n, south, north, west, east)")
        self._db.execute(f"PRAGMA user_version={LAYOUT}")

    def rows(self, question: str, values: Sequence[Cell] = ()) -> list[Row]:
        """Ask, and return all rows."""
        return self._db.execute(question, values).fetchall()

    def stream(self, question: str, values: Sequence[Cell] = ()) -> Iterator[Row]:
        """Ask, and yield rows without holding them all."""
        yield from self._db.execute(question, values)

    def run(self, statement: str, values: Sequence[Cell] = ()) -> None:
        """Change something."""
        self._begin()
        self._db.execute(statement, values)

    def many(self, statement: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Change something once for each row."""
        self._begin()
        self._db.executemany(statement, rows)

    def add_words(self, kind: str, rows: Iterable[tuple[int, str]]) -> None:
        """File folded words under the numbers of records."""
        self.many(f"INSERT INTO {kind}_words (rowid, words) VALUES (?, ?)", rows)  # noqa: S608 - one of SEARCHED

    def drop_words(self, kind: str, n: int, words: str) -> None:
        """Take a record out of the words; they must be those it was filed under."""
        self.run(f"INSERT INTO {kind}_words ({kind}_words, rowid, words) VALUES ('delete', ?, ?)", [n, words])  # noqa: S608

    def with_words(self, kind: str, words: Sequence[str]) -> tuple[str, list[Cell]]:
        """Return a condition on `n`: the record holds every word."""
        asked = " ".join(f'"{word}"' for word in words)
        return f"n IN (SELECT rowid FROM {kind}_words WHERE {kind}_words MATCH ?)", [asked]  # noqa: S608 - one of SEARCHED

    def in_box(self, box: tuple[float, float, float, float]) -> tuple[str, list[Cell]]:
        """Return a condition on the `n` of a location: its point may lie in the box."""
        south, west, north, east = box
        inside = "SELECT n FROM point WHERE south <= ? AND north >= ? AND west <= ? AND east >= ?"
        return f"n IN ({inside})", [north, south, east, west]

    def add_points(self, rows: Iterable[tuple[int, float, float]]) -> None:
        """File the points of locations."""
        boxes = ((n, lat, lat, lon, lon) for n, lat, lon in rows)
        self.many("INSERT OR REPLACE INTO point VALUES (?, ?, ?, ?, ?)", boxes)

    def add_narrow(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Put rows into one of the narrow tables: at once, or after `fast` into a heap beside it until `in_order`."""
        batch = list(rows)
        if batch:
            where, marks = f"late.{table}" if self._late else table, ", ".join("?" * len(batch[0]))
            self.many(f"INSERT OR IGNORE INTO {where} VALUES ({marks})", batch)  # noqa: S608 - one of LATE

    def in_order(self) -> None:
        """Put what waits in heaps into the narrow tables, in the order of their keys."""
        for table, columns in LATE.items() if self._late else ():
            key = ", ".join(map(str, range(1, columns + 1)))
            self.run(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM late.{table} ORDER BY {key}")  # noqa: S608
            self.run(f"DELETE FROM late.{table}")  # noqa: S608 - one of LATE

    def finish(self) -> None:
        """Make the indexes and let the database learn how its rows are spread."""
        self.in_order()
        for name in INDEXES:
            self.run(index(name))
        self.run("PRAGMA analysis_limit=2000")
        self.run("ANALYZE")

    def fast(self) -> None:
        """Write without waiting for the disk: for a copy that nobody reads until it is whole.

        What was committed outlives the process; a machine that loses power loses the copy, and nothing else.
        """
        self.commit()
        if self.path and self.rows("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'"):
            # what was learnt of a small directory would make each look-up read all of a large one; and it is
            # forgotten only by opening the file anew
            self._db.execute("DELETE FROM sqlite_stat1")
            self._db.close()
            self._open(self.path, write=True)
        if self.path:
            self._db.execute("ATTACH ? AS late", [str(heaps(self.path))])
            for table in LATE:
                self._db.execute(f"CREATE TABLE IF NOT EXISTS late.{table} AS SELECT * FROM main.{table} WHERE 0")  # noqa: S608
            self._late = True
        self._db.execute("PRAGMA journal_mode=TRUNCATE")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("PRAGMA threads=1")  # beside this one, to sort what waits and what indexes hold
        if self.rows("SELECT COALESCE(MAX(n), 0) < ? FROM service", [_SMALL]) == [(1,)]:
            for name in INDEXES:
                self._db.execute(f"DROP INDEX IF EXISTS {name}")

    def copy_to(self, other: "Sqlite") -> None:
        """Copy everything into another database."""
        self._db.backup(other._db)  # noqa: SLF001 - another of the same class

    def commit(self) -> None:
        """Keep what was changed."""
        if self._inside:
            self._db.execute("COMMIT")
            self._inside = False

    def back(self) -> None:
        """Undo what was changed."""
        if self._inside:
            self._db.execute("ROLLBACK")
            self._inside = False

    def whole(self) -> None:
        """Bring everything into the one file and onto the disk."""
        self.in_order()
        self.commit()
        if self._late and self.path:
            self._db.execute("DETACH late")
            self._late = False
            for extra in ("", "-journal"):
                Path(f"{heaps(self.path)}{extra}").unlink(missing_ok=True)
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA journal_mode=DELETE")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _begin(self) -> None:
        if not self._inside:
            self._db.execute("BEGIN")
            self._inside = True


def heaps(path: Path) -> Path:
    """Return the file beside a directory in which rows of the narrow tables wait during an import."""
    return path.with_name(path.name + ".late")
