"""The embedded engine: SQLite through SQLCipher, every page encrypted, write-ahead log, full sync.

Pragmas follow GlobaLeaks' list: deleted content is overwritten, the file shrinks, the schema is not trusted.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from amanat.core import StoreError
from amanat.store.engine import Row, Value
from amanat.store.extras import needed

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "busy_timeout = 10000",
)


class SqlCipher:
    """One file, one process, one transaction at a time."""

    blob = "BLOB"

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the file.

        Raises:
            StoreError: V008 it is damaged, or another program's, or the key is another store's.
        """
        self._lock = threading.RLock()
        self._dialect = needed("sqlcipher3.dbapi2")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = not path.exists()
        try:
            if fresh:
                path.touch(mode=0o600)
            self._link: Any = self._dialect.connect(str(path), isolation_level=None, check_same_thread=False)
            self._link.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            if fresh:
                self._link.execute("PRAGMA auto_vacuum = FULL")
            self._link.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for pragma in _PRAGMAS:
                self._link.execute(f"PRAGMA {pragma}").fetchall()
        except self._dialect.DatabaseError:
            raise _damaged() from None

    @contextmanager
    def work(self) -> "Iterator[_Work]":
        """Begin a transaction that may write; others wait."""
        with self._lock:
            try:
                self._link.execute("BEGIN IMMEDIATE")
                yield _Work(self._link)
                self._link.execute("COMMIT")
            except self._dialect.DatabaseError as error:
                self._undo()
                raise _told(error, self._dialect) from None
            except BaseException:
                self._undo()
                raise

    def check(self) -> bool:
        """Read every page: SQLCipher's own seals first, then the structure."""
        with self._lock:
            try:
                sealed = self._link.execute("PRAGMA cipher_integrity_check").fetchall()
                return not sealed and self._link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            except self._dialect.DatabaseError:
                return False

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it."""
        with self._lock:
            self._link.close()

    def _undo(self) -> None:
        if self._link.in_transaction:
            self._link.execute("ROLLBACK")


class _Work:
    """A transaction on the one connection."""

    def __init__(self, link: Any) -> None:  # noqa: ANN401 - sqlcipher3 has no types
        self._link = link

    def run(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one statement."""
        rows: list[Row] = self._link.execute(statement, tuple(values)).fetchall()
        return rows

    def many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run one statement for many rows."""
        self._link.executemany(statement, rows)

    def alone(self, name: str) -> None:
        """Nothing to wait for: a transaction here is alone anyway."""


def _damaged() -> StoreError:
    return StoreError(
        "V008", "the database is damaged or of another store; `amanat store restore` brings a backup back"
    )


def _told(error: Exception, dialect: Any) -> StoreError:  # noqa: ANN401
    """Turn an error into words that hold no value of a row."""
    if isinstance(error, dialect.IntegrityError):
        return StoreError("V010", "this would contradict what is stored; load the page again")
    said = str(error)
    if "full" in said or "disk I/O" in said:
        return StoreError("V007", "the store cannot write (disk full or failing); nothing was changed")
    if isinstance(error, dialect.OperationalError) and "locked" in said:
        return StoreError("V009", "the store is busy with another program; close that one and try again")
    return _damaged()
