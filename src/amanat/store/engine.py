"""What a database must be able to do for the store: run statements in a transaction. One module for each kind.

Statements are written once, with `?` for values; an engine turns them into its own dialect.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

Value = str | int | bytes | None
Row = tuple[Value, ...]


class Work(Protocol):
    """One transaction at work."""

    def run(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one statement and return its rows."""
        ...

    def many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run one statement for many rows."""
        ...

    def alone(self, name: str) -> None:
        """Wait until no other transaction is at this place (the audit log, a counter); held until the end."""
        ...


class Engine(Protocol):
    """A database."""

    blob: str
    """How its dialect calls a column of bytes."""

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction. It is kept when the block ends well, undone when anything is raised."""
        ...

    def check(self) -> bool:
        """Tell whether the database is whole."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


def text(value: Value) -> str:
    """Return a column of words."""
    return value if isinstance(value, str) else ""


def number(value: Value) -> int:
    """Return a column of a whole number."""
    return value if isinstance(value, int) else 0


def blob(value: Value) -> bytes:
    """Return a column of bytes."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""
