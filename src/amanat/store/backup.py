"""Backups of rows, encrypted, of either engine; and the drill that shows one can be restored.

A backup folder holds many generations of rows and **one** key ring. The keys of the records are in the ring only, which
is written anew at every shredding: a record that was shredded cannot be read from any generation.

A generation is a head line, then a libsodium secret stream (XChaCha20-Poly1305) of batches of rows, which ends with
counts and hashes. A bit changed anywhere, or an end cut off, and it is refused.
"""

import base64
import json
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from amanat.core import StoreError
from amanat.store.audit import Action, note
from amanat.store.engine import Engine, Row, Value, Work, blob, text
from amanat.store.extras import needed
from amanat.store.files import put
from amanat.store.keys import Keys
from amanat.store.schema import STEPS, TABLES, migrate
from amanat.store.sealing import seal, unseal
from amanat.store.vault import Vault

RING = "record-keys.ring"
LOCKS = "vault.json"
KEPT = 14
"""Generations kept in a folder; the oldest go."""
_BATCH = 500
_LEFT_OUT = {"record_keys", "sessions", "attempts", "drafts"}
_MAGIC = b"amanat-backup-1\n"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore or a drill did."""

    rows: int
    forgotten: int
    """Records that were shredded after the backup was made; they stay so."""
    hashes: dict[str, str]
    """One for each table, over all its rows."""
    same: bool
    """Whether every table has the hash it had when the backup was made."""


def back_up(vault: Vault, folder: Path, locks: Path) -> Path:
    """Write one more generation into a folder, with the ring and a copy of the locks, and return its path.

    Raises:
        StoreError: V007 the folder cannot be written; older generations stay.
    """
    with vault.task() as task:
        note(vault, task, "desk", Action.BACKED_UP)
    stamp = datetime.fromtimestamp(vault.now(), UTC).strftime("%Y%m%dT%H%M%S")
    number = sum(1 for _ in folder.glob(f"{stamp}*.backup")) if folder.is_dir() else 0
    target = folder / f"{stamp}-{number:02}.backup"
    partial = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with vault.engine.work() as work, partial.open("wb") as file:
            partial.chmod(0o600)
            _write(work, file, vault.keys)
        write_ring(vault, folder)
        put(folder / LOCKS, locks.read_bytes())
        partial.replace(target)
        for old in generations(folder)[KEPT:]:
            old.unlink()
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise StoreError("V007", f"the store cannot write ({error.strerror}); nothing was changed") from None
    return target


def generations(folder: Path) -> list[Path]:
    """Return the backups of a folder, newest first."""
    return sorted(folder.glob("*.backup"), reverse=True)


def write_ring(vault: Vault, folder: Path) -> None:
    """Write the keys of all living records, sealed, over the ring of a backup folder."""
    with vault.engine.work() as work:
        rows = work.run("SELECT record, wrapped FROM record_keys ORDER BY record")
    content = json.dumps({text(r): base64.b64encode(blob(w)).decode() for r, w in rows}).encode()
    put(folder / RING, seal(vault.keys.of("backup"), content, "ring"))


def restore(engine: Engine, keys: Keys, backup: Path) -> Restored:
    """Fill an empty database from a backup and the ring beside it.

    Raises:
        StoreError: V022 the backup or the ring is damaged, incomplete or of another store; V023 the database is not
            empty. In both cases nothing is kept.
    """
    migrate(engine)
    ring = _ring(backup.parent / RING, keys)
    with engine.work() as work:
        if work.run("SELECT 1 FROM users") or work.run("SELECT 1 FROM audit"):
            raise StoreError("V023", "this store is not empty; restore into a new folder or database")
        counts, told = _fill(work, backup, keys)
        hashes = {table: _hash(work, table) for table in TABLES if table not in _LEFT_OUT}
        if told != hashes:
            raise _damaged()
        records = [text(row[0]) for row in work.run("SELECT id FROM records")]
        work.many(
            "INSERT INTO record_keys (record, wrapped) VALUES (?, ?)", [(r, ring[r]) for r in records if r in ring]
        )
        gone = [r for r in records if r not in ring]
        for record in gone:
            _drop(work, record)
    return Restored(counts, len(gone), hashes, same=told == hashes)


def newest_ring_writer(folder: Path) -> Any:  # noqa: ANN401 - a function for Vault.after_shred
    """Return what keeps the ring of a folder as young as the store."""

    def follow(vault: Vault) -> None:
        if generations(folder):
            write_ring(vault, folder)

    return follow


def _columns(table: str) -> tuple[str, ...]:
    """Read a table's columns off the schema: the one place where they are named."""
    for step in STEPS:
        for statement in step:
            head, _, body = statement.partition("(")
            if head.split() == ["CREATE", "TABLE", table]:
                return tuple(
                    words[0] for part in body.split(", ") if (words := part.split())[0].islower() and len(words) > 1
                )
    raise LookupError(table)


