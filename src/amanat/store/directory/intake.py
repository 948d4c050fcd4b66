"""An import: all of it is published, or nothing is.

It works on a copy beside the directory and puts the copy in place when it is whole; what was interrupted goes on where
it stopped.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from amanat.core import DataError
from amanat.registers import Registers
from amanat.store.directory.engine import Cell
from amanat.store.directory.from_packs import fill
from amanat.store.directory.partner import BadRow, ColumnMap
from amanat.store.directory.reading import Batch, Input, batches, few_collections
from amanat.store.directory.shaping import Provenance
from amanat.store.directory.sqlite import Sqlite, heaps
from amanat.store.directory.writer import Origin, Tally, Writer

_KEEP_EVERY = 400  # batches after which an interrupted import need not begin again


@dataclass(slots=True)
class Report:
    """What an import did, or would have done."""

    lines: int = 0
    tally: Tally = field(default_factory=Tally)
    bad: list[BadRow] = field(default_factory=list)
    warnings: list[BadRow] = field(default_factory=list)
    resumed: int = 0
    """Lines that an earlier, interrupted run had already taken in."""
    published: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be imported."""

    path: Path
    digest: str
    source: Provenance
    country: str


def take_in(
    target: Path, parcel: Parcel, mapping: ColumnMap | None, registers: Registers, *, without_bad: bool = False
) -> Report:
    """Import a file into a directory, which is made with the bodies of the packs when it is not there yet.

    Args:
        target: the directory's file.
        parcel: the file to import.
        mapping: what the columns of a partner's table are; None for HSDS.
        registers: what is known.
        without_bad: publish although rows were refused; they are left out.

    Returns:
        What became of it; `published` is False when rows were refused and nothing was changed.

    Raises:
        DataError: H020 to H024, H046.
    """
    with _alone(target):
        beside = target.with_name(target.name + ".next")
        engine, run, done = _begin(target, beside, parcel, registers)
        report = Report(resumed=done)
        try:
            origin = Origin(run, parcel.source.url, parcel.country, _now())
            what = Input(parcel.path, parcel.country, mapping, registers)
            with few_collections(), batches(what, done) as ready:
                _write(engine, ready, origin, report)
            if without_bad or not report.bad:
                engine.run("UPDATE run SET state = 'done' WHERE n = ?", [run])
                engine.finish()
                engine.whole()
                report.published = True
        except DataError:
            engine.close()
            _gone(beside)
            raise
        finally:
            engine.close()
        if report.published:
            _publish(beside, target)
        else:
            _gone(beside)
    return report


def _begin(target: Path, beside: Path, parcel: Parcel, registers: Registers) -> tuple[Sqlite, int, int]:
    """Open the copy: the one an interrupted run of the same file left, else a new one."""
    if beside.exists():
        with contextlib.suppress(DataError):
            engine = Sqlite(beside, write=True)
            left = engine.rows("SELECT n, lines FROM run WHERE state = 'running' AND digest = ?", [parcel.digest])
            if left:
                engine.fast()
                engine.in_order()  # what was written anew before is not remembered
                return engine, int(str(left[0][0])), int(str(left[0][1]))
            engine.close()
        _gone(beside)
    target.parent.mkdir(parents=True, exist_ok=True)
    engine = Sqlite(beside, write=True)
    if target.exists():
        old = Sqlite(target)
        old.copy_to(engine)
        old.close()
    else:
        fill(engine, registers)
    engine.fast()
    ((most,),) = engine.rows("SELECT MAX(n) FROM run")
    run, source = int(str(most)) + 1, parcel.source
    about: list[Cell] = [run, parcel.digest, source.name, source.url, source.seen, source.confidence, _now()]
    engine.run("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'running')", about)
    engine.commit()
    return engine, run, 0


def _write(engine: Sqlite, ready: Iterable[Batch], origin: Origin, report: Report) -> None:
    writer = Writer(engine, origin)
    report.tally = writer.tally
    for n, batch in enumerate(ready, 1):
        report.lines += batch.lines
        report.bad += batch.bad
        report.warnings += batch.warnings
        writer.file(batch.records)
        if n % _KEEP_EVERY == 0:
            engine.run("UPDATE run SET lines = ? WHERE n = ?", [report.resumed + report.lines, origin.run])
            engine.commit()
    engine.run("UPDATE run SET lines = ? WHERE n = ?", [report.resumed + report.lines, origin.run])


def _publish(beside: Path, target: Path) -> None:
    beside.replace(target)


def _gone(path: Path) -> None:
    for file in (path, heaps(path)):
        for extra in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + extra).unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(tz=UTC).replace(microsecond=0).isoformat()


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold off a second import of the same directory."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.with_name(target.name + ".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if not _locked(handle):
            raise DataError("H024", "another import into this directory is running; wait for it to end")
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where the second import fails when it replaces the file
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
