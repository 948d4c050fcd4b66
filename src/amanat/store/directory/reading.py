"""An input as batches ready to be filed, read here or in a second process.

To read, shape, cut and write down a row takes about as long as to file it; in two processes both go on at once. What
crosses between them is finished: text and numbers, not records, which cost more to pack than they save.
"""

import contextlib
import gc
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from amanat.core import DataError
from amanat.registers import Registers
from amanat.store.directory.entries import Cutter, Entry
from amanat.store.directory.partner import BadRow, ColumnMap, Reader
from amanat.store.directory.sources import hsds, table, weight
from amanat.store.directory.telephones import Telephones
from amanat.store.hsds.model import Record

BATCH = 250  # few enough to stay in the caches of a processor
LARGE = 4_000_000  # bytes, some 20,000 rows: from there a second process saves more than its start costs
Lines = Iterator[tuple[str, Record | None]]
"""Kind and record, one for each line or row read; None for one that was not taken."""


@dataclass(frozen=True, slots=True)
class Input:
    """What is read, and how."""

    path: Path
    country: str
    """Whose telephone numbers these are, like `PK`."""
    mapping: ColumnMap | None
    """What the columns of a partner's table are; None for HSDS."""
    registers: Registers


class Batch(NamedTuple):
    """Some lines of an input. The last batch of all has none."""

    lines: int
    records: list[tuple[Entry, ...]]
    bad: list[BadRow]
    """Rows that were not taken; the first batch tells of those that were passed over, too."""
    warnings: list[BadRow]


class _Failure(NamedTuple):
    """A `DataError` of the second process."""

    code: str
    message: str


@contextlib.contextmanager
def batches(what: Input, done: int) -> Iterator[Iterator[Batch]]:
    """Read an input, the lines after the first `done`: a large one in a second process, which ends with the block.

    Raises:
        DataError: H021 or H023, it cannot be read; H046, the second process was ended from outside.
    """
    if weight(what.path) < LARGE:
        yield _read(what, done)
        return
    processes = get_context("spawn")  # the same on every system, and safe where threads run
    receiver, sender = processes.Pipe(duplex=False)
    process = processes.Process(target=_send, args=(what, done, sender), daemon=True)
    with _deaf():
        process.start()
    sender.close()
    try:
        yield _received(receiver)
    finally:
        receiver.close()
        process.terminate()
        process.join()


def _read(what: Input, done: int) -> Iterator[Batch]:
    bad: list[BadRow] = []
    warnings: list[BadRow] = []
    lines = (
        _partner(what.path, Reader(what.mapping, what.registers, bad, warnings))
        if what.mapping
        else _hsds(what, warnings)
    )
    for _ in islice(lines, done):
        pass
    cutter = Cutter(what.country)
    while True:
        read, records = 0, []
        for kind, record in islice(lines, BATCH):
            read += 1
            if record is not None:
                records.append(cutter.cut(kind, record))  # at once, while the caches of the processor hold it
        yield Batch(read, records, [*bad], [*warnings])
        if not read:
            return
        bad.clear()
        warnings.clear()


def _partner(path: Path, reader: Reader) -> Lines:
    for number, row in enumerate(table(path), 1):
        yield "service", reader.record(number, row)


def _hsds(what: Input, warnings: list[BadRow]) -> Lines:
    telephones = Telephones(what.country, what.registers.providers.contaminated)
    for number, (kind, record) in enumerate(hsds(what.path), 1):
        settled, why = telephones.settled(kind, record)
        warnings.extend(BadRow(number, says) for says in why)
        yield kind, settled


def _send(what: Input, done: int, sender: Connection) -> None:
    """What the second process does. It ends when nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(BrokenPipeError), few_collections():
        try:
            for batch in _read(what, done):
                sender.send(batch)
        except DataError as error:
            sender.send(_Failure(error.code, error.message))


def _received(receiver: Connection) -> Iterator[Batch]:
    batch: Batch | None = None
    while batch is None or batch.lines:
        try:
            told: Batch | _Failure = receiver.recv()
        except (EOFError, OSError):
            raise DataError(
                "H046",
                "the process that reads the file was ended before its time, perhaps for want of memory; try again",
            ) from None
        if isinstance(told, _Failure):
            raise DataError(told.code, told.message)
        batch = told
        yield batch


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Let a process that is started here hear no Ctrl-C from its first moment: it is for this one, which ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where `_send` sees to it a moment later
        yield
        return
    resource_tracker.ensure_running()  # else it starts with the process, and lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def few_collections() -> Iterator[None]:
    """Rows make no cycles: looking through them for cycles would take a quarter of the time of an import."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
