"""The engine of a newsroom: PostgreSQL. Fields are sealed as in the embedded store; the server never has a key."""

import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from amanat.core import StoreError
from amanat.store.engine import Row, Value
from amanat.store.extras import needed

_LINKS = 12
_WAIT = 20.0  # seconds for a free connection


class Postgres:
    """A pool of connections, opened as they are wanted."""

    blob = "BYTEA"

    def __init__(self, address: str, links: int = _LINKS) -> None:
        """Open the first connection.

        Args:
            address: `postgresql://user@host/database`.
            links: how many transactions may run at once.

        Raises:
            StoreError: V009 the server does not answer.
        """
        self._dialect = needed("psycopg")
        self._address = address
        self._free: queue.LifoQueue[Any] = queue.LifoQueue()
        for _ in range(links):
            self._free.put(None)
        with self.work() as first:
            first.run("SELECT 1")

    @contextmanager
    def work(self) -> "Iterator[_Work]":
        """Take a connection for one transaction; a broken one is thrown away."""
        try:
            link = self._free.get(timeout=_WAIT)
        except queue.Empty:
            raise StoreError("V009", "the store is busy; try again in a moment") from None
        whole = False
        try:
            if link is None or link.closed:
                link = self._dialect.connect(self._address, autocommit=False, connect_timeout=10)
            yield _Work(link)
            link.commit()
            whole = True
        except self._dialect.Error as error:
            raise _told(error, self._dialect) from None
        finally:
            if not whole and link is not None:
                link = self._undone(link)
            self._free.put(link)

    def _undone(self, link: Any) -> Any:  # noqa: ANN401 - a connection, or None when it is lost
        try:
            link.rollback()
        except self._dialect.Error:
            link.close()
            return None
        return link

    def check(self) -> bool:
        """Ask for every table; pages are checked by the server itself (`initdb --data-checksums`)."""
        with self.work() as work:
            return bool(work.run("SELECT count(*) FROM records"))

    def close(self) -> None:
        """Close every connection."""
        while True:
            try:
                link = self._free.get_nowait()
            except queue.Empty:
                return
            if link is not None:
                link.close()


class _Work:
    """A transaction on one connection."""

    def __init__(self, link: Any) -> None:  # noqa: ANN401
        self._link = link

    def run(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one statement."""
        cursor = self._link.execute(statement.replace("?", "%s"), tuple(values))
        return [tuple(row) for row in cursor.fetchall()] if cursor.description else []

    def many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run one statement for many rows."""
        with self._link.cursor() as cursor:
            cursor.executemany(statement.replace("?", "%s"), rows)

    def alone(self, name: str) -> None:
        """Wait at a gate of this name until the transaction ahead has ended."""
        self._link.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (name,))


def _told(error: Exception, dialect: Any) -> StoreError:  # noqa: ANN401
    """Turn an error into words that hold no value of a row."""
    if isinstance(error, dialect.IntegrityError):
        return StoreError("V010", "this would contradict what is stored; load the page again")
    state = str(getattr(error, "sqlstate", "") or "")
    if state.startswith("53"):  # insufficient resources: disk full, too many connections
        return StoreError("V007", "the store cannot write (disk full or failing); nothing was changed")
    return StoreError("V009", f"the database server does not answer as it should ({state or 'no connection'})")