def _rows(work: Work, table: str) -> list[Row]:
    names = ", ".join(_columns(table))
    return work.run(f"SELECT {names} FROM {table} ORDER BY {names}")  # noqa: S608 - names of the schema


def _write(work: Work, file: IO[bytes], keys: Keys) -> None:
    file.write(_MAGIC)
    stream = _Stream.to_write(keys.of("backup"), file)
    hashes = {}
    for table in TABLES:
        if table in _LEFT_OUT:
            continue
        rows = _rows(work, table)
        for start in range(0, len(rows), _BATCH):
            stream.push(json.dumps([table, [_plain(row) for row in rows[start : start + _BATCH]]]).encode())
        hashes[table] = _hash_of(rows)
    stream.push(json.dumps(["", hashes]).encode(), last=True)
    file.flush()


def _fill(work: Work, backup: Path, keys: Keys) -> tuple[int, dict[str, str]]:
    count = 0
    try:
        with backup.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise _damaged()
            for message in _Stream.to_read(keys.of("backup"), file).messages():
                table, content = json.loads(message)
                if not table:
                    return count, dict(content)
                if table not in TABLES:
                    raise _damaged()
                names = _columns(table)
                slots = ",".join("?" * len(names))
                work.many(
                    f"INSERT INTO {table} ({', '.join(names)}) VALUES ({slots})",  # noqa: S608 - names of the schema
                    [_rich(row) for row in content],
                )
                count += len(content)
    except (OSError, ValueError, KeyError, TypeError):
        raise _damaged() from None
    raise _damaged()


def _plain(row: Row) -> list[object]:
    return [{"b": base64.b64encode(bytes(v)).decode()} if isinstance(v, bytes | memoryview) else v for v in row]


def _rich(row: list[Any]) -> list[Value]:
    return [base64.b64decode(v["b"]) if isinstance(v, dict) else v for v in row]


def _hash(work: Work, table: str) -> str:
    return _hash_of(_rows(work, table))


def _hash_of(rows: list[Row]) -> str:
    """Hash rows in an order that no database's collation decides."""
    made = sorted(json.dumps(_plain(row)).encode() for row in rows)
    total = blake2b(digest_size=16)
    for line in made:
        total.update(line + b"\n")
    return total.hexdigest()


def _ring(path: Path, keys: Keys) -> dict[str, bytes]:
    try:
        content = json.loads(unseal(keys.of("backup"), path.read_bytes(), "ring"))
    except (OSError, StoreError):
        raise _damaged() from None
    return {str(record): base64.b64decode(wrapped) for record, wrapped in content.items()}


def _drop(work: Work, record: str) -> None:
    for table in ("parts", "digests", "grants"):
        work.run(f"DELETE FROM {table} WHERE record = ?", (record,))  # noqa: S608 - names of the schema
    work.run("DELETE FROM approvals WHERE release IN (SELECT id FROM releases WHERE record = ?)", (record,))
    work.run("DELETE FROM releases WHERE record = ?", (record,))
    work.run("DELETE FROM records WHERE id = ?", (record,))


def _damaged() -> StoreError:
    return StoreError(
        "V022", "this backup is damaged, incomplete or of another store; nothing was restored, try an older one"
    )


class _Stream:
    """Messages with their length in front, in a secret stream."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sodium: Any = needed("nacl.bindings")
        self._state: Any = self._sodium.crypto_secretstream_xchacha20poly1305_state()

    @classmethod
    def to_write(cls, key: bytes, file: IO[bytes]) -> "_Stream":
        made = cls(file)
        file.write(made._sodium.crypto_secretstream_xchacha20poly1305_init_push(made._state, key))
        return made

    @classmethod
    def to_read(cls, key: bytes, file: IO[bytes]) -> "_Stream":
        made = cls(file)
        header = file.read(made._sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        made._sodium.crypto_secretstream_xchacha20poly1305_init_pull(made._state, header, key)
        return made

    def push(self, plain: bytes, *, last: bool = False) -> None:
        names = "crypto_secretstream_xchacha20poly1305_TAG_"
        tag = getattr(self._sodium, names + ("FINAL" if last else "MESSAGE"))
        sealed = self._sodium.crypto_secretstream_xchacha20poly1305_push(self._state, plain, None, tag)
        self._file.write(struct.pack(">I", len(sealed)) + sealed)

    def messages(self) -> Iterator[bytes]:
        final = self._sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        while head := self._file.read(4):
            try:
                sealed = self._file.read(struct.unpack(">I", head)[0])
                plain, tag = self._sodium.crypto_secretstream_xchacha20poly1305_pull(self._state, sealed, None)
            except (struct.error, RuntimeError, ValueError, needed("nacl.exceptions").CryptoError):
                raise _damaged() from None
            yield plain
            if tag == final:
                return
        raise _damaged()
