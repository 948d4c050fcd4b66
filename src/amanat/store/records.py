"""Stories and cases, sealed: each record has a key of its own, and to forget a record is to forget its key."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from amanat.core import Refused, StoreError
from amanat.store.access import WITHHELD, Duty, Kind, Right, User, as_now, demand, duties
from amanat.store.audit import Action, note
from amanat.store.engine import Row, Value, blob, number, text
from amanat.store.sealing import KEY, seal, unseal
from amanat.store.vault import Task, Vault

DAY = 86_400
DRAFT_DAYS = 90
"""How long a story that nobody touches is kept, unless the desk decides otherwise."""


@dataclass(frozen=True, slots=True)
class Record:
    """What stands bare about a record."""

    id: str
    kind: Kind
    owner: str
    series: str
    """Random id shared by stories on one event; empty for none."""
    made: int
    touched: int
    expires: int
    version: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A record and what was sealed in it, by name of the part."""

    record: Record
    parts: dict[str, bytes] = field(repr=False)


def create(
    vault: Vault,
    user: User,
    kind: Kind,
    parts: Mapping[str, bytes],
    *,
    once: str = "",
    series: str = "",
    words: str = "",
) -> str:
    """Seal a new record; its maker holds the first grant.

    Args:
        vault: the store.
        user: whose it is.
        kind: story or case.
        parts: what to seal, by name.
        once: random words of the form; the same form sent twice makes one record.
        series: id of the series it belongs to.
        words: text by whose keyed digest the record can be found again.

    Returns:
        A random id that says nothing.

    Raises:
        Refused: V020 the user's role may hold no such record.
    """
    if not user.holds(kind):
        raise Refused
    id_ = vault.keys.index("once", f"{user.id} {once}")[:32] if once else os.urandom(16).hex()
    now = vault.now()
    with vault.task() as task:
        if task.run("SELECT 1 FROM records WHERE id = ?", (id_,)):
            demand(task, user, id_, Right.WRITE)
            return id_
        key = os.urandom(KEY)
        task.run(
            "INSERT INTO records (id, kind, owner, series, made, touched, expires, version) VALUES (?,?,?,?,?,?,?,?)",
            (id_, kind.value, user.id, series, now, now, now + days(task, kind) * DAY, 1),
        )
        wrapped = seal(vault.keys.of("records"), key, f"key:{id_}")
        task.run("INSERT INTO record_keys (record, wrapped) VALUES (?, ?)", (id_, wrapped))
        task.many(
            "INSERT INTO parts (record, name, sealed) VALUES (?, ?, ?)",
            [(id_, name, seal(key, plain, f"{id_}:{name}")) for name, plain in parts.items()],
        )
        if words:
            task.run("INSERT INTO digests (digest, record) VALUES (?, ?)", (vault.keys.index("digest", words), id_))
        task.run("INSERT INTO grants (record, holder, may) VALUES (?, ?, ?)", (id_, user.id, Right.WRITE.value))
        note(vault, task, user.id, Action.RECORD_MADE, id_, kind.value)
    return id_


def opened(vault: Vault, user: User, id_: str, right: Right = Right.READ) -> Opened:
    """Open a record: all of its parts for who may change it, without the withheld ones for who may only read it.

    Raises:
        Refused: V020 no grant, or no such record.
        StoreError: V003 a part was changed.
    """
    with vault.task() as task:
        demand(task, user, id_, right)
        shut = frozenset() if right is Right.WRITE or _may(task, user, id_, Right.WRITE) else WITHHELD
        key = _key(vault, task, id_)
        rows = task.run("SELECT name, sealed FROM parts WHERE record = ?", (id_,))
        found = {name: unseal(key, blob(sealed), f"{id_}:{name}") for name, sealed in _named(rows) if name not in shut}
        return Opened(_record(task, id_), found)


def part_of_each(vault: Vault, user: User, kind: Kind, name: str) -> dict[str, bytes]:
    """Return one part of every record of a kind that this user may read, by record; of those that have it.

    Raises:
        StoreError: V003 a part was changed.
    """
    with vault.task() as task:
        if not as_now(task, user).holds(kind):
            return {}
        rows = task.run(
            "SELECT r.id, p.sealed, g.may FROM records r JOIN grants g ON g.record = r.id "
            "JOIN parts p ON p.record = r.id WHERE g.holder = ? AND r.kind = ? AND p.name = ?",
            (user.id, kind.value, name),
        )
        shown = [(text(id_), blob(sealed)) for id_, sealed, may in rows if name not in WITHHELD or may == Right.WRITE]
        return {id_: unseal(_key(vault, task, id_), sealed, f"{id_}:{name}") for id_, sealed in shown}


