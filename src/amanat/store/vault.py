"""An opened store: the database, the keys, the clock, and the audit log's signed head kept elsewhere."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amanat.core import StoreError
from amanat.store.engine import Engine, Row, Value, Work, number, text
from amanat.store.extras import needed
from amanat.store.files import put
from amanat.store.keys import Keys

Clock = Callable[[], int]
"""Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the audit log at some moment."""

    seq: int
    at: int
    chain: str
    first: int = 1
    """First row that the same transaction wrote."""

    @property
    def signed(self) -> bytes:
        """What is signed."""
        return f"amanat audit head {self.seq} {self.at} {self.chain}".encode()


@dataclass(slots=True)
class Task:
    """One transaction, and the end of the audit log if it wrote there."""

    work: Work
    head: Head | None = None
    shredded: bool = False
    """Whether keys of records were thrown away: then the key rings of the backups must follow."""

    def run(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one statement and return its rows."""
        return self.work.run(statement, values)

    def many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run one statement for many rows."""
        self.work.many(statement, rows)

    def alone(self, name: str) -> None:
        """Wait until no other transaction is at this place."""
        self.work.alone(name)


@dataclass(slots=True)
class Vault:
    """Everything the parts of the store work with."""

    engine: Engine
    keys: Keys
    heads: Path
    """Where the signed head of the audit log lies: another disk or machine than the data, if you can."""
    clock: Clock = field(default=lambda: int(time.time()))
    after_shred: Callable[["Vault"], None] = field(default=lambda _: None)
    """Takes shredded keys out of the backups too."""
    _guard: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def task(self) -> Iterator[Task]:
        """Begin a transaction; when it is on the disk, sign the new end of the audit log."""
        with self.engine.work() as work:
            task = Task(work)
            yield task
        if task.head:
            self._keep(task.head)
        if task.shredded:
            self.after_shred(self)

    def now(self) -> int:
        """Return the time; a clock that was set back stands still until it has caught up with what was seen."""
        return max(self.clock(), self._seen())

    def _seen(self) -> int:
        with self.engine.work() as work:
            return number(work.run("SELECT max(at) FROM audit")[0][0])

    def _keep(self, head: Head) -> None:
        """Sign a new end, unless the log does not go on from the one kept before: that one then stays, as evidence."""
        with self._guard:
            before = self.kept()
            if before is None and head.first > 1:
                return  # the head is lost: only `sign_anew` may begin again
            if before and (before.seq >= head.seq or not self._stands(before)):
                return
            self._write(head)

    def sign_anew(self) -> None:
        """Sign the end of the log whatever was kept before; callers have noted in the log why."""
        with self._guard, self.engine.work() as work:
            rows = work.run("SELECT seq, at, chain FROM audit ORDER BY seq DESC LIMIT 1")
            if rows:
                self._write(Head(number(rows[0][0]), number(rows[0][1]), text(rows[0][2])))

    def _stands(self, head: Head) -> bool:
        with self.engine.work() as work:
            return work.run("SELECT chain FROM audit WHERE seq = ?", (head.seq,)) == [(head.chain,)]

    def _write(self, head: Head) -> None:
        sign = self._signer().sign(head.signed).signature.hex()
        put(
            self.heads, json.dumps({"seq": head.seq, "at": head.at, "chain": head.chain, "sign": sign}).encode() + b"\n"
        )

    def kept(self) -> Head | None:
        """Return the head that is kept elsewhere, None when there is none.

        Raises:
            StoreError: V016 it is not signed by this store.
        """
        with suppress(FileNotFoundError):
            try:
                line = json.loads(self.heads.read_bytes())
                head = Head(int(line["seq"]), int(line["at"]), str(line["chain"]))
                self._signer().verify_key.verify(head.signed, bytes.fromhex(line["sign"]))
            except (ValueError, KeyError, TypeError, needed("nacl.exceptions").BadSignatureError):
                raise StoreError("V016", "the kept end of the audit log is not signed by this store") from None
            return head
        return None

    def close(self) -> None:
        """Close the database."""
        self.engine.close()

    def _signer(self) -> Any:  # noqa: ANN401 - nacl is loaded when it is used
        return needed("nacl.signing").SigningKey(self.keys.of("head"))
