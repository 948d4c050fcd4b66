"""Who did what, in a chain: each row carries a keyed hash over itself and the row before it.

Changing, removing or exchanging rows breaks the chain. Cutting off its end does not, so the newest hash is signed and
kept in another place. Rows hold random ids and words from a closed list, never a word of a story or a case.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from amanat.core import StoreError
from amanat.store.engine import number, text
from amanat.store.vault import Head, Task, Vault


class Action(StrEnum):
    """What can be done."""

    STORE_MADE = "store made"
    STORE_RESTORED = "store restored"
    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    USER_ADDED = "user added"
    USER_CHANGED = "user changed"
    RECORD_MADE = "record made"
    RECORD_READ = "record read"
    RECORD_CHANGED = "record changed"
    RECORD_SHREDDED = "record shredded"
    GRANTED = "grant given"
    UNGRANTED = "grant taken"
    EXPORTED = "exported"
    RELEASE_ASKED = "release asked"
    RELEASE_APPROVED = "release approved"
    RELEASE_REVOKED = "release revoked"
    RELEASE_USED = "release used"
    BACKED_UP = "backed up"
    SETTING_CHANGED = "setting changed"
    CLOCK_ODD = "clock jumped"
    HEAD_SIGNED_ANEW = "log end signed anew"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    seq: int
    at: int
    actor: str
    """Id of the user, or `desk` for what the clock does."""
    action: str
    subject: str
    """Id of a record, a user or a release."""
    detail: str
    chain: str

    def hash(self, key: bytes, before: str) -> str:
        """Return what `chain` must be after the row before."""
        plain = json.dumps([before, self.seq, self.at, self.actor, self.action, self.subject, self.detail])
        return blake2b(plain.encode(), key=key, digest_size=32).hexdigest()


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a check of the log found."""

    rows: int
    wrong_at: int | None
    """First row that does not follow from the one before."""
    head: str
    """`kept`, `missing`, `cut off` or `forged`."""

    @property
    def sound(self) -> bool:
        """Whether nobody has touched it."""
        return self.wrong_at is None and (self.head == "kept" or (self.rows == 0 and self.head == "missing"))


def note(vault: Vault, task: Task, actor: str, action: Action, subject: str = "", detail: str = "") -> None:
    """Add a row, in the transaction of what it tells of: both are kept, or neither."""
    task.alone("audit")
    last = task.run("SELECT seq, at, chain FROM audit ORDER BY seq DESC LIMIT 1")
    seq, seen, before = (number(last[0][0]), number(last[0][1]), text(last[0][2])) if last else (0, 0, "")
    bare = Entry(seq + 1, max(vault.clock(), seen), actor, action.value, subject, detail, "")
    chain = bare.hash(vault.keys.of("audit"), before)
    task.run(
        "INSERT INTO audit (seq, at, actor, action, subject, detail, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (bare.seq, bare.at, bare.actor, bare.action, bare.subject, bare.detail, chain),
    )
    task.head = Head(bare.seq, bare.at, chain, task.head.first if task.head else bare.seq)


def entries(vault: Vault, limit: int = 200, before: int = 1 << 60) -> tuple[Entry, ...]:
    """Return the newest rows, newest first."""
    with vault.task() as task:
        rows = task.run(
            "SELECT seq, at, actor, action, subject, detail, chain FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?",
            (before, limit),
        )
    return tuple(Entry(number(r[0]), number(r[1]), *(text(v) for v in r[2:])) for r in rows)


def check(vault: Vault) -> Soundness:
    """Follow the chain from its first row, and compare its end with the head kept elsewhere."""
    with vault.task() as task:
        rows = task.run("SELECT seq, at, actor, action, subject, detail, chain FROM audit ORDER BY seq")
    all_ = [Entry(number(r[0]), number(r[1]), *(text(v) for v in r[2:])) for r in rows]
    try:
        head = vault.kept()
    except StoreError:
        return Soundness(len(all_), _broken(all_, vault.keys.of("audit")), "forged")
    return Soundness(len(all_), _broken(all_, vault.keys.of("audit")), _end(all_, head))


def sign_anew(vault: Vault, actor: str, action: Action = Action.HEAD_SIGNED_ANEW) -> None:
    """Begin to keep a head again, after a restore or when the file with the head was lost; the log tells of it."""
    with vault.task() as task:
        note(vault, task, actor, action)
    vault.sign_anew()


def _broken(rows: Iterable[Entry], key: bytes) -> int | None:
    before, at = "", 0
    for place, row in enumerate(rows, 1):
        if row.seq != place or row.at < at or row.chain != row.hash(key, before):
            return place
        before, at = row.chain, row.at
    return None


def _end(rows: list[Entry], head: Head | None) -> str:
    if head is None:
        return "missing"
    if head.seq > len(rows):
        return "cut off"
    return "kept" if rows[head.seq - 1].chain == head.chain else "forged"