def tuck(vault: Vault, user: User, id_: str, name: str, plain: bytes) -> None:
    """Seal beside a record what was worked out from it: no change of the record, and no new version.

    Raises:
        Refused: V020 no grant to write.
    """
    with vault.task() as task:
        demand(task, user, id_, Right.WRITE)
        _put(task, id_, _key(vault, task, id_), {name: plain})


def change(vault: Vault, user: User, id_: str, version: int, parts: Mapping[str, bytes], detail: str = "") -> int:
    """Seal parts anew and return the record's new version.

    Args:
        vault: the store.
        user: who changes it.
        id_: which record.
        version: the version the change was made on.
        parts: the parts that change; others stay.
        detail: what was done, in words of a closed list, for the log.

    Raises:
        Refused: V020 no grant to write.
        StoreError: V012 somebody else has changed the record since.
    """
    now = vault.now()
    with vault.task() as task:
        kind = demand(task, user, id_, Right.WRITE)
        moved = task.run(
            "UPDATE records SET version = version + 1, touched = ?, expires = ? WHERE id = ? AND version = ? "
            "RETURNING version",
            (now, now + days(task, kind) * DAY, id_, version),
        )
        if not moved:
            raise conflict()
        _put(task, id_, _key(vault, task, id_), parts)
        note(vault, task, user.id, Action.RECORD_CHANGED, id_, detail)
        return number(moved[0][0])


def conflict() -> StoreError:
    """Return the error of a change that was made on an older version than the newest."""
    return StoreError("V012", "somebody else changed this a moment ago; look at it again before you go on")


def record_of(vault: Vault, user: User, id_: str) -> Record:
    """Return what stands bare about a record this user may read.

    Raises:
        Refused: V020 no grant, or no such record.
    """
    with vault.task() as task:
        demand(task, user, id_, Right.READ)
        return _record(task, id_)


def listing(vault: Vault, user: User, kind: Kind) -> tuple[Record, ...]:
    """Return the records of one kind that this user holds a grant on, newest first."""
    if not user.holds(kind):
        return ()
    with vault.task() as task:
        rows = task.run(
            f"SELECT {_COLUMNS} FROM records r JOIN grants g ON g.record = r.id "  # noqa: S608 - a constant
            "WHERE g.holder = ? AND r.kind = ? ORDER BY r.touched DESC, r.id",
            (user.id, kind.value),
        )
    return tuple(_made(row) for row in rows)


def same_words(vault: Vault, user: User, words: str) -> tuple[str, ...]:
    """Return the records this user may read that were made of just these words."""
    with vault.task() as task:
        rows = task.run(
            "SELECT d.record FROM digests d JOIN grants g ON g.record = d.record WHERE d.digest = ? AND g.holder = ?",
            (vault.keys.index("digest", words), user.id),
        )
    return tuple(text(row[0]) for row in rows)


def in_series(vault: Vault, user: User, id_: str, series: str) -> None:
    """Put a record into a series of stories on one event; empty takes it out."""
    with vault.task() as task:
        demand(task, user, id_, Right.WRITE)
        task.run("UPDATE records SET series = ? WHERE id = ?", (series, id_))
        note(vault, task, user.id, Action.RECORD_CHANGED, id_, "series")


def grant(vault: Vault, giver: User, id_: str, holder: str, right: Right | None) -> None:
    """Give somebody a right on a record, or take it away with None.

    The owner and whoever leads the desk may give; only to somebody whose role may hold such a record.

    Raises:
        Refused: V020 the giver may not, the holder's role may not hold it, or there is no such record.
    """
    with vault.task() as task:
        rows = task.run("SELECT kind, owner FROM records WHERE id = ?", (id_,))
        if not rows or not _may_give(task, giver, Kind(text(rows[0][0])), text(rows[0][1]), id_):
            raise Refused
        task.run("DELETE FROM grants WHERE record = ? AND holder = ?", (id_, holder))
        if right:
            person = task.run("SELECT roles, active FROM users WHERE id = ?", (holder,))
            if not person or not User(holder, "", duties(text(person[0][0])), bool(person[0][1])).holds(
                Kind(text(rows[0][0]))
            ):
                raise Refused
            task.run("INSERT INTO grants (record, holder, may) VALUES (?, ?, ?)", (id_, holder, right.value))
        action = Action.GRANTED if right else Action.UNGRANTED
        note(vault, task, giver.id, action, id_, f"{holder} {right.value if right else ''}".strip())


def holders(vault: Vault, user: User, id_: str) -> dict[str, Right]:
    """Return who holds a grant on a record."""
    with vault.task() as task:
        demand(task, user, id_, Right.READ)
        rows = task.run("SELECT holder, may FROM grants WHERE record = ?", (id_,))
    return {text(holder): Right(text(may)) for holder, may in rows}


def shred(vault: Vault, user: User, id_: str) -> None:
    """Forget a record for good: its key, its parts, its grants. Backups lose the key too (`store.backup`).

    Raises:
        Refused: V020 no grant to write.
    """
    with vault.task() as task:
        demand(task, user, id_, Right.WRITE)
        forget(vault, task, id_, user.id, "by hand")


def forget(vault: Vault, task: Task, id_: str, actor: str, why: str) -> None:
    """Remove every row of a record; callers have asked whether they may."""
    for statement in (
        "DELETE FROM record_keys WHERE record = ?",
        "DELETE FROM parts WHERE record = ?",
        "DELETE FROM digests WHERE record = ?",
        "DELETE FROM grants WHERE record = ?",
        "DELETE FROM approvals WHERE release IN (SELECT id FROM releases WHERE record = ?)",
        "DELETE FROM releases WHERE record = ?",
        "DELETE FROM records WHERE id = ?",
    ):
        task.run(statement, (id_,))
    task.shredded = True
    note(vault, task, actor, Action.RECORD_SHREDDED, id_, why)


def days(task: Task, kind: Kind) -> int:
    """Return after how many days without a touch a record of this kind is shredded."""
    rows = task.run("SELECT value FROM settings WHERE name = ?", (f"days.{kind.value}",))
    usual = {Kind.STORY: DRAFT_DAYS, Kind.CASE: 365}
    return int(text(rows[0][0])) if rows else usual[kind]


def _may_give(task: Task, giver: User, kind: Kind, owner: str, id_: str) -> bool:
    now = as_now(task, giver)
    if not now.holds(kind):
        return False
    holds = task.run("SELECT 1 FROM grants WHERE record = ? AND holder = ? AND may = 'write'", (id_, giver.id))
    return now.has(Duty.LEAD) or (giver.id == owner and bool(holds))


def _may(task: Task, user: User, id_: str, right: Right) -> bool:
    try:
        demand(task, user, id_, right)
    except Refused:
        return False
    return True


def _named(rows: list[Row]) -> Iterator[tuple[str, Value]]:
    return ((text(name), sealed) for name, sealed in rows)


def _put(task: Task, id_: str, key: bytes, parts: Mapping[str, bytes]) -> None:
    task.many(
        "INSERT INTO parts (record, name, sealed) VALUES (?, ?, ?) "
        "ON CONFLICT (record, name) DO UPDATE SET sealed = excluded.sealed",
        [(id_, name, seal(key, plain, f"{id_}:{name}")) for name, plain in parts.items()],
    )


_COLUMNS = "r.id, r.kind, r.owner, r.series, r.made, r.touched, r.expires, r.version"


def _record(task: Task, id_: str) -> Record:
    return _made(task.run(f"SELECT {_COLUMNS} FROM records r WHERE r.id = ?", (id_,))[0])  # noqa: S608 - a constant


def _made(row: tuple[object, ...]) -> Record:
    id_, kind, owner, series, made, touched, expires, version = row
    return Record(
        str(id_), Kind(str(kind)), str(owner), str(series), *(int(str(v)) for v in (made, touched, expires, version))
    )


def _key(vault: Vault, task: Task, id_: str) -> bytes:
    rows = task.run("SELECT wrapped FROM record_keys WHERE record = ?", (id_,))
    if not rows:
        raise StoreError("V013", "this record was shredded: its key is gone, here and in the backups")
    return unseal(vault.keys.of("records"), blob(rows[0][0]), f"key:{id_}")
